/**
 * Instructions as the first look at a suspect of stored runs, before its rounds. What takes evidently more of
 * them is slower, with no round run. What takes the same is most likely the machine's doing, but instructions
 * see neither memory nor locks nor waiting: rounds have the last word, and without them equal
 * counts clear a small suspicion only. Policy alone; counting is the gate's.
 */
import type { Instructions, JudgedComparison } from '../model/comparison.ts';
import { benchmarkKey, seriesKey } from '../model/keys.ts';
import { isTime, isTimed } from '../model/units.ts';
import { percent } from '../text/numbers.ts';
import { type Asked, screening, suspects, worsening } from './confirm.ts';
import type { Judged } from './gate.ts';

/** Equal counts alone clear no suspicion above this. */
export const mostCleared = 0.2;

/** Rows whose instructions say something: suspects by time. Where everything is asked for, rounds answer. */
export const countable = (screened: Judged, asked: Asked): JudgedComparison[] =>
  asked.only === null
    ? []
    : suspects(screened, asked).filter(
        (row) =>
          (row.verdict === 'slower' || row.verdict === 'suspect') &&
          (isTime(row.unit) || isTimed(row.unit)),
      );

/** After counting: what is known of each suspect, and what rounds must still answer for. */
export interface FirstLook {
  /** The screened rows; suspects with what was counted, and what takes more as rows of its own. */
  readonly judged: Judged;
  /** Null where nothing is left. */
  readonly asked: Asked | null;
}

/** `counted`: rows of test `counted`, judged; `slower` among them is red. */
export function firstLook(
  screened: Judged,
  asked: Asked,
  counted: readonly JudgedComparison[],
): FirstLook {
  const found = new Map(counted.map((row) => [benchmarkKey(row), row]));
  const open = new Map(countable(screened, asked).map((row) => [seriesKey(row), row]));
  const comparisons = screened.comparisons.map((row) => {
    const instructions = open.has(seriesKey(row)) ? told(found.get(benchmarkKey(row))) : null;
    return instructions === null ? row : { ...row, instructions };
  });
  const risen = [...found.values()].filter((row) => row.gated && row.verdict === 'slower');
  const red = new Set(risen.map(benchmarkKey));
  const worst = (item: JudgedComparison) =>
    [...open.values()]
      .filter((row) => benchmarkKey(row) === benchmarkKey(item))
      .toSorted((a, b) => worsening(b, b.delta ?? 0) - worsening(a, a.delta ?? 0))[0];
  const added = risen.flatMap((row) => {
    const from = worst(row);
    if (from === undefined) return [];
    const looked = { delta: from.delta, runs: from.base?.runs ?? 0, verdict: from.verdict };
    return [
      {
        ...row,
        screened: looked,
        reason: `${screening(from, screened.baseline.name)}; ${row.reason}`,
      },
    ];
  });
  const judged = { ...screened, comparisons: [...comparisons, ...added] };
  return { judged, asked: without(screened, asked, red) };
}

/** A red gate needs no rounds for what merely might be worse. */
function without(screened: Judged, asked: Asked, red: ReadonlySet<string>): Asked | null {
  if (red.size === 0) return asked;
  const left = suspects(screened, asked).filter((row) => !red.has(benchmarkKey(row)));
  if (!left.some(({ verdict }) => verdict === 'slower' || verdict === 'suspect')) return null;
  return {
    ...asked,
    only: [...new Set(left.map((row) => row.benchmark))],
    wanted: (row) => asked.wanted(row) && !red.has(benchmarkKey(row)),
  };
}

/** Null where the runs of one side do not do the same work: that tells nothing. */
function told(row: JudgedComparison | undefined): Instructions | null {
  if (row === undefined || row.test !== 'counted' || row.delta === null) return null;
  if (row.verdict === 'not-run') return null;
  if (row.p === 0) return { delta: row.delta, change: row.delta > 0 ? 'more' : 'fewer' };
  // What cannot see the change that matters has not seen that there is none.
  return (row.detectable ?? 1) > row.threshold ? null : { delta: row.delta, change: 'same' };
}

/**
 * The rows at the end, `first` as they were after counting. Rounds decided where they could; what they
 * did not answer is cleared where it takes the same instructions and looked worse by no more than
 * `mostCleared`, unless `mayClear` says no.
 */
export function withInstructions(after: Judged, first: Judged, mayClear: boolean): Judged {
  const counted = new Map(first.comparisons.map((row) => [seriesKey(row), row.instructions]));
  const comparisons = after.comparisons.map((row) => {
    const instructions = counted.get(seriesKey(row));
    if (instructions === undefined || row.test === 'counted') return row;
    if (mayClear && isClearable(row, instructions))
      return cleared(row, instructions, after.baseline.name);
    return { ...row, instructions, reason: `${row.reason}; it takes ${inWords(instructions)}` };
  });
  return { ...after, comparisons };
}

function isClearable(row: JudgedComparison, { change }: Instructions): boolean {
  // What is beyond anything that main's own runs did is no mere suspicion.
  if (row.test !== 'run-level' || row.verdict !== 'suspect' || change !== 'same') return false;
  const sizes = [row.delta, row.own].map((delta) =>
    delta === null ? null : worsening(row, delta),
  );
  return sizes.every((size) => size !== null && size <= mostCleared);
}

const cleared = (
  row: JudgedComparison,
  instructions: Instructions,
  base: string,
): JudgedComparison => ({
  ...row,
  instructions,
  verdict: 'ok',
  screened: { delta: row.delta, runs: row.base?.runs ?? 0, verdict: row.verdict },
  reason: `${screening(row, base)}, takes ${inWords(instructions)} and could not be measured again here: most likely this machine`,
});

/** Cleared by its instructions alone. */
export const isClearedByCounts = (row: JudgedComparison): boolean =>
  row.instructions !== undefined && row.test === 'run-level' && row.screened !== null;

/** 'the same instructions', '3 % fewer instructions' */
export const inWords = ({ delta, change }: Instructions): string =>
  change === 'same' ? 'the same instructions' : `${percent(delta)} ${change} instructions`;

/** ', although it takes the same instructions: ...', of what is slower all the same; else ''. */
export function although({ instructions, test }: JudgedComparison): string {
  if (instructions === undefined) return '';
  if (instructions.change === 'more') return `, with ${inWords(instructions)}`;
  const elsewhere = test === 'paired' ? ': look at memory, locks and I/O' : '';
  return `, although it takes ${inWords(instructions)}${elsewhere}`;
}

/** What a suspect's instructions do not clear, as a sentence; else ''. */
export function notCleared({ instructions, test }: JudgedComparison): string {
  if (instructions === undefined) return '';
  const alone =
    instructions.change === 'same' && test === 'run-level'
      ? `, which alone clears nothing above ${percent(mostCleared)}`
      : '';
  return ` It takes ${inWords(instructions)}${alone}.`;
}
