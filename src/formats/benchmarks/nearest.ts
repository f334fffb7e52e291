/** The formats that a file of none is most like, and what it lacks of each: the end of an error's sentence. */
import type { Beginning } from './beginning.ts';
import { benchmarkFormats } from './index.ts';

const shown = 3;

/** `; nearest are ...`, or where it is like none what lists them all. */
export function nearest(beginning: Beginning): string {
  const lists = '`flamegate formats` lists what is read';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no text has
  if (beginning.text.trim() === '' || /[\0-\x06\x0e-\x1a\ufffd]/.test(beginning.text))
    return `; ${lists}`;
  const near = benchmarkFormats
    .map(({ help, detect }) => ({ help, ...detect.lacks(beginning) }))
    .filter((item) => item.near > 0)
    .sort((a, b) => b.near - a.near)
    .slice(0, shown)
    .map(({ help, what }) => `${help} (${what})`);
  return near.length === 0 ? `; ${lists}` : `. Nearest: ${near.join('; ')}. ${lists}`;
}
