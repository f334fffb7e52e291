/** What is counted beside instructions, from what callgrind and perf wrote. */
import { describe, expect, it } from 'vitest';
import { metricRow } from '../../../src/compare/counts/compare.ts';
import { metricsOf } from '../../../src/compare/counts/events.ts';
import { spreadOf, toleranceOf } from '../../../src/compare/counts/tolerance.ts';
import { callgrindSelf } from '../../../src/formats/profiles/callgrind/self.ts';

/** The head and the end of what `valgrind --tool=callgrind --branch-sim=yes --cache-sim=yes true` left (3.19). */
const recorded = `version: 1
creator: callgrind-3.19.0
pid: 27785
cmd:  /bin/true
part: 1

positions: line
events: Ir Dr Dw I1mr D1mr D1mw ILmr DLmr DLmw Bc Bcm Bi Bim

fl=(1) a.c
fn=(1) main
7 128719 28312 11769 1082 918 571 1064 784 547 26295 3185 280 151

totals: 128719 28312 11769 1082 918 571 1064 784 547 26295 3185 280 151
`;

describe('events', () => {
  const { events } = callgrindSelf({ file: 'callgrind.out.1', bytes: Buffer.from(recorded) });

  it('of callgrind are branches, misses of its cache, and cycles as KCachegrind estimates them', () => {
    expect([...metricsOf(['branches', 'cache', 'cycles'], events)]).toEqual([
      ['branches/op', 26295 + 280],
      ['mispredicts/op', 3185 + 151],
      ['L1-misses/op', 1082 + 918 + 571],
      ['LL-misses/op', 1064 + 784 + 547],
      ['est-cycles/op', 128719 + 10 * 3336 + 10 * 2571 + 100 * 2395],
    ]);
    expect(metricsOf([], events).size).toBe(0);
  });

  it('of perf are what a processor has; what was not counted is left out', () => {
    const perf = {
      'instructions:u': 9,
      'branches:u': 5,
      'branch-misses:u': 0,
      'cache-misses:u': 3,
    };
    expect([...metricsOf(['branches', 'cache', 'cycles'], perf)]).toEqual([
      ['branches/op', 5],
      ['mispredicts/op', 0],
      ['LL-misses/op', 3],
    ]);
    expect([...metricsOf(['cycles'], { Ir: 4 })]).toEqual([]);
  });
});

describe('a row', () => {
  const benchmark = { package: 'p', benchmark: 'A', iterations: null, base: [5], head: [5] };
  const of = { ...benchmark, spread: 0, tolerance: 0.001 };
  const row = (base: number[], head: number[]) => {
    const [spread, tolerance] = [spreadOf(base, head), toleranceOf(base, head, 0.01)];
    return metricRow(of, { unit: 'branches/op', base, head, spread, tolerance }, 0.01);
  };

  it('has its own centres and its own change', () => {
    expect(row([100, 100], [110, 110])).toMatchObject({
      ...{ benchmark: 'A', unit: 'branches/op', better: 'lower', test: 'counted', p: 0 },
      ...{ base: { center: 100 }, head: { center: 110 } },
    });
    expect(row([100, 100], [110, 110]).delta).toBeCloseTo(0.1, 9);
  });

  it.each([
    [
      [0, 0],
      [3, 3],
    ],
    [
      [3, 3],
      [0, 0],
    ],
    [
      [0, 0],
      [0, 0],
    ],
  ])('from %j to %j has no ratio, and no verdict', (base, head) => {
    expect(row(base, head)).toMatchObject({ delta: null, ci: null, better: 'unknown', spread: 0 });
  });
});
