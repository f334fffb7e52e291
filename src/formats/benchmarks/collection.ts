/**
 * Puts together what the files of one run say, whatever format each has, and makes series of it.
 *
 * The package is part of a series' identity, the machine and the toolchain must be the same
 * throughout, and any other setting takes part only where its value varies for one and the same
 * benchmark (benchstat would make a table for each value).
 */
import { InputError } from '../../model/error.ts';
import { seriesKey } from '../../model/keys.ts';
import type { Environment, Series } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import { quote } from '../../text/quote.ts';
import type { BenchmarkRecord, Metric, Reading, Stated } from './format.ts';
import { betterOf, type TidyUnit, tidy } from './unit.ts';

/** A series that still grows. Its direction and, perhaps, a longer name come at the end. */
interface Growing extends Series {
  benchmark: string;
  better: Series['better'];
  exact: boolean;
  samples: number[];
  passes: number[];
  /** Of the last sample. */
  pass: number;
  /** What the format says of it. */
  readonly stated: Pick<Metric, 'better' | 'exact'>;
}

/** One benchmark under one group of settings. */
interface Benchmark {
  /** By unit, in the order in which they first came. */
  readonly series: Map<string, Growing>;
  /** Which pass of it is added, from 0. */
  pass: number;
}

/** Results that share package and settings. */
interface Group {
  readonly package: string;
  readonly settings: ReadonlyMap<string, string>;
  readonly benchmarks: Map<string, Benchmark>;
}

type EnvironmentKey = keyof Environment;

export interface Collection {
  readonly groups: Map<string, Group>;
  readonly units: Map<string, TidyUnit>;
  /** By tidied unit and key, as `unit\0key`. It carries across files, as in benchfmt. */
  readonly metadata: Map<string, string>;
  readonly environment: Map<EnvironmentKey, Stated & { readonly file: string }>;
}

export function emptyCollection(): Collection {
  return { groups: new Map(), units: new Map(), metadata: new Map(), environment: new Map() };
}

/**
 * Adds what was read of a file; the warnings are of what contradicts the files before. Throws an
 * InputError where the machine or the toolchain is not theirs.
 */
export function addReading(into: Collection, file: string, reading: Reading): Warning[] {
  for (const [key, stated] of reading.environment) sameEnvironment(into, key, { ...stated, file });
  const warnings: Warning[] = [];
  for (const { unit, key, value, line } of reading.units ?? []) {
    const at = `${unit}\0${key}`;
    const has = into.metadata.get(at);
    if (has === undefined) into.metadata.set(at, value);
    else if (has !== value) {
      const message = `metadata ${key} of unit ${unit} already set to ${quote(has)}`;
      warnings.push({ kind: 'syntax', file, line, message });
    }
  }
  let last: Benchmark | null = null;
  for (const record of reading.records) last = addRecord(into, record, last);
  return warnings;
}

function sameEnvironment(
  into: Collection,
  key: EnvironmentKey,
  stated: Stated & { readonly file: string },
): void {
  const first = into.environment.get(key);
  if (first === undefined) {
    into.environment.set(key, stated);
  } else if (first.value !== stated.value) {
    throw new InputError(otherEnvironment(key, stated.value, first, first.file), {
      file: stated.file,
      ...(stated.line === undefined ? {} : { line: stated.line }),
    });
  }
}

/** Says that one run was measured in two environments; `first` is what was read before. */
export function otherEnvironment(
  key: EnvironmentKey,
  value: string,
  first: Stated,
  file: string,
): string {
  const one = key === 'toolchain' ? 'one toolchain' : 'one machine';
  const place = first.line === undefined ? file : `${file}:${first.line}`;
  return `${key} is ${quote(value)} here and ${quote(first.value)} at ${place}: one run is ${one}; give the other's output to another run`;
}

/** The benchmark of the record; `last` is the one before it in this file. */
function addRecord(into: Collection, record: BenchmarkRecord, last: Benchmark | null): Benchmark {
  const group = groupOf(into, record);
  let benchmark = group.benchmarks.get(record.name);
  if (benchmark === undefined) {
    benchmark = { series: new Map(), pass: 0 };
    group.benchmarks.set(record.name, benchmark);
  }
  // One that comes again after others, or in another file, was run by another pass over the suite.
  if (benchmark !== last && benchmark.series.size > 0) benchmark.pass++;
  for (const metric of record.metrics) {
    const { unit, factor } = unitOf(into, metric.unit);
    let series = benchmark.series.get(unit);
    if (series === undefined) {
      series = newSeries(group.package, record.name, unit, metric);
      benchmark.series.set(unit, series);
    }
    addSamples(series, metric, factor, benchmark.pass);
  }
  return benchmark;
}

