import { describe, expect, it } from 'vitest';
import {
  medianRatio,
  metricOf,
  perOperation,
  scaleOf,
  scaleOfBenchmarks,
  scaleOfFunctions,
} from '../../../src/compare/functions/composition.ts';
import { excessOf, type Observed } from '../../../src/compare/functions/dispersion.ts';
import type { Run } from '../../../src/model/run.ts';
import { run, series } from '../runs.ts';

const side = (share: number, samples: number) => [{ share, samples }];

function candidate(base: number, head: number, samples = 1000, at = 0) {
  const observed: Observed = {
    base: side(base, samples),
    head: side(head, samples),
    replicates: [],
  };
  return { at, observed, excess: excessOf(observed) };
}

/** Functions with these shares, and what several of them are together. */
function program(base: readonly number[], head: readonly number[], samples = 1000) {
  const functions = base.map((share, at) => candidate(share, head[at] ?? 0, samples, at));
  const sum = (shares: readonly number[], of: readonly number[]) =>
    of.reduce((all, at) => all + (shares[at] ?? 0), 0);
  const together = (of: readonly number[]): Observed => ({
    base: side(sum(base, of), samples),
    head: side(sum(head, of), samples),
    replicates: [],
  });
  return { functions, together };
}

const usual = { dispersion: 1.5, within: 0 };
const nothing = { metric: null, base: [], head: [] };

const timed = (...seconds: number[]): Run =>
  run(seconds.map((value, i) => series(`B${i}`, [value])));

describe('the median ratio', () => {
  it('is weighted, of main to head', () => {
    const functions = [0.05, 0.05, 0.05, 0.05, 0.3].map((share, i) =>
      candidate(share, i === 4 ? 0.6 : share * 0.8),
    );
    expect(medianRatio(functions, 1.5)?.factor).toBeCloseTo(1.25, 12);
  });
  it('takes five functions of which main has ten hits and the head may expect as many', () => {
    const four = [0.1, 0.1, 0.1, 0.1].map((share) => candidate(share, share));
    expect(medianRatio(four, 1.5)).toBeNull();
    expect(medianRatio([...four, candidate(0.009, 0.1)], 1.5)).toBeNull();
    expect(medianRatio([...four, candidate(0.011, 0.1)], 1.5)).not.toBeNull();
    // Whether the head was lucky with one does not choose it.
    for (const share of [0, 0.001, 0.009, 0.5]) {
      expect(medianRatio([...four, candidate(0.1, share)], 1.5)).not.toBeNull();
    }
  });
  it('has the error of a median', () => {
    const five = Array.from({ length: 5 }, () => candidate(0.2, 0.2));
    expect(medianRatio(five, 1.5)?.error).toBeCloseTo(
      Math.sqrt(((Math.PI / 2) * 1.5 * 0.01) / 5),
      12,
    );
  });
});

describe('the scale of the functions', () => {
  const even = Array.from({ length: 10 }, () => 0.1);
  const scaled = (base: readonly number[], head: readonly number[], samples = 1000) => {
    const { functions, together } = program(base, head, samples);
    return scaleOfFunctions(functions, usual, together);
  };
  it('is what is left of both sides without the one that moved', () => {
    // Doubled: 0.2 of 1.1.
    const head = [0.2 / 1.1, ...even.slice(1).map((share) => share / 1.1)];
    expect(scaled(even, head, 3000)).toMatchObject({
      factor: expect.closeTo(1.1, 12),
      source: 'functions',
    });
  });
  it('is one where nothing evidently moved, whatever the median says', () => {
    const head = [0.08, 0.12, 0.08, 0.12, 0.08, 0.12, 0.08, 0.12, 0.1, 0.1];
    expect(scaled(even, head)?.factor).toBe(1);
    expect(scaled(even, even)?.factor).toBe(1);
  });
  it('stays the median where hardly anything is left', () => {
    const base = [0.9, ...Array.from({ length: 10 }, () => 0.01)];
    const head = [0.5, ...Array.from({ length: 10 }, () => 0.05)];
    expect(scaled(base, head, 30_000)?.factor).toBeCloseTo(0.2, 12);
  });
  it('is more exact with more samples', () => {
    const head = [0.2 / 1.1, ...even.slice(1).map((share) => share / 1.1)];
    const error = (samples: number) => scaled(even, head, samples)?.error ?? 0;
    expect(error(3000)).toBeGreaterThan(0);
    expect(error(3000) / error(12_000)).toBeCloseTo(2, 1);
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
  const base = Array.from({ length: 20 }, () => timed(1));
  const measured = (...seconds: number[]) => ({
    metric: 'sec/op',
    base,
    head: seconds.map((value) => timed(value)),
  });
  /** The last function became all that the program got dearer by. */
  const grown = (samples: number) =>
    program([0.1, 0.1, 0.1, 0.1, 0.1, 0.5], [0.05, 0.05, 0.05, 0.05, 0.05, 0.75], samples);
  it('the more exact is used', () => {
    const [few, many] = [grown(60), grown(1e6)];
    expect(scaleOf(few.functions, usual, few.together, measured(1.9))).toMatchObject({
      source: 'benchmarks',
    });
    expect(scaleOf(many.functions, usual, many.together, measured(1.9))).toMatchObject({
      source: 'functions',
      factor: expect.closeTo(2, 9),
    });
  });
  it('neither is, within two errors of one', () => {
    expect(scaleOf([], usual, () => grown(1).together([0]), measured(1.03))).toEqual({
      factor: 1,
      error: 0,
      source: 'none',
    });
  });
  it('leaves the benchmarks out where they measure something else', () => {
    const { functions, together } = grown(2000);
    expect(scaleOf(functions, usual, together, nothing)).toMatchObject({ source: 'functions' });
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
