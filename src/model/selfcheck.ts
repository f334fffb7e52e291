/** What `baseline check` finds out. */

export interface Conformal {
  /** From 1 / (K + 1) to 1. */
  readonly p: number;
  /** Stored runs, K. */
  readonly runs: number;
  /** Benchmarks that every run has with positive values. */
  readonly benchmarks: number;
}

/** The gate replayed over stored runs at one threshold: how many of them had which answer. */
export interface Replayed {
  readonly threshold: number;
  /** Stored runs that would have failed, and those that would have been suspects. */
  readonly failed: number;
  readonly suspect: number;
  readonly passed: number;
  /** Those with which nothing, or not all, could be compared. */
  readonly incomplete: number;
  /** 95 % interval of the rate of false alarms. */
  readonly interval: readonly [number, number];
}

/** How often the gate would have been wrong on the base's own runs. */
export interface SelfCheck {
  /** Stored runs of one environment. */
  readonly runs: number;
  /** The present settings first, then other thresholds with all else the same, rising. */
  readonly settings: readonly Replayed[];
  /**
   * The least threshold from which on none was a false alarm, of those at which something was compared;
   * null when there is none.
   */
  readonly quiet: number | null;
  /** The present run among the stored ones, when there is one. */
  readonly present: Conformal | null;
  /** Which stored runs failed at the present settings, and why. */
  readonly alarms: readonly {
    readonly commit: string;
    readonly time: string;
    readonly headline: string;
  }[];
}
