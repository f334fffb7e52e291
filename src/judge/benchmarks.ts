/**
 * One comparison of benchmarks gets its verdict. Policy only: every number was computed before.
 *
 * Slower needs the evidence and the size. Against stored runs both are in the limits (compare/benchmarks/suite.ts).
 * In rounds on one machine the evidence is the adjusted p, and the bound must reach the threshold, because
 * there the margin is less than the threshold and between the two either answer is right. A suspect has less
 * evidence, of the same kind. What is neither is ok, and says from which change on it would have been seen:
 * that something small cannot be ruled out is no finding.
 */
import {
  type Comparison,
  type ComparisonVerdict,
  type JudgedComparison,
  undecidedAlpha,
} from '../model/comparison.ts';
import { instructionsUnit, mostSpread } from '../model/counts.ts';
import { isTime, isTimed } from '../model/units.ts';
import { change, percent, plural, signed } from '../text/numbers.ts';

export interface ComparisonPolicy {
  readonly threshold: number;
  readonly gated: boolean;
  /** The slowdown that the row must be able to show, as a ratio; undefined: none is asked for. */
  readonly see?: number | undefined;
  /** What the base is called; `the base` where nobody says. */
  readonly base?: string | undefined;
}

/** How often the gate may be wrong about clean code. */
export interface Rates {
  readonly alpha: number;
  readonly suspect: number;
}

/** What looks faster is information: it may be wrong more often. */
const fasterAlpha = 0.05;

export function judgeComparison(
  row: Comparison,
  policy: ComparisonPolicy,
  rates: Rates,
): JudgedComparison {
  const { verdict, reason } = decide(row, policy, rates);
  const why = notGated(row, policy);
  const gated = why === null;
  const isOpen = verdict === 'ok' && (row.worst === null || row.worst >= policy.threshold);
  return {
    ...row,
    threshold: policy.threshold,
    gated,
    verdict,
    blind: gated && (isBlind(row, policy.see) || (isOpen && missesDouble(row))),
    reason: gated ? reason : `${reason} (not gated: ${why})`,
    screened: null,
  };
}

function notGated(row: Comparison, policy: ComparisonPolicy): string | null {
  if (row.follows !== null) return `it is the same measurement as ${row.follows}`;
  if (!policy.gated) return 'the configuration says so';
  if (row.better === 'unknown') return `it is not known whether more ${row.unit} is better`;
  return null;
}

/** Metrics that do not vary show everything. */
function isBlind(row: Comparison, see: number | undefined): boolean {
  if (see === undefined || row.base === null || row.head === null) return false;
  return row.test !== 'exact' && (row.detectable === null || row.detectable > see);
}

/**
 * Rounds so few or so disturbed that twice the time would not have been detected have decided nothing, whatever the
 * team asks to see (docs/decisions/open-rows.md). Not asked of what is counted: near zero a double is nothing.
 */
export const missesDouble = (row: Pick<Comparison, 'test' | 'unit' | 'better' | 'detectable'>) =>
  row.test === 'paired' && isTimed(row.unit) && detectableTime(row) > 1;

/** The smallest change that is detected, as a rise of the time: of a rate, half of it is twice the time. */
export function detectableTime({
  better,
  detectable,
}: Pick<Comparison, 'better' | 'detectable'>): number {
  if (detectable === null || better !== 'higher') return detectable ?? 0;
  return detectable < 1 ? detectable / (1 - detectable) : Number.POSITIVE_INFINITY;
}

interface Decision {
  readonly verdict: ComparisonVerdict;
  readonly reason: string;
}

