/**
 * The verdict of the whole gate, from the verdicts of its rows. Policy only.
 *
 * fail: something gated is slower, the suite is, or the benchmark program itself failed. suspect: something
 * looks slower. incomplete: something is missing, could not be run or read, or cannot show what the team asks
 * to see. pass: none of these, and something was compared.
 */
import type { JudgedComparison } from '../model/comparison.ts';
import type { CountsUse } from '../model/counts.ts';
import type { JudgedFunction, ProfileComparison } from '../model/functions.ts';
import { isTimed } from '../model/units.ts';
import type {
  BaselineUse,
  FailOn,
  GateVerdict,
  RoundsUse,
  Shift,
  Sight,
} from '../model/verdict.ts';
import type { Warning } from '../model/warning.ts';
import { quantile } from '../stats/summary.ts';

export interface Judged {
  readonly comparisons: readonly JudgedComparison[];
  readonly functions: readonly JudgedFunction[];
  readonly profiles: readonly ProfileComparison[];
  /** Of the stored runs. */
  readonly p: number | null;
  readonly shift: Shift | null;
  readonly dedicated: boolean;
  readonly baseline: BaselineUse;
  readonly rounds: RoundsUse | null;
  readonly counts?: CountsUse | undefined;
  readonly warnings: readonly Warning[];
}

export function judgeGate(judged: Judged): GateVerdict {
  const rows = gatedRows(judged);
  const has = (verdict: string) => rows.some((row) => row.verdict === verdict);
  // A suite that moved as one is measured again as a whole (judge/confirm.ts).
  const shift = judged.rounds === null ? judged.shift?.verdict : undefined;
  if (has('slower') || shift === 'slower' || hasFailed(judged)) return 'fail';
  const isHere = judged.rounds !== null || judged.counts !== undefined;
  if (judged.baseline.runs === 0 && !isHere) return 'no-baseline';
  if (has('suspect') || shift === 'suspect') return 'suspect';
  return isIncomplete(judged) ? 'incomplete' : 'pass';
}

const gatedRows = (judged: Pick<Judged, 'comparisons' | 'functions'>) =>
  [...judged.comparisons, ...judged.functions].filter((row) => row.gated);

const hasFailed = ({ warnings }: Pick<Judged, 'warnings'>): boolean =>
  warnings.some(({ kind }) => kind === 'failed');

/** What was compared: a gate without any of it has seen nothing. */
const compared = new Set(['slower', 'suspect', 'faster', 'ok', 'moved', 'moved-with-suite']);

/** What was to be measured or read, and was not. */
const stopsAPass = new Set<Warning['kind']>(['unmeasured', 'profile', 'lost']);

/** Whether a pass would be silent about something, whatever else was found. */
export function isIncomplete(
  judged: Pick<Judged, 'comparisons' | 'functions' | 'warnings'>,
): boolean {
  const rows = gatedRows(judged);
  return (
    rows.some(({ verdict }) => verdict === 'missing' || verdict === 'not-run') ||
    judged.comparisons.some((row) => row.blind) ||
    judged.warnings.some(({ kind }) => stopsAPass.has(kind)) ||
    !rows.some(({ verdict }) => compared.has(verdict))
  );
}

/**
 * From which change on the benchmarks would have been suspects; null where none was compared by noise. Their times, where
 * they have any: bytes that depend on the number of iterations vary many times over.
 */
export function sightOf({ comparisons }: Pick<Judged, 'comparisons'>): Sight | null {
  const rows = comparisons.filter(
    (row) =>
      row.gated &&
      row.toldBy === undefined &&
      row.test !== 'exact' &&
      // What was counted of a suspect says nothing of the benchmarks that were not.
      !(row.test === 'counted' && row.screened !== null),
  );
  const timed = rows.filter((row) => isTimed(row.unit));
  const seen = (timed.length > 0 ? timed : rows).flatMap(({ detectable }) => detectable ?? []);
  return seen.length === 0 ? null : { half: quantile(seen, 0.5), most: quantile(seen, 0.9) };
}

/** Exit status of the command line; the action fails its job on anything but 0. */
export function exitStatus(
  item: Pick<Judged, 'comparisons' | 'functions' | 'warnings'> & { readonly verdict: GateVerdict },
  failOn: FailOn,
): 0 | 1 | 3 {
  if (item.verdict === 'fail') return failOn.includes('regression') ? 1 : 0;
  if (item.verdict === 'pass') return 0;
  if (item.verdict === 'suspect' && failOn.includes('suspect')) return 3;
  const open = item.verdict === 'no-baseline' || isIncomplete(item);
  return open && failOn.includes('incomplete') ? 3 : 0;
}
