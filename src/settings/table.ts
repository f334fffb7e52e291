/**
 * The settings that a flag and an input of the action can give as one text: one entry each. Flags and their help,
 * the layer of inputs, the file's reader and its JSON Schema are made of this list; action.yml and the tables in docs are
 * tested against it. Settings that only the file has are in configfile.ts.
 */
import {
  attributeNames,
  type Config,
  type ConfigLayer,
  confirmNames,
  countNames,
  failOnNames,
  parseConfirm,
  parseDuration,
  parseFailOn,
  parsePercent,
  parsePoints,
  parseRate,
  parseRounds,
  parseWord,
  runnerNames,
  testNames,
} from './config.ts';

/** JSON Schema of a value in the file, without what only its parser knows. */
export type Shape = Readonly<Record<string, unknown>>;

export interface Entry<K extends keyof Config> {
  /** The input's and the file's name; messages say it. */
  readonly name: string;
  /** The flag without its dashes, where it has another name. */
  readonly flag?: string;
  /** What stands for the value in `--help`. */
  readonly value: string;
  /** For `--help` and editors of the file: one sentence without its end. */
  readonly help: string;
  /** As it is written; '' where there is none. */
  readonly default: string;
  readonly shape: Shape;
  /** In the file it may also be a list of words. */
  readonly isList?: true;
  /** Throws InputError that begins with the name. */
  readonly read: (text: string, name: string) => Config[K];
}

const oneOf = <const T extends string>(words: readonly T[]) => ({
  shape: { enum: words },
  read: (text: string, name: string): T => parseWord(text, words, name),
});
const text = { shape: { type: 'string', minLength: 1 }, read: (given: string): string => given };
const percent = {
  value: 'percent',
  shape: { type: 'string', pattern: '^\\s*\\d+(\\.\\d+)?\\s*%\\s*$' },
  read: parsePercent,
};
const rate = {
  value: 'rate',
  shape: {
    anyOf: [
      { type: 'number', exclusiveMinimum: 0, maximum: 0.5 },
      { type: 'string', pattern: '^\\s*\\d*\\.?\\d+\\s*%?\\s*$' },
    ],
  },
  read: parseRate,
};
const failOnWord = `(${[...failOnNames, 'inconclusive'].join('|')})`;

/** In the order in which their errors are found. */
export const settings = {
  threshold: {
    ...{ name: 'threshold', ...percent, default: '5%' },
    help: 'relative change of a benchmark that matters, like 5%',
  },
  countThreshold: {
    ...{ name: 'count-threshold', ...percent, default: '1%' },
    help: 'relative change of counted instructions that matters, like 1%',
  },
  profileThreshold: {
    ...{ name: 'profile-threshold', value: 'points', default: '2pp', read: parsePoints },
    help: "rise of a function's share that matters, in percentage points, like 2pp",
    shape: { type: 'string', pattern: '^\\s*\\d+(\\.\\d+)?\\s*pp\\s*$' },
  },
  alpha: {
    ...{ name: 'alpha', ...rate, default: '0.01' },
    help: 'how often unchanged code may fail, like 0.01',
  },
  suspect: {
    ...{ name: 'suspect', ...rate, default: '0.08' },
    help: 'how often unchanged code may be a suspect, like 0.08',
  },
  see: {
    ...{ name: 'see', ...percent, default: '' },
    help: 'a slowdown that every benchmark must be able to show, like 20%',
  },
  runner: {
    ...{ name: 'runner', value: 'kind', ...oneOf(runnerNames), default: 'learned' },
    help: 'the machine that measures: shared, dedicated (nothing else runs on it), or learned from runs of the base',
  },
  test: {
    ...{ name: 'test', value: 'name', ...oneOf(testNames), default: 'welch' },
    help: 'welch (geometric means) or mann-whitney (medians, as benchstat)',
  },
  failOn: {
    ...{ name: 'fail-on', value: 'what', default: 'regression', read: parseFailOn, isList: true },
    help: 'what fails: regression, suspect, incomplete (a list), or never',
    shape: {
      anyOf: [
        { type: 'string', pattern: `^[\\s,]*${failOnWord}([\\s,]+${failOnWord})*[\\s,]*$` },
        { type: 'array', items: { enum: [...failOnNames, 'inconclusive'] }, minItems: 1 },
      ],
    },
  },
  confirm: {
    ...{ name: 'confirm', value: 'what', default: 'auto', read: parseConfirm },
    help: 'what looks slower is measured again: auto, suspects (only with run) or never',
    shape: { enum: [...confirmNames, 'undecided'] },
  },
  count: {
    ...{ name: 'count', value: 'when', ...oneOf(countNames), default: '' },
    help: 'compare by instructions in place of time: true, auto (where it can be done) or false',
    shape: { enum: [true, false, ...countNames] },
  },
  against: {
    ...{ name: 'against', value: 'revision', ...text, default: 'merge-base' },
    help: 'what is measured against: merge-base, base branch, or a branch, tag or commit',
  },
  maxTime: {
    ...{ name: 'max-time', value: 'time', default: '', read: parseDuration },
    help: 'how long rounds may take, like 10m; by default 10m, without run 5m in all',
    shape: {
      type: 'string',
      pattern: '^\\s*(?=\\d)(\\d+h)?(\\d+m)?(\\d+s)?\\s*$',
    },
  },
  maxRounds: {
    ...{ name: 'max-rounds', value: 'number', default: '200', read: parseRounds },
    help: 'rounds at most, 6 to 200; they end before when all is decided',
    shape: {
      anyOf: [
        { type: 'integer', minimum: 6, maximum: 200 },
        { type: 'string', pattern: '^\\s*\\d+\\s*$' },
      ],
    },
  },
  format: {
    ...{ name: 'format', flag: 'format-in', value: 'name', ...text, default: '' },
    help: 'format of benchmark files, like go, whatever they look like; `flamegate formats` lists them',
  },
  sampleType: {
    ...{ name: 'sample-type', value: 'name', ...text, default: '' },
    help: "the profile's value to compare, like alloc_space; by default chosen by its meaning",
  },
  profileGroupBy: {
    ...{ name: 'profile-group-by', flag: 'group-by', value: 'label', ...text, default: '' },
    help: 'the key of a label of profiles: each of its values is compared with its own total',
  },
  attribute: {
    ...{ name: 'attribute', value: 'to', ...oneOf(attributeNames), default: 'user' },
    help: 'user: runtime frames are charged to the user code that called them; raw: as they are',
  },
} as const satisfies { readonly [K in keyof Config]?: Entry<K> };

/** What `given` says of each setting, by its entry; undefined where it says nothing. Throws InputError. */
export function layerOf(given: (entry: Entry<keyof Config>) => string | undefined): ConfigLayer {
  const layer: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(settings) as [string, Entry<keyof Config>][]) {
    const text = given(entry);
    if (text !== undefined) layer[key] = entry.read(text, entry.name);
  }
  return layer; // `settings` is checked against Config, entry by entry
}

/** As commander takes it: '--max-time <time>'. */
export const flagOf = (entry: { name: string; flag?: string; value: string }): string =>
  `--${entry.flag ?? entry.name} <${entry.value}>`;

/** As commander has it: `max-time` is `maxTime`. */
export const flagKey = ({ name, flag = name }: { name: string; flag?: string }): string =>
  flag.replaceAll(/-[a-z]/g, (item) => item.slice(1).toUpperCase());
