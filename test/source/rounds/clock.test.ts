/** What time is spent on: rounds that are missing come before those that are measured again. */
import { expect, it } from 'vitest';
import { clockOf } from '../../../src/source/rounds/clock.ts';

/** A clock after rounds that took so many seconds. */
function after(maxSeconds: number, ...took: readonly number[]) {
  let now = 0;
  const clock = clockOf(maxSeconds, () => now);
  for (const seconds of took) {
    now += seconds * 1000;
    clock.lap();
  }
  return clock;
}

it('another round fits by the longest so far and a tenth more', () => {
  expect(after(100, 10, 5).left()).toBe(85);
  expect(after(26, 10, 5).fits()).toBe(true);
  expect(after(25, 10, 5).fits()).toBe(false);
});

it.each([
  // A round of 10 s; 66 s are six of them and a tenth.
  ['the first, with time for the six that decide', 76, 0, true],
  ['the first, with time for less', 75, 0, false],
  ['the fourth, with time for the last three', 43, 3, true],
  ['the fourth, with time for less', 42, 3, false],
  ['one after those that are needed', 21, 20, true],
  ['one that does not end', 20, 20, false],
])('%s: may be measured again or not', (_, maxSeconds, done, may) => {
  expect(after(maxSeconds, 10).fitsAgain(done, 6)).toBe(may);
});
