/**
 * What a terminal shows while rounds are run: a line a benchmark with its interval so far, then how
 * far it is. Lines alone; where they are drawn is the command line's.
 */
import type { JudgedComparison } from '../model/comparison.ts';
import { benchmarkKey } from '../model/keys.ts';
import { isTime } from '../model/units.ts';
import type { Verdict } from '../model/verdict.ts';
import { benchmarkNames } from '../text/names.ts';
import { change, duration } from '../text/numbers.ts';
import { logLine, logName } from './escape.ts';

export interface LiveState {
  /** Of the last look; null before the first. */
  readonly verdict: Verdict | null;
  /** Benchmarks that need more rounds, by name. */
  readonly open: readonly string[];
  /** All is decided, and the rounds go on for the name of a function. */
  readonly seeksCause: boolean;
  readonly count: number;
  readonly most: number;
  /** Rounds before anything is looked at. */
  readonly firstLook: number;
  /** Seconds until max-time. */
  readonly left: number;
  /** Whether keys are heard, and q was. */
  readonly keys: 'none' | 'heard' | 'stopping';
}

/** At most `rows` lines of at most `columns` characters. */
export function liveLines(
  state: LiveState,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): string[] {
  const shown = state.verdict === null ? [] : oneEach(state.verdict.comparisons, state.open);
  const room = Math.max(1, rows - 2);
  const listed = shown.length > room ? shown.slice(0, room - 1) : shown;
  const name = benchmarkNames(shown);
  const width = Math.min(
    Math.max(0, ...listed.map((row) => [...name(row)].length)),
    Math.max(10, Math.floor(columns / 2)),
  );
  const lines = listed.map((row) => {
    const isOpen = state.open.includes(row.benchmark);
    const said = isOpen ? 'measuring' : row.verdict;
    const size = row.base === null || row.head === null ? '' : change(row.delta, row.ci);
    return `${logName(name(row), width).padEnd(width)}  ${said.padEnd(9)}  ${size}`;
  });
  const more = shown.length - listed.length;
  const rest = more > 0 ? [`and ${more} more`] : [];
  return [...lines, ...rest, status(state, shown)].map((line) => logLine(line, columns - 1));
}

function status(state: LiveState, rows: readonly JudgedComparison[]): string {
  const decided = rows.filter((row) => !state.open.includes(row.benchmark)).length;
  const looked =
    state.verdict === null
      ? `first look after ${state.firstLook}`
      : state.seeksCause
        ? 'all decided, looking for the function that did it'
        : `${decided} of ${rows.length} decided`;
  const keys =
    state.keys === 'none'
      ? ''
      : state.keys === 'heard'
        ? '; q stops and judges'
        : '; stops after this round';
  return `round ${state.count} of at most ${state.most}; ${looked}; ${duration(state.left)} left${keys}`;
}

/** A benchmark's time, or what else it has; those that are still measured come first. */
function oneEach(
  comparisons: readonly JudgedComparison[],
  open: readonly string[],
): readonly JudgedComparison[] {
  const rows = new Map<string, JudgedComparison>();
  for (const row of comparisons) {
    const key = benchmarkKey(row);
    const other = rows.get(key);
    if (other === undefined || (isTime(row.unit) && !isTime(other.unit))) rows.set(key, row);
  }
  const rank = (row: JudgedComparison) =>
    open.includes(row.benchmark) ? 0 : row.verdict === 'ok' ? 2 : 1;
  return [...rows.values()].sort((a, b) => rank(a) - rank(b));
}
