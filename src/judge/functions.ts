/**
 * One function of a profile gets its verdict. Policy only.
 *
 * What is judged is the rise with the head on main's scale. To fail takes three profiles of one
 * program in the head that hold the function, because the clumping of samples within one profile is
 * not seen from inside it, and three runs of main, because what runs differ by is otherwise a guess;
 * with fewer it can only warn. Cost that only changed its name never fails. Only CPU time is gated
 * unless the policy asks for more: delays of locks and bytes of live heap are too heavy-tailed to
 * block anybody by default (docs/statistics.md).
 */
import type {
  FunctionComparison,
  FunctionVerdict,
  JudgedFunction,
  Moved,
} from '../model/functions.ts';
import { oneIn, plural, points } from '../text/numbers.ts';

export const profilesToFail = 3;
export const runsToFail = 3;
/** How often chance may make any function of unchanged code a suspect: it is measured again, or only told. */
const suspectAlpha = 0.05;

export interface FunctionPolicy {
  readonly threshold: number;
  readonly gated: boolean;
  /** The sample types that are gated; of CPU time unless said. */
  readonly profiles?: readonly string[];
  /** Why the two sides' profiles are not of the same work, if they are not: no share fails then. */
  readonly otherWork?: string | undefined;
}

export function judgeFunction(
  row: FunctionComparison,
  policy: FunctionPolicy,
  alpha: number,
): JudgedFunction {
  const { verdict, reason } = decide(row, policy, alpha);
  const gated = isGated(row, policy);
  const former = row.formerName === null ? '' : `; the base calls it ${row.formerName}`;
  return { ...row, threshold: policy.threshold, gated, verdict, reason: `${reason}${former}` };
}

/** Whether a function may fail the gate, or make it suspect. */
export const isGated = (
  row: Pick<FunctionComparison, 'name' | 'p' | 'sampleType' | 'background'>,
  { gated, profiles = cpuTime }: FunctionPolicy,
): boolean =>
  gated &&
  !row.background &&
  row.p !== null &&
  profiles.includes(row.sampleType.type) &&
  !isInterruption(row.name);

/** Sample types of the time that a program takes. */
export const cpuTime: readonly string[] = ['cpu', 'cpu-time', 'cpu_time', 'samples'];

/**
 * Where Go's scheduler interrupts a function: the sample belongs to that function. How often the
 * profiler's signal meets the scheduler's changes from one recording to the next: 0 to 30 % of all samples.
 */
export const isInterruption = (name: string): boolean => name === 'runtime.asyncPreempt';

interface Decision {
  readonly verdict: FunctionVerdict;
  readonly reason: string;
}

function decide(row: FunctionComparison, policy: FunctionPolicy, alpha: number): Decision {
  const { threshold } = policy;
  if (row.p === null || row.worst === null) {
    return { verdict: 'ok', reason: `its share is too small to rise by ${points(threshold)}` };
  }
  const evident = row.pAdjusted !== null && row.pAdjusted < alpha;
  const large = Math.abs(row.adjustedDelta) >= threshold;
  if (large && row.moved !== null && explains(row.moved, row.adjustedDelta, threshold)) {
    return { verdict: 'moved', reason: `${between(row.moved)}: ${sumOf(row.moved, threshold)}` };
  }
  if (evident && row.adjustedDelta >= threshold) return risen(row, policy);
  const { pAdjusted } = row;
  if (pAdjusted !== null && pAdjusted < suspectAlpha && row.adjustedDelta >= threshold) {
    const reason = `looks heavier by ${points(row.adjustedDelta)}; ${oneIn(pAdjusted)} runs without a change looks like this`;
    return { verdict: 'suspect', reason };
  }
  if (evident && -row.adjustedDelta >= threshold) {
    return {
      verdict: 'faster',
      reason: 'larger than the normal difference between runs of the base',
    };
  }
  if (row.worst < threshold) {
    return { verdict: 'ok', reason: `a rise of ${points(threshold)} is ruled out` };
  }
  // That a small rise cannot be ruled out is no finding.
  const seen = row.detectable === null ? '' : `smallest detectable rise: ${points(row.detectable)}`;
  return { verdict: 'ok', reason: seen };
}

/** Evidently heavier by the threshold: what is needed besides to fail for it. */
function risen(row: FunctionComparison, { threshold, otherWork }: FunctionPolicy): Decision {
  const heavier = `heavier by ${points(row.adjustedDelta)}`;
  if (otherWork !== undefined) {
    return { verdict: 'suspect', reason: `${heavier}, but ${otherWork}` };
  }
  if (row.moved !== null && row.moved.least < threshold) {
    return {
      verdict: 'suspect',
      reason: `${heavier}, but may have ${between(row.moved)}; their sum is up to ${points(row.moved.worst)} heavier`,
    };
  }
  if (row.replicates < profilesToFail) {
    return {
      verdict: 'suspect',
      reason: `${heavier} in ${plural(row.replicates, 'profile')}; ${profilesToFail} are needed before it can fail`,
    };
  }
  if (row.baseRuns < runsToFail) {
    return {
      verdict: 'suspect',
      reason: `${heavier} against ${plural(row.baseRuns, 'run')} of the base; ${runsToFail} are needed before it can fail`,
    };
  }
  return {
    verdict: 'slower',
    reason: 'larger than the normal difference between runs of the base',
  };
}

/**
 * That the sum may be heavier cannot be excluded with few samples: it is no reason to worry anybody while the sum
 * itself does not look heavier. A fall that is larger than the rise it went into is an improvement as well.
 */
const explains = (moved: Moved, delta: number, threshold: number): boolean =>
  moved.least < threshold && moved.delta < threshold && (delta > 0 || moved.delta > -threshold);

const sumOf = ({ delta, worst }: Moved, threshold: number): string =>
  delta <= -threshold
    ? `their sum is ${points(delta)} lighter`
    : worst < threshold
      ? 'their sum is unchanged'
      : `their sum is at most ${points(worst)} heavier`;

/** Three names of each end are enough to look. */
function between({ from, to }: Moved): string {
  const list = (names: readonly string[]) =>
    names.length <= 3 ? names.join(' and ') : `${names.slice(0, 3).join(', ')} and others`;
  return `moved from ${list(from)} to ${list(to)}`;
}
