/** Formats of tools for JavaScript. */
import { either, json, jsonLines, lines } from '../detect.ts';
import { endFilter, noFilter, plainFilter } from '../filter.ts';
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
  {
    name: 'tinybench',
    help: 'the JSON of tinybench: its tasks with their results, or its table',
    files: ['tinybench.json'],
    writes:
      "writeFileSync('tinybench.json', JSON.stringify(bench.tasks.map(({ name, result }) => ({ name, ...result }))))",
    detect: either(
      json('[].name', '[].latency.mean'),
      json('[].name', '[].result.latency.mean'),
      json('[].name', '[].result.hz'),
      json('[].name', '[].hz', '[].rme'),
      json('[].Task name'),
      json('[].Task Name'),
    ),
    filter: plainFilter,
    load: async () => (await import('../tinybench.ts')).readTinybench,
    unread: [
      {
        prints: /"latency":\s*\{\s*"aad":|"timestampProvider":/,
        tool: 'tinybench',
        instead: 'write bench.tasks.map(({ name, result }) => ({ name, ...result }))',
      },
    ],
  },
  {
    name: 'tinybench-table',
    help: 'the table that tinybench prints',
    files: ['bench.txt'],
    writes: 'node bench.js | tee bench.txt, where it prints bench.table() as a table',
    detect: lines(/^[ \t]*[│|][^│|\n]*[│|][ \t']*Task [Nn]ame\b/m, 'no'),
    filter: plainFilter,
    load: async () => (await import('../tinybenchtable.ts')).readTinybenchTable,
    unread: [
      {
        prints: /^[│|][^│|\n]*[│|][ \t']*Task [Nn]ame\b/m,
        tool: 'tinybench',
        instead: 'write its tasks as JSON, whole',
      },
    ],
  },
  {
    name: 'mitata',
    help: 'the JSON of mitata',
    files: ['mitata.json'],
    writes: "node bench.js > mitata.json, with run({ format: 'json' })",
    detect: json('layout', 'benchmarks[].runs'),
    filter: noFilter,
    load: async () => (await import('../mitata.ts')).readMitata,
  },
  {
    name: 'mitata-text',
    help: 'the lines that mitata prints',
    files: ['bench.txt'],
    writes: 'node bench.js | tee bench.txt',
    detect: lines(
      /^clk: ~[\d.]+ GHz|^benchmark\b(?!.*\biter\/s\b).*\(min … (?:max|top 1%)\)/m,
      'no',
    ),
    filter: noFilter,
    load: async () => (await import('../mitatatext.ts')).readMitataText,
    unread: [
      {
        prints: /^clk: ~[\d.]+ GHz|^benchmark\b(?!.*\biter\/s\b).*\(min … (?:max|top 1%)\)/m,
        tool: 'mitata',
        instead: "use run({ format: 'json' })",
      },
    ],
  },
  {
    name: 'benchmark.js',
    help: 'lines such as "name x 1,234 ops/sec ±1.00% (80 runs sampled)" (benchmark.js)',
    files: ['bench.txt'],
    writes: "node bench.js | tee bench.txt, where it prints String(event.target) on('cycle')",
    detect: lines(/ x \d[\d.,]* ops\/sec (?:±|\+\/-)/, 'no'),
    filter: plainFilter,
    load: async () => (await import('../benchmarkjs.ts')).readBenchmarkJs,
  },
  {
    name: 'deno',
    help: 'the JSON of deno bench',
    files: ['deno.json', 'bench.json'],
    writes: 'deno bench --json > bench.json',
    detect: json('runtime', 'benches'),
    filter: endFilter,
    load: async () => (await import('../deno.ts')).readDeno,
    unread: [
      {
        prints: /^(?:\| )?benchmark\b.*\biter\/s\b.*\(min … max\)/m,
        tool: 'deno bench',
        instead: 'add --json',
      },
    ],
  },
  {
    name: 'k6',
    help: 'the JSON summary of k6',
    files: ['summary.json'],
    writes: 'k6 run --summary-export=summary.json script.js',
    detect: either(
      json('metrics.iterations'),
      json('metrics.http_reqs'),
      json('root_group', 'metrics'),
    ),
    filter: noFilter,
    load: async () => (await import('../k6.ts')).readK6Summary,
    unread: [
      {
        prints: /^ +http_req_duration\.+: avg=/m,
        tool: 'k6',
        instead: 'add --summary-export=$FLAMEGATE_OUTPUT',
      },
    ],
  },
  {
    name: 'k6-points',
    help: 'the points of k6, one JSON value a line',
    files: ['k6.json', 'k6.ndjson'],
    writes: 'k6 run --out json=k6.json script.js',
    detect: jsonLines('metric', 'type', 'data.time', 'data.value'),
    filter: noFilter,
    load: async () => (await import('../k6.ts')).readK6Points,
  },
  {
    name: 'autocannon',
    help: 'the JSON of autocannon',
    files: ['autocannon.json'],
    writes: "autocannon --json --title 'home page' http://localhost:3000 > autocannon.json",
    detect: json('requests.p97_5', 'latency.p97_5', 'throughput'),
    filter: noFilter,
    load: async () => (await import('../autocannon.ts')).readAutocannon,
    unread: [
      {
        prints: /^│ Stat +│ 2\.5% +│ 50%/m,
        tool: 'autocannon',
        instead: 'add --json',
      },
    ],
  },
] as const satisfies readonly BenchmarkFormat[];
