/** Whether functions leak: policy on what a series of profiles shows. */
import type { Growth, GrowthVerdict, JudgedGrowth, SeriesGrowth } from '../model/growth.ts';

export interface GrowthPolicy {
  /** The rise over the series that matters, as part of the mean total. */
  readonly threshold: number;
  readonly alpha: number;
}

export function judgeGrowth(
  growth: SeriesGrowth,
  policy: GrowthPolicy,
): SeriesGrowth<JudgedGrowth> {
  const judged = (row: Growth): JudgedGrowth => ({ ...row, verdict: decide(row, policy) });
  return { ...growth, total: judged(growth.total), functions: growth.functions.map(judged) };
}

/** Growing: evident, by the threshold, and still so in the second half. */
function decide(growth: Growth, { threshold, alpha }: GrowthPolicy): GrowthVerdict {
  if (growth.pAdjusted < alpha && growth.growth >= threshold && growth.lasts) return 'growing';
  if (growth.worst < threshold) return 'steady';
  return growth.settled ? 'settled' : 'inconclusive';
}

/** Whether anything grows: a function, or the whole with no single one to blame. */
export const isLeaking = ({ total, functions }: SeriesGrowth<JudgedGrowth>): boolean =>
  [total, ...functions].some(({ verdict }) => verdict === 'growing');
