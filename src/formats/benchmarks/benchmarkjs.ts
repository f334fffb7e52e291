/**
 * The lines of benchmark.js, which many tools print: `sort x 31,341 ops/sec ±17.86% (7 runs sampled)`. A line is one
 * sample, and a benchmark that threw has its name and its error.
 */
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Reading } from './format.ts';
import { lose, noLosses } from './lost.ts';

const result = /^\s*(\S.*?) x ([\d,]+(?:\.\d+)?) ops\/sec (?:±|\+\/-)/;
/** `Benchmark#toString` of an error: its fields follow, if it has any. */
const broken = /^(\S.*): (?:(\w*Error\b.*))?$/;

export function readBenchmarkJs({ file, bytes }: InputFile): Reading | null {
  const warnings: Warning[] = [];
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  for (const [i, row] of text.split('\n').entries()) {
    const line = i + 1;
    const [, name, rate = ''] = result.exec(row) ?? [];
    if (name !== undefined) {
      records.push({
        name,
        metrics: [{ unit: 'ops/s', samples: [Number(rate.replaceAll(',', ''))] }],
      });
      continue;
    }
    const [, failed, why = ''] = broken.exec(row) ?? [];
    if (failed !== undefined) {
      const message = `${failed} failed${why === '' ? '' : `: ${why}`}`;
      warnings.push({ kind: 'failed', file, line, message });
    } else if (row.includes(' x ') && (row.includes(' ops/sec') || / x [\d,.]*$/.test(row))) {
      const item = row.slice(0, row.lastIndexOf(' x ')).trim();
      lose(lost, { name: item, line, message: `${item} has no number of operations a second` });
    }
  }
  if (records.length === 0 && lost.listed.size === 0) return null;
  return { records, results: records.length, environment: new Map(), warnings, lost };
}
