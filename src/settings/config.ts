/**
 * What the gate is told: flags, action inputs and the configuration file become one Config.
 *
 * Flags and inputs win over the file, the file over the defaults. A threshold without a unit or a
 * number out of range is an InputError that says how to write it: a typo here would otherwise be
 * a gate that guards nothing. The file itself is parsed in configfile.ts.
 */
import { closest } from 'fastest-levenshtein';
import { InputError } from '../model/error.ts';
import type { Filters } from '../model/filters.ts';
import type { Better, Environment } from '../model/run.ts';
import type { FailOn } from '../model/verdict.ts';
import type { Waived } from '../model/waiver.ts';
import { quote } from '../text/quote.ts';
import { defaultRedact, type Redact } from './redact.ts';

/**
 * What looks slower is measured again. `auto`: with `run`, and without one as the benchmarks' tool
 * is run, where that is known (source/rounds/presets/); `suspects`: with `run` alone; `never`: the stored
 * runs have the last word.
 */
export type Confirm = 'auto' | 'suspects' | 'never';

/**
 * Whether base and head are compared by instructions counted here, in place of time: always, where it
 * can be done (`auto`), or never. With stored runs and without `run` suspects are counted before they are measured again
 * in any case but the last.
 */
export type Count = 'true' | 'auto' | 'false';

export interface Config {
  /** The relative change this team cares about, as a ratio. */
  readonly threshold: number;
  /** The same for instructions that were counted: smaller, because counts do not vary as time does. */
  readonly countThreshold: number;
  /** The rise of a function's flat fraction this team cares about (0.02 is 2 pp). */
  readonly profileThreshold: number;
  /** How often the whole gate may fail clean code. */
  readonly alpha: number;
  /** How often a clean pull request may be called a suspect. */
  readonly suspect: number;
  /** A slowdown that every benchmark must be able to show, as a ratio; undefined: none is asked for. */
  readonly see: number | undefined;
  /** What kind of machine measures main: `learned` from 15 of its runs on. */
  readonly runner: 'learned' | 'shared' | 'dedicated';
  readonly test: 'welch' | 'mann-whitney';
  readonly failOn: FailOn;
  /** What of a comparison with stored runs is measured again, where base and head can be run. */
  readonly confirm: Confirm;
  /** Undefined: suspects alone. */
  readonly count: Count | undefined;
  /** What the head is measured against here: `merge-base`, `base branch`, or a revision. */
  readonly against: string;
  /**
   * Seconds that rounds on this machine may take, setup not among them; all of it where nobody gave
   * `run`. Undefined for what `maxTimeOf` says.
   */
  readonly maxTime: number | undefined;
  /** Rounds on this machine, at most. */
  readonly maxRounds: number;
  /** One stored run may fail the gate: only for a dedicated runner. */
  readonly trustSingleRun: boolean;
  /** What must be alike in the environments of two runs that are compared. */
  readonly match: readonly (keyof Environment)[];
  /** At most this many stored runs are compared with. */
  readonly baselineRuns: number;
  /** The format of benchmark files, whatever they look like; undefined: each file's own. */
  readonly format: string | undefined;
  /** The profile's sample type, or undefined to choose by meaning. */
  readonly sampleType: string | undefined;
  /** pprof's filters, for all profiles. */
  readonly profileFilters: Filters;
  /** The key of a label: each of its values is compared with its own total. */
  readonly profileGroupBy: string | undefined;
  /**
   * `user`: the runtime's and libraries' frames are charged to the user code that called them, and stacks without
   * any stand apart. `diff`, `top` and `leaks`, which test nothing, show them raw.
   */
  readonly attribute: 'raw' | 'user';
  /** The sample types whose functions may fail the gate; those of other profiles are shown. */
  readonly gateProfiles: readonly string[];
  /** The last rule that matches a comparison decides. */
  readonly rules: readonly Rule[];
  readonly functions: readonly FunctionRule[];
  /** The direction of units that carry none themselves. */
  readonly units: Readonly<Record<string, Better>>;
  /** What is accepted for a time; of several that match a row the first decides. */
  readonly waivers: readonly Waiver[];
  /** Benchmarks of stored runs by their former name, with the name that they have now. */
  readonly renamed: Readonly<Record<string, string>>;
  /** What is removed from files before they are stored or uploaded; null: nothing. */
  readonly redact: Redact | null;
}

