import { describe, expect, it } from 'vitest';
import { advice } from '../../src/judge/advice.ts';
import type { HeadlineInput } from '../../src/judge/pieces.ts';
import type { JudgedFunction, ProfileComparison } from '../../src/model/functions.ts';
import {
  judged,
  judgedFunction,
  ok,
  profile as profileOf,
  rounds,
  suspect,
  verdict,
} from '../report/values.ts';

const said = (more: Partial<HeadlineInput>, cpu: string | undefined = 'Test CPU') =>
  advice(
    {
      ...verdict({ comparisons: [], functions: [], profiles: [], shift: null, warnings: [] }),
      baseline: { runs: 12, commits: [], setAside: [], name: 'main' },
      ...more,
    },
    cpu,
  );
const runs = (count: number) => ({
  baseline: { runs: count, commits: [], setAside: [], name: 'main' },
});

it('has nothing to say of a gate that sees and is green', () => {
  expect(said({ comparisons: [ok('A'), ok('B')] })).toEqual([]);
});

describe('stored runs', () => {
  it('that are too few to measure the noise are counted', () => {
    expect(said(runs(3))).toEqual([
      'After 2 more runs of main on this CPU (Test CPU), the noise between runs is measured; until then part of it is assumed.',
    ]);
    expect(said(runs(4), '')[0]).toMatch(/^After 1 more run of main/);
    expect(said(runs(0))).toEqual([]);
  });

  it('of a machine that is not known prove nothing below ten', () => {
    const unknown = (count: number) =>
      advice(
        {
          ...verdict({ comparisons: [], functions: [], profiles: [] }),
          ...runs(count),
        },
        undefined,
      );
    expect(unknown(9)).toEqual([
      expect.stringMatching(
        /^The CPU of this machine is not known.* fewer than 10 stored runs \(now 9\)/,
      ),
    ]);
    expect(unknown(10)).toEqual([]);
  });
});

describe('what only looks slower', () => {
  it('is the headline’s business where nothing is slower, and else has its own line', () => {
    expect(said({ comparisons: [suspect('A')] })).toEqual([]);
    expect(said({ comparisons: [suspect('A'), judged()] })).toEqual([
      'To decide about what only looks slower, re-run the job, or let it measure base and head (`run`).',
    ]);
  });

  it('after rounds needs more of them, and says from where on it is seen', () => {
    const open = [0.09, 0.02, 0.04].map((detectable, i) =>
      suspect(`B${i}`, { test: 'paired', detectable }),
    );
    expect(said({ comparisons: open, rounds: rounds() })).toEqual([
      'After 10 rounds some benchmarks are still open; half of them can show a change of +4 %. More time for rounds, a longer benchmark or a larger threshold would decide them.',
    ]);
  });
});

it.each([
  [
    'other',
    "Other work took 60 % of this machine's CPU during the measurement, in most rounds: stop the other programs, or measure on another machine.",
  ],
  [
    'host',
    "The host took 60 % of this machine's CPU during the measurement, in most rounds: on another machine, or at another time, smaller changes can be detected.",
  ],
] as const)('rounds that %s took the CPU from need no more of them', (by, sentence) => {
  const open = [suspect('A', { test: 'paired', detectable: 0.1 })];
  const use = { ...rounds(), taken: { by, share: 0.6 } };
  expect(said({ comparisons: open, rounds: use })).toEqual([sentence]);
  expect(said({ comparisons: [judged({ test: 'paired' })], rounds: use })).toEqual([]);
});

it('what cannot show a change as small as `see` asks for is told what would', () => {
  const rows = [0.31, 0.24, 0.28].map((detectable, i) => ok(`B${i}`, { blind: true, detectable }));
  expect(said({ comparisons: rows })[0]).toMatch(
    /^Some benchmarks cannot show .* half of them can show \+28 %\. To detect smaller changes, store more runs of main, run two processes with half the count/,
  );
});

it('what is not gated, or says the same in another unit, is no reason for advice', () => {
  const more = { blind: true, detectable: 0.3 } as const;
  expect(
    said({ comparisons: [ok('A', { ...more, gated: false }), ok('A', { ...more, follows: 'x' })] }),
  ).toEqual([]);
});

it('a unit without a direction is named once', () => {
  const rows = ['a', 'b'].map((name) => ok(name, { better: 'unknown', unit: 'ratio' }));
  expect(said({ comparisons: rows })).toEqual([
    expect.stringMatching(
      /^It is not known whether more ratio is better or worse, so it is shown and not gated/,
    ),
  ]);
});

describe('a profile', () => {
  const profile = (seconds: number | null, slice?: string): ProfileComparison =>
    profileOf({
      head: { total: 1, samples: 250, profiles: 1, runs: 1, seconds },
      ...(slice === undefined ? {} : { slice }),
    });
  const row = (more: Partial<JudgedFunction> = {}) =>
    judgedFunction({ verdict: 'suspect', detectable: 0.067, replicates: 3, ...more });
  const of = (seconds: number | null, ...functions: JudgedFunction[]) =>
    said({ functions, profiles: [profile(seconds)] });

  it('tells what it shows, and how long a profile shows the threshold', () => {
    // (6.7 / 2)^2 is 11.2 times the samples.
    expect(of(2.5, row({ replicates: 1 }))).toEqual([
      'This cpu profile (250 samples) can detect increases of 6.7 percentage points; 29 s of profile on both sides would detect 2 pp; with fewer than 3 profiles of the same program a function cannot fail the gate.',
    ]);
  });

  it('gives no time where the profile has none, it would be too long, or nothing is suspected', () => {
    const seen = 'This cpu profile (250 samples) can detect increases of 6.7 percentage points.';
    expect(of(null, row())).toEqual([seen]);
    expect(of(100, row())[0]).toContain(
      'to detect 2 pp would take more than 10 minutes of profile',
    );
    expect(of(2.5, row({ verdict: 'ok' }))).toEqual([seen]);
    expect(of(2.5, row({ detectable: null }))).toEqual([]);
  });

  it('is of its own slice, which it names, and only where something is suspected', () => {
    const functions = [
      row({ slice: 'k=a' }),
      row({ slice: 'k=a', detectable: 0.02 }),
      row({ slice: 'k=b', verdict: 'ok' }),
    ];
    expect(said({ functions, profiles: [profile(null, 'k=a'), profile(null, 'k=b')] })).toEqual([
      'k=a: This cpu profile (250 samples) can detect increases of 2 to 6.7 percentage points, depending on the function.',
    ]);
  });
});
