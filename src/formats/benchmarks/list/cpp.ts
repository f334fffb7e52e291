/** Formats of tools for C and C++. */
import { either, json } from '../detect.ts';
import { plainFilter } from '../filter.ts';
import type { BenchmarkFormat } from '../format.ts';

export const cpp = [
  {
    name: 'google-benchmark',
    help: 'the JSON of Google Benchmark',
    files: ['benchmark.json'],
    writes: './benchmarks --benchmark_repetitions=5 --benchmark_out=benchmark.json',
    detect: either(json('context.date'), json('context.num_cpus')),
    filter: plainFilter,
    load: async () => (await import('../googlebenchmark.ts')).readGoogleBenchmark,
    unread: [
      {
        prints:
          /^name,iterations,real_time,cpu_time,time_unit|^[ \t]*\{\s*"context":\s*\{|^Benchmark +Time +CPU +Iterations\b/m,
        tool: 'Google Benchmark',
        instead: 'use --benchmark_format=json, whole',
      },
    ],
    idle: [
      {
        prints: /^Failed to match any benchmarks against regex/m,
        tool: 'Google Benchmark',
        instead: 'see what its filter matches',
      },
    ],
  },
] as const satisfies readonly BenchmarkFormat[];
