/**
 * What a preset is: how base and head are measured by a tool whose command nobody gave, as plain
 * data. One file a tool finds it from the benchmarks that are asked for and the checkout; running it
 * is the bench's (source/rounds/bench.ts), as with a command that somebody gave.
 *
 * Names come from benchmark output, so from a pull request: what becomes part of a command passes a
 * strict check first and `quoted` (shell.ts) then.
 */
import { benchmarkKey } from '../../../model/keys.ts';
import type { Each } from './fixed/fixed.ts';

/** A row that is asked for, as the tool's output named it. */
export interface Named {
  readonly package: string;
  readonly benchmark: string;
  readonly unit: string;
}

export interface Wanted {
  /** What must be measured again. */
  readonly suspects: readonly Named[];
  /** All that the head's output has, the suspects among them. */
  readonly all: readonly Named[];
}

/** The checkout, as a preset may look at it. Paths are of the repository, with `/`; '' is its top. */
export interface Checkout {
  /** The top of the working tree on this machine. */
  readonly top: string;
  /** The directory that the user stands in. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Files that git tracks or would add, of this name in any directory; at most a thousand. */
  readonly named: (name: string) => Promise<readonly string[]>;
  /** Whether git tracks the file. */
  readonly isTracked: (file: string) => Promise<boolean>;
  /** The text of a file, of one megabyte at most; null where there is none. */
  readonly read: (file: string) => Promise<string | null>;
  readonly isDirectory: (path: string) => Promise<boolean>;
  /** The first link in a directory of packages that leads elsewhere into the checkout; or null. */
  readonly linksOut: (directory: string) => Promise<string | null>;
  /** Where a program is on the PATH; null where it is not. */
  readonly program: (name: string) => string | null;
  /** What a program prints, run in a directory; null where it fails or takes too long. */
  readonly ask: (
    program: string,
    args: readonly string[],
    directory: string,
  ) => Promise<string | null>;
}

/** A directory that both sides share, where files that say what is in it are the same on both. */
export interface Link {
  readonly directory: string;
  readonly same: readonly string[];
}

export interface Preset {
  /** For people: `go test`. */
  readonly tool: string;
  /** Shell commands, as a user would give them; run at the top of each side's tree. */
  readonly setup: string | null;
  readonly run: string;
  /** Variables of both, the same on both sides. */
  readonly env: Readonly<Record<string, string>>;
  /** What will be run, for the line that says so: a command in short. */
  readonly says: string;
  /** Directories that each tree must have. */
  readonly directories: readonly string[];
  /** Directories of the checkout, not in git, that each tree gets a link to. */
  readonly links: readonly Link[];
  /** A shell command that proves, in a tree, that this side is what is run; it prints why not. */
  readonly probe: string | null;
  /** The same work a fixed number of times; absent for a tool that only runs for a time. */
  readonly counts?: PresetCounts;
}

/** How the instructions of what is asked for are counted. */
export interface PresetCounts {
  /** In place of `Preset.setup`. */
  readonly setup: string;
  readonly work: Each;
  /** $FLAMEGATE_FILTER. */
  readonly filter: string;
  /** What `work` calls a benchmark of the tool's output. */
  readonly nameOf: (named: Named) => string;
}

/** Why there is none, as the end of a sentence: 'go is not on the PATH'. */
export interface NoPreset {
  readonly cannot: string;
}

export const cannot = (reason: string): NoPreset => ({ cannot: reason });

/** A tool's preset for what is asked; `seconds` is what building and all rounds may take. */
export type PresetOf = (
  wanted: Wanted,
  checkout: Checkout,
  seconds: number,
) => Promise<Preset | NoPreset>;

/** Rounds that must fit into the time: what looks worse is clear in the first ten, or is nothing. */
const roundsWanted = 10;
/** Of the time; the rest is for checking out, building, and a machine that is slower for a while. */
const shareOfRounds = 0.7;
/** A tool warms up, or tries how often to run, for about as long as it measures. */
const timesOfBenchtime = 2;
const longestSeconds = 1;
const leastSeconds = 0.05;

/**
 * How long each of `count` benchmarks may be measured in a run, in seconds; null where so many do
 * not fit.
 */
export function benchtime(count: number, seconds: number): number | null {
  const runs = 2 * roundsWanted * timesOfBenchtime * Math.max(1, count);
  const each = (seconds * shareOfRounds) / runs;
  // Less than ten rounds tell something too, six at least.
  if (each < leastSeconds / 2) return null;
  return Math.round(Math.min(longestSeconds, Math.max(leastSeconds, each)) * 100) / 100;
}

export const tooMany = (count: number): NoPreset =>
  cannot(`${count} benchmarks are too many for the time that is left (\`max-time\`)`);

/** Each benchmark once, whatever its units. */
export function benchmarksOf(rows: readonly Named[]): Named[] {
  return [...new Map(rows.map((named) => [benchmarkKey(named), named])).values()];
}

/** The first few of a list, and how many more there are. */
export function shortened(list: readonly string[]): string {
  const shown = 3;
  const more = list.length > shown ? ` and ${list.length - shown} more` : '';
  return `${list.slice(0, shown).join(' ')}${more}`;
}
