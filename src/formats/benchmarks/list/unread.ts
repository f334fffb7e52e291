/** Tools of which nothing is read. One that gets a format goes there with what else it prints. */
import type { Unread } from '../format.ts';

/** Of lines: `\s` in front would go over all blank ones, from each of them. */
export const notRead: readonly Unread[] = [
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
  { prints: /^ *user +system +total +real$/m, tool: "Ruby's Benchmark", instead: null },
  {
    prints: /^\|.*\| *err% *\|.*\btotal *\|/m,
    tool: 'nanobench',
    instead: 'render ankerl::nanobench::templates::json()',
  },
  { prints: /^Name +ips +average +deviation\b/m, tool: 'Benchee', instead: null },
  { prints: /^benchmark +runs +total time +time\/run\b/m, tool: 'zBench', instead: null },
  { prints: /\(RunTime\): [\d.]+ us\b/, tool: 'benchmark_harness', instead: null },
];
