/** Formats of tools for Go. */
import { either, jsonLines, lines } from '../detect.ts';
import { goFilter } from '../filter.ts';
import type { BenchmarkFormat } from '../format.ts';

/** A line that only go test or a benchmark file in its format has. */
const goLine =
  /^(?:Benchmark[^\s\p{Ll}]|Unit\s|pkg:[ \t]|PASS\r?$|ok {2}\t|FAIL|--- FAIL: |panic: )/mu;

export const go = [
  {
    name: 'go',
    help: 'lines such as "BenchmarkName-8  100  1234 ns/op" (go test -bench)',
    files: ['bench.txt', '*.bench'],
    writes: "go test -run='^$' -bench=. -benchmem -count=4 ./... | tee bench.txt",
    detect: lines(goLine, 'perhaps'),
    filter: goFilter,
    load: async () => (await import('../go.ts')).readGo,
  },
  {
    name: 'go-json',
    help: 'the events of go test -json, or of gotestsum',
    files: ['bench.json', 'gotestsum.json'],
    writes:
      "go test -json -run='^$' -bench=. -benchmem -count=4 ./... > bench.json; gotestsum --jsonfile=bench.json -- -run='^$' -bench=. ./...",
    // What the build prints may stand before the first event.
    detect: either(
      jsonLines('Action', 'Package'),
      lines(/^\{"(?:Time|Action|ImportPath)":"[^\n]*"(?:Action|Package|ImportPath)":/m, 'no'),
    ),
    filter: goFilter,
    load: async () => (await import('../gojson.ts')).readGoJson,
    idle: [
      {
        prints: /^\{.*"Action":"/m,
        unless: /"Output":"[^"]*\bBenchmark/,
        tool: 'go test -json',
        instead: 'add -bench=.',
      },
    ],
  },
] as const satisfies readonly BenchmarkFormat[];