export interface Rule {
  readonly benchmark?: string | undefined;
  readonly unit?: string | undefined;
  readonly threshold?: number | undefined;
  readonly gate?: boolean | undefined;
}

/** One of `benchmark`, `function` and `removed` is there: a glob. */
export interface Waiver extends Waived {
  readonly benchmark?: string | undefined;
  readonly function?: string | undefined;
  readonly removed?: string | undefined;
  /** How much worse is accepted, as a ratio, of a function a fraction; null for what was removed. */
  readonly limit: number | null;
}

export interface FunctionRule {
  readonly name: string;
  readonly threshold?: number | undefined;
  readonly gate?: boolean | undefined;
}

/** Everything a file, a flag or an input can set. */
export type ConfigLayer = { readonly [K in keyof Config]?: Config[K] | undefined };

export const defaults: Config = {
  threshold: 0.05,
  countThreshold: 0.01,
  profileThreshold: 0.02,
  alpha: 0.01,
  suspect: 0.08,
  see: undefined,
  runner: 'learned',
  test: 'welch',
  failOn: ['regression'],
  confirm: 'auto',
  count: undefined,
  against: 'merge-base',
  maxTime: undefined,
  maxRounds: 200,
  trustSingleRun: false,
  match: ['goos', 'goarch', 'cpu'],
  baselineRuns: 20,
  format: undefined,
  sampleType: undefined,
  profileFilters: {},
  profileGroupBy: undefined,
  attribute: 'user',
  gateProfiles: ['cpu', 'cpu-time', 'cpu_time', 'samples'],
  rules: [],
  functions: [],
  units: {},
  waivers: [],
  renamed: {},
  redact: defaultRedact,
};

/** Layers from the strongest to the weakest; what none sets is the default. */
export function resolveConfig(...layers: readonly ConfigLayer[]): Config {
  const config: Record<string, unknown> = { ...defaults };
  for (const layer of layers.toReversed()) {
    for (const [key, value] of Object.entries(layer)) if (value !== undefined) config[key] = value;
  }
  return config as unknown as Config; // every key of Config is in `defaults`
}

/** Ten minutes for who asks to measure, five for who did not. */
export const maxTimeOf = ({ maxTime }: Config, isAsked: boolean): number =>
  maxTime ?? (isAsked ? 600 : 300);

/** How profiles are read for this configuration. */
export function readOptions(config: Config) {
  const { format, sampleType, profileFilters, profileGroupBy, attribute } = config;
  return {
    filters: profileFilters,
    ...(format === undefined ? {} : { benchmarkFormat: format }),
    ...(sampleType === undefined ? {} : { sampleType }),
    ...(profileGroupBy === undefined ? {} : { groupBy: profileGroupBy }),
    ...(attribute === 'user' ? { attribute } : {}),
  };
}

/** '5%' -> 0.05. Throws InputError: a bare number could mean two things. */
export function parsePercent(text: string, name: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(text);
  if (match === null) throw new InputError(percentHint(text, name));
  return bounded(Number(match[1]) / 100, name, text);
}

/** '2pp' -> 0.02. Throws InputError. */
export function parsePoints(text: string, name: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*pp\s*$/.exec(text);
  if (match === null) throw new InputError(pointsHint(text, name));
  return bounded(Number(match[1]) / 100, name, text);
}

function bounded(ratio: number, name: string, text: string): number {
  if (ratio > 100) throw new InputError(`${name} ${quote(text)} is more than 10000 %`);
  return ratio;
}

function percentHint(text: string, name: string): string {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) {
    const pp = text.trim().endsWith('pp')
      ? ' Percentage points (pp) are for profile-threshold.'
      : '';
    return `${name} ${quote(text)} is not a percentage: write it like 5%.${pp}`;
  }
  return `${name} ${quote(text)} has no unit: write ${number}% for ${number} percent (as a plain ratio it would mean ${trim(number * 100)}%)`;
}

