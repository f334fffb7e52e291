/**
 * The vocabulary: the plain values that pass between the stages of the gate.
 *
 * Nothing here computes. Units are in the names or the comments: ratios and fractions are plain
 * numbers (0.05 is 5 % or 5 pp), benchmark values are in benchstat's tidied base units (sec, B),
 * profile values in the profile's own unit.
 */

/** What must be alike for two runs to be compared. A field nobody reported is absent. */
export interface Environment {
  readonly goos?: string;
  readonly goarch?: string;
  /** The CPU model, as the benchmark output or the operating system names it. */
  readonly cpu?: string;
  /** The runner image, for example `ubuntu24 20261115.1`. */
  readonly runner?: string;
  readonly toolchain?: string;
}

/** Which way a metric improves. `unknown` is shown and never gated. */
export type Better = 'lower' | 'higher' | 'unknown';

/** The samples of one benchmark and unit in one run. */
export interface Series {
  /** The `pkg:` line in force, or ''. */
  readonly package: string;
  /** Without the word Benchmark, with sub-benchmarks and the GOMAXPROCS suffix. */
  readonly benchmark: string;
  /** Tidied: `sec/op`, `B/s`, `B/op`, `allocs/op`, or the custom unit. */
  readonly unit: string;
  readonly better: Better;
  /** `Unit <unit> assume=exact` was given. */
  readonly exact: boolean;
  /** Finite values in the order they were measured; at least one. */
  readonly samples: readonly number[];
  /**
   * How many of the samples each pass has, in order: a process that ran the suite is a pass. Absent
   * where there was one.
   */
  readonly passes?: readonly number[];
}

/**
 * A problem that did not stop the work. It travels with the result to every report.
 * `failed`: the measured program itself failed, which is a failure of the gate; such a run never
 * becomes a baseline. `unmeasured`: base and head could not be measured here as they should have been.
 */
export interface Warning {
  readonly kind: 'syntax' | 'failed' | 'unmeasured' | 'baseline' | 'profile' | 'policy' | 'github';
  readonly file?: string;
  readonly line?: number;
  readonly message: string;
}

export interface SampleType {
  readonly type: string;
  readonly unit: string;
}

/**
 * Which samples of a profile count and which frames are seen: pprof's filters. Each is an RE2
 * expression but for those of labels (tag...); one that is absent or '' does nothing.
 */
export interface Filters {
  /** Stacks with a frame that matches. */
  readonly focus?: string;
  /** Stacks without a frame that matches. */
  readonly ignore?: string;
  /** Frames that match are taken out: their cost goes to the frame that called them. */
  readonly hide?: string;
  /** Frames that do not match are taken out. */
  readonly show?: string;
  /** Stacks begin at the frame nearest the root that matches; those without one are dropped. */
  readonly showFrom?: string;
  /** `[key=]expression[,...]` or `[key=]range` like `32kb`, `:64kb`, `4mb:`, `12kb:64mb`. */
  readonly tagfocus?: string;
  readonly tagignore?: string;
  /** Keys of labels, with commas between them; their values become frames at the root. */
  readonly tagroot?: string;
  /** The same at the leaf. */
  readonly tagleaf?: string;
}

/** One row of `pprof -top`. */
export interface FunctionRow {
  readonly name: string;
  /** Source file as the profile names it, or ''. */
  readonly file: string;
  /** The line with the most flat in this function, else its first line, else 0. */
  readonly line: number;
  readonly flat: number;
  readonly cum: number;
}

/** The flat/cum table of one profile, or of several merged. Rows by |flat| falling, then name. */
export interface FunctionTable {
  /** The profile file, or the files joined by ', '. */
  readonly source: string;
  /** Which program it shows, where more is known than what is in it; those of one name are of one. */
  readonly program?: string;
  /** How many profiles were added up; absent for one. */
  readonly profiles?: number;
  /** The part of the profile that was counted, by a label: `endpoint=/checkout`. */
  readonly slice?: string;
  readonly sampleType: SampleType;
  /** Sum of |value| over all samples, the denominator of fractions. */
  readonly total: number;
  /** How many stacks were sampled (a count, whatever the value's unit). */
  readonly samples: number;
  /** Some values are below 0: the file holds a difference, and no measurement. */
  readonly isDifference?: true;
  /** Wall time that the profile covers, in seconds; absent where it does not say. */
  readonly seconds?: number;
  readonly functions: readonly FunctionRow[];
}

/** What one CI job measured at one commit. */
export interface Run {
  /** The commit's hash, or '' where nobody said. */
  readonly commit: string;
  /** ISO 8601, or ''. */
  readonly time: string;
  readonly environment: Environment;
  readonly series: readonly Series[];
  /** One table for each profile file: replicates are never merged in storage. */
  readonly tables: readonly FunctionTable[];
  readonly warnings: readonly Warning[];
}

