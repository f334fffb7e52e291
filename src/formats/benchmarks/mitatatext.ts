/**
 * What mitata prints for people: of each benchmark the mean of its iterations, and below it the mean of the heap.
 *
 *     sort 10 numbers              723.60 ns/iter 785.72 ns █
 *                           (229.91 ns … 6.26 µs)   4.79 µs █
 *                         (763.33  b …   1.20 kb)   1.05 kb █▂▂▃▂
 */
import type { Environment, InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Metric, Reading, Stated } from './format.ts';
import { lose, noLosses } from './lost.ts';

const times: Readonly<Record<string, number>> = {
  ps: 1e-3,
  ns: 1,
  µs: 1e3,
  μs: 1e3,
  us: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
};
const sizes: Readonly<Record<string, number>> = { b: 1, kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30 };

const result = /^(\S.*?) +([\d.,]+) (ps|ns|[µμu]s|ms|s|m)\/iter(?: |$)/;
const broken = /^(\S.*?) +error: (.*)$/;
const heap = /^ *\( *[\d.,]+ +[kmg]?b … +[\d.,]+ +[kmg]?b\) +([\d.,]+) +([kmg]?b)(?: |$)/;

export function readMitataText({ file, bytes }: InputFile): Reading | null {
  const warnings: Warning[] = [];
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  const environment = new Map<keyof Environment, Stated>();
  let group = '';
  let last: Metric[] | null = null;
  let above = '';
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  for (const [i, whole] of text.split('\n').entries()) {
    const line = i + 1;
    const row = whole.slice(0, longestLine);
    // A rule below a group's name belongs to it; any other ends the group.
    if (/^-{10}/.test(row) && !above.startsWith('•')) group = '';
    above = row;
    const [, about, value = ''] = /^(cpu|runtime): (.+)$/.exec(row) ?? [];
    if (about === 'cpu') environment.set('cpu', { value: value.trim(), line });
    if (about === 'runtime') {
      environment.set('toolchain', { value: value.replace(/ \(.*\)$/, ''), line });
    }
    const [, entered] = /^• (.+)$/.exec(row) ?? [];
    if (entered !== undefined) group = entered.trim();
    const named = (own: string) => (group === '' ? own : `${group} > ${own}`);
    const timed = result.exec(row);
    const failed = broken.exec(row);
    const sized = heap.exec(row);
    if (timed !== null) {
      const [, own = '', mean = '', unit = ''] = timed;
      last = [{ unit: 'ns/op', samples: [numberIn(mean) * (times[unit] ?? Number.NaN)] }];
      records.push({ name: named(own), metrics: last });
    } else if (failed !== null) {
      const [, own = '', why = ''] = failed;
      warnings.push({ kind: 'failed', file, line, message: `${named(own)} failed: ${why}` });
    } else if (sized !== null && last !== null) {
      const [, mean = '', unit = ''] = sized;
      last.push({ unit: 'heap-B/op', samples: [numberIn(mean) * (sizes[unit] ?? Number.NaN)] });
      last = null;
    } else if (row.includes('/iter') && !/^benchmark\b/.test(row)) {
      const name = named(row.trim().split(/ {2}/, 1)[0] ?? '');
      lose(lost, {
        name,
        line,
        message: `${name}: no time of an iteration can be read on this line`,
      });
    }
  }
  return { records, results: records.length, environment, warnings, lost };
}

/** Names are shorter, and an expression takes time by the square of a line's length. */
const longestLine = 2000;

/** `1,234.5` with its commas. */
const numberIn = (text: string): number => Number(text.replaceAll(',', ''));
