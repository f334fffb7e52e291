/** One line of results as a benchmark file has it, before anything is put together. */

export interface ResultValue {
  /** Tidied: `sec/op`, `B/s`. */
  readonly unit: string;
  /** As the file names it: `ns/op`. */
  readonly given: string;
  /** In the tidied unit. */
  readonly value: number;
}

export interface BenchmarkResult {
  /** Without the word Benchmark, with sub-benchmarks and the GOMAXPROCS suffix. */
  readonly name: string;
  /** `key: value` lines in force (`pkg`, `goos`, `cpu`, any other), in the order in which they were set. */
  readonly settings: ReadonlyMap<string, string>;
  readonly values: readonly ResultValue[];
}
