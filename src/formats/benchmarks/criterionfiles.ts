/**
 * What criterion leaves in `target/criterion/<benchmark>/new/`: benchmark.json names it and its throughput, sample.json has
 * each sample's iterations and time, estimates.json what it made of them. A sample is the time of one iteration; without
 * sample.json it is what criterion prints, its slope or else its mean. Times are nanoseconds.
 */
import type { InputFile } from '../../model/run.ts';
import { criterionSet } from './criterionset.ts';
import type { BenchmarkRecord, Metric, Reading } from './format.ts';
import { type Json, jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { lose, noLosses } from './lost.ts';

export function readCriterionFiles(input: InputFile, more: readonly InputFile[]): Reading | null {
  const all = [input, ...more].map((file) => objectOf(jsonOf(file)));
  const benchmark = all.find((record) => typeof record.full_id === 'string');
  const sample = all.find((record) => record.iters !== undefined && record.times !== undefined);
  const estimates = all.find((record) => record.mean !== undefined);
  if (benchmark === undefined && sample === undefined && estimates === undefined) return null;
  const directory = criterionSet(input.file.replaceAll('\\', '/')) ?? '';
  const name = textOf(benchmark?.full_id);
  const lost = noLosses();
  const records: BenchmarkRecord[] = [];
  if (name === '') {
    const message = `the name of a benchmark is not there: give its benchmark.json as well (target/criterion/**/new/*.json)`;
    lose(lost, { name: directory, message });
  } else if (sample === undefined && estimates === undefined) {
    const message = `${name} has neither sample.json nor estimates.json beside its benchmark.json`;
    lose(lost, { name, message });
  } else {
    const times = sample === undefined ? [printed(estimates)] : timesOf(sample);
    records.push({ name, metrics: metricsOf(times, benchmark?.throughput) });
  }
  return { records, results: records.length, environment: new Map(), warnings: [], lost };
}

function timesOf({ iters, times }: Json): number[] {
  const counts = listOf(iters);
  const values = listOf(times);
  // Of lists that are not of one length nobody knows what belongs together.
  if (counts.length !== values.length) return [Number.NaN];
  return values.map((time, i) => numberOf(time) / numberOf(counts[i]));
}

const printed = (estimates: Json | undefined): number =>
  numberOf(objectOf(estimates?.slope).point_estimate ?? objectOf(estimates?.mean).point_estimate);

/** `{"Bytes": 64}`, `{"Elements": 3}`, or both in `ElementsAndBytes`. */
function metricsOf(times: readonly number[], throughput: unknown): Metric[] {
  const { Bytes, BytesDecimal, Elements, Bits, ElementsAndBytes } = objectOf(throughput);
  const both = objectOf(ElementsAndBytes);
  const amounts = [
    ['B/s', Bytes ?? BytesDecimal ?? both.bytes],
    ['elem/s', Elements ?? both.elements],
    ['bits/s', Bits],
  ] as const;
  const rates = amounts.flatMap(([unit, amount]): Metric[] =>
    amount === undefined
      ? []
      : [{ unit, samples: times.map((time) => numberOf(amount) / (time / 1e9)) }],
  );
  return [{ unit: 'ns/op', samples: times }, ...rates];
}
