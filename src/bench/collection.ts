/**
 * Gathers results of one run, whatever format they come from, into series.
 *
 * A result is a benchmark's name and its measurements under the configuration in force: lines
 * `key: value`. The package is part of a series' identity, the machine and the toolchain must be
 * the same throughout, and any other key takes part only where its value varies for one and the
 * same benchmark (benchstat would make a table for each value).
 */
import { type Environment, InputError, type Series } from '../model.ts';
import { quoted } from './quote.ts';
import { betterOf, type TidyUnit, tidy } from './unit.ts';

/** A value of a configuration line, and where it was set. */
export interface Setting {
  readonly value: string;
  readonly line: number;
}

/** The configuration in force in one file. Keys of no meaning to anyone are left out by readers. */
export type Configuration = ReadonlyMap<string, Setting>;

/** The samples of one unit. */
interface Samples {
  readonly unit: string;
  readonly values: number[];
}

/** One benchmark under one configuration. */
export interface Benchmark {
  readonly name: string;
  readonly samples: Samples[];
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
}

const environmentKeys = ['goos', 'goarch', 'cpu', 'toolchain'] as const;
type EnvironmentKey = (typeof environmentKeys)[number];

export function emptyCollection(): Collection {
  return { groups: new Map(), units: new Map(), metadata: new Map(), environment: new Map() };
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
      `${key} is ${quoted(setting.value)} here and ${quoted(first.value)} at ` +
        `${first.file}:${first.line}: one run is ${one}; give the other's output to another run`,
      setting,
    );
  }
}

/** The benchmark of that name, made where the group has none. */
export function benchmarkOf(group: Group, name: string): Benchmark {
  let benchmark = group.benchmarks.get(name);
  if (benchmark === undefined) {
    benchmark = { name, samples: [] };
    group.benchmarks.set(name, benchmark);
  }
  return benchmark;
}

/** Adds a value in tidied units. `at` is where the unit stood in the benchmark's last result. */
export function addSample(to: Benchmark, at: number, unit: string, value: number): void {
  let samples = to.samples[at];
  if (samples?.unit !== unit) {
    samples = to.samples.find((of) => of.unit === unit);
    if (samples === undefined) {
      samples = { unit, values: [] };
      to.samples.push(samples);
    }
  }
  samples.values.push(value);
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

/** All series, in the order in which their first results came. */
export function seriesOf(from: Collection): Series[] {
  const groups = [...from.groups.values()];
  const varying = varyingKeys(groups);
  const described = new Map<string, Pick<Series, 'unit' | 'better' | 'exact'>>();
  const series: Series[] = [];
  for (const group of groups) {
    for (const { name, samples } of group.benchmarks.values()) {
      for (const { unit, values } of samples) {
        const keys = varying.size > 0 ? varying.get(seriesKey(group, name, unit)) : undefined;
        let of = described.get(unit);
        if (of === undefined) {
          of = describe(from, unit);
          described.set(unit, of);
        }
        series.push({
          package: group.package,
          benchmark: keys === undefined ? name : name + settingSuffix(group, keys),
          unit: of.unit,
          better: of.better,
          exact: of.exact,
          samples: values,
        });
      }
    }
  }
  return series;
}

function describe(from: Collection, unit: string): Pick<Series, 'unit' | 'better' | 'exact'> {
  const said = from.metadata.get(`${unit}\0better`);
  const meant = said === 'higher' || said === 'lower' ? said : 'unknown';
  return {
    unit,
    better: said === undefined ? betterOf(unit) : meant,
    exact: from.metadata.get(`${unit}\0assume`) === 'exact',
  };
}

const seriesKey = (group: Group, name: string, unit: string): string =>
  `${group.package}\0${name}\0${unit}`;

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
    for (const { name, samples } of group.benchmarks.values()) {
      for (const { unit } of samples) {
        const key = seriesKey(group, name, unit);
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
