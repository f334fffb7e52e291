/** The gate over slices: one endpoint got heavier, and the report says which. */
import { describe, expect, it } from 'vitest';
import { decide } from '../src/flow/check.ts';
import { InputError } from '../src/model/error.ts';
import type { FunctionTable, Run } from '../src/model/run.ts';
import { resolveConfig } from '../src/settings/config.ts';

const table = (slice: string, encode: number, source: number): FunctionTable => ({
  ...{ source: `${source}.pprof`, slice, total: 1e9, samples: 1000 },
  sampleType: { type: 'cpu', unit: 'nanoseconds' },
  functions: [
    { name: 'shop/codec.Decode', file: 'codec.go', line: 9, flat: 1e9 - encode, cum: 1e9 },
    { name: 'shop/codec.Encode', file: 'codec.go', line: 7, flat: encode, cum: encode },
  ],
});
/** Three profiles of two endpoints; shares of Encode in thousandths. */
const run = (time: string, checkout: number, cart: number): Run => ({
  ...{ commit: time, time, environment: {}, series: [], warnings: [] },
  tables: [1, 2, 3].flatMap((source) => [
    table('endpoint=/checkout', (checkout + source) * 1e6, source),
    table('endpoint=/cart', (cart - source) * 1e6, source),
  ]),
});
const config = resolveConfig({ profileGroupBy: 'endpoint' });
const main = [60, 62, 58, 61, 59].map((share, i) => run(`2026-11-0${9 - i}`, share, 300 + share));

describe('the gate', () => {
  it('names the endpoint of the function that got heavier, and no other', () => {
    const verdict = decide(run('2026-11-20', 120, 360), main, config);
    expect(verdict.verdict).toBe('fail');
    const regressed = verdict.functions.filter((row) => row.verdict === 'slower');
    expect(regressed.map(({ slice, name }) => `${slice}: ${name}`)).toEqual([
      'endpoint=/checkout: shop/codec.Encode',
    ]);
    expect(verdict.headline).toContain(
      'endpoint=/checkout: codec.Encode takes 12.2 % of the CPU time, 6.2 % in main',
    );
  });

  it('passes where neither changed', () => {
    expect(decide(run('2026-11-20', 60, 360), main, config).verdict).toBe('pass');
  });

  it('does not pass where an endpoint of main was not measured', () => {
    const whole = run('2026-11-20', 60, 360);
    const one = { ...whole, tables: whole.tables.filter(({ slice }) => slice?.endsWith('/cart')) };
    const verdict = decide(one, main, config);
    expect(verdict.verdict).toBe('incomplete');
    expect(verdict.warnings.map(({ message }) => message).join()).toContain(
      'endpoint=/checkout: the base has a cpu profile, this run has none',
    );
  });

  it('refuses a label of request ids', () => {
    const ids = (from: number): Run => ({
      ...run('2026-11-20', 60, 360),
      tables: Array.from({ length: 9 }, (_, i) => table(`endpoint=${from + i}`, 1e6, 1)),
    });
    expect(() => decide(ids(0), [ids(100)], config)).toThrow(InputError);
  });
});
