/**
 * What `python -m timeit` prints: the best of some repeats, to three digits. It names no benchmark: its file does, so that each
 * is written to a file of its own.
 *
 *     200000 loops, best of 5: 1.27 usec per loop
 */
import type { InputFile } from '../../model/run.ts';
import type { BenchmarkRecord, Reading } from './format.ts';

const result = /^\d+ loops?, best of \d+: (\d\S*) (nsec|usec|msec|sec) per loop$/;
const nanoseconds: Readonly<Record<string, number>> = { nsec: 1, usec: 1e3, msec: 1e6, sec: 1e9 };

export function readTimeit({ file, bytes }: InputFile): Reading | null {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString().split('\n');
  const name = (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]*$/, '');
  const records: BenchmarkRecord[] = [];
  for (const text of lines) {
    if (!/^\d+ loops?, best of \d+: /.test(text)) continue;
    const [, value = 'NaN', unit = ''] = result.exec(text) ?? [];
    const sample = Number(value) * (nanoseconds[unit] ?? Number.NaN);
    records.push({ name, metrics: [{ unit: 'ns/op', samples: [sample] }] });
  }
  if (records.length === 0) return null;
  return { records, results: records.length, environment: new Map(), warnings: [] };
}