/** Base and head measured once each, one right after the other, on this machine. */
export interface Round {
  readonly base: Run;
  readonly head: Run;
}

/** One side of a comparison of benchmarks. */
export interface Side {
  /** Of stored runs the median of their centres; of two files the geometric mean (Mann-Whitney: the median). */
  readonly center: number;
  /** Samples in all runs of this side. */
  readonly n: number;
  readonly runs: number;
}

/** How a p-value came about. `none`: one side is absent, or nothing could be tested. */
export type TestName = 'run-level' | 'paired' | 'welch' | 'mann-whitney' | 'exact' | 'none';

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
  readonly df: number | null;
  readonly test: TestName;
  /** From which own change on it is a suspect, and evident; null where there are no such limits. */
  readonly limits: Limits | null;
  /** The smallest relative change that this comparison sees; null if unknown. */
  readonly detectable: number | null;
  /** The unit of the same benchmark that this one is another way to write: B/s of sec/op. */
  readonly follows: string | null;
  /** What a second run of the job said of what the first one's run made a suspect; absent without. */
  readonly again?: 'confirmed' | 'refuted';
  /** What the reader must know of this row: a median in place of a mean, a prior, a zero base. */
  readonly notes: readonly string[];
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

/** `slower` is heavier, of functions. `moved`: the cost has another name, the sum of both is unchanged. */
export type FunctionVerdict = ComparisonVerdict | 'moved';

/** What the stored runs had shown of a row that was then measured again here. */
export interface Screened {
  /** head / base - 1 against the stored runs; null where that has no value. */
  readonly delta: number | null;
  /** Stored runs compared with. */
  readonly runs: number;
  /** What it looked like there. */
  readonly verdict: ComparisonVerdict;
}

export interface JudgedComparison extends Comparison {
  /** The delta this team cares about, as a ratio. */
  readonly threshold: number;
  /** False where the policy or an unknown direction keeps the row out of the verdict. */
  readonly gated: boolean;
  readonly verdict: ComparisonVerdict;
  /** The team asked to see smaller changes than this row can show (`see`). */
  readonly blind: boolean;
  /** One sentence: why this verdict and not another. */
  readonly reason: string;
  /** Where the row's numbers are of rounds that confirm or refute it; else null. */
  readonly screened: Screened | null;
}

