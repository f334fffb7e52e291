/**
 * How far 20 runs of one and the same program are apart: as the machine is, and beside two more processes that work
 * and rest by turns. Programs are whole, with their start.
 */
import { counted, percent } from '../../src/text/numbers.ts';
import { startLoad } from '../measure/load.ts';
import { built, count, small, sourceOf } from './programs.ts';
import { middle, table } from './table.ts';

/** Node's start alone is more than a billion instructions. */
const runsOf = (name: string): number => (name.endsWith('.js') ? 5 : 20);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, of) => sum + of, 0) / values.length;

function spreads(values: readonly number[]): string[] {
  const centre = mean(values);
  const variance =
    values.reduce((sum, of) => sum + (of / centre - 1) ** 2, 0) / (values.length - 1);
  return [parts((Math.max(...values) - Math.min(...values)) / centre), parts(Math.sqrt(variance))];
}

/** Parts per million, where percent would need more zeros. */
const parts = (ratio: number): string =>
  ratio === 0 ? '0' : ratio < 0.0001 ? `${counted(ratio * 1e6)} ppm` : percent(ratio);

function rowOf(name: string, once: () => number): string[] {
  const seconds: number[] = [];
  const many = () =>
    Array.from({ length: runsOf(name) }, () => {
      const start = performance.now();
      const found = once();
      seconds.push((performance.now() - start) / 1000);
      return found;
    });
  const asIs = many();
  const loads = [1, 2].map((seed) => startLoad(seed, 2));
  try {
    const row = [
      name,
      String(runsOf(name)),
      counted(middle(asIs)),
      ...spreads(asIs),
      ...spreads(many()),
      Math.min(...seconds).toFixed(1),
    ];
    console.error(row.join(' | '));
    return row;
  } finally {
    for (const load of loads) load.kill();
  }
}

const whole = (file: string): string[] =>
  built(file, sourceOf(file), (folder) => rowOf(file, () => count(file, folder)));

const titles = [
  'program',
  'runs',
  'instructions',
  'range, with other work on the machine',
  'sd',
  'range, beside a load of two processes that come and go',
  'sd',
  'seconds of the fastest run',
];

/** Of the programs in `only`, all where there is none. */
export function spread(only: readonly string[]): string {
  const files = small.filter((of) => only.length === 0 || only.includes(of));
  return table(titles, files.map(whole));
}
