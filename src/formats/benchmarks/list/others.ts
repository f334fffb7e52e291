/** Formats of tools for other languages, of tools that load a server or time a command, and of none in particular. */
import { csv, either, json, xml } from '../detect.ts';
import { noFilter, plainFilter } from '../filter.ts';
import type { BenchmarkFormat } from '../format.ts';

export const others = [
  {
    name: 'julia',
    help: "the JSON of Julia's BenchmarkTools",
    files: ['benchmarks.json', 'results.json'],
    writes: 'BenchmarkTools.save("results.json", run(suite))',
    detect: json('[].BenchmarkTools'),
    filter: noFilter,
    load: async () => (await import('../julia.ts')).readJulia,
    unread: [
      {
        prints: /^BenchmarkTools\.Trial: |^ +[\d.]+ (?:ns|μs|ms|s) \(\d+ allocations?: /m,
        tool: 'BenchmarkTools',
        instead:
          'write BenchmarkTools.save("$FLAMEGATE_OUTPUT", run(suite)), with the ending .json',
      },
    ],
  },
  {
    name: 'benchmark-ips',
    help: "the JSON of Ruby's benchmark-ips",
    files: ['ips.json'],
    writes: "x.json! 'ips.json' in Benchmark.ips do |x|",
    detect: json('[].name', '[].ips', '[].cycles'),
    filter: noFilter,
    load: async () => (await import('../benchmarkips.ts')).readBenchmarkIps,
    unread: [
      {
        prints: /\(± *[\d.]+%\) i\/s\b/,
        tool: 'benchmark-ips',
        instead: "add x.json!(ENV['FLAMEGATE_OUTPUT'] || 'ips.json'), and give that file",
      },
    ],
  },
  {
    name: 'phpbench',
    help: 'the XML of PHPBench',
    files: ['phpbench.xml'],
    writes: 'phpbench run --dump-file=phpbench.xml',
    detect: xml('phpbench'),
    filter: noFilter,
    load: async () => (await import('../phpbench.ts')).readPhpbench,
    unread: [
      { prints: /^PHPBench \S/m, tool: 'PHPBench', instead: 'add --dump-file=$FLAMEGATE_OUTPUT' },
    ],
  },
  {
    name: 'haskell',
    help: "the CSV of Haskell's criterion, gauge and tasty-bench",
    files: ['bench.csv'],
    writes: "cabal bench --benchmark-options='--csv bench.csv'",
    detect: either(csv(['Name', 'Mean', 'MeanLB', 'MeanUB']), csv(['Name', 'Mean (ps)'])),
    filter: plainFilter,
    load: async () => (await import('../haskell.ts')).readHaskell,
    unread: [
      {
        prints: /^time +[\d.]+ \S+ +\([\d.]+ \S+ \.\. /m,
        tool: "Haskell's criterion",
        instead: 'add --csv $FLAMEGATE_OUTPUT',
      },
    ],
  },
  {
    name: 'hyperfine',
    help: 'the JSON of hyperfine',
    files: ['hyperfine.json'],
    writes: "hyperfine --export-json hyperfine.json './tool input.txt'",
    detect: json('results[].command', 'results[].times'),
    filter: noFilter,
    load: async () => (await import('../hyperfine.ts')).readHyperfine,
    unread: [
      {
        prints: /^[ \t]+Time \(mean ± σ\):|"results":\s*\[\s*\{\s*"command":/m,
        tool: 'hyperfine',
        instead: 'add --export-json $FLAMEGATE_OUTPUT, or give its command to flamegate',
      },
    ],
  },
  {
    name: 'hyperfine-csv',
    help: 'the CSV of hyperfine: the median of each command',
    files: ['hyperfine.csv'],
    writes: "hyperfine --export-csv hyperfine.csv './tool input.txt'; the JSON says more",
    detect: csv(['command', 'mean', 'stddev', 'median', 'user', 'system', 'min', 'max']),
    filter: noFilter,
    load: async () => (await import('../hyperfine.ts')).readHyperfineCsv,
  },
] as const satisfies readonly BenchmarkFormat[];
