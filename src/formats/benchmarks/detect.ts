/** How a format is known from the beginning of a file, and what a file lacks that is not of it. */
import type { Beginning } from './beginning.ts';

/** `perhaps`: the first line that tells may come later, and only reading the file decides. */
export type Answer = 'yes' | 'perhaps' | 'no';

export interface Detect {
  readonly is: (of: Beginning) => Answer;
  /** How much of what tells the format is there, from 0 to 1, and what is not. */
  readonly lacks: (of: Beginning) => { readonly near: number; readonly what: string };
}

/** JSON that has all these keys: `context`, `files[].groups`, `[].primaryMetric` in an array. */
export const json = (...paths: readonly string[]): Detect => keys(['object', 'array'], paths);

/** JSON with a value on each line, which together have all these keys; one line alone is an object. */
export const jsonLines = (...paths: readonly string[]): Detect => keys(['lines', 'object'], paths);

function keys(shapes: readonly string[], paths: readonly string[]): Detect {
  const absent = ({ json: outline }: Beginning) =>
    paths.filter((path) => outline?.paths.has(path) !== true);
  return {
    is: (of) =>
      of.json !== null && shapes.includes(of.json.shape) && absent(of).length === 0 ? 'yes' : 'no',
    lacks: (of) => {
      if (of.json === null) return { near: 0, what: 'it is no JSON' };
      const missing = absent(of);
      if (missing.length === 0) return { near: 0.9, what: 'it is JSON of another shape' };
      const have = paths.length - missing.length;
      // Of two formats of JSON the one of this shape is nearer, whatever keys there are.
      const alike = shapes.includes(of.json.shape) && paths[0]?.startsWith('[]') === isArray(of);
      return {
        near: 0.1 + (alike ? 0.1 : 0) + (0.7 * have) / paths.length,
        what: `it has no ${missing.map((path) => `"${path}"`).join(', ')}`,
      };
    },
  };
}

const isArray = ({ json: outline }: Beginning): boolean => outline?.shape === 'array';

/** XML whose root element has this name. */
export function xml(root: string): Detect {
  const rootOf = ({ text }: Beginning) =>
    /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<![^>]*>\s*)*<([\w.:-]+)/.exec(text)?.[1];
  return {
    is: (of) => (rootOf(of) === root ? 'yes' : 'no'),
    lacks: (of) => {
      const found = rootOf(of);
      if (found === undefined) return { near: 0, what: 'it is no XML' };
      return { near: 0, what: `its root is <${found}> and not <${root}>` };
    },
  };
}

/** A table whose first line names all these columns, wherever they stand; `separator` is a comma unless said. */
export function csv(columns: readonly string[], separator = ','): Detect {
  const absent = ({ text }: Beginning) => {
    const [first = ''] = text.trimStart().slice(0, 4096).split('\n', 1);
    const named = first.split(separator).map((of) => of.trim().replace(/^"(.*)"$/, '$1'));
    return columns.filter((of) => !named.includes(of));
  };
  return {
    is: (of) => (of.json === null && absent(of).length === 0 ? 'yes' : 'no'),
    lacks: (of) => {
      const missing = absent(of);
      return {
        near: of.json === null ? (0.9 * (columns.length - missing.length)) / columns.length : 0,
        what: `its first line names no column ${missing.map((name) => `"${name}"`).join(', ')}`,
      };
    },
  };
}

/**
 * Text that has such a line (an expression with the flags m and, where it names letters, u), which `help` shows.
 * `otherwise`: what is said where the beginning has none.
 */
export function lines(tells: RegExp, otherwise: 'perhaps' | 'no'): Detect {
  return {
    is: ({ text, json: outline }) => {
      if (tells.test(text)) return 'yes';
      return outline === null && !text.trimStart().startsWith('<') ? otherwise : 'no';
    },
    lacks: ({ text, json: outline }) => ({
      near: outline === null && !text.trimStart().startsWith('<') ? 0.05 : 0,
      what: 'it has no such line',
    }),
  };
}

/** One of several forms that a tool has given it over time. */
export function either(...forms: readonly [Detect, ...Detect[]]): Detect {
  return {
    is: (of) => {
      const answers = forms.map((form) => form.is(of));
      return (['yes', 'perhaps'] as const).find((answer) => answers.includes(answer)) ?? 'no';
    },
    lacks: (of) => forms.map((form) => form.lacks(of)).reduce((a, b) => (b.near > a.near ? b : a)),
  };
}
