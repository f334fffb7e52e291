import { describe, expect, it } from 'vitest';
import {
  metricOf,
  perOperation,
  scaleOf,
  scaleOfBenchmarks,
  scaleOfFunctions,
} from '../../../src/compare/functions/composition.ts';
import { excessOf, type Observed } from '../../../src/compare/functions/dispersion.ts';
import type { Run } from '../../../src/model/run.ts';
import { run, series } from '../runs.ts';

function candidate(base: number, head: number, samples = 1000) {
  const side = (share: number) => [{ share, samples }];
  const observed: Observed = { base: side(base), head: side(head), replicates: [] };
  return { observed, excess: excessOf(observed) };
}

const timed = (...seconds: number[]): Run =>
  run(seconds.map((value, i) => series(`B${i}`, [value])));

describe('the scale of the functions', () => {
  it('is the weighted median ratio of main to head', () => {
    const functions = [0.05, 0.05, 0.05, 0.05, 0.3].map((share, i) =>
      candidate(share, i === 4 ? 0.6 : share * 0.8),
    );
    expect(scaleOfFunctions(functions, 1.5)?.factor).toBeCloseTo(1.25, 12);
  });
  it('takes five functions with ten hits a side', () => {
    const four = [0.1, 0.1, 0.1, 0.1].map((share) => candidate(share, share));
    expect(scaleOfFunctions(four, 1.5)).toBeNull();
    expect(scaleOfFunctions([...four, candidate(0.1, 0.009)], 1.5)).toBeNull();
    expect(scaleOfFunctions([...four, candidate(0.1, 0.011)], 1.5)).not.toBeNull();
  });
  it('has the error of a median', () => {
    const five = Array.from({ length: 5 }, () => candidate(0.2, 0.2));
    expect(scaleOfFunctions(five, 1.5)?.error).toBeCloseTo(
      Math.sqrt(((Math.PI / 2) * 1.5 * 0.01) / 5),
      12,
    );
  });
});

describe('the scale of the benchmarks', () => {
  const base = Array.from({ length: 5 }, () => timed(1, 2));
  it('is the geometric mean of head over main', () => {
    expect(scaleOfBenchmarks('sec/op', base, [timed(2, 2)])?.factor).toBeCloseTo(Math.SQRT2, 12);
  });
  it('is as inexact as the benchmarks are unlike', () => {
    const error = (a: number, b: number) =>
      scaleOfBenchmarks('sec/op', base, [timed(a, b)])?.error ?? 0;
    expect(error(1.5, 3)).toBeCloseTo(Math.sqrt(((6 * 0.03 ** 2) / 10) * (1 + 1 / 5)), 12);
    expect(error(2, 2) ** 2 - error(1.5, 3) ** 2).toBeCloseTo((Math.log(2) / 2) ** 2, 12);
  });
  it('is of what all runs measured, or nothing', () => {
    expect(scaleOfBenchmarks('sec/op', [...base, timed(1)], [timed(3, 9)])?.factor).toBeCloseTo(
      3,
      12,
    );
    expect(scaleOfBenchmarks('sec/op', base, [run([])])).toBeNull();
    expect(scaleOfBenchmarks('sec/op', base, [timed(0, 0)])).toBeNull();
  });
});

describe('of both', () => {
  const functions = (samples: number) =>
    [0.1, 0.1, 0.1, 0.1, 0.1].map((share) => candidate(share, share / 2, samples));
  const base = Array.from({ length: 20 }, () => timed(1));
  it('the more exact is used', () => {
    expect(scaleOf(functions(200), 1.5, 'sec/op', base, [timed(1.9)])).toMatchObject({
      source: 'benchmarks',
    });
    expect(scaleOf(functions(1e6), 1.5, 'sec/op', base, [timed(1.9)])).toMatchObject({
      source: 'functions',
    });
  });
  it('neither is, within two errors of one', () => {
    expect(scaleOf([], 1.5, 'sec/op', base, [timed(1.03)])).toEqual({
      factor: 1,
      error: 0,
      source: 'none',
    });
  });
  it('leaves the benchmarks out where they measure something else', () => {
    expect(scaleOf(functions(200), 1.5, null, base, [timed(1.9)])).toMatchObject({
      source: 'functions',
    });
  });
});

describe('the metric of a profile', () => {
  it.each([
    ['cpu', 'sec/op'],
    ['samples', 'sec/op'],
    ['alloc_space', 'B/op'],
    ['alloc_objects', 'allocs/op'],
    ['inuse_space', null],
    ['delay', null],
    ['toString', null],
  ])('%s: %s', (type, metric) => {
    expect(metricOf({ type, unit: '' })).toBe(metric);
  });
});

describe('what an operation costs', () => {
  it('is the mean over runs of the geometric mean over benchmarks, on both sides', () => {
    const found = perOperation('sec/op', [timed(1, 4), timed(4, 16)], [timed(2, 2, 7)]);
    expect(found?.base).toBeCloseTo(4, 12);
    expect(found?.head).toBeCloseTo(2, 12);
    expect(found?.benchmarks).toBe(2);
    expect(perOperation('B/op', [timed(1)], [timed(1)])).toBeNull();
    expect(perOperation('sec/op', [], [timed(1)])).toBeNull();
  });
});
