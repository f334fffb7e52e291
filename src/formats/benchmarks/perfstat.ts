/**
 * What `perf stat` counts of one command, as `-x,` and `-j` write it; of several runs (`-r`) their mean. It names no benchmark:
 * its file does. Events that this machine cannot count are told, not lost: they never had a value.
 */
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { Metric, Reading } from './format.ts';
import { jsonLinesOf, objectOf, textOf } from './json.ts';
import { lose, noLosses } from './lost.ts';

/** Less of it is better. Switches and migrations are few and the machine's. */
const costs = /^(?:instructions|cycles|cpu-cycles|page-faults|.*-misses)(?::|$)/;

export function readPerfCsv(input: InputFile): Reading | null {
  const text = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.length);
  const all = text.toString('utf8').split('\n');
  const rows = all.flatMap((row, i) => {
    const [value = '', unit = '', event = ''] = row.slice(0, 1000).split(',');
    const isCount = /^(?:[\d.]+|<not (?:counted|supported)>)$/.test(value);
    const isOurs = row.split(',').length >= 5 && event !== '';
    if (!isOurs && !isCount) return [];
    return [{ line: i + 1, value, unit, event: isOurs && i + 1 < all.length ? event : '' }];
  });
  return readingOf(input, rows);
}

export function readPerfJson(input: InputFile): Reading | null {
  const rows: Row[] = [];
  const broken = (line: number, text: string) => {
    if (text.startsWith('{')) rows.push({ line, value: '', unit: '', event: '' });
  };
  for (const { line, value } of jsonLinesOf(input, broken)) {
    const record = objectOf(value);
    if (record['counter-value'] === undefined) continue;
    const said = { value: String(record['counter-value']), unit: textOf(record.unit) };
    rows.push({ line, ...said, event: textOf(record.event) });
  }
  return rows.some(({ event }) => event !== '') ? readingOf(input, rows) : null;
}

interface Row {
  readonly line: number;
  readonly value: string;
  readonly unit: string;
  /** '' where the line is broken. */
  readonly event: string;
}

function readingOf({ file }: InputFile, rows: readonly Row[]): Reading | null {
  if (rows.length === 0) return null;
  const name = (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]*$/, '');
  const warnings: Warning[] = [];
  const lost = noLosses();
  const metrics: Metric[] = [];
  for (const { line, value, unit, event } of rows) {
    if (event === '') {
      lose(lost, { name, line, message: `${name}: a count is not whole on this line` });
    } else if (/^<not /.test(value)) {
      const message = `${event} was ${value.slice(1, -1)} on this machine`;
      warnings.push({ kind: 'syntax', file, line, message });
    } else {
      metrics.push(
        metricOf(event, unit, /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN),
      );
    }
  }
  const records = metrics.length === 0 ? [] : [{ name, metrics }];
  return { records, results: records.length, environment: new Map(), warnings, lost };
}

function metricOf(event: string, unit: string, value: number): Metric {
  if (unit === 'msec') return { unit: `${event}-sec`, samples: [value / 1e3] };
  if (unit === 'ns') return { unit: `${event}-sec`, samples: [value / 1e9] };
  const named = unit === '' ? event : `${event}-${unit}`;
  return { unit: named, samples: [value], ...(costs.test(event) ? { better: 'lower' } : {}) };
}
