/**
 * Reports that tools print for people, a line for each value: what begins one, what ends it, and which lines hold what. Each
 * report is one result, so that a file may have several. One that does not end was cut off.
 */
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Metric, Read, Reading } from './format.ts';
import { lose, noLosses } from './lost.ts';

export interface Line {
  /** Its groups go to `value`. */
  readonly prints: RegExp;
  readonly unit: string | ((...groups: readonly string[]) => string);
  readonly value: (...groups: readonly string[]) => number;
  readonly better?: Metric['better'];
  /** Lines of one unit that add up; without any the value is 0. */
  readonly sums?: true;
}

export interface TextReport {
  readonly begins: RegExp;
  readonly ends: RegExp;
  /** Names the report by its groups; several of them are joined. Where nothing does, the file does. */
  readonly names?: readonly RegExp[];
  readonly lines: readonly Line[];
  /** Says that what was measured failed; its group is why. */
  readonly fails?: RegExp;
}

/** Reports have shorter lines, and an expression takes time by the square of a line's length. */
const longestLine = 500;

export const readTextReport =
  (textReport: TextReport): Read =>
  ({ file, bytes }: InputFile): Reading | null => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
    const rows = text.split('\n').map((row) => row.slice(0, longestLine));
    const begins = rows.flatMap((row, i) => (textReport.begins.test(row) ? [i] : []));
    if (begins.length === 0) return null;
    const warnings: Warning[] = [];
    const records: BenchmarkRecord[] = [];
    const lost = noLosses();
    for (const [i, begin] of begins.entries()) {
      // The last line of all counts only where it ends.
      const report = rows.slice(begin, begins[i + 1] ?? rows.length - 1);
      const name = nameOf(textReport, report) || withoutEnding(file);
      const line = begin + 1;
      const failure = report
        .map((row) => textReport.fails?.exec(row))
        .find((found) => found != null);
      if (failure !== undefined) {
        const message = `${name} failed: ${failure?.[1] ?? ''}`;
        warnings.push({ kind: 'failed', file, line, message });
      }
      if (report.some((row) => textReport.ends.test(row))) {
        records.push({ name, metrics: metricsOf(textReport, report) });
      } else {
        const message = `${name}: this report has no end: was the file cut off?`;
        lose(lost, { name, line, message });
      }
    }
    return { records, results: records.length, environment: new Map(), warnings, lost };
  };

function nameOf({ names = [] }: TextReport, report: readonly string[]): string {
  const parts = names.flatMap((named) => {
    const found = report.map((row) => named.exec(row)?.[1]).find((part) => part !== undefined);
    return found === undefined ? [] : [found.trim()];
  });
  return parts.join('');
}

/** `results/hey.txt` is `hey`. */
export const withoutEnding = (file: string): string =>
  (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]*$/, '');

function metricsOf({ lines }: TextReport, report: readonly string[]): Metric[] {
  const sums = new Map<Line, number>();
  const metrics: Metric[] = [];
  for (const line of lines) if (line.sums) sums.set(line, 0);
  for (const row of report) {
    for (const line of lines) {
      const [, ...groups] = line.prints.exec(row) ?? [];
      if (groups.length === 0) continue;
      const value = line.value(...groups);
      if (line.sums) sums.set(line, (sums.get(line) ?? 0) + value);
      else metrics.push(metricOf(line, groups, value));
      break;
    }
  }
  return [...metrics, ...[...sums].map(([line, value]) => metricOf(line, [], value))];
}

const metricOf = ({ unit, better }: Line, groups: readonly string[], value: number): Metric => ({
  unit: typeof unit === 'string' ? unit : unit(...groups),
  samples: [value],
  ...(better === undefined ? {} : { better }),
});
