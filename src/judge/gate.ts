/**
 * The verdict of the whole gate, from the verdicts of its rows. Policy only.
 *
 * fail: something gated regressed. pass: everything gated was decided and nothing regressed.
 * Everything between is inconclusive: a row that could not be decided, a benchmark that is
 * missing, a profile that main has and this run lacks, a measured program that failed, a suite that moved as one, or nothing to compare.
 */
import type {
  BaselineUse,
  GateVerdict,
  JudgedComparison,
  JudgedFunction,
  ProfileComparison,
  RoundsUse,
  Shift,
  Warning,
} from '../model.ts';

export interface Judged {
  readonly comparisons: readonly JudgedComparison[];
  readonly functions: readonly JudgedFunction[];
  readonly profiles: readonly ProfileComparison[];
  readonly shift: Shift | null;
  readonly baseline: BaselineUse;
  readonly rounds: RoundsUse | null;
  readonly warnings: readonly Warning[];
}

export function judgeGate(of: Judged): GateVerdict {
  const rows = [...of.comparisons, ...of.functions].filter((row) => row.gated);
  if (rows.some((row) => row.verdict === 'regressed')) return 'fail';
  if (of.baseline.runs === 0 && of.rounds === null) return 'no-baseline';
  const decided = rows.some(({ verdict }) => ['unchanged', 'improved', 'moved'].includes(verdict));
  const open = rows.some((row) => row.verdict === 'inconclusive' || row.verdict === 'missing');
  const failed = of.warnings.some(({ kind }) => kind === 'failed' || kind === 'profile');
  // A suite that moved as one is measured again as a whole (judge/confirm.ts).
  const shifted = of.shift?.verdict === 'beyond-history' && of.rounds === null;
  return decided && !open && !failed && !shifted ? 'pass' : 'inconclusive';
}

/** Exit status of the command line; the action fails its job on anything but 0. */
export function exitStatus(
  verdict: GateVerdict,
  failOn: 'regression' | 'inconclusive' | 'never',
): 0 | 1 | 3 {
  if (failOn === 'never' || verdict === 'pass') return 0;
  if (verdict === 'fail') return 1;
  return failOn === 'inconclusive' ? 3 : 0;
}
