/**
 * The table of tinybench, as Node prints what `bench.table()` gives: a mean for each task. Lines are as long as the
 * stack of an error makes them.
 */
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Reading } from './format.ts';
import { lose, noLosses } from './lost.ts';

const time = /^(?:Latency av(?:era)?g(?:e)?|Average Time) \(ns\)$/;

export function readTinybenchTable({ file, bytes }: InputFile): Reading | null {
  const warnings: Warning[] = [];
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  let columns: readonly string[] = [];
  let isOpen = false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  for (const [i, row] of text.split('\n').entries()) {
    if (/^\s*└/.test(row)) {
      columns = [];
      isOpen = false;
    }
    if (!/^\s*[│|]/.test(row)) continue;
    const cells = row.trim().slice(1, -1).split(/[│|]/).map(plain);
    if (cells.some((item) => item === 'Task name' || item === 'Task Name')) {
      columns = cells;
      isOpen = true;
      continue;
    }
    if (columns.length === 0) continue;
    const cell = (at: number) => cells[at] ?? '';
    const name = cell(columns.findIndex((item) => item === 'Task name' || item === 'Task Name'));
    if (name === '') continue;
    const line = i + 1;
    const value = cell(columns.findIndex((item) => time.test(item)));
    const error = cell(columns.indexOf('Error'));
    if (error !== '') {
      warnings.push({ kind: 'failed', file, line, message: `${name} failed: ${error}` });
    } else if (cells.length !== columns.length || !/^[\d.]+(?:$| )/.test(value)) {
      lose(lost, { name, line, message: `${name} has no time in this row` });
    } else
      records.push({ name, metrics: [{ unit: 'ns/op', samples: [Number.parseFloat(value)] }] });
  }
  if (isOpen) {
    lose(lost, { name: '', message: 'the table has no end: the file was cut short' });
  }
  if (records.length === 0 && warnings.length === 0 && lost.listed.size === 0) return null;
  return { records, results: records.length, environment: new Map(), warnings, lost };
}

/** Without the quotes that a console puts around texts. */
const plain = (cell: string): string => cell.trim().replace(/^'(.*)'$/, '$1');
