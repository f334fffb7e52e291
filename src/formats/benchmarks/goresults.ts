/**
 * The results of one file in the Go format while it is read: shaped for a reader that meets the same
 * benchmark and the same units on millions of lines. What leaves is records, as of any other format.
 */
import { InputError } from '../../model/error.ts';
import { otherEnvironment } from './collection.ts';
import type { BenchmarkRecord, Reading, UnitNote } from './format.ts';
import { type TidyUnit, tidy } from './unit.ts';

/** A value of a configuration line, and where it was set. */
export interface Setting {
  readonly value: string;
  readonly line: number;
}

/** The configuration in force in one file. Keys of no meaning to anyone are left out by readers. */
export type Configuration = ReadonlyMap<string, Setting>;

/** A metric that still grows. */
interface Growing {
  readonly unit: string;
  readonly samples: number[];
  passes?: number[];
  /** Of the last sample. */
  pass: number;
}

/** One benchmark under one configuration. */
export interface Benchmark {
  readonly name: string;
  /** In the order in which their units first came. */
  readonly series: Growing[];
  /** The same by unit, where there are many. */
  byUnit: Map<string, Growing> | null;
  /** Which pass of it is read, from 0. */
  pass: number;
}

/** Results that share a configuration. */
export interface Group {
  readonly package: string;
  /** The keys that neither the package nor the environment takes. */
  readonly settings: ReadonlyMap<string, string>;
  readonly benchmarks: Map<string, Benchmark>;
}

export interface GoResults {
  readonly groups: Map<string, Group>;
  readonly units: Map<string, TidyUnit>;
  /** By tidied unit and key, as `unit\0key`. */
  readonly metadata: Map<string, UnitNote>;
  readonly environment: Map<EnvironmentKey, Setting>;
  /** Of which the last result was. */
  last: Benchmark | null;
}

const environmentKeys = ['goos', 'goarch', 'cpu', 'toolchain'] as const;
type EnvironmentKey = (typeof environmentKeys)[number];

export function emptyResults(): GoResults {
  return {
    groups: new Map(),
    units: new Map(),
    metadata: new Map(),
    environment: new Map(),
    last: null,
  };
}

/**
 * The group of results under this configuration. Throws an InputError where the machine or the
 * toolchain is not that of the results before.
 */
export function groupOf(into: GoResults, file: string, configuration: Configuration): Group {
  const settings = new Map<string, string>();
  for (const [key, setting] of configuration) {
    if (isEnvironment(key)) sameEnvironment(into, key, setting, file);
    else if (key !== 'pkg') settings.set(key, setting.value);
  }
  const from = configuration.get('pkg')?.value ?? '';
  const sorted = [...settings].sort(([a], [b]) => (a < b ? -1 : 1));
  const identity = JSON.stringify([from, sorted]);
  let group = into.groups.get(identity);
  if (group === undefined) {
    group = { package: from, settings: new Map(sorted), benchmarks: new Map() };
    into.groups.set(identity, group);
  }
  return group;
}

function isEnvironment(key: string): key is EnvironmentKey {
  return (environmentKeys as readonly string[]).includes(key);
}

function sameEnvironment(
  into: GoResults,
  key: EnvironmentKey,
  setting: Setting,
  file: string,
): void {
  const first = into.environment.get(key);
  if (first === undefined) into.environment.set(key, setting);
  else if (first.value !== setting.value) {
    throw new InputError(otherEnvironment(key, setting.value, first, file), {
      file,
      line: setting.line,
    });
  }
}

/** The benchmark of that name, made where the group has none. */
export function benchmarkOf(group: Group, name: string): Benchmark {
  let benchmark = group.benchmarks.get(name);
  if (benchmark === undefined) {
    benchmark = { name, series: [], byUnit: null, pass: 0 };
    group.benchmarks.set(name, benchmark);
  }
  return benchmark;
}

/**
 * A result of this benchmark begins. `-count` repeats a benchmark in a row: one that comes again after
 * others was run by another pass over the suite.
 */
export function beginResult(into: GoResults, benchmark: Benchmark): void {
  if (into.last === benchmark) return;
  if (benchmark.series.length > 0) benchmark.pass++;
  into.last = benchmark;
}

/** Adds a value in tidied units. `at` is where the unit stood on the result line. */
export function addSample(to: Benchmark, at: number, unit: string, value: number): void {
  const there = to.series[at];
  const series = there?.unit === unit ? there : seriesFor(to, unit);
  series.samples.push(value);
  if (to.pass === 0) return;
  // What came before was one pass, or this unit was first printed in a later one.
  series.passes ??= series.samples.length > 1 ? [series.samples.length - 1] : [];
  if (series.pass !== to.pass) {
    series.passes.push(0);
    series.pass = to.pass;
  }
  series.passes[series.passes.length - 1] = (series.passes.at(-1) ?? 0) + 1;
}

/** More units than this are found by a map: a hostile line may name a million. */
const unitsSearched = 30;

function seriesFor(benchmark: Benchmark, unit: string): Growing {
  const { series } = benchmark;
  let found =
    benchmark.byUnit === null
      ? series.find((growing) => growing.unit === unit)
      : benchmark.byUnit.get(unit);
  if (found === undefined) {
    found = { unit, samples: [], pass: 0 };
    series.push(found);
    benchmark.byUnit?.set(unit, found);
    if (series.length === unitsSearched) {
      benchmark.byUnit = new Map(series.map((growing) => [growing.unit, growing]));
    }
  }
  return found;
}

export function unitOf(into: GoResults, name: string): TidyUnit {
  let unit = into.units.get(name);
  if (unit === undefined) {
    unit = tidy(name);
    into.units.set(name, unit);
  }
  return unit;
}

/** Sets metadata of a unit; the value it already has where that is another. */
export function setMetadata(into: GoResults, note: UnitNote): string | null {
  const at = `${note.unit}\0${note.key}`;
  const has = into.metadata.get(at);
  if (has === undefined) into.metadata.set(at, note);
  return has === undefined || has.value === note.value ? null : has.value;
}

/** What was read, a record for each benchmark under each configuration. */
export function finishResults(from: GoResults): Pick<Reading, 'records' | 'environment' | 'units'> {
  const records: BenchmarkRecord[] = [];
  for (const { package: text, settings, benchmarks } of from.groups.values()) {
    for (const { name, series } of benchmarks.values()) {
      records.push({ package: text, settings, name, metrics: series });
    }
  }
  return { records, environment: from.environment, units: [...from.metadata.values()] };
}
