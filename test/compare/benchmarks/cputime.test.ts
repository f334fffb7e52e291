import { describe, expect, it } from 'vitest';
import { isCpuTime, type Times } from '../../../src/compare/benchmarks/cputime.ts';
import { draws } from '../../stats/random.ts';

/** A second of one thread, and 20 ms of starting it. */
const alone = (): Times => ({ wall: 1.02, cpu: 1 });
const twenty = (of: (round: number) => Times): Times[] =>
  Array.from({ length: 20 }, (_, i) => of(i));
const waits = (seconds: number) => (): Times => ({ wall: 1.02 + seconds, cpu: 1 });

/** Other work takes a part of the CPU in so many of the runs, from nothing to as much again. */
function beside(part: number, seed: number, of: () => Times = alone) {
  const { uniform } = draws(seed);
  return (): Times => {
    const { wall, cpu } = of();
    return { wall: wall + (uniform() < part ? uniform() : 0), cpu };
  };
}

describe('the wall time is CPU time', () => {
  it('of one thread that waits for nothing, and of one that is slower', () => {
    expect(isCpuTime(twenty(alone), twenty(alone))).toBe(true);
    expect(
      isCpuTime(
        twenty(alone),
        twenty(() => ({ wall: 1.32, cpu: 1.3 })),
      ),
    ).toBe(true);
  });

  it('beside a garbage collector that has some more', () => {
    const collected = () => ({ wall: 1, cpu: 1.06 });
    expect(isCpuTime(twenty(collected), twenty(collected))).toBe(true);
  });

  it('beside other work in half of the runs, about every second time', () => {
    const found = Array.from({ length: 100 }, (_, i) =>
      isCpuTime(twenty(beside(0.5, 2 * i)), twenty(beside(0.5, 2 * i + 1))),
    ).filter((is) => is);
    expect(found.length).toBeGreaterThan(25);
  });
});

describe('it is not', () => {
  it.each([
    ['of a head that waits by 5 % longer', alone, waits(0.05)],
    ['of a head that has threads, where the base has none', alone, () => ({ wall: 0.6, cpu: 1 })],
    ['of a head whose threads do less at a time', () => ({ wall: 1, cpu: 1.06 }), alone],
    ['of both, with threads', () => ({ wall: 0.6, cpu: 1 }), () => ({ wall: 0.6, cpu: 1 })],
    ['of both, waiting for most of the time', waits(4), waits(4)],
    ['without CPU time', () => ({ wall: 1, cpu: 0 }), () => ({ wall: 1, cpu: 0 })],
    ['without any time', () => ({ wall: 0, cpu: 0 }), () => ({ wall: 0, cpu: 0 })],
  ])('%s', (_, base, head) => {
    expect(isCpuTime(twenty(base), twenty(head))).toBe(false);
  });

  it('of a head that waits in some rounds', () => {
    for (const every of [2, 4]) {
      const head = twenty((i) => (i % every === 0 ? waits(0.2)() : alone()));
      expect(isCpuTime(twenty(alone), head)).toBe(false);
    }
  });

  it('where no run is quiet: a machine that is always busy looks like waiting', () => {
    const busy = (seed: number) => twenty(beside(1, seed));
    const found = Array.from({ length: 50 }, (_, i) => isCpuTime(busy(2 * i), busy(2 * i + 1)));
    expect(found.filter((is) => is)).toHaveLength(0);
  });

  it('of a head that always waits by 5 % longer, beside other work', () => {
    const found = Array.from({ length: 200 }, (_, i) =>
      isCpuTime(twenty(beside(0.4, 2 * i)), twenty(beside(0.4, 2 * i + 1, waits(0.055)))),
    );
    expect(found.filter((is) => is)).toHaveLength(0);
  });

  it('known of fewer than ten rounds', () => {
    expect(isCpuTime(twenty(alone).slice(11), twenty(alone).slice(11))).toBe(false);
    expect(isCpuTime(twenty(alone).slice(10), twenty(alone).slice(10))).toBe(true);
  });
});
