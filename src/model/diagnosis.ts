/** What `doctor` finds out: how well this project's stored runs and files can decide anything. */
import type { SetAside, Sight } from './verdict.ts';

/** Stored runs of one kind of machine, which are compared with each other. */
export interface Machine {
  readonly name: string;
  readonly runs: number;
  /** The head's own, or without a head the newest run's. */
  readonly isHere: boolean;
}

/** How much a benchmark differs between runs of one machine. */
export interface Noise {
  readonly package: string;
  readonly benchmark: string;
  readonly unit: string;
  /** Standard deviation between runs, as a ratio. */
  readonly between: number;
}

export interface ProfileLength {
  readonly file: string;
  /** CPU time, or what else was sampled; null where it is no time. */
  readonly seconds: number | null;
  readonly samples: number | null;
}

/** A job of a workflow that has the gate. */
export interface GateJob {
  readonly file: string;
  /** Base and head are measured by a command of its own. */
  readonly hasRun: boolean;
  /** Rights that its `permissions` leave out: a job that names some has no others. */
  readonly lacks: readonly string[];
}

export interface Diagnosis {
  /** What the base is called. */
  readonly name: string;
  readonly machines: readonly Machine[];
  /** Stored runs that could not be read, or are copies. */
  readonly unusable: readonly SetAside[];
  /** The noisiest first; empty with under three runs of this machine. */
  readonly noise: readonly Noise[];
  readonly threshold: number;
  /** What the gate would have seen in this run, as suspects; null where nothing could be compared. */
  readonly sight: Sight | null;
  /** From which change on stored runs alone are red, for the middle benchmark; null where never. */
  readonly red: number | null;
  /** Of this run: processes that ran the suite, and the fewest samples that a benchmark has. */
  readonly passes: number;
  readonly fewestSamples: number;
  readonly benchmarks: number;
  readonly profiles: readonly ProfileLength[];
  /** Rules, units and waivers that match nothing, and other words of the configuration. */
  readonly idle: readonly string[];
  readonly isShallow: boolean;
  /** Jobs of the workflows here that have the gate. */
  readonly jobs: readonly GateJob[];
  /** What would help most; null where nothing is wrong. */
  readonly advice: string | null;
}