const newSeries = (from: string, benchmark: string, unit: string, stated: Metric): Growing => ({
  package: from,
  benchmark,
  unit,
  better: 'unknown',
  exact: false,
  samples: [],
  passes: [],
  pass: -1,
  stated,
});

function addSamples(to: Growing, metric: Metric, factor: number, pass: number): void {
  const { samples } = metric;
  for (const sample of samples) to.samples.push(sample * factor);
  const [first = samples.length, ...more] = metric.passes ?? [];
  if (to.pass === pass) to.passes[to.passes.length - 1] = (to.passes.at(-1) ?? 0) + first;
  else to.passes.push(first);
  for (const size of more) to.passes.push(size);
  to.pass = pass;
}

const noSettings: ReadonlyMap<string, string> = new Map();

function groupOf(into: Collection, record: BenchmarkRecord): Group {
  const { package: from = '', settings = noSettings } = record;
  const sorted = [...settings].sort(([a], [b]) => (a < b ? -1 : 1));
  const identity = JSON.stringify([from, sorted]);
  let group = into.groups.get(identity);
  if (group === undefined) {
    group = { package: from, settings: new Map(sorted), benchmarks: new Map() };
    into.groups.set(identity, group);
  }
  return group;
}

function unitOf(into: Collection, name: string): TidyUnit {
  let unit = into.units.get(name);
  if (unit === undefined) {
    unit = tidy(name);
    into.units.set(name, unit);
  }
  return unit;
}

export function environmentOf(from: Collection): Environment {
  return Object.fromEntries([...from.environment].map(([key, setting]) => [key, setting.value]));
}

/** All series, in the order in which their first results came. Ends the collection. */
export function finishSeries(from: Collection): Series[] {
  const groups = [...from.groups.values()];
  const varying = varyingKeys(groups);
  const described = new Map<string, Pick<Series, 'better' | 'exact'>>();
  const finished: Series[] = [];
  for (const group of groups) {
    for (const { series } of group.benchmarks.values()) {
      for (const growing of series.values()) {
        const keys = varying.size > 0 ? varying.get(seriesKey(growing)) : undefined;
        if (keys !== undefined) growing.benchmark += settingSuffix(group, keys);
        let known = described.get(growing.unit);
        if (known === undefined) {
          known = describe(from, growing.unit);
          described.set(growing.unit, known);
        }
        growing.better = growing.stated.better ?? known.better;
        growing.exact = growing.stated.exact ?? known.exact;
        finished.push(finish(growing));
      }
    }
  }
  return finished;
}

/** One pass is the rule, and nothing is said of it. */
function finish({ pass: _, stated: _stated, passes, ...item }: Growing): Series {
  return passes.length < 2 ? item : { ...item, passes };
}

/** What `Unit` lines say of a unit, or else its shape. */
function describe(from: Collection, unit: string): Pick<Series, 'better' | 'exact'> {
  const said = from.metadata.get(`${unit}\0better`);
  const meant = said === 'higher' || said === 'lower' ? said : 'unknown';
  return {
    better: said === undefined ? betterOf(unit) : meant,
    exact: from.metadata.get(`${unit}\0assume`) === 'exact',
  };
}

/** For each series that several groups have: the keys whose values differ between them, sorted. */
function varyingKeys(groups: readonly Group[]): Map<string, readonly string[]> {
  const varying = new Map<string, readonly string[]>();
  for (const [key, [first, ...others]] of sharers(groups)) {
    if (first === undefined || others.length === 0) continue;
    const keys = new Set([first, ...others].flatMap((group) => [...group.settings.keys()]));
    const differs = (text: string) =>
      others.some((group) => group.settings.get(text) !== first.settings.get(text));
    varying.set(key, [...keys].filter(differs).sort());
  }
  return varying;
}

/** The groups that have each series, of packages that have more than one group. */
function sharers(groups: readonly Group[]): Map<string, Group[]> {
  const packages = new Map<string, number>();
  for (const { package: text } of groups) packages.set(text, (packages.get(text) ?? 0) + 1);
  const sharing = new Map<string, Group[]>();
  for (const group of groups) {
    if (packages.get(group.package) === 1) continue;
    for (const { series } of group.benchmarks.values()) {
      for (const growing of series.values()) {
        const key = seriesKey(growing);
        const others = sharing.get(key);
        if (others === undefined) sharing.set(key, [group]);
        else others.push(group);
      }
    }
  }
  return sharing;
}

/** ` /key=value` for each key; a value that could be taken for a further key stands in quotes. */
function settingSuffix(group: Group, keys: readonly string[]): string {
  let suffix = '';
  for (const key of keys) {
    const value = group.settings.get(key) ?? '';
    const ambiguous = value.includes(' /') || value.startsWith('"');
    suffix += ` /${key}=${ambiguous ? JSON.stringify(value) : value}`;
  }
  return suffix;
}
