/**
 * The tree that divan prints: a row for each benchmark, of which the median is read, and below it what it counted: rates, and
 * what was allocated. A benchmark is named by the branches that lead to it, `sum::copy::64`.
 *
 *     sum            fastest       │ slowest       │ median        │ mean          │ samples │ iters
 *     ╰─ copy                      │               │               │               │         │
 *        ╰─ 64       12.8 ns       │ 20.1 ns       │ 13 ns         │ 13.1 ns       │ 100     │ 25600
 *                    5 GB/s        │ 3.1 GB/s      │ 4.9 GB/s      │ 4.8 GB/s      │         │
 */
import type { InputFile } from '../../model/run.ts';
import type { BenchmarkRecord, Metric, Reading } from './format.ts';
import { lose, noLosses } from './lost.ts';

const header = /^fastest +│ slowest +│ median +│ mean +│ samples +│ iters/;
const branch = /^([│ ]*)[├╰]─ (.*)$/;
const columns = 6;

interface Row {
  readonly name: string;
  readonly metrics: Metric[];
}

export function readDivan({ bytes }: InputFile): Reading | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  /** The names from the root to the last row; null outside a tree. */
  let path: string[] | null = null;
  let row: Row | null = null;
  let label = '';
  for (const [i, text] of whole.split('\n').entries()) {
    const line = i + 1;
    const root = rootOf(text);
    if (root !== null) {
      path = [root];
      row = null;
      continue;
    }
    if (path === null) continue;
    const [, indent = '', branched = ''] = branch.exec(text) ?? [];
    const isBranch = branched !== '';
    const cells = (isBranch ? branched : text.replace(/^[│ ]*/, '')).split('│');
    const [first = '', , median = ''] = cells.map((item) => item.trim());
    const isWhole = cells.length === columns;
    if (isBranch) {
      const isResult = cells.slice(1).some((item) => item.trim() !== '');
      path = [...path.slice(0, 1 + Math.floor(indent.length / 3)), nameIn(first, isResult)];
      row = null;
      label = '';
      if (first.endsWith('  (ignored)')) continue;
      const name = path.join('::');
      if (!isWhole) {
        lose(lost, { name, line, message: `${name} has no whole row, did it print something?` });
      } else if (isResult) {
        row = { name, metrics: [{ unit: 'ns/op', samples: [timeOf(median)] }] };
        records.push(row);
      }
    } else if (row !== null && (isWhole || text.startsWith('│'))) {
      if (!isWhole) {
        lose(lost, { name: row.name, line, message: `${row.name}: a row below it is not whole` });
      } else if (/^[a-z ]+:$/.test(first)) label = first.slice(0, -1);
      else row.metrics.push(countedOf(label, median));
    } else if (text.trim() === '') {
      row = null;
    }
  }
  if (records.length === 0 && lost.listed.size === 0) return null;
  return { records, results: records.length, environment: new Map(), warnings: [], lost };
}

/** The program's name before the heads of the columns; null of another line. */
function rootOf(text: string): string | null {
  const at = text.indexOf('fastest');
  return at > 0 && header.test(text.slice(at)) ? text.slice(0, at).trim() : null;
}

/** The first cell without the time that stands in it, two blanks behind the name. */
function nameIn(cell: string, isResult: boolean): string {
  const end = isResult ? cell.lastIndexOf('  ') : cell.indexOf('  ');
  return (end < 0 ? cell : cell.slice(0, end)).trim();
}

const nanoseconds: Readonly<Record<string, number>> = {
  ...{ ps: 1e-3, ns: 1, µs: 1e3, us: 1e3, ms: 1e6, s: 1e9 },
};
const prefixes: Readonly<Record<string, number>> = {
  ...{ '': 1, K: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50 },
};

function timeOf(text: string): number {
  const [, value = '', unit = ''] = /^(\d[\d.]*) (\S+)$/.exec(text) ?? [];
  return Number(value || 'NaN') * (nanoseconds[unit] ?? Number.NaN);
}

/** A rate (`4.9 GB/s`, `1.2 Mitem/s`), or under a label (`alloc`) how many and how large. */
function countedOf(label: string, text: string): Metric {
  const [, value = '', prefix = '', unit = ''] =
    /^(\d[\d.]*)(?: ([KMGTP]i?)?(\S+))?$/.exec(text) ?? [];
  const amount = value === '' ? Number.NaN : Number(value) * (prefixes[prefix] ?? Number.NaN);
  if (label === '') return { unit: unit || 'B/s', samples: [amount] };
  const size = unit === 'B' ? 'B' : 'allocs';
  if (label === 'alloc') return { unit: `${size}/op`, samples: [amount] };
  const named = `${label.replaceAll(' ', '-')}-${size}`;
  // The most that was held at once costs; what was given back or grown belongs to the same allocations.
  return { unit: named, samples: [amount], better: label === 'max alloc' ? 'lower' : 'unknown' };
}
