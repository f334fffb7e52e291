/** Formats of tools for Python. */
import { json, lines } from '../detect.ts';
import { noFilter, plainFilter } from '../filter.ts';
import type { BenchmarkFormat } from '../format.ts';

export const python = [
  {
    name: 'pytest-benchmark',
    help: 'the JSON of pytest-benchmark',
    files: ['benchmark.json', '.benchmarks/**/*.json'],
    writes: 'pytest --benchmark-json=benchmark.json',
    detect: json('machine_info'),
    filter: plainFilter,
    load: async () => (await import('../pytestbenchmark.ts')).readPytestBenchmark,
    unread: [
      {
        prints: /^-+ benchmark(?::| ').*\btests? -+\s*$/m,
        tool: 'pytest-benchmark',
        instead: 'add --benchmark-json=$FLAMEGATE_OUTPUT',
      },
    ],
    idle: [
      {
        prints: /^=+ (?:no tests ran|\d+ deselected)\b.*=+$/m,
        tool: 'pytest',
        instead: 'see what its -k or -m selects',
      },
    ],
  },
  {
    name: 'pyperf',
    help: 'the JSON of pyperf',
    files: ['pyperf.json'],
    writes: 'python bench.py -o pyperf.json',
    detect: json('benchmarks[].runs[].metadata'),
    filter: noFilter,
    load: async () => (await import('../pyperf.ts')).readPyperf,
    unread: [
      {
        prints: /\bMean \+- std dev: |"runs":\s*\[\s*\{\s*"metadata":/,
        tool: 'pyperf',
        instead: 'add -o $FLAMEGATE_OUTPUT',
      },
    ],
  },
  {
    name: 'asv',
    help: 'the results of asv of one commit',
    files: ['.asv/results/*/*.json'],
    writes: 'asv run --record-samples',
    detect: json('commit_hash', 'result_columns', 'results'),
    filter: noFilter,
    load: async () => (await import('../asv.ts')).readAsv,
    unread: [
      {
        prints: /^\[ *[\d.]+%\] ·+ /m,
        tool: 'asv',
        instead: 'give its file .asv/results/MACHINE/COMMIT-*.json',
      },
    ],
  },
  {
    name: 'timeit',
    help: 'the line of python -m timeit: "1000 loops, best of 5: 456 nsec per loop"',
    files: ['*.timeit'],
    writes: "python -m timeit 'sum(range(100))' > sum.timeit",
    detect: lines(/^\d+ loops?, best of \d+: /m, 'no'),
    filter: noFilter,
    load: async () => (await import('../timeit.ts')).readTimeit,
    unread: [
      {
        prints: /± .* per loop \(mean ± /,
        tool: "IPython's timeit",
        instead: 'use python -m timeit',
      },
    ],
  },
] as const satisfies readonly BenchmarkFormat[];
