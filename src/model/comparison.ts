/** One benchmark and unit, head against base: compared, then judged. */
import type { Better } from './run.ts';
import type { Waived } from './waiver.ts';

/** One side of a comparison of benchmarks. */
export interface Side {
  /** Of stored runs the median of their centres; of two files the geometric mean (Mann-Whitney: the median). */
  readonly center: number;
  /** Samples in all runs of this side. */
  readonly n: number;
  readonly runs: number;
}

/**
 * How a p-value came about. `counted`: instructions of a fixed number of iterations (compare/counts/).
 * `none`: one side is absent, or nothing could be tested.
 */
export type TestName =
  | 'run-level'
  | 'paired'
  | 'welch'
  | 'mann-whitney'
  | 'exact'
  | 'counted'
  | 'none';

/** What rounds left undecided is a suspect in one clean suite of twenty (docs/decisions/open-rows.md). */
export const undecidedAlpha = 0.05;

/** Head against baseline for one benchmark and unit: statistics only, no policy. */
export interface Comparison {
  readonly package: string;
  readonly benchmark: string;
  readonly unit: string;
  readonly better: Better;
  readonly base: Side | null;
  readonly head: Side | null;
  /** head / base - 1; null where the base is 0 and the head is not, or a side is absent. */
  readonly delta: number | null;
  /**
   * The change apart from what the whole suite shares, against main's level or its newest runs, whichever
   * is less: what is judged. The same as delta where nothing is shared; null where delta is.
   */
  readonly own: number | null;
  /** Two-sided 95 % confidence interval of delta; null where there is none. */
  readonly ci: readonly [number, number] | null;
  /** One-sided 95 % bound of how much worse the head may be, as a ratio; null where unknown. */
  readonly worst: number | null;
  /**
   * `run-level`: how often a single benchmark that did not change is as far out, in this direction.
   * `paired`: one-sided, in the direction of delta, against the margin, for all looks at the rounds
   * together; else two-sided.
   */
  readonly p: number | null;
  /**
   * For the whole family: `run-level`, how often a clean pull request has any benchmark as far out as this
   * one; else Holm's adjustment.
   */
  readonly pAdjusted: number | null;
  /**
   * `paired`: the one-sided p of t at the last look alone, against the margin, times the number of
   * benchmarks tested. It fails nothing: it says whether what time left undecided looks slower.
   */
  readonly pLast?: number;
  readonly df: number | null;
  readonly test: TestName;
  /** From which own change on it is a suspect, and evident; null where there are no such limits. */
  readonly limits: Limits | null;
  /**
   * The smallest relative change for the worse that would be at least a suspect, in rounds with a probability of 80 %;
   * null if unknown.
   */
  readonly detectable: number | null;
  /** The unit of the same benchmark whose row says the same, so that this one is not counted: sec/op of B/s. */
  readonly follows: string | null;
  /**
   * The unit of the same benchmark that tells of changes of this one with less noise: cpu-sec/op of a sec/op
   * that has one thread and waits for nothing. Absent without.
   */
  readonly toldBy?: string;
  /** What a second run of the job said of what the first one's run made a suspect; absent without. */
  readonly again?: 'confirmed' | 'refuted';
  /** Of what was counted: how far runs of one and the same side are apart, as a ratio; absent without. */
  readonly spread?: number;
  /** The base's own last change, which this row is compared after; absent where it never changed. */
  readonly changedInBase?: ChangeInBase;
  /** What the reader must know of this row: a median in place of a mean, a prior, a zero base. */
  readonly notes: readonly string[];
}

/** Where the base's stored runs went to another level. */
export interface ChangeInBase {
  /** Now over before, less 1; null from zero. */
  readonly delta: number | null;
  /** Stored runs at the present level. */
  readonly runs: number;
  /** The commit of the oldest of them. */
  readonly commit: string;
}

/** Changes for the worse, as positive ratios. */
export interface Limits {
  readonly suspect: number;
  /** Null where stored runs alone can prove nothing. */
  readonly slower: number | null;
  /** Changes for the better from which it is faster, as a positive ratio. */
  readonly faster: number;
}

/**
 * `slower`: evident. `suspect`: looks slower, and unchanged code seldom does. `faster`: evident, the other
 * way. `ok`: neither. `moved-with-suite`: moved by its threshold, but as the whole suite did. `missing`:
 * the base has it and this run does not. `not-run`: what should have measured it did not.
 */
export type ComparisonVerdict =
  | 'slower'
  | 'suspect'
  | 'faster'
  | 'ok'
  | 'moved-with-suite'
  | 'new'
  | 'missing'
  | 'not-run';

/** What the stored runs had shown of a row that was then measured again here. */
export interface Screened {
  /** head / base - 1 against the stored runs; null where that has no value. */
  readonly delta: number | null;
  /** Stored runs compared with. */
  readonly runs: number;
  /** What it looked like there. */
  readonly verdict: ComparisonVerdict;
}

/** How a suspect's instructions moved, base against head on this machine. */
export interface Instructions {
  /** head / base - 1. */
  readonly delta: number;
  /** `same`: within what runs of one side differ by, and less than what matters would have been seen. */
  readonly change: 'same' | 'more' | 'fewer';
}

export interface JudgedComparison extends Comparison {
  /** The delta this team cares about, as a ratio. */
  readonly threshold: number;
  /** False where the policy or an unknown direction keeps the row out of the verdict. */
  readonly gated: boolean;
  readonly verdict: ComparisonVerdict;
  /**
   * The team asked to see smaller changes than this row can show (`see`), or rounds here that left it open would have
   * missed twice the time.
   */
  readonly blind: boolean;
  /** One sentence: why this verdict and not another. */
  readonly reason: string;
  /** Where the row's numbers are of rounds that confirm or refute it; else null. */
  readonly screened: Screened | null;
  /** Accepted by a waiver, and so not gated; absent where nothing is accepted. */
  readonly waived?: Waived;
  /** Of a suspect that was counted before its rounds; absent for all other rows. */
  readonly instructions?: Instructions;
}

/** One benchmark and unit in both files. */
export interface Spread {
  readonly comparison: Comparison;
  /**
   * Half the width of the centre's confidence interval, as a ratio of the centre: 0.02 is `± 2%`.
   * Infinity is `∞` (too few samples), null is `?` (the interval holds both signs).
   */
  readonly basePlusMinus: number | null;
  readonly headPlusMinus: number | null;
  /** What must be said of the main cell, the head cell and the comparison; equal ones are shared. */
  readonly footnotes: {
    readonly base: readonly string[];
    readonly head: readonly string[];
    readonly comparison: readonly string[];
  };
}
