/** Tables as the documentation shows them: Markdown, columns as wide as what they hold. */
import { counts, sizes, type Tally, upperBound } from './trial.ts';

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** 0.0123 -> '1.2 %'; small rates keep a second digit. */
export function percent(ratio: number): string {
  if (!Number.isFinite(ratio)) return '-';
  const value = 100 * ratio;
  if (value === 0) return '0 %';
  if (value < 0.01) return '<.01 %';
  return `${value < 1 ? value.toFixed(2) : value < 10 ? value.toFixed(1) : value.toFixed(0)} %`;
}

/** Slowed benchmarks that a rule with three answers calls unchanged. */
export function misses(tallies: readonly Tally[]): string {
  const rows = tallies.map((tally) => [
    tally.rule.name,
    ...sizes.map((size) => {
      const cells = tally.power.filter((power) => power.size === size);
      const slowed = cells.reduce((sum, cell) => sum + cell.slowed, 0);
      return percent(cells.reduce((sum, cell) => sum + cell.missed, 0) / slowed);
    }),
  ]);
  return table(['called unchanged', ...sizes.map((size) => `+${size * 100} %`)], rows);
}

/** One row a rule: errors on unchanged code, power, and what it costs. */
export function results(tallies: readonly Tally[]): string {
  const slows = counts.filter((count) =>
    tallies.some((tally) => tally.power.some((cell) => cell.count === count && cell.asked > 0)),
  );
  const changes = tallies.some((tally) => tally.real > 0);
  const head = [
    'rule',
    'false/comparison',
    'false/PR (95 % bound)',
    ...slows.flatMap((count) =>
      sizes.map((size) => `${count > 1 ? `${count} x ` : ''}+${size * 100} %`),
    ),
    'undecided',
    'samples/PR',
    ...(changes ? ['real changes flagged/PR'] : []),
  ];
  const rows = tallies.map((tally) => [
    tally.rule.name,
    percent(tally.flagged / tally.comparisons),
    `${percent(tally.failed / tally.asked)} (${percent(upperBound(tally.failed, tally.asked))})`,
    ...slows.flatMap((count) =>
      sizes.map((size) => {
        const cell = tally.power.find((power) => power.size === size && power.count === count);
        if (cell === undefined || cell.asked === 0) return '-';
        return `${Math.round((100 * cell.failed) / cell.asked)}`;
      }),
    ),
    percent(tally.undecided / tally.asked),
    Math.round(tally.samples / tally.asked).toString(),
    ...(changes ? [(tally.real / tally.asked).toFixed(2)] : []),
  ]);
  return table(head, rows);
}
