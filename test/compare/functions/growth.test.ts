/** Growth over series: of real processes that leak and that do not, and what the test assumes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesGrowth } from '../../../src/compare/functions/growth.ts';
import { readSeries } from '../../../src/formats/profiles/series.ts';
import { isLeaking, judgeGrowth } from '../../../src/judge/growth.ts';
import { InputError } from '../../../src/model/error.ts';
import type { FunctionTable, InputFile } from '../../../src/model/run.ts';
import { growthText } from '../../../src/report/growthtext.ts';
import { leaksJson } from '../../../src/report/json.ts';
import { slopeOf } from '../../../src/stats/slope.ts';
import * as e from '../../profile/encode.ts';
import { commandsIn, HOSTILE } from '../../report/values.ts';

const out = join(import.meta.dirname, '../../golden/pprof/leak/out');
const recorded = (kind: string): InputFile[] =>
  readdirSync(out)
    .filter((file) => file.startsWith(kind))
    .map((file) => ({ file, bytes: readFileSync(join(out, file)) }));
const policy = { threshold: 0.1, alpha: 0.01 };

const table = (values: Readonly<Record<string, number>>): FunctionTable => ({
  ...{ source: 'p', sampleType: { type: 'inuse_space', unit: 'bytes' }, samples: 1 },
  total: Object.values(values).reduce((sum, value) => sum + value, 0),
  functions: Object.entries(values).map(([name, flat]) => ({
    ...{ name, file: 'f.go', line: 1, flat, cum: flat },
  })),
});
const judged = (...values: number[]) =>
  judgeGrowth(seriesGrowth(values.map((f) => table({ f, rest: 10_000 }))), policy);
const verdictOf = (...values: number[]) =>
  judged(...values).functions.find(({ name }) => name === 'f')?.verdict;

describe('a process', () => {
  it.each([
    ['leaking.heap', 'inuse_space', ['main.keepSession']],
    ['leaking.goroutine', 'goroutine', ['main.watch']],
    ['steady.heap', 'inuse_space', []],
    ['steady.goroutine', 'goroutine', []],
  ])('%s', async (kind, type, growing) => {
    const growth = judgeGrowth(seriesGrowth(await readSeries(recorded(kind))), policy);
    expect([growth.sampleType.type, growth.profiles]).toEqual([type, 8]);
    const found = growth.functions.filter(({ verdict }) => verdict === 'growing');
    expect(found.map(({ name }) => name)).toEqual(growing);
    expect(isLeaking(growth)).toBe(growing.length > 0);
  });

  it('is seen in the order of its profiles’ times, however they are given', async () => {
    const inputs = recorded('leaking.heap');
    const forward = seriesGrowth(await readSeries(inputs));
    expect(seriesGrowth(await readSeries(inputs.toReversed()))).toEqual(forward);
    expect(forward.total.slope).toBeGreaterThan(0);
  });
});

describe('a series', () => {
  const [heap = { file: '', bytes: new Uint8Array() }] = recorded('steady.heap');
  const [goroutine = heap] = recorded('steady.goroutine');
  const cpu = {
    file: 'cpu.base.pprof',
    bytes: readFileSync(join(out, '../../in/cpu.base.pprof')),
  };
  it.each([
    ['of four', [heap, heap, heap, heap], 'at least 5 profiles of one process, here are 4'],
    ['of CPU time', Array(5).fill(cpu), 'cpu.base.pprof: counts "samples", "cpu", and nothing'],
    ['of two kinds', [heap, goroutine, heap, heap, heap], 'a series is of one kind'],
  ])('%s is refused', async (_, inputs, message) => {
    await expect(readSeries(inputs)).rejects.toThrow(InputError);
    await expect(readSeries(inputs)).rejects.toThrow(message);
  });

  const live = (...values: number[]): InputFile => ({
    file: 'heap.pprof',
    bytes: e.file(
      e.sampleType(1, 2),
      ...values.map((value) => e.sample([1], [value])),
      e.location(1, 0, [[1, 12]]),
      e.func(1, 3, 0),
      ...['', 'inuse_space', 'bytes', 'main.main'].map(e.string),
    ),
  });
  it('in which nothing was measured is refused; one that begins empty is not', async () => {
    const nothing = readSeries(Array(6).fill(live()));
    await expect(nothing).rejects.toThrow(InputError);
    await expect(nothing).rejects.toThrow('heap.pprof: counts no inuse_space, and none of the 6');
    expect(await readSeries([live(), live(), live(), live(), live(7)])).toHaveLength(5);
  });

  it('of differences is refused', async () => {
    const series = readSeries([live(1), live(2), live(3), live(4), live(-5, 9)]);
    await expect(series).rejects.toThrow('heap.pprof: has values below 0');
  });
});

describe('a verdict', () => {
  it.each([
    ['growing', [1000, 3010, 5000, 6990, 9010, 11_000, 13_020, 15_000]],
    ['settled', [1000, 6000, 9000, 9100, 9000, 9100, 9050, 9080]],
    ['steady', [5000, 5100, 4990, 5050, 4950, 5020, 5060, 4970]],
    ['inconclusive', [5000, 9000, 2000, 8000, 3000, 9500, 4000, 8800]],
    // A fifth of the threshold, without any noise.
    ['steady', [5000, 5040, 5080, 5120, 5160, 5200, 5240, 5280]],
    ['steady', [0, 0, 0, 0, 0, 0, 0, 200]],
  ])('%s: %j', (verdict, values) => {
    expect(verdictOf(...values)).toBe(verdict);
  });

  it('of the whole is there, too, when every function grows a little', () => {
    const names = Array.from({ length: 120 }, (_, i) => `f${i}`);
    const tables = Array.from({ length: 8 }, (_, step) =>
      table(Object.fromEntries(names.map((name, i) => [name, 100 + 5 * step + ((i * step) % 3)]))),
    );
    const growth = judgeGrowth(seriesGrowth(tables), policy);
    expect(growth.functions.filter(({ verdict }) => verdict === 'growing')).toEqual([]);
    expect(growth.total.verdict).toBe('growing');
    expect(isLeaking(growth)).toBe(true);
    expect(growthText(growth)).toContain('the total is growing, but no single function clearly is');
  });

  it('reversed never grows', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 5, maxLength: 20 }), (values) => {
        const grows = (of: readonly number[]) => isLeaking(judged(...of));
        expect(grows(values) && grows(values.toReversed())).toBe(false);
      }),
    );
  });
});

describe('slopeOf', () => {
  it('is the least-squares line', () => {
    // Python: statistics.linear_regression(range(5), y).slope; the squared residuals add up to 0.163
    const { slope, se, df } = slopeOf([3.1, 4.2, 4.8, 6.3, 6.9]);
    expect(slope).toBeCloseTo(0.97, 12);
    expect(se).toBeCloseTo(Math.sqrt(0.163 / 3 / 10), 12);
    expect(df).toBe(3);
  });

  it('of equal values is 0, without error', () => {
    expect(slopeOf([5, 5, 5, 5])).toEqual({ slope: 0, se: 0, df: 2 });
  });
});

describe('the report', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../../schema/leaks.schema.json', import.meta.url), 'utf8'),
  );
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

  it('keeps to its schema', () => {
    expect(validate(JSON.parse(leaksJson(judged(1, 2, 3, 4, 5))))).toBe(true);
  });

  it.each(Object.entries(HOSTILE))('of hostile names commands nothing: %s', (_, name) => {
    const tables = [1, 2, 3, 4, 5].map((value) => table({ [name || 'x']: value * 100 }));
    const growth = judgeGrowth(seriesGrowth(tables), policy);
    expect(commandsIn(growthText(growth))).toEqual([]);
    expect(commandsIn(leaksJson(growth))).toEqual([]);
  });
});
