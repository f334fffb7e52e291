/** What a format is asked by: the beginning of a file as text, and of JSON which keys are there. */
import type { InputFile } from '../../model/run.ts';
import { clean } from './clean.ts';

/** Enough for what tools and builds print before the first result. */
const beginningBytes = 64 * 1024;

export interface Beginning {
  /** Without byte order mark and colours; it may end anywhere. */
  readonly text: string;
  readonly file: string;
  /** Null where the text is no JSON. */
  readonly json: Outline | null;
}

export interface Outline {
  /** `lines`: one JSON value after another. */
  readonly shape: 'object' | 'array' | 'lines';
  /** `context.num_cpus`, `[].primaryMetric`, `files[].groups[].name`: every key that begins in the beginning. */
  readonly paths: ReadonlySet<string>;
}

export function beginningOf({ file, bytes }: InputFile): Beginning {
  const head = clean({ bytes: bytes.subarray(0, beginningBytes) });
  const text = Buffer.from(head.bytes.buffer, head.bytes.byteOffset, head.bytes.length).toString(
    'utf8',
  );
  return { text, file, json: outlineOf(text) };
}

/** Keys may be made up of anything, nested however deep: of each file at most this is kept. */
const mostPaths = 2000;
const longestPath = 200;

const token = /\s*(?:("[^"\\]*(?:\\[\s\S][^"\\]*)*")\s*(:)?|([{[])|([}\]])|,|[^\s{}[\],":]+)/y;

/** The keys of JSON that may be cut off anywhere; null where it begins with no object and no array. */
function outlineOf(text: string): Outline | null {
  const first = /^\s*([[{])/.exec(text)?.[1];
  if (first === undefined) return null;
  const paths = new Set<string>();
  /** What is open: the path of its values, up to their keys. */
  const open: string[] = [];
  let documents = 0;
  let key = '';
  token.lastIndex = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [, string, colon, opens, closes] = found;
    const inside = open.at(-1);
    if (opens !== undefined) {
      if (inside === undefined) documents++;
      const own = inside === undefined ? '' : valuePath(inside, key);
      open.push(opens === '[' ? `${own}[]` : own === '' ? '' : `${own}.`);
      key = '';
    } else if (closes !== undefined) {
      open.pop();
    } else if (inside === undefined) {
      // Text after it: another program's.
      break;
    } else if (string !== undefined && colon !== undefined) {
      key = string.slice(1, -1);
      if (paths.size < mostPaths && inside.length + key.length < longestPath) {
        paths.add(inside + key);
      }
    }
  }
  const shape = documents > 1 ? 'lines' : first === '[' ? 'array' : 'object';
  return { shape, paths };
}

/** Deeper than anything looks, it is no longer told apart. */
const valuePath = (inside: string, key: string): string =>
  inside.length > longestPath ? inside : inside.endsWith(']') ? inside : inside + key;
