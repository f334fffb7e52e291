/**
 * Bars for a terminal: how much a function gained (to the right) or lost (to the left), as wide as
 * there is room for, in colours where they are wanted. A file or a pipe gets none.
 */

/** As entry/cli/terminal.ts finds it. */
export interface BarRoom {
  /** Characters of a line. */
  readonly columns: number;
  readonly color: boolean;
}

const AXIS = '│';
/** Eighths of a cell from its left; of its right half there is only one. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;
const FULL = '█';
const RIGHT_HALF = '▐';

const RED = '\x1b[31m';
const GREEN = '\x1b[32m';
const PLAIN = '\x1b[39m';

/**
 * A bar of `2 * half + 1` characters for `value`, of which `most` would fill one side. A value other
 * than 0 always shows.
 */
export function bar(value: number, most: number, half: number): string {
  const length = most === 0 ? 0 : Math.min(1, Math.abs(value) / most) * half;
  if (value < 0) {
    const halves = Math.max(1, Math.round(2 * length));
    const text = (halves % 2 === 1 ? RIGHT_HALF : '') + FULL.repeat(Math.floor(halves / 2));
    return text.padStart(half) + AXIS + ' '.repeat(half);
  }
  const eighths = value === 0 ? 0 : Math.max(1, Math.round(8 * length));
  const text = FULL.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
  return ' '.repeat(half) + AXIS + text.padEnd(half);
}

/** A line with its bar coloured: the first axis is the bar's, because numbers stand before it. */
export function coloredBar(line: string): string {
  return line.replace(
    /^([^│]*?)([█▐]*)│([█▉▊▋▌▍▎▏]*)/,
    (_, before: string, lost: string, gained: string) =>
      before +
      (lost === '' ? '' : GREEN + lost + PLAIN) +
      AXIS +
      (gained === '' ? '' : RED + gained + PLAIN),
  );
}

/** A bar from the left of at most `width` characters for a part of `most`: '' for none, else it shows. */
export function barOf(value: number, most: number, width: number): string {
  if (!(value > 0) || !(most > 0)) return '';
  const eighths = Math.max(1, Math.round(8 * width * Math.min(1, value / most)));
  return FULL.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}
