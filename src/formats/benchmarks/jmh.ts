/**
 * What JMH measured of a Java program, as JSON (`-rf json`; kotlinx-benchmark writes it, too) or as CSV (`-rf csv`).
 * Of the JSON an iteration is a sample and a fork is a pass, of the CSV there is the score alone. What a score is says its
 * unit and never its mode: `thrpt` of `s/op` exists.
 *
 * A benchmark is named by its method and its parameters, `org.sample.Codec.encode/size=4096`. Metrics of profilers have
 * units of their own (`gc.alloc.rate-B/s`), and a direction where what they count has one.
 */
import type { Environment, InputFile } from '../../model/run.ts';
import { numberIn, tableOf } from './csv.ts';
import type { BenchmarkRecord, Metric, Reading, Stated } from './format.ts';
import { inBase } from './inbase.ts';
import { type Json, jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { lose, noLosses } from './lost.ts';
import { toldApart } from './toldapart.ts';

export function readJmh(input: InputFile): Reading | null {
  const entries = listOf(jsonOf(input)).map(objectOf);
  if (!entries.some((record) => record.primaryMetric !== undefined)) return null;
  const lost = noLosses();
  const records = entries.flatMap((entry, i): BenchmarkRecord[] => {
    const name = textOf(entry.benchmark);
    if (name === '' || entry.primaryMetric === undefined) {
      const message = `${name || `the result ${i + 1}`} has no ${name === '' ? 'name' : 'score'}`;
      lose(lost, { name, message });
      return [];
    }
    const params = Object.entries(objectOf(entry.params));
    return [
      {
        name: withParams(
          name,
          params.map(([key, value]) => [key, String(value)]),
        ),
        settings: settingsOf(entry),
        metrics: metricsOf(entry),
      },
    ];
  });
  const environment = toolchainOf(entries);
  const { length } = records;
  return { records: toldApart(records), results: length, environment, warnings: [], lost };
}

const withParams = (name: string, params: readonly (readonly [string, string])[]): string =>
  name + params.map(([key, value]) => `/${key}=${value}`).join('');

/** What tells results of one method apart, where it was run in several ways. */
const settingsOf = (entry: Json): ReadonlyMap<string, string> =>
  new Map(
    Object.entries({
      mode: textOf(entry.mode),
      threads: typeof entry.threads === 'number' ? String(entry.threads) : '',
      jvm: jvmOf(entry),
      jvmArgs: listOf(entry.jvmArgs).map(textOf).join(' '),
    }).filter(([, value]) => value !== ''),
  );

const jvmOf = ({ vmName, jdkVersion }: Json): string =>
  `${textOf(vmName)} ${textOf(jdkVersion)}`.trim();

/** The virtual machine, where all results are of one. */
function toolchainOf(entries: readonly Json[]): Reading['environment'] {
  const [jvm = '', ...others] = new Set(entries.map(jvmOf));
  const environment = new Map<keyof Environment, Stated>();
  if (jvm !== '' && others.length === 0) environment.set('toolchain', { value: jvm });
  return environment;
}

function metricsOf({ primaryMetric, secondaryMetrics }: Json): Metric[] {
  const primary = objectOf(primaryMetric);
  const { unit, factor } = inBase(textOf(primary.scoreUnit));
  const metrics: Metric[] = [{ unit, ...samplesOf(primary, factor) }];
  for (const [name, value] of Object.entries(objectOf(secondaryMetrics))) {
    const secondary = objectOf(value);
    const named = secondaryUnit(name, textOf(secondary.scoreUnit));
    metrics.push({ ...named.metric, ...samplesOf(secondary, named.factor) });
  }
  return metrics;
}

/** The iterations of each fork; of a histogram their means. Where only the score is told, that. */
function samplesOf(
  { rawData, rawDataHistogram, score }: Json,
  factor: number,
): Pick<Metric, 'samples' | 'passes'> {
  const forks = Array.isArray(rawDataHistogram)
    ? rawDataHistogram.map((fork) => listOf(fork).map(meanOf))
    : listOf(rawData).map((fork) => (Array.isArray(fork) ? fork.map(numberOf) : [Number.NaN]));
  const samples = forks.flat().map((value) => value * factor);
  if (samples.length === 0) return { samples: [numberOf(score) * factor] };
  const passes = forks.map((fork) => fork.length).filter((length) => length > 0);
  return passes.length > 1 ? { samples, passes } : { samples };
}

/** The mean of `[value, count]` pairs. */
function meanOf(histogram: unknown): number {
  let [sum, all] = [0, 0];
  for (const bin of listOf(histogram)) {
    const [value, count] = listOf(bin).map(numberOf);
    sum += (value ?? Number.NaN) * (count ?? Number.NaN);
    all += count ?? Number.NaN;
  }
  return sum / all;
}

/**
 * The unit of a metric beside the score, with its name. Percentiles and what is counted for each operation are better
 * lower; the rest (a rate of allocation, collections in a time that is given, a counter of the author's) may be either.
 */
function secondaryUnit(
  told: string,
  scoreUnit: string,
): { readonly metric: Pick<Metric, 'unit' | 'better'>; readonly factor: number } {
  // Versions before 1.36 marked those of profilers.
  const name = told.replace(/^·/, '');
  if (name === 'gc.alloc.rate.norm') return { metric: { unit: 'B/op' }, factor: 1 };
  if (scoreUnit === '#/op') {
    const better = /^[IC]PC$/.test(name) ? 'unknown' : 'lower';
    return { metric: { unit: `${name}/op`, better }, factor: 1 };
  }
  const { unit, factor } = inBase(scoreUnit);
  if (unit === 'counts' || unit === '#')
    return { metric: { unit: name, better: 'unknown' }, factor };
  const better = /^p[01]\.\d+$/.test(name) ? 'lower' : 'unknown';
  return { metric: { unit: `${name}-${unit}`, better }, factor };
}

export function readJmhCsv(input: InputFile): Reading | null {
  const { columns, rows } = tableOf(input);
  const params = columns.filter((name) => name.startsWith('Param: '));
  const lost = noLosses();
  const records = rows.flatMap(({ of: map, line, broken }): BenchmarkRecord[] => {
    const [method = '', secondary] = (map.get('Benchmark') ?? '').split(':', 2);
    if (broken !== null) {
      lose(lost, { name: method, line, message: `${method || 'a result'}: this row ${broken}` });
      return [];
    }
    const given = params.flatMap((name): [string, string][] => {
      const value = map.get(name) ?? '';
      return value === '' ? [] : [[name.slice('Param: '.length), value]];
    });
    const unit = map.get('Unit') ?? '';
    const { metric, factor } =
      secondary === undefined
        ? { metric: { unit: inBase(unit).unit }, factor: inBase(unit).factor }
        : secondaryUnit(secondary, unit);
    const settings = new Map([
      ['mode', map.get('Mode') ?? ''],
      ['threads', map.get('Threads') ?? ''],
    ]);
    const name = withParams(method, given);
    const score = map.get('Score') ?? '';
    const value = numberIn(score) * factor;
    if (Number.isNaN(value)) {
      const message = `${name}: ${metric.unit} is ${JSON.stringify(score)}, no number that can be trusted`;
      lose(lost, { name, unit: metric.unit, line, message });
      return [];
    }
    return [{ name, settings, metrics: [{ ...metric, samples: [value] }] }];
  });
  const { length } = records;
  return {
    records: toldApart(records),
    results: length,
    environment: new Map(),
    warnings: [],
    lost,
  };
}
