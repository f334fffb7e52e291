/** The JSON of vegeta (`vegeta report -type=json`), oha (`--output-format json`) and ghz (`--format json`): one load each. */
import type { InputFile } from '../../model/run.ts';
import type { Metric, Reading } from './format.ts';
import { isNumber, type Json, jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { withoutEnding } from './textreport.ts';

const one = (name: string, metrics: readonly Metric[]): Reading => ({
  records: [{ name, metrics }],
  results: 1,
  environment: new Map(),
  warnings: [],
});

/** Metrics of those values that are there at all. */
function metricsOf(values: readonly (readonly [string, unknown, number?])[]): Metric[] {
  return values.flatMap(([unit, value, factor = 1]): Metric[] =>
    value === undefined ? [] : [{ unit, samples: [numberOf(value) * factor] }],
  );
}

const share = (value: unknown): Metric[] =>
  value === undefined
    ? []
    : [{ unit: 'success-share', samples: [numberOf(value)], better: 'higher' }];

/** How many there are of all but what is wanted. */
function countOf(counts: Json, isWanted: (key: string) => boolean): number {
  const others = Object.entries(counts).filter(([key]) => !isWanted(key));
  return others.reduce((sum, [, count]) => sum + numberOf(count), 0);
}

const errors = (unit: string, count: number): Metric => ({
  unit,
  samples: [count],
  better: 'lower',
});

/** It has no name: the file's is taken. Times are in ns. */
export function readVegeta(input: InputFile): Reading | null {
  const whole = objectOf(jsonOf(input));
  const record = objectOf(whole.latencies);
  if (whole.latencies === undefined) return null;
  return one(withoutEnding(input.file), [
    ...metricsOf([
      ['mean-ns', record.mean],
      ['p50-ns', record['50th']],
      ['p90-ns', record['90th']],
      ['p95-ns', record['95th']],
      ['p99-ns', record['99th']],
      ['req/s', whole.throughput],
    ]),
    ...share(whole.success),
  ]);
}

/** Nor has this. Times are in seconds. */
export function readOha(input: InputFile): Reading | null {
  const whole = objectOf(jsonOf(input));
  const summary = objectOf(whole.summary);
  const percentiles = objectOf(whole.latencyPercentiles);
  if (whole.summary === undefined) return null;
  return one(withoutEnding(input.file), [
    ...metricsOf([
      ['mean-sec', summary.average],
      ['p50-sec', percentiles.p50],
      ['p90-sec', percentiles.p90],
      ['p95-sec', percentiles.p95],
      ['p99-sec', percentiles.p99],
      ['req/s', summary.requestsPerSec],
      ['B/s', summary.sizePerSec],
    ]),
    ...share(summary.successRate),
    errors(
      'non-2xx',
      countOf(objectOf(whole.statusCodeDistribution), (key) => key.startsWith('2')),
    ),
  ]);
}

/** Named by its own name, else by the method that is called. Each request is a sample where the file has them. */
export function readGhz(input: InputFile): Reading | null {
  const whole = objectOf(jsonOf(input));
  if (whole.rps === undefined) return null;
  const call = textOf(objectOf(whole.options).call);
  const name = textOf(whole.name) || call || withoutEnding(input.file);
  const latencies = listOf(whole.details).map((item) => numberOf(objectOf(item).latency));
  const percentiles = listOf(whole.latencyDistribution).map(objectOf);
  return one(name, [
    { unit: 'ns/op', samples: latencies.length > 0 ? latencies : [numberOf(whole.average)] },
    ...metricsOf([['req/s', whole.rps]]),
    ...percentiles.flatMap(({ percentage, latency }): Metric[] => {
      // One of which nobody can say what it is has no value either, and is told.
      if (!isNumber(percentage)) return [{ unit: 'p-ns', samples: [Number.NaN] }];
      return [{ unit: `p${percentage}-ns`, samples: [numberOf(latency)] }];
    }),
    errors(
      'errors',
      countOf(objectOf(whole.statusCodeDistribution), (key) => key === 'OK'),
    ),
  ]);
}
