/** What the first line is made of, and the pieces of sentences that several answers share. */
import type { JudgedComparison } from '../model/comparison.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Warning } from '../model/warning.ts';
import { typed } from '../text/marked.ts';
import { countBenchmarks } from '../text/names.ts';
import { percent, plural } from '../text/numbers.ts';
import { worse } from './saying.ts';

/** What the first line is made of: all of the verdict but the line itself. */
export type HeadlineInput = Pick<
  Verdict,
  | 'comparisons'
  | 'functions'
  | 'profiles'
  | 'shift'
  | 'dedicated'
  | 'baseline'
  | 'rounds'
  | 'counts'
  | 'warnings'
  | 'p'
  | 'sight'
>;

/** Rows that count, once each: B/s of a sec/op is the same measurement in another unit. */
export const gated = (
  input: HeadlineInput,
  ...verdicts: readonly string[]
): readonly JudgedComparison[] =>
  input.comparisons.filter((row) => row.gated && isOwn(row) && verdicts.includes(row.verdict));

export const isOwn = (row: JudgedComparison): boolean => row.follows === null;

/** Benchmarks that both sides have. */
export const compared = (input: HeadlineInput): number =>
  countBenchmarks(
    input.comparisons.filter((row) => row.gated && isOwn(row) && row.base && row.head),
  );

/** What a benchmark counts, whether it varies or not. */
const counts: readonly string[] = ['B/op', 'allocs/op'];

/** The row that says most: what was timed before what was counted, the worst first. */
export function first(rows: readonly JudgedComparison[]): JudgedComparison | undefined {
  const rank = (row: JudgedComparison): number =>
    row.test === 'exact' || counts.includes(row.unit) ? 1 : 0;
  return rows.toSorted((a, b) => rank(a) - rank(b) || worse(b) - worse(a))[0];
}

/** ' (+2 more)', or '' where the rows are of one benchmark. */
export function more(rows: readonly JudgedComparison[]): string {
  const others = countBenchmarks(rows) - 1;
  return others > 0 ? ` (+${others} more)` : '';
}

export const storedRuns = (input: HeadlineInput): string =>
  `against ${plural(input.baseline.runs, 'run')} of ${input.baseline.name}`;

/** Counts take the place of times; else they are of suspects of stored runs. */
export const isCountedAlone = (input: Pick<HeadlineInput, 'counts' | 'baseline'>): boolean =>
  input.counts !== undefined && input.baseline.runs === 0;

/** What the head was compared with. */
export function against(input: HeadlineInput): string {
  if (input.counts !== undefined && isCountedAlone(input))
    return `counted here with ${input.counts.counter}`;
  if (input.rounds === null) return storedRuns(input);
  const text = `in ${plural(input.rounds.rounds, 'round')} here`;
  return input.baseline.runs === 0 ? text : `${storedRuns(input)} and ${text}`;
}

/** 'in 8 rounds here', of a row that was measured here. */
export const roundsOf = (row: JudgedComparison): string => plural(row.head?.runs ?? 0, 'round');

/** 'Other work took 60 % of this machine's CPU during the measurement', where most rounds had to do without. */
export function takenFrom({ rounds }: HeadlineInput): string | null {
  const taken = rounds?.taken ?? null;
  if (taken === null) return null;
  const who = taken.by === 'host' ? 'The host' : 'Other work';
  return `${who} took ${percent(taken.share)} of this machine's CPU during the measurement`;
}

/** What would decide what the rounds left open. */
export function whatDecides(input: HeadlineInput): string {
  const taken = takenFrom(input);
  if (taken === null) return `More time (${typed('max-time')}) or a longer benchmark can`;
  const quieter = input.rounds?.taken?.by === 'host' ? 'another machine' : 'a quiet machine';
  return `${taken}: measure on ${quieter} to decide it`;
}

/** Rounds left a suspect, or could not rule out a change by the threshold everywhere. */
export const isLeftOpen = ({ comparisons }: HeadlineInput): boolean =>
  comparisons.some(
    ({ gated, test, verdict, worst, threshold, toldBy }) =>
      gated &&
      test === 'paired' &&
      (verdict === 'suspect' ||
        (verdict === 'ok' && toldBy === undefined && worst !== null && worst >= threshold)),
  );

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** 'bench.txt:14: --- FAIL: BenchmarkX', short enough for a line. */
export function told({ file, line, message }: Warning): string {
  const place = file === undefined ? '' : line === undefined ? `${file}: ` : `${file}:${line}: `;
  return cut(`${place}${message.replace(/\.$/, '')}`, 160);
}

export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;
