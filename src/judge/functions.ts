/**
 * One function of a profile gets its verdict. Policy only.
 *
 * Three head profiles that hold the function are needed to fail, because the clumping of samples
 * within one profile is not seen from inside it; fewer can only warn. Only CPU time is gated unless
 * the policy asks for more: delays of locks and bytes of live heap are too heavy-tailed to block
 * anybody by default (docs/statistics.md).
 */
import type { ComparisonVerdict, FunctionComparison, JudgedFunction } from '../model.ts';
import { plural, points } from './words.ts';

export const profilesToFail = 3;

export interface FunctionPolicy {
  readonly threshold: number;
  readonly gated: boolean;
  /** The sample types that are gated; of CPU time unless said. */
  readonly profiles?: readonly string[];
}

export function judgeFunction(
  of: FunctionComparison,
  policy: FunctionPolicy,
  alpha: number,
): JudgedFunction {
  const { verdict, reason } = decide(of, policy.threshold, alpha);
  const gated =
    policy.gated && of.p !== null && (policy.profiles ?? cpuTime).includes(of.sampleType.type);
  return { ...of, threshold: policy.threshold, gated, verdict, reason };
}

const cpuTime = ['cpu', 'cpu-time', 'cpu_time', 'samples'];

function decide(
  of: FunctionComparison,
  threshold: number,
  alpha: number,
): { verdict: ComparisonVerdict; reason: string } {
  if (of.p === null || of.worst === null) {
    return { verdict: 'unchanged', reason: `too small a share to reach ${points(threshold)}` };
  }
  const evident = of.pAdjusted !== null && of.pAdjusted < alpha;
  const moved = points(of.flatDelta);
  if (evident && of.flatDelta >= threshold) {
    if (of.headProfiles >= profilesToFail) {
      return { verdict: 'regressed', reason: 'more than runs of main differ by among themselves' };
    }
    return {
      verdict: 'inconclusive',
      reason: `heavier by ${moved} in ${plural(of.headProfiles, 'profile')}; ${profilesToFail} are needed to fail for it`,
    };
  }
  if (evident && -of.flatDelta >= threshold) {
    return { verdict: 'improved', reason: 'more than runs of main differ by among themselves' };
  }
  if (of.worst < threshold) {
    return { verdict: 'unchanged', reason: `a rise of ${points(threshold)} is ruled out` };
  }
  const seen = of.detectable === null ? '' : `; a rise of ${points(of.detectable)} would be seen`;
  return { verdict: 'inconclusive', reason: `may be up to ${points(of.worst)} heavier${seen}` };
}
