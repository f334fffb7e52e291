/**
 * The labels of samples as pprof understands them: a label with a text has that value; one without
 * has a number, perhaps with a unit; one with neither is none.
 *
 * Source: profile/encode.go (postDecode), profile/profile.go (NumLabelUnits) and
 * internal/driver/tagroot.go (formatLabelValues) of github.com/google/pprof.
 */
import { type Profile, text, word64 } from './profile.ts';
import { scaledLabel } from './select/units.ts';

/** The string indices that hold a text; a file may hold it twice. */
export function indicesOf({ strings }: Profile, wanted: string): ReadonlySet<number> {
  const length = Buffer.byteLength(wanted);
  const found = new Set<number>();
  for (let i = 0; i < strings.start.length; i++) {
    const size = (strings.end[i] as number) - (strings.start[i] as number);
    if (size === length && text(strings, i) === wanted) found.add(i);
  }
  return found;
}

/** The number of a label as a double: beyond 2^53 it is rounded, as pprof's comparisons do. */
export const numberOf = ({ samples: { labels } }: Profile, k: number): number =>
  Number(word64(labels.number, k));

export const isText = ({ samples: { labels } }: Profile, k: number): boolean =>
  labels.text[k] !== 0;

export const isNumber = ({ samples: { labels } }: Profile, k: number): boolean =>
  labels.text[k] === 0 &&
  (labels.number[2 * k] !== 0 || labels.number[2 * k + 1] !== 0 || labels.unit[k] !== 0);

/**
 * A sample's values of the label with one of the keys given, as one text, or '' without any: texts,
 * then numbers with their units, with commas between them.
 */
export function labelValue(profile: Profile, s: number, keys: ReadonlySet<number>): string {
  const { labels } = profile.samples;
  const end = labels.start[s + 1] as number;
  let texts = '';
  let numbers = '';
  for (let k = labels.start[s] as number; k < end; k++) {
    if (!keys.has(labels.key[k] as number)) continue;
    if (isText(profile, k)) {
      texts += `${texts === '' ? '' : ','}${text(profile.strings, labels.text[k] as number)}`;
    } else if (isNumber(profile, k)) {
      const unit = text(profile.strings, labels.unit[k] as number);
      numbers += `${numbers === '' ? '' : ','}${scaledLabel(numberOf(profile, k), unit)}`;
    }
  }
  return texts !== '' && numbers !== '' ? `${texts},${numbers}` : texts + numbers;
}

/** Whether any sample has a label with one of the keys. */
export function hasLabel({ samples: { labels } }: Profile, keys: ReadonlySet<number>): boolean {
  return labels.key.some((key) => keys.has(key));
}

/** The keys that occur, sorted; at most 20, for messages. */
export function labelKeys({ samples: { labels }, strings }: Profile): string[] {
  const keys = [...new Set(labels.key)].map((key) => text(strings, key));
  return [...new Set(keys)].sort().slice(0, 20);
}

/**
 * The unit of each numeric label's key: the first that a sample gives, else `bytes` for the keys that
 * Go and C++ have always used for sizes, else the key itself.
 */
export function labelUnits(profile: Profile): ReadonlyMap<string, string> {
  const { labels } = profile.samples;
  const units = new Map<string, string>();
  for (let k = 0; k < labels.key.length; k++) {
    if (!isNumber(profile, k)) continue;
    const key = text(profile.strings, labels.key[k] as number);
    if (!units.get(key)) units.set(key, text(profile.strings, labels.unit[k] as number));
  }
  for (const [key, unit] of units) {
    if (unit === '') units.set(key, key === 'alignment' || key === 'request' ? 'bytes' : key);
  }
  return units;
}
