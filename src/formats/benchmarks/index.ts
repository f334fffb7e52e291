/**
 * The benchmark formats: one file a tool, one entry here. An entry says how a file is known from its
 * beginning; what reads it is loaded only then.
 */
import { goFilter, plainFilter } from './filter.ts';
import type { BenchmarkFormat } from './format.ts';

/** A JSON object is known by its first key. */
const firstKey =
  (...keys: readonly string[]): BenchmarkFormat['detect'] =>
  (beginning) =>
    keys.includes(/^\uFEFF?\s*\{\s*"([^"]*)"/.exec(beginning.slice(0, 1024))?.[1] ?? '')
      ? 'yes'
      : 'no';

/** A line that only go test or a benchmark file in its format has. */
const goLine =
  /^\uFEFF?(?:Benchmark[^\s\p{Ll}]|Unit\s|pkg:[ \t]|PASS\r?$|ok {2}\t|FAIL|--- FAIL: |panic: )/mu;

/** In the order in which they are asked. */
const formats = [
  {
    name: 'google-benchmark',
    help: 'the JSON of Google Benchmark',
    detect: firstKey('context'),
    filter: plainFilter,
    load: async () => (await import('./googlebenchmark.ts')).readGoogleBenchmark,
  },
  {
    name: 'pytest-benchmark',
    help: 'the JSON of pytest-benchmark',
    detect: firstKey('machine_info'),
    filter: plainFilter,
    load: async () => (await import('./pytestbenchmark.ts')).readPytestBenchmark,
  },
  {
    name: 'vitest',
    help: 'the JSON of vitest bench',
    detect: firstKey('files', 'numTotalTestSuites'),
    filter: plainFilter,
    load: async () => {
      const { readVitest } = await import('./vitest.ts');
      const { readVitest5 } = await import('./vitest5.ts');
      return (input) => readVitest(input) ?? readVitest5(input);
    },
  },
  {
    name: 'go',
    help: 'lines such as "BenchmarkName-8  100  1234 ns/op" (go test -bench)',
    detect: (beginning) => (goLine.test(beginning) ? 'yes' : 'perhaps'),
    filter: goFilter,
    load: async () => (await import('./go.ts')).readGo,
  },
  {
    name: 'bencher',
    help: 'lines such as "test name ... bench: 1234 ns/iter" (Rust)',
    detect: (beginning) => (beginning.includes(' ... bench: ') ? 'yes' : 'perhaps'),
    filter: plainFilter,
    load: async () => (await import('./libtest.ts')).readBencher,
  },
] as const satisfies readonly BenchmarkFormat[];

export type Format = (typeof formats)[number]['name'];

/** What the list has, without what each entry alone knows of itself. */
export const benchmarkFormats: readonly (BenchmarkFormat & { readonly name: Format })[] = formats;

/** What $FLAMEGATE_FILTER holds so that a tool with output of this format runs these benchmarks. */
export function filterFor(format: Format, names: readonly string[]): string {
  const { filter } = benchmarkFormats.find((of) => of.name === format) ?? { filter: plainFilter };
  return filter(names);
}
