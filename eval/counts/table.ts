/** Markdown tables; the first column is text. */
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(titles), `|---|${'--:|'.repeat(titles.length - 1)}`, ...rows.map(line)].join('\n');

export const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
