/** What everything here that keeps the two sides apart looks at. */
import { dirname, sep } from 'node:path';
import type { SideName, SidePlace } from '../tree.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

export interface Sides {
  /** The user's own checkout, which neither side is: links followed. */
  readonly top: string;
  readonly places: Readonly<Record<SideName, SidePlace>>;
  /** `setup` and `run`, as they were given. */
  readonly commands: string;
  readonly run: string;
  /** What the commands would see without us. */
  readonly env: Variables;
}

export const names: readonly SideName[] = ['base', 'head'];

export const other = (name: SideName): SideName => (name === 'base' ? 'head' : 'base');

/** A directory of one side, beside its tree: gone with it, and its path as long as the other side's. */
export const beside = (place: SidePlace): string => dirname(place.bin);

export const isBelow = (path: string, directory: string): boolean =>
  path === directory || path.startsWith(`${directory}${sep}`);
