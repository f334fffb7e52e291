/**
 * Gathers results of one run, whatever format they come from, into series.
 *
 * A result is a benchmark's name and its measurements under the configuration in force: lines
 * `key: value`. The package is part of a series' identity, the machine and the toolchain must be
 * the same throughout, and any other key takes part only where its value varies for one and the
 * same benchmark (benchstat would make a table for each value).
 */
import { InputError } from '../../model/error.ts';
import { seriesKey } from '../../model/keys.ts';
import type { Environment, Series } from '../../model/run.ts';
import { quote } from '../../text/quote.ts';
import { betterOf, type TidyUnit, tidy } from './unit.ts';

/** A value of a configuration line, and where it was set. */
export interface Setting {
  readonly value: string;
  readonly line: number;
}

/** The configuration in force in one file. Keys of no meaning to anyone are left out by readers. */
export type Configuration = ReadonlyMap<string, Setting>;

/** A series that still grows. Its direction and, perhaps, a longer name come at the end. */
interface Growing extends Series {
  benchmark: string;
  better: Series['better'];
  exact: boolean;
  readonly samples: number[];
  passes?: number[];
  /** Of the last sample. */
  pass: number;
}

/** One benchmark under one configuration. */
export interface Benchmark {
  readonly package: string;
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

export interface Collection {
  readonly groups: Map<string, Group>;
  readonly units: Map<string, TidyUnit>;
  /** By tidied unit and key, as `unit\0key`. It carries across files, as in benchfmt. */
  readonly metadata: Map<string, string>;
  readonly environment: Map<EnvironmentKey, Setting & { readonly file: string }>;
  /** Of which the last result was; null where a file begins. */
  last: Benchmark | null;
}

const environmentKeys = ['goos', 'goarch', 'cpu', 'toolchain'] as const;
type EnvironmentKey = (typeof environmentKeys)[number];

export function emptyCollection(): Collection {
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
export function groupOf(into: Collection, file: string, configuration: Configuration): Group {
  const settings = new Map<string, string>();
  for (const [key, setting] of configuration) {
    if (isEnvironment(key)) sameEnvironment(into, key, { ...setting, file });
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
  into: Collection,
  key: EnvironmentKey,
  setting: Setting & { readonly file: string },
): void {
  const first = into.environment.get(key);
  if (first === undefined) {
    into.environment.set(key, setting);
  } else if (first.value !== setting.value) {
    const one = key === 'toolchain' ? 'one toolchain' : 'one machine';
    throw new InputError(
      `${key} is ${quote(setting.value)} here and ${quote(first.value)} at ` +
        `${first.file}:${first.line}: one run is ${one}; give the other's output to another run`,
      setting,
    );
  }
}

/** The benchmark of that name, made where the group has none. */
export function benchmarkOf(group: Group, name: string): Benchmark {
  let benchmark = group.benchmarks.get(name);
  if (benchmark === undefined) {
    benchmark = { package: group.package, name, series: [], byUnit: null, pass: 0 };
    group.benchmarks.set(name, benchmark);
  }
  return benchmark;
}

/**
 * A result of this benchmark begins. `-count` repeats a benchmark in a row: one that comes again after
 * others, or in another file, was run by another pass over the suite.
 */
export function beginResult(into: Collection, of: Benchmark): void {
  if (into.last === of) return;
  if (of.series.length > 0) of.pass++;
  into.last = of;
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
  const { package: from, name, series } = benchmark;
  let found =
    benchmark.byUnit === null ? series.find((of) => of.unit === unit) : benchmark.byUnit.get(unit);
  if (found === undefined) {
    found = {
      package: from,
      benchmark: name,
      unit,
      better: 'unknown',
      exact: false,
      samples: [],
      pass: 0,
    };
    series.push(found);
    benchmark.byUnit?.set(unit, found);
    if (series.length === unitsSearched) {
      benchmark.byUnit = new Map(series.map((of) => [of.unit, of]));
    }
  }
  return found;
}

export function unitOf(into: Collection, name: string): TidyUnit {
  let unit = into.units.get(name);
  if (unit === undefined) {
    unit = tidy(name);
    into.units.set(name, unit);
  }
  return unit;
}

/** Sets metadata of a unit; the value it already has where that is another. */
export function setMetadata(
  into: Collection,
  unit: string,
  key: string,
  value: string,
): string | null {
  const at = `${unit}\0${key}`;
  const has = into.metadata.get(at);
  if (has === undefined) into.metadata.set(at, value);
  return has === undefined || has === value ? null : has;
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
      for (const of of series) {
        const keys = varying.size > 0 ? varying.get(seriesKey(of)) : undefined;
        if (keys !== undefined) of.benchmark += settingSuffix(group, keys);
        let known = described.get(of.unit);
        if (known === undefined) {
          known = describe(from, of.unit);
          described.set(of.unit, known);
        }
        of.better = known.better;
        of.exact = known.exact;
        finished.push(finish(of));
      }
    }
  }
  return finished;
}

/** One pass is the rule, and nothing is said of it. */
function finish({ pass: _, passes, ...of }: Growing): Series {
  return passes === undefined || passes.length < 2 ? of : { ...of, passes };
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
    const differs = (of: string) =>
      others.some((group) => group.settings.get(of) !== first.settings.get(of));
    varying.set(key, [...keys].filter(differs).sort());
  }
  return varying;
}

/** The groups that have each series, of packages that have more than one group. */
function sharers(groups: readonly Group[]): Map<string, Group[]> {
  const packages = new Map<string, number>();
  for (const { package: of } of groups) packages.set(of, (packages.get(of) ?? 0) + 1);
  const sharing = new Map<string, Group[]>();
  for (const group of groups) {
    if (packages.get(group.package) === 1) continue;
    for (const { series } of group.benchmarks.values()) {
      for (const of of series) {
        const key = seriesKey(of);
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