/** One side of a function: values of the merged profiles, fractions of their own total. */
export interface FunctionSide {
  readonly flat: number;
  readonly cum: number;
  readonly flatFraction: number;
  readonly cumFraction: number;
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
  /**
   * One-sided p that its share rose, the sides' own totals left as they are, for all tested functions of the
   * profile together: where everything got dearer alike no share did. Null where nothing was tested.
   */
  readonly pShare: number | null;
  /** adjustedDelta as a part of what everything together got dearer; null where that is not known to have. */
  readonly ofRise: number | null;
  /** The smallest rise, as a fraction, that this comparison finds with 80 % power. */
  readonly detectable: number | null;
  /** Functions it may have taken its cost from, or given it to; null where there are none. */
  readonly moved: Moved | null;
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
  readonly samples: number;
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

/** One function over a series of profiles of one process; values in the profile's unit. */
export interface Growth {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly first: number;
  readonly last: number;
  /** Change from one profile to the next. */
  readonly slope: number;
  /** Two-sided 95 % confidence interval of the slope. */
  readonly ci: readonly [number, number];
  /** One-sided: that it grows. */
  readonly p: number;
  readonly pAdjusted: number;
  /** The line's rise over the whole series, as part of the mean total. */
  readonly growth: number;
  /** The end of the 95 % interval of that. */
  readonly worst: number;
  /** The slope of the second half is less than half of the whole's. */
  readonly settled: boolean;
  /** The second half rises on its own, at the 2 % level. */
  readonly lasts: boolean;
}

export type GrowthVerdict = 'growing' | 'settled' | 'steady' | 'inconclusive';

export interface JudgedGrowth extends Growth {
  readonly verdict: GrowthVerdict;
}

/** A series of profiles; the functions by slope falling, then name. */
export interface SeriesGrowth<Row = Growth> {
  readonly sampleType: SampleType;
  readonly profiles: number;
  /** The whole profile; not part of the family of tests. */
  readonly total: Row;
  /** The functions of 1 % or more in any profile. */
  readonly functions: readonly Row[];
}

/** The change that most benchmarks share: a slower machine, a new compiler, or everything. */
export interface Shift {
  /** Relative change that the suite shares, worse is positive. */
  readonly delta: number;
  readonly verdict: 'ok' | 'suspect' | 'slower' | 'faster';
  /** Benchmarks that carry the estimate. */
  readonly benchmarks: number;
  /** From which shared change on it is a suspect, and evident, as positive ratios. */
  readonly limits: { readonly suspect: number; readonly slower: number };
  /** The range of main's own shifts; null with under 3 runs. */
  readonly history: readonly [number, number] | null;
  /**
   * Where the suite fell into two groups far apart, and the one that stands still tells the shift: how far
   * the other moved beside it, worse is positive, and how many benchmarks it has.
   */
  readonly group: { readonly delta: number; readonly benchmarks: number } | null;
}

/** A stored run that was not used, and why. */
export interface SetAside {
  readonly commit: string;
  readonly time: string;
  readonly reason: string;
}

export interface BaselineUse {
  /** Runs compared with. */
  readonly runs: number;
  readonly commits: readonly string[];
  readonly setAside: readonly SetAside[];
}

/** How base and head were measured in turn on this machine. */
export interface RoundsUse {
  /** Rounds that count. */
  readonly rounds: number;
  /** Rounds that were thrown away and repeated, because the machine was disturbed. */
  readonly repeated: number;
  /** Of the random order of the two sides. */
  readonly seed: number;
  /** The base's commit, or ''. */
  readonly base: string;
  /** What was seen of the machine, a sentence each. */
  readonly machine: readonly string[];
  /** What had the machine's CPU in most rounds; null or absent where it was the benchmark's. */
  readonly taken?: Taken | null;
}

/** CPU time that base and head did not get. */
export interface Taken {
  /** The host of a virtual machine (steal), or other work on this one. */
  readonly by: 'host' | 'other';
  /** Of the machine's CPU, on average. */
  readonly share: number;
}

/**
 * `fail`: something is evidently slower, or the benchmark program failed. `suspect`: something looks slower.
 * `pass`: nothing does. `incomplete`: something is missing, unreadable or was not run.
 */
export type GateVerdict = 'pass' | 'fail' | 'suspect' | 'incomplete' | 'no-baseline';

/** What fails the job besides a regression, which always does; empty: nothing at all. */
export type FailOn = readonly ('regression' | 'suspect' | 'incomplete')[];

/** What the comparisons of a gate would have seen, over its benchmarks, as ratios. */
export interface Sight {
  /** From this change on, half of the benchmarks would have been suspects. */
  readonly half: number;
  /** From this change on, nine of ten. */
  readonly most: number;
}

/** The answer of the gate, and everything a report needs. */
export interface Verdict {
  readonly verdict: GateVerdict;
  /** The first line of every report. Plain text: each report escapes it. */
  readonly headline: string;
  /** How often a clean pull request looks like this against the stored runs; null without them. */
  readonly p: number | null;
  /** Null where no benchmark was compared by its noise. */
  readonly sight: Sight | null;
  readonly comparisons: readonly JudgedComparison[];
  readonly functions: readonly JudgedFunction[];
  readonly profiles: readonly ProfileComparison[];
  readonly shift: Shift | null;
  /** The stored runs are of a quiet host of their own, and limits are narrow. */
  readonly dedicated: boolean;
  readonly baseline: BaselineUse;
  /** Null where nothing was measured base against head here. */
  readonly rounds: RoundsUse | null;
  readonly environment: Environment;
  readonly advice: readonly string[];
  readonly warnings: readonly Warning[];
}

/** How much was removed from a run's files before they were stored or uploaded; see redact.ts. */
export interface Redaction {
  /** File names that lost a directory: distinct ones of a profile, lines of a benchmark file. */
  readonly paths: number;
  /** Labels of samples that were dropped or hashed. */
  readonly labels: number;
  readonly comments: number;
  readonly buildIds: number;
  /** Names of functions with a private directory in them: they stay, because a table is by name. */
  readonly namesKept: number;
}

/** A file handed to the gate or kept in a baseline: data, never trusted text. */
export interface InputFile {
  /** What messages call it: the path as given, or the path inside a stored run. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Bad usage or bad input: exit status 2, and nothing is written. The message names the place and
 * what to do; `file`, `line` and `byte` say the same to programs.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly byte: number | undefined;

  constructor(message: string, at: { file?: string; line?: number; byte?: number } = {}) {
    const place =
      at.file === undefined
        ? ''
        : at.line !== undefined
          ? `${at.file}:${at.line}: `
          : at.byte !== undefined
            ? `${at.file}: byte ${at.byte}: `
            : `${at.file}: `;
    super(place + message);
    this.file = at.file;
    this.line = at.line;
    this.byte = at.byte;
  }
}
