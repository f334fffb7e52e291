/** Formats of tools for Java, Kotlin and .NET. */
import { csv, json } from '../detect.ts';
import { methodFilter, noFilter } from '../filter.ts';
import type { BenchmarkFormat } from '../format.ts';

export const jvm = [
  {
    name: 'jmh',
    help: 'the JSON of JMH, which kotlinx-benchmark writes too',
    files: ['jmh.json', 'jmh-result.json', 'build/reports/benchmarks/**/*.json'],
    writes: 'java -jar benchmarks.jar -prof gc -rf json -rff jmh.json',
    detect: json('[].benchmark', '[].primaryMetric'),
    filter: methodFilter,
    load: async () => (await import('../jmh.ts')).readJmh,
    unread: [
      {
        prints: /^Benchmark\s.*\bMode\s+Cnt\s+Score\b|"primaryMetric":/m,
        tool: 'JMH',
        instead: 'add -rf json -rff $FLAMEGATE_OUTPUT',
      },
    ],
  },
  {
    name: 'jmh-csv',
    help: 'the CSV of JMH: its scores without their iterations',
    files: ['jmh.csv', 'jmh-result.csv'],
    writes: 'java -jar benchmarks.jar -rf csv -rff jmh.csv; the JSON says more',
    detect: csv(['Benchmark', 'Mode', 'Threads', 'Samples', 'Score', 'Unit']),
    filter: methodFilter,
    load: async () => (await import('../jmh.ts')).readJmhCsv,
  },
  {
    name: 'benchmarkdotnet',
    help: 'the full JSON of BenchmarkDotNet',
    files: ['BenchmarkDotNet.Artifacts/results/*-report-full*.json'],
    writes: 'dotnet run -c Release -- --filter "*" --memory --exporters fullJson',
    detect: json('HostEnvironmentInfo', 'Benchmarks'),
    filter: noFilter,
    load: async () => (await import('../benchmarkdotnet.ts')).readBenchmarkDotNet,
    unread: [
      {
        prints: /^\|\s*Method\s*\|.*\bMean\b.*\||"HostEnvironmentInfo":/m,
        tool: 'BenchmarkDotNet',
        instead:
          'add --exporters fullJson, and give BenchmarkDotNet.Artifacts/results/*-report-full*.json',
      },
    ],
  },
] as const satisfies readonly BenchmarkFormat[];
