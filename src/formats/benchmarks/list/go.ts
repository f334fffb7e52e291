/** Formats of tools for Go. */
import { lines } from '../detect.ts';
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
    unread: [
      { prints: /^\{.*"Action":"/m, tool: 'go test -json', instead: 'run it without -json' },
    ],
  },
] as const satisfies readonly BenchmarkFormat[];
