import { describe, expect, it } from 'vitest';
import type { Tested } from '../../../src/compare/functions/dispersion.ts';
import { findMoved, type Mover } from '../../../src/compare/functions/moved.ts';

/** Changes in pp; the sum has an error of a third of one. */
function moved(functions: Readonly<Record<string, Partial<Mover> & { readonly flat: number }>>) {
  const movers = Object.entries(functions).map(
    ([name, change], at): Mover => ({
      ...{ at, name, file: '', cum: change.flat, share: 0.1, p: 1e-6, inBase: true, inHead: true },
      ...change,
    }),
  );
  const sum = (of: readonly number[]): Tested => {
    const delta = of.reduce((all, at) => all + (movers[at]?.flat ?? 0), 0);
    return {
      delta,
      worst: delta + 1,
      least: delta - 1,
      error: 0.3,
      ci: [0, 0],
      p: 0,
      df: 9,
      nullError: 0.3,
    };
  };
  const found = findMoved(movers, 2, sum);
  return Object.fromEntries(
    movers.flatMap(({ at, name }) => {
      const of = found.get(at);
      return of === undefined ? [] : [[name, `${of.from} -> ${of.to}: ${of.delta}`]];
    }),
  );
}

/** In main only, in the head only. */
const gone = { inHead: false };
const born = { inBase: false };

describe('cost that moved', () => {
  it.each<[string, Parameters<typeof moved>[0], Record<string, string>]>([
    [
      'to a new name of the package',
      { 'a.f': { flat: -5, ...gone }, 'a.g': { flat: 5, ...born } },
      { 'a.f': 'a.f -> a.g: 0', 'a.g': 'a.f -> a.g: 0' },
    ],
    [
      'to a new name of the file, in another package',
      { 'a.f': { flat: -5, file: 'x.c', ...gone }, 'b.g': { flat: 5, file: 'x.c', ...born } },
      { 'a.f': 'a.f -> b.g: 0', 'b.g': 'a.f -> b.g: 0' },
    ],
    [
      'not to a new name elsewhere',
      { 'a.f': { flat: -5, ...gone }, 'b.g': { flat: 5, ...born } },
      {},
    ],
    [
      'to a closure with another number',
      { 'a.F.func1': { flat: -5 }, 'a.F.func2': { flat: 5 } },
      { 'a.F.func1': 'a.F.func1 -> a.F.func2: 0', 'a.F.func2': 'a.F.func1 -> a.F.func2: 0' },
    ],
    [
      'from three callees, in another package too',
      { 'a.f': { flat: 9, cum: 0 }, 'a.x': { flat: -3 }, 'a.y': { flat: -3 }, 'b.z': { flat: -3 } },
      Object.fromEntries(
        ['a.f', 'a.x', 'a.y', 'b.z'].map((name) => [name, 'a.x,a.y,b.z -> a.f: 0']),
      ),
    ],
    [
      'not from whatever fell, however much of it there is, where one callee did',
      {
        'a.f': { flat: 9, cum: 4 },
        ...Object.fromEntries(['m', 'n', 'o', 'p', 'q'].map((n) => [`a.${n}`, { flat: -2 }])),
      },
      Object.fromEntries(['f', 'm', 'n', 'o'].map((n) => [`a.${n}`, 'a.m,a.n,a.o -> a.f: 3'])),
    ],
    [
      'into two parts',
      { 'a.f': { flat: -6, cum: 0 }, 'a.x': { flat: 3, ...born }, 'a.y': { flat: 3, ...born } },
      Object.fromEntries(['a.f', 'a.x', 'a.y'].map((name) => [name, 'a.f -> a.x,a.y: 0'])),
    ],
    [
      'not where the fall may be chance',
      { 'a.f': { flat: -5, p: 0.02, ...gone }, 'a.g': { flat: 5, ...born } },
      {},
    ],
    [
      'not where nothing rose by the threshold',
      { 'a.f': { flat: -1.9, ...gone }, 'a.g': { flat: 1.9, ...born } },
      {},
    ],
    ['not where only the sizes agree', { 'a.f': { flat: -5 }, 'a.g': { flat: 5 } }, {}],
  ])('%s', (_, functions, expected) => {
    expect(moved(functions)).toEqual(expected);
  });

  it('takes the surest sign first, in whatever order', () => {
    // g was renamed to h; c went into f, whose own sign names no callee.
    const functions = {
      'a.f': { flat: 5, cum: 0 },
      'a.g': { flat: -5, ...gone },
      'a.h': { flat: 5, ...born },
      'a.c': { flat: -4.9 },
    };
    expect(moved(functions)).toMatchObject({
      'a.h': 'a.g -> a.h: 0',
      'a.f': expect.stringContaining('a.c -> a.f'),
    });
  });

  it('finds the cut among several new and several gone names of a file', () => {
    // As recorded of report.py: words renamed, average cut in two, collatz into job by hand.
    const found = moved({
      'a.average': { flat: -11.3, cum: 0.3 },
      'a.words': { flat: -10.5, ...gone },
      'a.collatz': { flat: -3.6, ...gone },
      'a.window': { flat: 11.5, ...born },
      'a.countWords': { flat: 11, ...born },
      'a.job': { flat: 3.9, cum: 0 },
    });
    expect(found['a.countWords']).toMatch(/^a.words -> a.countWords: 0.5/);
    expect(found['a.window']).toMatch(/^a.average -> a.window: 0.1/);
    expect(found['a.job']).toMatch(/^a.collatz -> a.job: 0.2/);
  });

  it('is a rename only where both are as dear', () => {
    // g is cut out of f; what is gone beside it cost a third.
    const found = moved({
      'a.f': { flat: -9, cum: 0 },
      'a.g': { flat: 9, ...born },
      'a.old': { flat: -3, ...gone },
    });
    expect(found['a.g']).toBe('a.f -> a.g: 0');
  });

  it('is told with its sum where the fall does not explain the rise', () => {
    expect(moved({ 'a.f': { flat: -3, ...gone }, 'a.g': { flat: 8, ...born } })).toMatchObject({
      'a.g': 'a.f -> a.g: 5',
    });
  });

  it('is not looked for elsewhere when a name says where it was', () => {
    expect(
      moved({
        'a.f': { flat: -3, ...gone },
        'a.g': { flat: 5, ...born },
        'b.x': { flat: -9, cum: 0 },
      }),
    ).toMatchObject({ 'a.g': 'a.f -> a.g: 2' });
  });

  it('is used once', () => {
    const found = moved({
      'a.f': { flat: -5, ...gone },
      'a.g': { flat: 5, ...born },
      'a.h': { flat: 5, ...born },
    });
    expect(found['a.h']).toBe('a.f -> a.g,a.h: 5');
  });
});

describe('two functions that are nearly all of a profile', () => {
  // Their sum is the same whatever they do: it is no evidence.
  const both = (share: number, more: Partial<Mover> = {}) =>
    moved({
      'a.loop': { flat: -6, cum: 0, share: share - 0.1, ...more },
      'a.inner': { flat: 6, share: 0.1, ...more },
    });

  it('are not excused by it', () => {
    expect(both(0.7)).not.toEqual({});
    expect(both(0.8)).toEqual({});
  });

  it('are by their names', () => {
    const renamed = moved({
      'a.old': { flat: -60, share: 0.6, ...gone },
      'a.new': { flat: 60, share: 0.6, ...born },
    });
    expect(renamed).toHaveProperty('a.new');
  });
});
