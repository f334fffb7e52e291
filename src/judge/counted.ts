/**
 * The first line of what was counted: by how much, from what to what, and which functions make up the
 * change. Instructions of functions add up, so a function has a part of the change and no share of a profile.
 */
import type { JudgedComparison } from '../model/comparison.ts';
import type { CountedFunction, CountedFunctions, CountsUse } from '../model/counts.ts';
import { name, strong } from '../text/marked.ts';
import { countBenchmarks, shortName } from '../text/names.ts';
import { counted, countedChange, percent, plural, signed } from '../text/numbers.ts';
import { placeOf } from './blame.ts';
import { capital, compared, gated, type HeadlineInput, more } from './pieces.ts';
import { nameIn, worse } from './saying.ts';

/** Functions that a first line has room for. */
const mostNamed = 3;

/** 'Encode takes 97 % more instructions (5,723 -> 11,286 an operation): codec.append +5,742 of +5,563 (...)' */
export function countedMore(
  input: HeadlineInput,
  row: JudgedComparison,
  rows: readonly JudgedComparison[],
): string {
  return `${takes(input, row)}${more(rows)}${because(input, row)}`;
}

function takes(input: HeadlineInput, row: JudgedComparison): string {
  const delta = row.delta ?? 0;
  const [base, head] = [row.base, row.head].map((side) => counted(side?.center ?? 0));
  const each = countsOf(input, row)?.iterations == null ? 'a run' : 'an operation';
  const less = delta < 0 ? 'fewer' : 'more';
  return `${strong(`${nameIn(input, row)} takes ${percent(delta)} ${less} instructions`)} (${base} -> ${head} ${each})`;
}

const countsOf = ({ counts }: HeadlineInput, row: JudgedComparison) =>
  counts?.benchmarks.find((one) => one.package === row.package && one.benchmark === row.benchmark);

function because(input: HeadlineInput, row: JudgedComparison): string {
  const functions = countsOf(input, row)?.functions ?? null;
  if (functions === null || functions.moved.length === 0) return '';
  const change = (row.head?.center ?? 0) - (row.base?.center ?? 0);
  return `: ${functionsInWords(functions, change)}`;
}

/**
 * 'codec.appendEscaped +5,742 of +5,563 (codec/escape.go:24), memmove -152, nothing else above 3': first the one that
 * moved most to the side of the benchmark. Where a callee is inlined its caller moves to the other side, perhaps further.
 */
function functionsInWords({ moved, rest }: CountedFunctions, change: number): string {
  const by = (one: CountedFunction): number => one.head - one.base;
  const cause = moved.find((one) => Math.sign(by(one)) === Math.sign(change));
  const inOrder = cause === undefined ? moved : [cause, ...moved.filter((one) => one !== cause)];
  const named = inOrder.slice(0, mostNamed).map((one, i) => {
    const part = countedChange(by(one));
    const first = i === 0 ? ` of ${countedChange(change)}${placeOf(one)}` : '';
    return `${name(shortName(one.name))} ${part}${first}`;
  });
  const left = inOrder
    .slice(mostNamed)
    .reduce((most, one) => Math.max(most, Math.abs(by(one))), rest);
  return [...named, `nothing else above ${counted(Math.ceil(left))}`].join(', ');
}

/** 'Nothing takes more instructions in 5 benchmarks, counted here with ...: +1 % would have been seen.' */
export function countedNothing(input: HeadlineInput, { counter }: CountsUse): string {
  const rows = gated(input, 'faster');
  const best = rows.toSorted((a, b) => worse(a) - worse(b))[0];
  const better =
    best === undefined ? '' : `${takes(input, best)}${more(rows)}${because(input, best)}; `;
  const count = compared(input);
  const open = input.comparisons.flatMap((row) => (row.gated ? (row.detectable ?? []) : []));
  const seen =
    open.length === 0
      ? ''
      : `; ${signed(Math.max(...open))} would have been detected${count > 1 ? ' in each' : ''}`;
  const left = countBenchmarks(gated(input, 'new'));
  const added = left === 0 ? '' : `; ${plural(left, 'benchmark')} new`;
  const line = `nothing takes more instructions in ${plural(count, 'benchmark')}, counted here with ${counter}${seen}${added}`;
  return `${better === '' ? capital(line) : `${better}${line}`}.`;
}
