/** Formats of tools for C and C++. */
import { either, json, jsonLines, lines, xml } from '../detect.ts';
import { noFilter, plainFilter } from '../filter.ts';
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
        prints: /^[ \t]*\{\s*"context":\s*\{/m,
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
  {
    name: 'google-benchmark-text',
    help: 'the table that Google Benchmark prints',
    files: ['bench.txt'],
    writes: './benchmarks --benchmark_repetitions=5 | tee bench.txt',
    detect: lines(/^Benchmark +Time +CPU +Iterations\b/m, 'no'),
    filter: plainFilter,
    load: async () => (await import('../googlebenchmarktext.ts')).readGoogleConsole,
  },
  {
    name: 'google-benchmark-csv',
    help: 'the CSV of Google Benchmark',
    files: ['benchmark.csv'],
    writes: './benchmarks --benchmark_repetitions=5 --benchmark_format=csv > benchmark.csv',
    detect: lines(/^name,iterations,real_time,cpu_time,time_unit\b/m, 'no'),
    filter: plainFilter,
    load: async () => (await import('../googlebenchmarktext.ts')).readGoogleCsv,
  },
  {
    name: 'catch2',
    help: 'what the benchmarks of Catch2 print',
    files: ['bench.txt'],
    writes: './tests "[!benchmark]" | tee bench.txt',
    detect: lines(/^benchmark name +samples +iterations +est/m, 'no'),
    filter: noFilter,
    load: async () => (await import('../catch2.ts')).readCatch2Console,
  },
  {
    name: 'catch2-xml',
    help: 'the XML of Catch2, with benchmarks in it',
    files: ['catch2.xml'],
    writes: './tests "[!benchmark]" -r xml > catch2.xml',
    detect: either(xml('Catch'), xml('Catch2TestRun')),
    filter: noFilter,
    load: async () => (await import('../catch2.ts')).readCatch2Xml,
  },
  {
    name: 'nanobench',
    help: 'the JSON of nanobench',
    files: ['nanobench.json'],
    writes: 'bench.render(ankerl::nanobench::templates::json(), file)',
    detect: json('results[].epochs', 'results[].measurements'),
    filter: noFilter,
    load: async () => (await import('../nanobench.ts')).readNanobench,
  },
  {
    name: 'perf-stat',
    help: 'lines such as "1234,,instructions:u,5678,100.00,," (perf stat -x,)',
    files: ['perf.csv'],
    writes: 'perf stat -x, -r 5 -o perf.csv -- ./program',
    detect: lines(
      /^(?:[\d.]+|<not (?:counted|supported)>),[^,\n]*,[\w-]+[^,\n]*,(?:[\d.]+%,)?\d+,/m,
      'no',
    ),
    filter: noFilter,
    load: async () => (await import('../perfstat.ts')).readPerfCsv,
  },
  {
    name: 'perf-stat-json',
    help: 'the JSON lines of perf stat -j',
    files: ['perf.json'],
    writes: 'perf stat -j -r 5 -o perf.json -- ./program',
    detect: either(jsonLines('counter-value', 'event'), lines(/^\{"counter-value" ?: /m, 'no')),
    filter: noFilter,
    load: async () => (await import('../perfstat.ts')).readPerfJson,
  },
] as const satisfies readonly BenchmarkFormat[];
