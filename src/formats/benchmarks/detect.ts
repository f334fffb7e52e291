/** How a format is known from the beginning of a file, and what a file lacks that is not of it. */
import type { Beginning } from './beginning.ts';

/** `perhaps`: the first line that tells may come later, and only reading the file decides. */
export type Answer = 'yes' | 'perhaps' | 'no';

export interface Detect {
  readonly is: (beginning: Beginning) => Answer;
  /** How much of what tells the format is there, from 0 to 1, and what is not. */
  readonly lacks: (beginning: Beginning) => { readonly near: number; readonly what: string };
}

/** JSON that has all these keys: `context`, `files[].groups`, `[].primaryMetric` in an array. */
export const json = (...paths: readonly string[]): Detect => keys(['object', 'array'], paths);

/** JSON with a value on each line, which together have all these keys; one line alone is an object. */
export const jsonLines = (...paths: readonly string[]): Detect => keys(['lines', 'object'], paths);

function keys(shapes: readonly string[], paths: readonly string[]): Detect {
  const absent = ({ json: outline }: Beginning) =>
    paths.filter((path) => outline?.paths.has(path) !== true);
  return {
    is: (beginning) =>
      beginning.json !== null &&
      shapes.includes(beginning.json.shape) &&
      absent(beginning).length === 0
        ? 'yes'
        : 'no',
    lacks: (beginning) => {
      if (beginning.json === null) return { near: 0, what: 'it is no JSON' };
      const missing = absent(beginning);
      if (missing.length === 0) return { near: 0.9, what: 'it is JSON of another shape' };
      const have = paths.map((path) => partOf(path, beginning)).reduce((a, b) => a + b, 0);
      // Of two formats of JSON the one of this shape is nearer, whatever keys there are.
      const alike =
        shapes.includes(beginning.json.shape) && paths[0]?.startsWith('[]') === isArray(beginning);
      return {
        near: 0.1 + (alike ? 0.1 : 0) + (0.7 * have) / paths.length,
        what: `it has no ${missing.map((path) => `"${path}"`).join(', ')}`,
      };
    },
  };
}

/** How much of a path is there: `a[].b` of `a[].b[].c` is two thirds. */
function partOf(path: string, { json: outline }: Beginning): number {
  const parts = path.split('.');
  const there = parts.filter((_, i) => {
    const upTo = parts
      .slice(0, i + 1)
      .join('.')
      .replace(/\[\]$/, '');
    return outline?.paths.has(upTo) === true;
  });
  return there.length / parts.length;
}

const isArray = ({ json: outline }: Beginning): boolean => outline?.shape === 'array';

/** XML whose root element has this name. */
export function xml(root: string): Detect {
  const rootOf = ({ text }: Beginning) =>
    /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<![^>]*>\s*)*<([\w.:-]+)/.exec(text)?.[1];
  return {
    is: (beginning) => (rootOf(beginning) === root ? 'yes' : 'no'),
    lacks: (beginning) => {
      const found = rootOf(beginning);
      if (found === undefined) return { near: 0, what: 'it is no XML' };
      // Any page is XML of another root.
      return { near: 0, what: `its root is <${found}> and not <${root}>` };
    },
  };
}

/** A table whose first line names all these columns, wherever they stand; `separator` is a comma unless said. */
export function csv(columns: readonly string[], separator = ','): Detect {
  const absent = ({ text }: Beginning) => {
    const [first = ''] = text.trimStart().slice(0, 4096).split('\n', 1);
    const named = first.split(separator).map((item) => item.trim().replace(/^"(.*)"$/, '$1'));
    return columns.filter((item) => !named.includes(item));
  };
  return {
    is: (beginning) => (beginning.json === null && absent(beginning).length === 0 ? 'yes' : 'no'),
    lacks: (beginning) => {
      const missing = absent(beginning);
      return {
        near:
          beginning.json === null ? (0.9 * (columns.length - missing.length)) / columns.length : 0,
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

/** JSON without keys that tell it, by the name that its tool always gives it. */
export function fileNamed(name: string, shape: 'object' | 'array'): Detect {
  return {
    is: ({ file, json: outline }) =>
      outline?.shape === shape && file.split(/[\\/]/).at(-1) === name ? 'yes' : 'no',
    lacks: () => ({ near: 0, what: `it is no ${name}` }),
  };
}

/** One of several forms that a tool has given it over time. */
export function either(...forms: readonly [Detect, ...Detect[]]): Detect {
  return {
    is: (beginning) => {
      const answers = forms.map((form) => form.is(beginning));
      return (['yes', 'perhaps'] as const).find((answer) => answers.includes(answer)) ?? 'no';
    },
    lacks: (beginning) =>
      forms.map((form) => form.lacks(beginning)).reduce((a, b) => (b.near > a.near ? b : a)),
  };
}
