/** A call tree of both sides as the page gets it: in columns that pack well, with what was found of each function. */
import type { UnfoldedFrom } from '../../model/evidence.ts';
import type { JudgedFunction } from '../../model/functions.ts';
import type { SampleType } from '../../model/run.ts';
import type { PageGraph, PageSide, PageTag, PageWord } from '../../page/data.ts';
import type { TwoSidedTree } from '../../profile/calltree.ts';
import type { TagTotals } from '../../profile/tags.ts';
import { plural } from '../../text/numbers.ts';
import { pageText } from '../escape.ts';
import { functionWords, reasonAndCost } from '../rows/order.ts';
import { toneOf } from './rows.ts';

export interface GraphSource {
  readonly sampleType: SampleType;
  readonly slice?: string;
  readonly tree: TwoSidedTree;
  readonly base: PageSide;
  readonly head: PageSide;
  /** Of both sides' labels; absent where they were not read. */
  readonly tags?: { readonly base: TagTotals; readonly head: TagTotals };
  /** Of both sides; absent where stacks were recorded. */
  readonly unfolded?: UnfoldedFrom;
  /** The judged functions of this kind and slice. */
  readonly functions: readonly JudgedFunction[];
}

const MOST_TAG_VALUES = 30;

export function pageGraph(source: GraphSource): PageGraph {
  const {
    sampleType,
    slice,
    tree: { tree, functions },
  } = source;
  const files = new Map<string, number>();
  const file = functions.map((treeFunction) => numberIn(files, treeFunction.file));
  const { words, word, reasons } = wordsOf(source);
  return {
    title: pageText(slice === undefined ? sampleType.type : `${sampleType.type}, ${slice}`, 120),
    unit: pageText(sampleType.unit, 40),
    tested: source.functions.some(({ p }) => p !== null),
    note: source.unfolded === undefined ? '' : unfoldedNote(source.unfolded),
    base: source.base,
    head: source.head,
    functions: {
      name: functions.map((treeFunction) => pageText(treeFunction.name)),
      file,
      line: functions.map((treeFunction) => treeFunction.line),
      runtime: functions.map((treeFunction) => (treeFunction.isRuntime ? 1 : 0)),
      word,
    },
    files: [...files.keys()].map((name) => pageText(name, 500)),
    words,
    reasons,
    nodes: {
      depth: depths(tree.parent),
      frame: [...tree.frame.subarray(1)],
      base: numbersOf(tree.base),
      head: numbersOf(tree.head),
    },
    tags: source.tags === undefined ? [] : pageTags(source.tags.base, source.tags.head),
  };
}

/** Which of it is counted, and which is put together. */
function unfoldedNote({ circles, rare, small }: UnfoldedFrom): string {
  const cut = circles === 0 ? '' : `${plural(circles, 'call')} back to a function above`;
  const few = small === 0 ? '' : `${plural(small, 'call')} below 0.01 % of the total`;
  const left = [cut, few].filter((text) => text !== '').join(' and ');
  return [
    'This tree is put together from calls between pairs of functions: what a function takes itself is counted, and is shared out over its callers by what their calls of it took.',
    ...(rare === 0
      ? []
      : [
          'What less than one in 100 operations calls (the start, a collector) begins a stack of its own.',
        ]),
    ...(left === '' ? [] : [`Not followed: ${left}; their cost is in the frames that are shown.`]),
  ].join(' ');
}

/** Weighted values have digits that nobody sees. */
const numbersOf = (values: Float64Array): number[] =>
  Array.from(values.subarray(1), (value) =>
    Number.isInteger(value) ? value : Number(value.toPrecision(6)),
  );

function numberIn(known: Map<string, number>, text: string): number {
  const found = known.get(text);
  if (found !== undefined) return found;
  known.set(text, known.size);
  return known.size - 1;
}

/** Small numbers that repeat: a fifth of what parents would take, packed. */
function depths(parent: Int32Array): number[] {
  const depth = new Int32Array(parent.length);
  depth[0] = -1;
  for (let node = 1; node < depth.length; node++) {
    depth[node] = (depth[parent[node] as number] as number) + 1;
  }
  return [...depth.subarray(1)];
}

/** Word 0 is for functions that nothing was found of. */
function wordsOf({ tree: { functions }, functions: judged }: GraphSource): {
  readonly words: readonly PageWord[];
  readonly word: readonly number[];
  readonly reasons: Readonly<Record<number, string>>;
} {
  const words: PageWord[] = [{ text: '', tone: 'plain' }];
  const known = new Map<string, number>();
  const ofName = new Map<string, number>();
  const why = new Map<string, string>();
  for (const row of judged) {
    // Shown beside the change, `ok` of what nobody tested would say too much.
    if (row.p === null && row.verdict === 'ok') continue;
    const text = row.verdict === 'ok' ? 'none' : functionWords(row);
    let at = known.get(text);
    if (at === undefined) {
      at = words.push({ text, tone: toneOf(row.verdict) }) - 1;
      known.set(text, at);
    }
    ofName.set(row.name, at);
    if (row.verdict !== 'ok') why.set(row.name, pageText(reasonAndCost(row), 1000));
  }
  const reasons: Record<number, string> = {};
  for (const [f, { name }] of functions.entries()) {
    const reason = why.get(name);
    if (reason !== undefined) reasons[f] = reason;
  }
  return { words, word: functions.map(({ name }) => ofName.get(name) ?? 0), reasons };
}

/** Keys in the order of the head, values by the larger side falling. */
function pageTags(base: TagTotals, head: TagTotals): PageTag[] {
  return [...new Set([...head.keys(), ...base.keys()])].map((key) => {
    const [before, now] = [base.get(key), head.get(key)];
    const values = [...new Set([...(now?.keys() ?? []), ...(before?.keys() ?? [])])]
      .map((value) => ({ value, base: before?.get(value) ?? 0, head: now?.get(value) ?? 0 }))
      .sort((a, b) => Math.max(b.base, b.head) - Math.max(a.base, a.head));
    return {
      key: pageText(key, 120),
      values: values
        .slice(0, MOST_TAG_VALUES)
        .map((item) => ({ ...item, value: pageText(item.value, 200) })),
      more: Math.max(0, values.length - MOST_TAG_VALUES),
    };
  });
}
