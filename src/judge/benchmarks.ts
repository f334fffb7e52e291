/**
 * One comparison of benchmarks gets its verdict. Policy only: every number was computed before.
 *
 * Regressed needs both the evidence (the adjusted p is under alpha) and the size (the delta
 * reaches the threshold; for rounds on one machine: the bound reaches it, because there the margin
 * is less than the threshold and between the two either answer is right). Unchanged needs evidence too: the one-sided 95 % bound excludes the
 * threshold; "not significant" is not "unchanged". What is neither is inconclusive.
 */
import type { Comparison, ComparisonVerdict, JudgedComparison } from '../model.ts';
import { change, percent, plural } from './words.ts';

export interface ComparisonPolicy {
  readonly threshold: number;
  readonly gated: boolean;
}

export function judgeComparison(
  of: Comparison,
  policy: ComparisonPolicy,
  alpha: number,
): JudgedComparison {
  const { verdict, reason } = decide(of, policy.threshold, alpha);
  const directed = of.better !== 'unknown';
  return {
    ...of,
    threshold: policy.threshold,
    gated: policy.gated && directed,
    verdict,
    reason: !policy.gated
      ? `${reason} (not gated: the configuration says so)`
      : !directed
        ? `${reason} (not gated: nothing says whether more ${of.unit} is better)`
        : reason,
    screened: null,
  };
}

interface Decision {
  readonly verdict: ComparisonVerdict;
  readonly reason: string;
}

function decide(of: Comparison, threshold: number, alpha: number): Decision {
  if (of.base === null) return { verdict: 'new', reason: 'the base does not have it yet' };
  if (of.head === null) {
    return { verdict: 'missing', reason: 'the base measures it, this run did not' };
  }
  if (of.test === 'exact') return decideExact(of, threshold);
  return decideNoisy(of, threshold, alpha);
}

/** How much worse the head's centre is, as a ratio; negative when better. */
function worsening(of: Comparison): number {
  const size =
    of.delta ?? Math.sign((of.head?.center ?? 0) - (of.base?.center ?? 0)) * Number.MAX_VALUE;
  return of.better === 'higher' ? -size : size;
}

function decideExact(of: Comparison, threshold: number): Decision {
  const worse = worsening(of);
  const size = of.delta === null ? 'from zero' : `by ${percent(of.delta)}`;
  if (of.p === 0 && worse !== 0 && Math.abs(worse) >= threshold) {
    return worse > 0
      ? { verdict: 'regressed', reason: `worse ${size}, and this metric does not vary` }
      : { verdict: 'improved', reason: `better ${size}, and this metric does not vary` };
  }
  if (of.p === 0 || of.worst === null || of.worst < threshold || of.worst === 0) {
    return of.p === 0
      ? {
          verdict: 'unchanged',
          reason: `moved ${size}, under the threshold of ${percent(threshold)}`,
        }
      : { verdict: 'unchanged', reason: 'the same in every run' };
  }
  return {
    verdict: 'inconclusive',
    reason: `the values overlap with the base's, but it may be worse by up to ${percent(of.worst)}`,
  };
}

function decideNoisy(of: Comparison, threshold: number, alpha: number): Decision {
  const worse = worsening(of);
  const evident = of.pAdjusted !== null && of.pAdjusted < alpha;
  const reaches =
    of.test === 'paired' ? worse > 0 && (of.worst ?? 0) >= threshold : worse >= threshold;
  if (evident && reaches) {
    return { verdict: 'regressed', reason: beyondNoise(of) };
  }
  if (evident && -worse >= threshold) {
    return { verdict: 'improved', reason: beyondNoise(of) };
  }
  if (of.worst !== null && of.worst < threshold) {
    const ruledOut = `a change of ${percent(threshold)} for the worse is ruled out`;
    return {
      verdict: 'unchanged',
      reason: of.test === 'paired' ? `${ruledOut} ${here(of)}` : ruledOut,
    };
  }
  return { verdict: 'inconclusive', reason: undecided(of, worse, threshold) };
}

/** 'in 10 rounds here' */
const here = (of: Comparison): string => `in ${plural(of.head?.runs ?? 0, 'round')} here`;

function beyondNoise(of: Comparison): string {
  if (of.test === 'paired') return `${change(of.delta, of.ci)} ${here(of)}`;
  return of.test === 'run-level'
    ? 'more than runs of main differ by among themselves'
    : 'more than the samples differ by among themselves';
}

function undecided(of: Comparison, worse: number, threshold: number): string {
  if (of.test === 'none') return 'no round measured it on both sides';
  if (of.test === 'paired') return undecidedHere(of);
  if (of.worst === null) {
    return of.delta === null || of.delta === 0
      ? 'one sample on a side has no spread to judge by'
      : `moved by ${percent(of.delta)}, but one sample on a side has no spread to judge by`;
  }
  const seen =
    of.detectable === null ? '' : `; a change of ${percent(of.detectable)} would be seen`;
  if (worse < threshold) {
    return `may be worse by up to ${percent(of.worst)}${seen}`;
  }
  const differs = of.within !== null && of.within.p < 0.01;
  const trap =
    differs && of.base?.runs === 1
      ? ': the samples differ, but one baseline run cannot tell a slower machine from slower code'
      : '';
  return `looks worse by ${percent(worse)}, but that is not beyond what runs of main differ by${trap}${seen}`;
}

function undecidedHere(of: Comparison): string {
  if (of.worst === null) return `undecided ${here(of)}: too few to tell`;
  const seen =
    of.detectable === null ? '' : `; a change of ${percent(of.detectable)} would be seen`;
  return `undecided ${here(of)}: ${change(of.delta, of.ci)}, may be worse by up to ${percent(of.worst)}${seen}`;
}
