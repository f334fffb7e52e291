/** Hand-made profiles for the tests of compare/: shares and counts are exact, nothing is random. */
import type { FunctionTable, Run } from '../../src/model/run.ts';
import { run } from './runs.ts';

/** flat in samples; `cum` is flat unless given as a pair. */
export type Rows = Readonly<Record<string, number | readonly [flat: number, cum: number]>>;

export function table(rows: Rows, more: Partial<FunctionTable> = {}): FunctionTable {
  const functions = Object.entries(rows).map(([name, value]) => {
    const [flat, cum] = typeof value === 'number' ? [value, value] : value;
    return { name, file: `${name}.go`, line: 1, flat: flat * 1e7, cum: cum * 1e7 };
  });
  const samples = functions.reduce((sum, { flat }) => sum + flat / 1e7, 0);
  return {
    source: 'cpu.pprof',
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    total: samples * 1e7,
    samples,
    seconds: samples / 100,
    functions: functions.sort((a, b) => b.flat - a.flat),
    ...more,
  };
}

export const profiled = (...tables: FunctionTable[]): Run => run([], { tables });

/** Twenty functions of five percent each, `p.f0` to `p.f19`; changes are in samples of a thousand. */
export function even(changes: Rows = {}, times = 1): FunctionTable {
  const rows = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`p.f${i}`, 50 * times]));
  return table({ ...rows, ...changes });
}
