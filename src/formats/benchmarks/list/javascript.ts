/** Formats of tools for JavaScript. */
import { either, json } from '../detect.ts';
import { plainFilter } from '../filter.ts';
import type { BenchmarkFormat } from '../format.ts';

export const javascript = [
  {
    name: 'vitest',
    help: 'the JSON of vitest bench',
    files: ['vitest.json', 'bench.json'],
    writes:
      'vitest bench --run --outputJson=vitest.json; from vitest 5 on: --reporter=json --outputFile=vitest.json',
    detect: either(json('files[].groups[].benchmarks'), json('numTotalTestSuites')),
    filter: plainFilter,
    load: async () => (await import('../vitest.ts')).readVitestBench,
    unread: [
      {
        prints: /^[ \t]*name +hz +min +max +mean\b/m,
        tool: 'vitest bench',
        instead:
          'add --outputJson=$FLAMEGATE_OUTPUT, from vitest 5 on --reporter=json --outputFile=$FLAMEGATE_OUTPUT',
      },
    ],
  },
] as const satisfies readonly BenchmarkFormat[];
