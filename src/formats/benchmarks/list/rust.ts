/** Formats of tools for Rust. */
import { lines } from '../detect.ts';
import { plainFilter } from '../filter.ts';
import type { BenchmarkFormat } from '../format.ts';

export const rust = [
  {
    name: 'bencher',
    help: 'lines such as "test name ... bench: 1234 ns/iter" (Rust)',
    files: ['bench.txt'],
    writes: 'cargo bench -- --output-format bencher | tee bench.txt',
    detect: lines(/ \.\.\. bench: |^bench: +[\d,.]+ \S+\/iter/m, 'perhaps'),
    filter: plainFilter,
    load: async () => (await import('../libtest.ts')).readBencher,
    unread: [
      {
        prints:
          /\btime:\s+\[\d[\d.]* \S+ \d[\d.]* \S+ \d[\d.]* \S+\]|^Benchmarking .+: (?:Warming up|Collecting) /m,
        tool: 'criterion',
        instead: 'add --output-format bencher',
      },
      {
        prints: /^Timer precision: \d|\bfastest +│ slowest +│ median +│ mean\b/m,
        tool: 'divan',
        instead: null,
      },
    ],
    idle: [
      {
        prints: /^Testing .+\r?\nSuccess$/m,
        tool: 'criterion',
        instead: 'add --bench --output-format bencher',
      },
      {
        prints: /^running 0 tests$/m,
        unless: /^running [1-9]\d* tests?$/m,
        tool: 'a Rust test program',
        instead: 'add --bench, and see what its filter matches',
      },
    ],
  },
] as const satisfies readonly BenchmarkFormat[];