function decide(
  row: Comparison,
  { threshold, base = 'the base' }: ComparisonPolicy,
  rates: Rates,
): Decision {
  if (row.base === null) return { verdict: 'new', reason: 'the base does not have it yet' };
  if (row.head === null) {
    return { verdict: 'missing', reason: 'the base has it, this run did not measure it' };
  }
  if (row.better === 'unknown') {
    return {
      verdict: 'ok',
      reason: row.delta === null ? 'from zero' : `moved ${change(row.delta, null)}`,
    };
  }
  if (isTime(row.unit) && row.head.center <= 0) {
    return { verdict: 'not-run', reason: `a time of ${row.head.center} is no measurement` };
  }
  if (row.test !== 'exact' && isJitter(row)) {
    return { verdict: 'ok', reason: `differs by less than ${leastBytes} B` };
  }
  switch (row.test) {
    case 'exact':
      return decideExact(row, threshold);
    case 'counted':
      return decideCounted(row, threshold);
    case 'run-level':
      return decideStored(row, threshold, base);
    case 'paired':
      return decideHere(row, threshold, rates);
    case 'welch':
    case 'mann-whitney':
      return decideSamples(row, threshold, rates);
    case 'none':
      return { verdict: 'not-run', reason: 'no round measured it on both sides' };
  }
}

function decideCounted(row: Comparison, threshold: number): Decision {
  const { spread = 0, detectable } = row;
  if (spread > mostSpread) {
    const apart = `its count is not stable: runs of the same side differ by ${percent(spread)}`;
    const advice =
      row.unit === instructionsUnit
        ? '; counting does not suit a program that waits or has several threads: measure its time (without `count`)'
        : '';
    return { verdict: 'not-run', reason: `${apart}${advice}` };
  }
  if (detectable === null)
    return { verdict: 'not-run', reason: 'one run of each side is not enough' };
  const worse = asWorse(row, row.delta);
  const equal = spread === 0 ? 'are equal' : `differ by ${percent(spread)}`;
  const runs = `counted ${row.head?.runs ?? 0} times on each side; runs of the same side ${equal}`;
  if (row.p === 0 && Math.abs(worse) >= threshold) {
    return { verdict: worse > 0 ? 'slower' : 'faster', reason: runs };
  }
  if (row.p === 0) {
    const reason = `changed by ${signed(row.delta)}, less than the threshold of ${percent(threshold)}`;
    return { verdict: 'ok', reason };
  }
  return { verdict: 'ok', reason: runs };
}

/** Bytes that are not exact are means over allocations that happen now and then: a few are nobody's. */
const leastBytes = 16;

export const isJitter = ({
  unit,
  base,
  head,
}: Pick<Comparison, 'unit' | 'base' | 'head'>): boolean =>
  unit === 'B/op' && Math.abs((head?.center ?? 0) - (base?.center ?? 0)) < leastBytes;

/** A change for the worse as a positive ratio; without one, from zero, it has no size. */
const asWorse = (row: Comparison, change: number | null): number => {
  const size =
    change ?? Math.sign((row.head?.center ?? 0) - (row.base?.center ?? 0)) * Number.MAX_VALUE;
  return row.better === 'higher' ? -size : size;
};

function decideExact(row: Comparison, threshold: number): Decision {
  const worse = asWorse(row, row.delta);
  const size = row.delta === null ? 'from zero' : `by ${percent(row.delta)}`;
  if (row.p !== 0) {
    return row.worst === 0
      ? { verdict: 'ok', reason: 'the same in every run' }
      : { verdict: 'ok', reason: 'the base has these values, too' };
  }
  if (worse !== 0 && Math.abs(worse) >= threshold) {
    return worse > 0
      ? { verdict: 'slower', reason: `worse ${size}, and this metric does not vary between runs` }
      : { verdict: 'faster', reason: `better ${size}, and this metric does not vary between runs` };
  }
  const reason = `changed ${size}, less than the threshold of ${percent(threshold)}`;
  return { verdict: 'ok', reason };
}

