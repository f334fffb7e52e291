/** A tree as it is laid on the canvas: where it begins, which way it grows, how its nodes are coloured. */
import type { Layout, Shape } from './shape.ts';

/** A tree on the canvas. In the lower half of a sandwich it grows down, in the upper half up. */
export interface Pane {
  readonly shape: Shape;
  readonly layout: Layout;
  /** The row of depth 0, and where deeper ones go: 1 down, -1 up. */
  readonly row: number;
  readonly grows: 1 | -1;
  /** By node: the step of its colour, whether it is evident, and whether one side does not have it. */
  readonly step: Int8Array;
  readonly lit: Uint8Array;
  readonly only: Uint8Array;
}

/** In `only`. */
export const NEW = 1;
export const VANISHED = 2;
