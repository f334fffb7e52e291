/**
 * The JSON of autocannon (`--json`): one load on a server, named by its title, else by its address. Latencies are whole
 * milliseconds there, so that a fast server has many of 0: these say nothing and are left out.
 */
import type { InputFile } from '../../model/run.ts';
import type { Metric, Reading } from './format.ts';
import { type Json, jsonOf, numberOf, objectOf, textOf } from './json.ts';

export function readAutocannon(input: InputFile): Reading | null {
  const whole = objectOf(jsonOf(input));
  if (whole.requests === undefined || whole.latency === undefined) return null;
  const name = textOf(whole.title) || textOf(whole.url) || 'autocannon';
  const record = { name, metrics: metricsOf(whole) };
  return { records: [record], results: 1, environment: new Map(), warnings: [] };
}

function metricsOf({ requests, latency, throughput, errors, non2xx }: Json): Metric[] {
  const record = objectOf(latency);
  const times = [
    ['mean-sec', record.mean ?? record.average],
    ['p50-sec', record.p50],
    ['p97.5-sec', record.p97_5],
    ['p99-sec', record.p99],
  ] as const;
  const metrics: Metric[] = [
    { unit: 'req/s', samples: [meanOf(requests)] },
    { unit: 'B/s', samples: [meanOf(throughput)] },
  ];
  for (const [unit, value] of times) {
    if (value !== 0) metrics.push({ unit, samples: [numberOf(value) * 1e-3] });
  }
  for (const [unit, value] of [
    ['errors', errors],
    ['non-2xx', non2xx],
  ] as const) {
    if (value !== undefined) metrics.push({ unit, samples: [numberOf(value)], better: 'lower' });
  }
  return metrics;
}

function meanOf(item: unknown): number {
  const { mean, average } = objectOf(item);
  return numberOf(mean ?? average);
}