function decideStored(row: Comparison, threshold: number, base: string): Decision {
  const { limits } = row;
  if (limits === null) return { verdict: 'not-run', reason: 'it could not be compared' };
  const worse = asWorse(row, row.own);
  const normal = `runs of ${base} seldom differ by more than ${percent(limits.suspect)}`;
  if (row.again === 'confirmed' && worse >= threshold) {
    const reason = 'looked slower in the first run of this job, and again in this one';
    return { verdict: 'slower', reason };
  }
  if (worse > limits.suspect) {
    const isEvident = limits.slower !== null && worse > limits.slower;
    if (isEvident && row.again !== 'refuted') {
      const reason = `larger than any normal difference between runs of ${base}`;
      return { verdict: 'slower', reason };
    }
    if (row.again === 'refuted' && !isEvident) {
      return { verdict: 'ok', reason: 'looked slower in one run of this job, and not in another' };
    }
    const why =
      row.again === 'refuted'
        ? '; one run of this job shows it, and another does not'
        : limits.slower === null
          ? `; it is not known whether ${base} ran on this machine, so stored runs cannot prove it yet`
          : `; more than ${percent(limits.slower)} would be certain`;
    return { verdict: 'suspect', reason: normal + why };
  }
  if (-worse > limits.faster) {
    const reason = `runs of ${base} seldom differ by as much as ${percent(limits.faster)}`;
    return { verdict: 'faster', reason };
  }
  const seen = `smallest detectable change: ${signed(row.better === 'higher' ? -limits.suspect : limits.suspect)}`;
  const moved = asWorse(row, row.delta);
  if (Math.abs(moved) >= threshold && Math.abs(worse) < Math.abs(moved) / 2) {
    return {
      verdict: 'moved-with-suite',
      reason: `moved with the whole suite: its own change is ${change(row.own, null)}`,
    };
  }
  const refuted =
    row.again === 'refuted' ? '; one run of this job looked slower, and another not' : '';
  return { verdict: 'ok', reason: `${seen}${refuted}` };
}

/** 'in 10 rounds here' */
const inRounds = (row: Comparison): string => `in ${plural(row.head?.runs ?? 0, 'round')} here`;

/** Nobody is told of a gain beside an interval that a loss is part of. */
const isBetterAtWorst = (row: Comparison): boolean =>
  row.ci === null || row.ci.every((end) => asWorse(row, end) < 0);

function decideHere(row: Comparison, threshold: number, rates: Rates): Decision {
  if (row.worst === null || row.pAdjusted === null) {
    const rounds = row.head?.runs ?? 0;
    const reason = `${plural(rounds, 'round')} ${rounds === 1 ? 'is' : 'are'} not enough`;
    return { verdict: 'not-run', reason };
  }
  const worse = asWorse(row, row.delta);
  const found = `${change(row.delta, row.ci)} ${inRounds(row)}`;
  const reaches = worse > 0 && row.worst >= threshold;
  if (reaches && row.pAdjusted < rates.alpha) return { verdict: 'slower', reason: found };
  if (reaches && row.pAdjusted < rates.suspect) {
    return { verdict: 'suspect', reason: `${found}: more rounds are needed to decide` };
  }
  const isOwn = row.toldBy === undefined;
  if (isOwn && reaches && worse >= threshold && (row.pLast ?? 1) < undecidedAlpha) {
    const reason = `${found}: looks slower, and could not be decided; more time is needed`;
    return { verdict: 'suspect', reason };
  }
  if (-worse >= threshold && row.pAdjusted < fasterAlpha && isBetterAtWorst(row)) {
    return { verdict: 'faster', reason: found };
  }
  if (row.worst < threshold) {
    const reason = `a worsening by ${percent(threshold)} is ruled out ${inRounds(row)}`;
    return { verdict: 'ok', reason };
  }
  const seen =
    row.detectable === null ? '' : `; smallest detectable change: ${percent(row.detectable)}`;
  return { verdict: 'ok', reason: `${found}${seen}` };
}

function decideSamples(row: Comparison, threshold: number, rates: Rates): Decision {
  if (row.pAdjusted === null) {
    return {
      verdict: 'not-run',
      reason: 'from one sample on a side the noise cannot be estimated',
    };
  }
  const worse = asWorse(row, row.delta);
  const reason = 'larger than the normal difference between the samples of one side';
  if (worse >= threshold && row.pAdjusted < rates.alpha) return { verdict: 'slower', reason };
  if (worse >= threshold && row.pAdjusted < rates.suspect) return { verdict: 'suspect', reason };
  if (-worse >= threshold && row.pAdjusted < fasterAlpha && isBetterAtWorst(row))
    return { verdict: 'faster', reason };
  const seen =
    row.detectable === null ? '' : `smallest detectable change: ${percent(row.detectable)}`;
  return { verdict: 'ok', reason: seen };
}
