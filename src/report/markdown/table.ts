/** What the tables of a comment are written with. */
import { plural } from '../../text/numbers.ts';

export const cells = (...texts: readonly string[]): string => `| ${texts.join(' | ')} |\n`;

/** A second line in a cell, small; '' for none. */
export const small = (markdown: string): string =>
  markdown === '' ? '' : `<br><sub>${markdown}</sub>`;

export const strong = (text: string, yes: boolean): string => (yes ? `**${text}**` : text);

export const leftOut =
  (noun: string) =>
  (count: number): string =>
    `\n${plural(count, noun)} left out here; the JSON report has them all.\n`;
