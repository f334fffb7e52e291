/** Tools of which nothing is read. One that gets a format goes there with what else it prints. */
import type { Unread } from '../format.ts';

/** Of lines: `\s` in front would go over all blank ones, from each of them. */
export const notRead: readonly Unread[] = [
  {
    prints: /^[ \t]+Time \(mean ± σ\):|"results":\s*\[\s*\{\s*"command":/m,
    tool: 'hyperfine',
    instead: 'give its command to flamegate',
  },
  {
    prints:
      /^name +(?:old )?\S+(?: +|\/op.*)(?:new \S+ +)?delta|^name,old |^\| *name *\| *old |^<table class='benchstat|^ +│ +(?:sec|B|allocs)\/op +│/m,
    tool: 'benchstat',
    instead: 'give the files that it compared',
  },
  {
    prints: /"Suites":\s*\[\s*\{\s*"Goos":/,
    tool: 'gobenchdata',
    instead: 'give what go test -bench printed',
  },
  {
    prints: /: [\d.]+ ?m?s - timer ended$/m,
    tool: 'a timer of the JavaScript runtime',
    instead: null,
  },
  { prints: /\(± *[\d.]+%\) i\/s\b/, tool: 'benchmark-ips', instead: null },
  { prints: /^ *user +system +total +real$/m, tool: "Ruby's Benchmark", instead: null },
  {
    prints: /^\|.*\| *err% *\|.*\btotal *\|/m,
    tool: 'nanobench',
    instead: 'render ankerl::nanobench::templates::json()',
  },
  {
    prints: /^Benchmark\s.*\bMode\s+Cnt\s+Score\b|"primaryMetric":/m,
    tool: 'JMH',
    instead: null,
  },
  {
    prints: /^\|\s*Method\s*\|.*\bMean\b.*\||"HostEnvironmentInfo":/m,
    tool: 'BenchmarkDotNet',
    instead: null,
  },
  {
    prints: /^BenchmarkTools\.Trial: |^ +[\d.]+ (?:ns|μs|ms|s) \(\d+ allocations?: /m,
    tool: 'BenchmarkTools',
    instead: null,
  },
  { prints: /^time +[\d.]+ \S+ +\([\d.]+ \S+ \.\. /m, tool: "Haskell's criterion", instead: null },
  { prints: /^Name +ips +average +deviation\b/m, tool: 'Benchee', instead: null },
  { prints: /^benchmark +runs +total time +time\/run\b/m, tool: 'zBench', instead: null },
  { prints: /\(RunTime\): [\d.]+ us\b/, tool: 'benchmark_harness', instead: null },
  { prints: /^PHPBench \S/m, tool: 'PHPBench', instead: null },
  { prints: /^Requests\/sec: +[\d.]/m, tool: 'wrk', instead: null },
  { prints: /^Requests per second: +[\d.]/m, tool: 'ab', instead: null },
  { prints: /^tps = [\d.]+ \(/m, tool: 'pgbench', instead: null },
];
