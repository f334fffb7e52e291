/** Formats of no tool in particular. */
import { isBmf } from '../bmf.ts';
import { csv, either, json, jsonLines, lines } from '../detect.ts';
import { noFilter, plainFilter } from '../filter.ts';
import type { BenchmarkFormat } from '../format.ts';

export const generic = [
  {
    name: 'json',
    help: "flamegate's own JSON, for programs that nothing else reads",
    files: ['benchmarks.json'],
    writes: '[{ "name": "encode", "unit": "ms", "values": [12.1, 12.3], "better": "lower" }]',
    detect: either(
      json('[].name', '[].unit', '[].values'),
      json('benchmarks[].name', 'benchmarks[].unit', 'benchmarks[].values'),
    ),
    filter: plainFilter,
    load: async () => (await import('../generic.ts')).readGenericJson,
  },
  {
    name: 'ndjson',
    help: 'the same, one benchmark a line',
    files: ['benchmarks.ndjson', 'benchmarks.jsonl'],
    writes: '{ "name": "encode", "unit": "ms", "values": [12.1, 12.3] } on each line',
    detect: jsonLines('name', 'unit', 'values'),
    filter: plainFilter,
    load: async () => (await import('../generic.ts')).readGenericLines,
  },
  {
    name: 'csv',
    help: 'a table with the columns name, unit and value, a sample a row',
    files: ['benchmarks.csv'],
    writes: 'name,unit,value in the first line; also better, and any other column for a label',
    detect: csv(['name', 'unit', 'value']),
    filter: plainFilter,
    load: async () => (await import('../generic.ts')).readGenericCsv,
  },
  {
    name: 'openmetrics',
    help: 'OpenMetrics text, or that of Prometheus',
    files: ['metrics.txt', '*.prom'],
    writes: 'curl -H "Accept: application/openmetrics-text" localhost:9090/metrics > metrics.txt',
    detect: lines(
      /^# TYPE [A-Za-z_:][\w:]* (?:gauge|counter|histogram|summary|gaugehistogram|info|stateset|unknown|untyped)\r?$/m,
      'no',
    ),
    filter: noFilter,
    load: async () => (await import('../openmetrics.ts')).readOpenMetrics,
  },
  {
    name: 'custom',
    help: 'customBiggerIsBetter and customSmallerIsBetter of github-action-benchmark',
    files: ['benchmark.json', 'output.json'],
    writes: '[{ "name": "encode", "unit": "ms", "value": 12.1 }]',
    detect: json('[].name', '[].unit', '[].value'),
    filter: noFilter,
    load: async () => (await import('../customjson.ts')).readCustomJson,
  },
  {
    name: 'bmf',
    help: 'the Bencher Metric Format',
    files: ['bmf.json', 'results.json'],
    writes: '{ "encode": { "latency": { "value": 12100 } } }; latencies are in ns',
    detect: isBmf,
    filter: noFilter,
    load: async () => (await import('../bmf.ts')).readBmf,
  },
] as const satisfies readonly BenchmarkFormat[];
