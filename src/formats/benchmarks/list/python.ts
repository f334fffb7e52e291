/** Formats of tools for Python. */
import { json } from '../detect.ts';
import { plainFilter } from '../filter.ts';
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
] as const satisfies readonly BenchmarkFormat[];
