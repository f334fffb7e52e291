/**
 * The messages of `cargo-criterion --message-format json`: each `benchmark-complete` has the iterations and the values of
 * its samples. What cargo and the programs print may stand between them.
 */
import type { InputFile } from '../../model/run.ts';
import type { BenchmarkRecord, Metric, Reading } from './format.ts';
import { type Json, jsonLinesOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { lose, noLosses } from './lost.ts';

const rates: Readonly<Record<string, string>> = {
  bytes: 'B/s',
  elements: 'elem/s',
  bits: 'bits/s',
};

export function readCargoCriterion(input: InputFile): Reading | null {
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  let isOurs = false;
  const broken = (line: number, text: string) => {
    if (text.trimStart().startsWith('{')) {
      const message = 'a message of cargo-criterion that is no JSON, was it cut off?';
      lose(lost, { name: '', line, message });
    }
  };
  for (const { line, value } of jsonLinesOf(input, broken)) {
    const message = objectOf(value);
    const isEnd = message.reason === 'group-complete';
    isOurs ||= isEnd || message.reason === 'benchmark-complete';
    if (isEnd || typeof message.reason !== 'string') continue;
    const name = textOf(message.id);
    if (message.reason !== 'benchmark-complete') continue;
    if (name === '') lose(lost, { name, line, message: 'a benchmark without a name' });
    else records.push({ name, metrics: metricsOf(message) });
  }
  if (!isOurs) return null;
  return { records, results: records.length, environment: new Map(), warnings: [], lost };
}

/** Times are told in nanoseconds; what another measurement counts, in its own unit. */
function metricsOf(message: Json): Metric[] {
  const counts = listOf(message.iteration_count);
  const values = listOf(message.measured_values);
  const unit = textOf(message.unit) || 'ns';
  const samples =
    counts.length === values.length
      ? values.map((item, i) => numberOf(item) / numberOf(counts[i]))
      : [Number.NaN];
  const amounts = unit === 'ns' ? listOf(message.throughput).map(objectOf) : [];
  const throughput = amounts.map(({ per_iteration: amount, unit: item }) => ({
    unit: rates[textOf(item)] ?? `${textOf(item)}/s`,
    samples: samples.map((ns) => numberOf(amount) / (ns / 1e9)),
  }));
  return [{ unit: `${unit}/op`, samples }, ...throughput];
}
