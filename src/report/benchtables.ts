/** Tables of benchmarks as text, one below the other as benchstat prints them, and the warnings after them. */
import type { BenchmarkTable } from '../model/benchtable.ts';
import type { Warning } from '../model/warning.ts';
import { tableLines } from './benchtable.ts';
import { logLine } from './escape.ts';
import { warningLines } from './rows/sentences.ts';

/** The whole text, ending in a line break. */
export function tablesText(
  tables: readonly BenchmarkTable[],
  alpha: number,
  warnings: readonly Warning[],
): string {
  const blocks = tables.map((table, i) => [
    ...changedSettings(table, tables[i - 1]).map((line) => logLine(line)),
    ...tableLines(table, alpha),
  ]);
  if (warnings.length > 0) blocks.push(warningLines(warnings).map((line) => logLine(line)));
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** `key: value` for what is not as in the table before. */
export function changedSettings(table: BenchmarkTable, before?: BenchmarkTable): string[] {
  return table.settings.flatMap(({ name, value }, i) =>
    before?.settings[i]?.value === value ? [] : [`${name}: ${value}`],
  );
}
