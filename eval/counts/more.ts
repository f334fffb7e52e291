/** Programs with more work in one function: a part of all their instructions, at the place that the source marks. */
import { type Form, languageOf } from './languages.ts';
import { built, count, sourceOf } from './programs.ts';

/**
 * The slope from there on: the first line more may change what the compiler makes of the function around it. A million
 * instructions and more, because Go's collector alone moves a program by 50,000.
 */
const tried = 400_000;

/** The functions that have a mark, `MORE name` in a comment. */
export const placesOf = (file: string): string[] =>
  [...sourceOf(file).matchAll(/^\s+\S+ MORE (\w+)$/gm)].map(([, name = '']) => name);

/** The program with that line in the mark's place. */
export const withLine = (file: string, place: string, line: string): string =>
  sourceOf(file).replace(new RegExp(`(\\S+) MORE ${place}$`, 'm'), () => line);

const countOf = (file: string, source: string): number =>
  built(file, source, (folder) => count(file, folder));

/** What makes the program take `part` more instructions there. Counted once; the parts are cut from that. */
export function planter(file: string): (place: string, form: Form) => (part: number) => string {
  const plain = countOf(file, sourceOf(file));
  const { more } = languageOf(file);
  return (place, form) => {
    const [some, twice] = [tried, 2 * tried].map((n) =>
      countOf(file, withLine(file, place, more[form](n))),
    );
    const each = ((twice ?? 0) - (some ?? 0)) / tried;
    return (part) => withLine(file, place, more[form](Math.round((part * plain) / each)));
  };
}

/** The program with a comment there. */
export const withComment = (file: string, place: string): string =>
  withLine(file, place, languageOf(file).comment);
