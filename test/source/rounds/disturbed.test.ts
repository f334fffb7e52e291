/** Which rounds are measured again, and for how long that is worth it. */
import { describe, expect, it } from 'vitest';
import { type Seen, watchRounds } from '../../../src/source/rounds/disturbed.ts';

const quiet: Seen = { steal: 0, other: 0 };
const busy: Seen = { steal: 0, other: 0.6 };
const robbed: Seen = { steal: 0.4, other: 0 };

/** Rounds whose tries find the machine so, one after the other; how many tries each took. */
function measure(found: (attempt: number) => Seen, rounds: number, mayRepeat = () => true) {
  const lines: string[] = [];
  const watch = watchRounds((line) => lines.push(line));
  let attempts = 0;
  const tries = Array.from({ length: rounds }, (_, i) => {
    const before = attempts;
    for (;;) {
      const { again } = watch.look(i + 1, [quiet, found(++attempts)], mayRepeat);
      if (!again) return attempts - before;
    }
  });
  return { tries, lines, ...watch.so() };
}

describe('a round', () => {
  it('of a quiet machine counts', () => {
    expect(measure(() => quiet, 20)).toMatchObject({ lines: [], repeated: 0, always: null });
  });

  it.each([
    ['other work', busy, /^other work took 60 % of the CPU time during a run of round 3: measured/],
    ['the host', robbed, /^the host took 40 % of the CPU time during a run of round 3: measured/],
  ])('that %s disturbed is measured again', (_, seen, line) => {
    const { tries, lines, repeated, always } = measure(
      (attempt) => (attempt === 3 ? seen : quiet),
      20,
    );
    expect(tries.filter((count) => count > 1)).toEqual([2]);
    expect([lines.length, repeated, always]).toEqual([1, 1, null]);
    expect(lines[0]).toMatch(line);
  });

  it('is kept where there is no time for another', () => {
    const { tries, lines } = measure(
      (attempt) => (attempt === 3 ? busy : quiet),
      5,
      () => false,
    );
    expect(tries).toEqual([1, 1, 1, 1, 1]);
    expect(lines).toEqual([
      expect.stringMatching(/round 3: kept, because there is no time for another$/),
    ]);
  });

  it('is kept where nobody knows what the machine does', () => {
    const unknown = measure(() => ({ steal: null, other: null }), 8);
    expect(unknown).toMatchObject({ lines: [], repeated: 0, always: null });
  });
});

describe('rounds that are repeated', () => {
  // Two of five tries are disturbed.
  const often = (attempt: number) => (attempt % 5 < 2 ? busy : quiet);
  it('are five at first, then a quarter of those that count', () => {
    expect(measure(often, 12).repeated).toBe(5);
    const { repeated } = measure(often, 100);
    expect(repeated).toBeGreaterThan(20);
    expect(repeated).toBeLessThanOrEqual(25);
  });
});

describe('a machine that is always disturbed', () => {
  it.each([
    ['other', busy, 0.6],
    ['host', robbed, 0.4],
  ] as const)('by %s is measured as it is, and one line says so', (by, seen, share) => {
    const { tries, lines, always } = measure(() => seen, 60);
    expect(tries.filter((count) => count > 1).reduce((sum, count) => sum + count - 1, 0)).toBe(5);
    // Seven before it is known to be always so, and one that says it.
    expect(lines).toHaveLength(8);
    expect(lines.at(-1)).toMatch(/kept, because most rounds here are/);
    expect(always).toEqual({ by, share: expect.closeTo(share, 9) });
  });

  it('has no more tries than a few', () => {
    expect(measure(() => busy, 2).always).toBeNull();
    expect(measure((attempt) => (attempt > 9 ? quiet : busy), 60).always).toBeNull();
  });
});
