/** Functions of profiles, head against base: compared, then judged. */
import type { ComparisonVerdict } from './comparison.ts';
import type { SampleType } from './run.ts';
import type { Waived } from './waiver.ts';

/** `slower` is heavier, of functions. `moved`: the cost has another name, the sum of both is unchanged. */
export type FunctionVerdict = ComparisonVerdict | 'moved';

/** One side of a function: values of the merged profiles, fractions of their own total. */
export interface FunctionSide {
  readonly flat: number;
  readonly cum: number;
  readonly flatFraction: number;
  readonly cumFraction: number;
}

/** Values for each event that was counted, in the profile's unit: of the whole, and of functions by name. */
export interface Means {
  readonly total: number;
  readonly of: ReadonlyMap<string, { readonly flat: number; readonly cum: number }>;
}

/** Head against baseline for one function. */
export interface FunctionComparison {
  readonly name: string;
  /** What the base calls it, where only a generated part of the name differs; else null. */
  readonly formerName: string | null;
  readonly file: string;
  readonly line: number;
  readonly sampleType: SampleType;
  /** As of the tables compared. */
  readonly slice?: string;
  /** It stands for stacks without user code: a part of everything, and shown only. */
  readonly background: boolean;
  readonly base: FunctionSide;
  readonly head: FunctionSide;
  /** Profiles of the head in which the function occurs. */
  readonly headProfiles: number;
  /** The most of these that are of one program: shards of a run do not confirm each other. */
  readonly replicates: number;
  /** Runs of the baseline it was compared with. */
  readonly baseRuns: number;
  /** head.flatFraction - base.flatFraction, in plain fractions (0.02 is 2 pp). */
  readonly flatDelta: number;
  /** The same with the head on main's scale (ProfileComparison.scale): what is judged. */
  readonly adjustedDelta: number;
  /** Its own part of an operation, where benchmarks measured what the profile counts; else null. */
  readonly perOp: PerOperation | null;
  /** Two-sided 95 % confidence interval of adjustedDelta; null where nothing was tested. */
  readonly ci: readonly [number, number] | null;
  /** One-sided 95 % bound of the rise; null where nothing was tested. */
  readonly worst: number | null;
  /** One-sided, in the direction of adjustedDelta. */
  readonly p: number | null;
  readonly pAdjusted: number | null;
  readonly df: number | null;
  /** Of how much it was seen; null for what is no part of user code, or where samples are not known. */
  readonly seen: Seen | null;
  /** The smallest rise, as a fraction, that this comparison finds with 80 % power. */
  readonly detectable: number | null;
  /** Functions it may have taken its cost from, or given it to; null where there are none. */
  readonly moved: Moved | null;
}

/** Samples of a function, as many as independent ones would have to be; means over runs. */
export interface Seen {
  readonly base: number;
  readonly head: number;
  /** Of the whole. */
  readonly baseSamples: number;
  readonly headSamples: number;
  /** Variance between runs over that of independent samples. */
  readonly dispersion: number;
}

/** flatFraction times the benchmarks' total, of which there may be several. */
export interface PerOperation {
  /** sec/op, B/op or allocs/op. */
  readonly unit: string;
  readonly base: number;
  readonly head: number;
  /** Where it is more than one, the total is their geometric mean. */
  readonly benchmarks: number;
}

/** Functions between which cost may have moved, taken together as if they were one. */
export interface Moved {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Change of the sum of their shares, the head on main's scale. */
  readonly delta: number;
  /** One-sided 99 % bound of how little, and 95 % bound of how much it rose. */
  readonly least: number;
  readonly worst: number;
}

export interface JudgedFunction extends FunctionComparison {
  readonly threshold: number;
  readonly gated: boolean;
  readonly verdict: FunctionVerdict;
  readonly reason: string;
  /** Accepted by a waiver, and so not gated; absent where nothing is accepted. */
  readonly waived?: Waived;
}

/** Both sides of one kind of profile. */
export interface ProfileComparison {
  readonly sampleType: SampleType;
  /** As of the tables compared. */
  readonly slice?: string;
  readonly base: ProfileSide;
  readonly head: ProfileSide;
  readonly scale: Scale;
  /** Variance of a function's share between runs over that of independent samples, typically. */
  readonly dispersion: number;
  /** Sorted by |flatDelta| falling, then name. */
  readonly functions: readonly FunctionComparison[];
}

export interface ProfileSide {
  readonly total: number;
  /** Null where one of its profiles does not tell. */
  readonly samples: number | null;
  /** Profile files merged into this side. */
  readonly profiles: number;
  readonly runs: number;
  /** Wall time of all its profiles, in seconds; null where one does not say. */
  readonly seconds: number | null;
}

/**
 * What the head's shares are multiplied by to be comparable with main's. Shares sum to one: when one
 * function gets cheaper, those of all others rise.
 */
export interface Scale {
  readonly factor: number;
  /** Standard error of the factor's logarithm. */
  readonly error: number;
  /** `functions`: their median ratio; `benchmarks`: head's time per operation over main's. */
  readonly source: 'functions' | 'benchmarks' | 'none';
}
