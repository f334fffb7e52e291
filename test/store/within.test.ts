/** That nothing is left to wait for shows in a process of its own: test/e2e/unfinished.test.ts. */
import { describe, expect, it } from 'vitest';
import { within } from '../../src/store/within.ts';

const listeners = () => process.listenerCount('beforeExit');

describe('within', () => {
  it('gives what the promise gives, and leaves nothing behind', async () => {
    const before = listeners();
    expect(await within(60_000, Promise.resolve(7))).toEqual({ kind: 'settled', value: 7 });
    await expect(within(60_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(listeners()).toBe(before);
  });

  it('ends when the time is over, and what the promise does later disturbs nobody', async () => {
    const before = listeners();
    let fail = (_: Error) => {};
    const late = new Promise<never>((_, reject) => {
      fail = reject;
    });
    expect(await within(5, late)).toEqual({ kind: 'late' });
    expect(listeners()).toBe(before);
    fail(new Error('too late'));
    await new Promise(setImmediate); // an unhandled rejection would fail the test file
  });
});