function pointsHint(text: string, name: string): string {
  const number = Number(text.replace('%', ''));
  if (text.trim() === '' || !Number.isFinite(number)) {
    return `${name} ${quote(text)} is not in percentage points: write it like 2pp`;
  }
  return text.includes('%')
    ? `${name} ${quote(text)} is a percentage: a function's share is compared in percentage points, so write ${number}pp`
    : `${name} ${quote(text)} has no unit: write ${number}pp for ${number} percentage points of the profile (as a plain fraction it would mean ${trim(number * 100)}pp)`;
}

/** '0.01' or '1%' -> 0.01: an error rate. Throws InputError outside (0, 0.5]. */
export function parseRate(text: string, name: string): number {
  const value = text.trim().endsWith('%')
    ? Number(text.trim().slice(0, -1)) / 100
    : Number(text.trim() === '' ? Number.NaN : text);
  if (!(value > 0 && value <= 0.5)) {
    throw new InputError(
      `${name} ${quote(text)} is not an error rate: write a number above 0 and at most 0.5, like 0.01`,
    );
  }
  return value;
}

/**
 * What fails the job: words with commas or spaces between them, or a list. A regression always does where
 * anything does; `never` stands alone. `inconclusive`, a word of version 1, means both of today's.
 * Throws InputError.
 */
export function parseFailOn(text: string, name = 'fail-on'): FailOn {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const given = words.map((word) => parseWord(word, [...failOnNames, 'inconclusive'], name));
  if (given.length === 0) throw new InputError(`${name} is empty: write ${failOnNames.join(', ')}`);
  if (given.includes('never')) {
    if (given.length === 1) return [];
    throw new InputError(`${name} ${quote(text)}: never stands alone`);
  }
  const both = given.includes('inconclusive');
  return [
    'regression',
    ...(both || given.includes('suspect') ? (['suspect'] as const) : []),
    ...(both || given.includes('incomplete') ? (['incomplete'] as const) : []),
  ];
}

/** '90s', '10m', '1h30m' -> seconds. Throws InputError: a bare number could mean two things. */
export function parseDuration(text: string, name = 'max-time'): number {
  const match = /^\s*(?=\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?\s*$/.exec(text);
  const [, hours = 0, minutes = 0, seconds = 0] = match ?? [];
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (match !== null && total > 0 && total <= 24 * 3600) return total;
  throw new InputError(
    `${name} ${quote(text)} is not a time up to a day: write it like 10m, 90s or 1h30m`,
  );
}

/** Rounds: '20' -> 20. Throws InputError outside 6 to 200: fewer decide nothing. */
export function parseRounds(text: string, name = 'max-rounds'): number {
  const count = Number(text.trim() === '' ? Number.NaN : text);
  if (Number.isInteger(count) && count >= 6 && count <= 200) return count;
  throw new InputError(`${name} ${quote(text)} must be a whole number from 6 to 200`);
}

/** One of a list of words, or an InputError that names the nearest. */
export function parseWord<T extends string>(text: string, words: readonly T[], name: string): T {
  const word = words.find((candidate) => candidate === text.trim());
  if (word !== undefined) return word;
  throw new InputError(
    `${name} ${quote(text)} is not known: it is one of ${words.join(', ')} (nearest: ${closest(text, [...words])})`,
  );
}

/** Throws InputError. `undecided` was a value in version 0, and measured what `auto` measures. */
export const parseConfirm = (text: string, name = 'confirm'): Confirm =>
  text.trim() === 'undecided' ? 'auto' : parseWord(text, confirmNames, name);

export const testNames = ['welch', 'mann-whitney'] as const;
export const attributeNames = ['raw', 'user'] as const;
export const failOnNames = ['regression', 'suspect', 'incomplete', 'never'] as const;
export const runnerNames = ['learned', 'shared', 'dedicated'] as const;
export const confirmNames = ['auto', 'suspects', 'never'] as const;
export const countNames = ['true', 'auto', 'false'] as const;
export const environmentNames = ['goos', 'goarch', 'cpu', 'runner', 'toolchain'] as const;
export const betterNames = ['lower', 'higher', 'unknown'] as const;

const trim = (value: number): string => String(Number(value.toPrecision(6)));
