/** A repository as recipes look at it: names of files, and texts of small ones. */

export interface Tree {
  /** Paths from the top, with `/`. */
  readonly files: readonly string[];
  /** '' where it cannot be read. */
  readonly read: (file: string) => Promise<string>;
}

/** What tools themselves do not look into, and what other people wrote. */
const foreign = /(?:^|\/)(?:node_modules|vendor|testdata|target|third_party|\.[^/]+)\//;
/** Enough to know what a repository has; more would only take time. */
const mostRead = 500;

/** Files of a name whose text matches, the shallowest first. */
export async function matching(
  { files, read }: Tree,
  name: RegExp,
  text: RegExp,
): Promise<string[]> {
  const candidates = files.filter((item) => name.test(item) && !foreign.test(item));
  const found: string[] = [];
  for (const file of candidates.sort(shallowFirst).slice(0, mostRead)) {
    if (text.test(await read(file))) found.push(file);
  }
  return found;
}

const depth = (file: string): number => file.split('/').length;
const shallowFirst = (a: string, b: string): number => depth(a) - depth(b) || (a < b ? -1 : 1);

/** '' is the top. */
export const directoryOf = (file: string): string => file.split('/').slice(0, -1).join('/');

/** The nearest directory with such a file, from `directory` up to the top; null where there is none. */
export function nearest({ files }: Tree, name: string, directory: string): string | null {
  const steps = directory === '' ? [] : directory.split('/');
  for (let length = steps.length; length >= 0; length--) {
    const text = steps.slice(0, length).join('/');
    if (files.includes(text === '' ? name : `${text}/${name}`)) return text;
  }
  return null;
}

/** A path as seen from a directory above it. */
export const below = (directory: string, file: string): string =>
  directory === '' ? file : file.slice(directory.length + 1);

/** Only what needs no quotes in a shell or in YAML becomes part of a workflow. */
export const isPlain = (text: string): boolean =>
  /^[\w./@+-]+$/.test(text) && !text.startsWith('-');
