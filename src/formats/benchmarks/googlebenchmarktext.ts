/**
 * What Google Benchmark prints for people (its console) and its CSV: a line a repetition. Aggregates of repetitions end in
 * `_mean`, `_median`, `_stddev`, `_cv` and are left out where the benchmark has lines of its own; else the median is read.
 * The console has three digits of a time; where it has fewer, below one of its unit, the time is lost.
 *
 *     BM_Sum/64                 345 ns         15.0 ns       954967 bytes_per_second=15.8946G/s widgets=7
 */
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import { csvLine } from './csvline.ts';
import type { BenchmarkRecord, Metric, Reading } from './format.ts';
import { googleMetrics } from './googlebenchmark.ts';
import { lose, noLosses } from './lost.ts';

/** The name, then real and CPU time; of an aggregate in per cent there is no unit of time. */
const result = /^(\S.*?) +(\S+) (ns|us|ms|s|%) +(\S+) (ns|us|ms|s|%) +(\d+)(?: (.*))?$/;
const failed = /^(\S.*?) +ERROR OCCURRED: '(.*)'$/;
const head = /^Benchmark +Time +CPU +Iterations/;
const aggregate = /_(?:mean|median|stddev|cv)$/;
const longest = 2000;

interface Line {
  readonly name: string;
  readonly values: readonly (readonly [string, number])[];
  readonly unit: string;
}

export function readGoogleConsole({ file, bytes }: InputFile): Reading | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const warnings: Warning[] = [];
  const lost = noLosses();
  const found: Line[] = [];
  let isOurs = false;
  const all = text.split('\n');
  for (const [i, full] of all.entries()) {
    const line = i + 1;
    const row = full.slice(0, longest).trimEnd();
    if (head.test(row)) isOurs = true;
    if (!isOurs || row === '' || head.test(row) || /^-+$/.test(row)) continue;
    const [, broken, why] = failed.exec(row) ?? [];
    if (broken !== undefined) {
      warnings.push({ kind: 'failed', file, line, message: `${broken} failed: ${why}` });
      continue;
    }
    const [, name = '', real = '', unit = '', cpu = '', , , counters = ''] = result.exec(row) ?? [];
    if (name !== '' && line < all.length) {
      if (aggregate.test(name) && !name.endsWith('_median')) continue;
      const more = counters.split(' ').filter((item) => item.includes('='));
      const values = more.map((item): [string, number] => {
        const at = item.lastIndexOf('=');
        return [item.slice(0, at), counted(item.slice(0, at), item.slice(at + 1))];
      });
      const times = [
        ['real', 'sec/op', real],
        ['cpu', 'cpu-sec/op', cpu],
      ] as const;
      const whole = times.flatMap(([key, metric, said]): [string, number][] => {
        if (!isCoarse(said)) return [[key, number(said)]];
        // A median is read only where there is nothing else.
        if (aggregate.test(name)) return [[key, Number.NaN]];
        const message = `${name}: ${said} ${unit} has too few digits to be compared, use --benchmark_format=json`;
        lose(lost, { name, unit: metric, line, message });
        return [];
      });
      found.push({ name, unit, values: [...whole, ...values] });
    } else if (/ (?:ns|us|ms|s)(?: |$)/.test(row) || line === all.length) {
      const own = row.split(/ {2,}/, 1)[0] ?? '';
      lose(lost, { name: own, line, message: `${own} has no whole result on this line` });
    }
  }
  return isOurs ? readingOf(found, warnings, lost) : null;
}

/** Its columns are named in the first line; what stands behind the known ones are counters. */
export function readGoogleCsv({ file, bytes }: InputFile): Reading | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const warnings: Warning[] = [];
  const lost = noLosses();
  const found: Line[] = [];
  let columns: readonly string[] | null = null;
  const all = text.split('\n');
  for (const [i, row] of all.entries()) {
    const line = i + 1;
    if (row.startsWith('name,iterations,real_time,cpu_time')) columns = csvLine(row) ?? [];
    else if (columns !== null && row.trim() !== '') {
      const cells = csvLine(row);
      const name = cells?.[0] ?? '';
      // Such a row ends before the counters.
      if (cells?.[columns.indexOf('error_occurred')] === 'true') {
        const message = `${name} failed: ${cells[columns.indexOf('error_message')] ?? ''}`;
        warnings.push({ kind: 'failed', file, line, message });
        continue;
      }
      if (cells === null || cells.length !== columns.length || name === '' || line === all.length) {
        const message = `${name || 'a benchmark'} has no whole row on this line`;
        lose(lost, { name, line, message });
        continue;
      }
      const map = new Map(columns.map((column, at) => [column, cells[at] ?? '']));
      const counters = [...map].filter(([column, value]) => !told.has(column) && value !== '');
      found.push({
        name,
        unit: map.get('time_unit') ?? '',
        values: [
          ['real', number(map.get('real_time') ?? '')],
          ['cpu', number(map.get('cpu_time') ?? '')],
          ...counters.map(([column, value]): [string, number] => [column, number(value)]),
        ],
      });
    }
  }
  return columns === null ? null : readingOf(found, warnings, lost);
}

const told = new Set([
  ...['name', 'iterations', 'real_time', 'cpu_time', 'time_unit', 'label'],
  ...['error_occurred', 'error_message'],
]);

function readingOf(
  found: readonly Line[],
  warnings: readonly Warning[],
  lost: ReturnType<typeof noLosses>,
): Reading {
  const own = new Set(found.filter(({ name }) => !aggregate.test(name)).map(({ name }) => name));
  const records = found.flatMap(({ name, unit, values }): BenchmarkRecord[] => {
    const base = name.replace(aggregate, '');
    if (base !== name && (own.has(base) || !name.endsWith('_median'))) return [];
    const metrics: Metric[] = googleMetrics(values, unit);
    return [{ name: base, metrics }];
  });
  return { records, results: records.length, environment: new Map(), warnings, lost };
}

const number = (text: string): number =>
  /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;

const prefixes: Readonly<Record<string, number>> = {
  ...{ '': 1, m: 1e-3, u: 1e-6, n: 1e-9, p: 1e-12, k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 },
};

/** `15.8946G/s`, `7`, `96.36Mi/s`. */
function counted(name: string, text: string): number {
  const [, value = '', prefix = ''] =
    /^(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)([munpkKMGT]i?)?(?:\/s)?$/i.exec(text) ?? [];
  const factor = prefixes[prefix] ?? Number.NaN;
  // Versions before 1.8 print bytes in powers of 1024 under the names of powers of 1000.
  const isBinary = name === 'bytes_per_second' && prefix.length === 1;
  return number(value) * (isBinary ? 1024 ** Math.round(Math.log10(factor) / 3) : factor);
}

/** Times below the first unit have as many digits as are left: `0.006 us` may be 5.5 or 6.5 ns. */
const isCoarse = (text: string): boolean =>
  /^0?\.\d+$|^0$/.test(text) && text.replace(/^[0.]+/, '').length < 3;
