/**
 * Where the frames of a call tree lie: how wide each is by what is asked for (what the head spent, the base,
 * or the larger of both), at which depth, and which of them a window shows. Plain numbers, linear.
 */
import { type CallTree, totals } from '../../profile/tree.ts';

/** What a frame's width stands for: its share of the head, of the base, or of both taken together. */
export type WidthOf = 'head' | 'base' | 'union';

export interface Shape {
  readonly tree: CallTree;
  /** Share of its side's total, with all it calls. */
  readonly baseShare: Float64Array;
  readonly headShare: Float64Array;
  readonly depth: Int32Array;
  /** The first node behind a node and all below it. */
  readonly end: Int32Array;
  readonly maxDepth: number;
}

export interface Totals {
  readonly base: number;
  readonly head: number;
}

export function shapeOf(tree: CallTree, total: Totals): Shape {
  const count = tree.parent.length;
  const depth = new Int32Array(count);
  const end = new Int32Array(count);
  let maxDepth = 0;
  depth[0] = -1;
  for (let node = 1; node < count; node++) {
    const own = (depth[tree.parent[node] as number] as number) + 1;
    depth[node] = own;
    if (own > maxDepth) maxDepth = own;
  }
  for (let node = count - 1; node >= 0; node--) {
    if (end[node] === 0) end[node] = node + 1;
    const parent = tree.parent[node] as number;
    if (parent >= 0 && end[parent] === 0) end[parent] = end[node] as number;
  }
  return {
    tree,
    baseShare: shares(totals(tree, tree.base), total.base),
    headShare: shares(totals(tree, tree.head), total.head),
    depth,
    end,
    maxDepth,
  };
}

function shares(values: Float64Array, total: number): Float64Array {
  const factor = total > 0 ? 1 / total : 0;
  return values.map((value) => value * factor);
}

/** Where each node begins and how wide it is, as parts of the whole: all widths of depth 0 add up to 1. */
export interface Layout {
  readonly x: Float64Array;
  readonly width: Float64Array;
}

export function layOut(shape: Shape, widthOf: WidthOf, total: Totals): Layout {
  const { tree } = shape;
  const width = weights(shape, widthOf, total);
  const count = width.length;
  const x = new Float64Array(count);
  const free = new Float64Array(count);
  const whole = width[0] as number;
  const factor = whole > 0 ? 1 / whole : 0;
  width[0] = whole * factor;
  for (let node = 1; node < count; node++) {
    const parent = tree.parent[node] as number;
    const own = (width[node] as number) * factor;
    width[node] = own;
    const at = free[parent] as number;
    x[node] = at;
    free[node] = at;
    free[parent] = at + own;
  }
  return { x, width };
}

/** Values below 0, of a profile that is a difference, have no width. */
function weights(shape: Shape, widthOf: WidthOf, total: Totals): Float64Array {
  const { tree } = shape;
  const part = (value: number, number: number): number =>
    number > 0 && value > 0 ? value / number : 0;
  const self = new Float64Array(tree.parent.length);
  for (let node = 0; node < self.length; node++) {
    const base = part(tree.base[node] as number, total.base);
    const head = part(tree.head[node] as number, total.head);
    self[node] = widthOf === 'base' ? base : widthOf === 'head' ? head : Math.max(base, head);
  }
  return totals(tree, self);
}

/** A part of the whole width, from 0 to 1: what is zoomed to. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * Calls `visit` for each node that `window` shows at least `least` of the window wide, parents first.
 * What is under a narrower node is not looked at, so that the time goes with what is seen.
 */
export function eachVisible(
  { end }: Shape,
  { x, width }: Layout,
  window: Window,
  least: number,
  visit: (node: number) => void,
): void {
  const narrow = least * (window.to - window.from);
  const count = x.length;
  for (let node = 1; node < count; ) {
    const from = x[node] as number;
    const own = width[node] as number;
    const isSeen = own >= narrow && own > 0 && from < window.to && from + own > window.from;
    if (isSeen) visit(node++);
    else node = end[node] as number;
  }
}

/** The node of a depth at a place of the whole, or -1. */
export function nodeAt(
  { depth, end }: Shape,
  { x, width }: Layout,
  at: number,
  level: number,
): number {
  const count = x.length;
  for (let node = 1; node < count; ) {
    const from = x[node] as number;
    if (at < from || at >= from + (width[node] as number)) node = end[node] as number;
    else if (depth[node] === level) return node;
    else node++;
  }
  return -1;
}
