/** A graph of the report as the page works with it: its columns as a tree, totals of functions, colours of nodes. */
import { type CallTree, flatAndCum } from '../../profile/tree.ts';
import type { PageGraph } from '../data.ts';
import { stepOf } from './colour.ts';
import { NEW, type Pane, VANISHED } from './pane.ts';
import { layOut, type Shape, shapeOf, type WidthOf } from './shape.ts';
import { sandwich, withoutFrames } from './views.ts';

/** A function's parts of both sides' totals. */
export interface FunctionTotals {
  readonly number: number;
  readonly flatBefore: number;
  readonly flatNow: number;
  readonly cumBefore: number;
  readonly cumNow: number;
}

export interface Model {
  readonly graph: PageGraph;
  readonly total: { readonly base: number; readonly head: number };
  /** With the runtime's frames, or with them folded into their callers. */
  readonly whole: (fold: boolean) => CallTree;
  readonly functions: (fold: boolean) => readonly FunctionTotals[];
  /** 1 for functions whose own change is evident or suspected; of all where nothing was tested. */
  readonly evident: Uint8Array;
}

export function modelOf(graph: PageGraph): Model {
  const total = { base: graph.base.total, head: graph.head.total };
  const trees: [CallTree?, CallTree?] = [];
  const whole = (fold: boolean): CallTree => {
    trees[0] ??= readTree(graph);
    if (!fold) return trees[0];
    trees[1] ??= withoutFrames(trees[0], graph.functions.runtime);
    return trees[1];
  };
  const tables: FunctionTotals[][] = [];
  return {
    graph,
    total,
    whole,
    functions: (fold) => {
      tables[fold ? 1 : 0] ??= functionTotals(whole(fold), graph, total);
      return tables[fold ? 1 : 0] ?? [];
    },
    evident: Uint8Array.from(graph.functions.word, (word) => {
      const tone = graph.words[word]?.tone;
      return !graph.tested || tone === 'worse' || tone === 'better' || tone === 'maybe' ? 1 : 0;
    }),
  };
}

/** Depths in the order of a walk say who is whose child. */
function readTree({ nodes }: PageGraph): CallTree {
  const count = nodes.depth.length + 1;
  const parent = new Int32Array(count);
  const frame = new Int32Array(count);
  parent[0] = frame[0] = -1;
  const open: number[] = [];
  for (let node = 1; node < count; node++) {
    const depth = nodes.depth[node - 1] as number;
    parent[node] = depth === 0 ? 0 : (open[depth - 1] as number);
    open[depth] = node;
    frame[node] = nodes.frame[node - 1] as number;
  }
  const side = (values: readonly number[]): Float64Array => {
    const column = new Float64Array(count);
    column.set(values, 1);
    return column;
  };
  return { parent, frame, base: side(nodes.base), head: side(nodes.head) };
}

function functionTotals(tree: CallTree, graph: PageGraph, total: Model['total']): FunctionTotals[] {
  const count = graph.functions.name.length;
  const [base, head] = [flatAndCum(tree, tree.base, count), flatAndCum(tree, tree.head, count)];
  const part = (value: number | undefined, item: number): number =>
    item > 0 ? (value ?? 0) / item : 0;
  return Array.from({ length: count }, (_, number) => ({
    number,
    flatBefore: part(base.flat[number], total.base),
    flatNow: part(head.flat[number], total.head),
    cumBefore: part(base.cum[number], total.base),
    cumNow: part(head.cum[number], total.head),
  })).filter((item) => item.cumBefore !== 0 || item.cumNow !== 0);
}

export interface View {
  readonly panes: readonly Pane[];
  readonly rows: number;
}

/** All stacks; `flame` has their roots below. */
export function wholeView(model: Model, how: { fold: boolean; flame: boolean; w: WidthOf }): View {
  const shape = shapeOf(model.whole(how.fold), model.total);
  const rows = shape.maxDepth + 1;
  const place = how.flame
    ? ({ row: rows - 1, grows: -1 } as const)
    : ({ row: 0, grows: 1 } as const);
  return { panes: [paneOf(model, shape, how.w, place)], rows };
}

/** The stacks with one function: who calls it above, what it calls below. Null where no stack has it. */
export function focusView(
  model: Model,
  f: number,
  how: { fold: boolean; w: WidthOf },
): View | null {
  const parts = sandwich(model.whole(how.fold), f, model.graph.functions.name.length);
  if (parts.callees.parent.length < 2) return null;
  const up = shapeOf(parts.callers, model.total);
  const down = shapeOf(parts.callees, model.total);
  const row = up.maxDepth;
  return {
    panes: [
      paneOf(model, up, how.w, { row, grows: -1 }),
      paneOf(model, down, how.w, { row, grows: 1 }),
    ],
    rows: up.maxDepth + down.maxDepth + 1,
  };
}

function paneOf(
  model: Model,
  shape: Shape,
  w: WidthOf,
  place: { readonly row: number; readonly grows: 1 | -1 },
): Pane {
  const count = shape.depth.length;
  const step = new Int8Array(count);
  const only = new Uint8Array(count);
  const lit = litNodes(shape, model.evident);
  for (let node = 1; node < count; node++) {
    const [base, head] = [shape.baseShare[node] as number, shape.headShare[node] as number];
    step[node] = stepOf(head - base);
    only[node] = base === 0 ? NEW : head === 0 ? VANISHED : 0;
  }
  return { shape, layout: layOut(shape, w, model.total), ...place, step, lit, only };
}

/** Frames of functions whose change is evident, and the way that leads to them. */
function litNodes({ tree }: Shape, evident: Uint8Array): Uint8Array {
  const lit = new Uint8Array(tree.parent.length);
  for (let node = lit.length - 1; node > 0; node--) {
    if (evident[tree.frame[node] as number] === 1) lit[node] = 1;
    if (lit[node] === 1) lit[tree.parent[node] as number] = 1;
  }
  return lit;
}

export interface Found {
  /** 1 for each function whose name has what is searched. */
  readonly of: Uint8Array;
  readonly functions: number;
  readonly frames: number;
  /** Shares of all stacks with any of them in it. */
  readonly before: number;
  readonly now: number;
}

/** Null where nothing is searched. */
export function search({ graph }: Model, panes: readonly Pane[], text: string): Found | null {
  const needle = text.trim().toLowerCase();
  if (needle === '') return null;
  const bytes = Uint8Array.from(graph.functions.name, (name) =>
    name.toLowerCase().includes(needle) ? 1 : 0,
  );
  // Of a sandwich the lower half has every stack once.
  const pane = panes.at(-1);
  let [frames, before, now] = [0, 0, 0];
  const seen = new Set<number>();
  if (pane !== undefined) {
    const { tree, end, baseShare, headShare } = pane.shape;
    let outside = 1;
    for (let node = 1; node < end.length; node++) {
      const frame = tree.frame[node] as number;
      if (bytes[frame] !== 1) continue;
      frames++;
      seen.add(frame);
      if (node < outside) continue;
      before += baseShare[node] as number;
      now += headShare[node] as number;
      outside = end[node] as number;
    }
  }
  return { of: bytes, functions: seen.size, frames, before, now };
}
