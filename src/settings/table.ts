/**
 * The settings that a flag and an input of the action can give as one text: one entry each. The flag layer and
 * the layer of inputs are read from this list. Settings that only the file has are in configfile.ts.
 */
import {
  attributeNames,
  type Config,
  type ConfigLayer,
  countNames,
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

interface Entry<K extends keyof Config> {
  /** The input's and the file's name; messages say it. */
  readonly name: string;
  /** The flag without its dashes, where it has another name. */
  readonly flag?: string;
  /** Throws InputError that begins with the name. */
  readonly read: (text: string, name: string) => Config[K];
}

const plain = (text: string): string => text;
const word =
  <T extends string>(words: readonly T[]) =>
  (text: string, name: string): T =>
    parseWord(text, words, name);

/** In the order in which their errors are found. */
export const settings = {
  threshold: { name: 'threshold', read: parsePercent },
  countThreshold: { name: 'count-threshold', read: parsePercent },
  profileThreshold: { name: 'profile-threshold', read: parsePoints },
  alpha: { name: 'alpha', read: parseRate },
  suspect: { name: 'suspect', read: parseRate },
  see: { name: 'see', read: parsePercent },
  runner: { name: 'runner', read: word(runnerNames) },
  test: { name: 'test', read: word(testNames) },
  failOn: { name: 'fail-on', read: parseFailOn },
  confirm: { name: 'confirm', read: parseConfirm },
  count: { name: 'count', read: word(countNames) },
  against: { name: 'against', read: plain },
  maxTime: { name: 'max-time', read: parseDuration },
  maxRounds: { name: 'max-rounds', read: parseRounds },
  sampleType: { name: 'sample-type', read: plain },
  profileGroupBy: { name: 'profile-group-by', flag: 'group-by', read: plain },
  attribute: { name: 'attribute', read: word(attributeNames) },
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

/** As commander has it: `max-time` is `maxTime`. */
export const flagKey = ({ name, flag = name }: { name: string; flag?: string }): string =>
  flag.replaceAll(/-[a-z]/g, (of) => of.slice(1).toUpperCase());
