/** One job of the workflow, as plain data: what a tool's benchmarks need, and why they were chosen. */

/** What depends on how long the benchmarks take. */
export interface Sizes {
  /** Processes that run the whole suite: one that was slow is not the code. */
  readonly passes: number;
  /** Samples of a benchmark in each. */
  readonly count: number;
  /** Seconds of a sample, where the tool takes a time. */
  readonly seconds: number;
  /** Minutes for base and head here. */
  readonly maxTime: number;
}

/** Where nothing was measured. */
export const usualSizes: Sizes = { passes: 3, count: 4, seconds: 0.5, maxTime: 10 };

export interface Step {
  readonly uses: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** One run of everything, to learn how long it takes. */
export interface Trial {
  /** Is not timed; null for nothing. */
  readonly build: string | null;
  /** Prints the benchmarks or writes $FLAMEGATE_OUTPUT. */
  readonly run: string;
  /** Seconds of a sample in it; null where the tool takes no time. */
  readonly seconds: number | null;
  /** Whether the tool can repeat each benchmark in one process. */
  readonly repeats: boolean;
}

export interface Job {
  /** Of the job, and of the gate where there are several. */
  readonly name: string;
  readonly tool: string;
  /** What was found, as a sentence. */
  readonly found: string;
  /** Where its commands run; '' is the top. */
  readonly directory: string;
  readonly uses: readonly Step[];
  /** Commands before the benchmarks: what they need; null for nothing. */
  readonly install: string | null;
  /** Runs the suite; null where only the time of `run` is compared. */
  readonly bench: ((sizes: Sizes) => string) | null;
  /** What `bench` writes, as seen from `directory`. */
  readonly benchmarks: string | null;
  readonly profiles: string | null;
  /** Of base and head, from the top; null where there is nothing to build, or no command is needed. */
  readonly setup: string | null;
  readonly run: string | null;
  readonly trial: Trial;
}

/** `passes` processes, one file each. `each` has `$pass`. */
export const inPasses = (passes: number, each: readonly string[]): string =>
  [
    `for pass in ${Array.from({ length: passes }, (_, i) => i + 1).join(' ')}; do`,
    ...each.map((line) => `  ${line}`),
    'done',
  ].join('\n');

/** A command in the directory of the job, for whoever runs it from the top. */
export const from = (directory: string, command: string): string =>
  directory === '' ? command : `cd ${directory} && ${command}`;
