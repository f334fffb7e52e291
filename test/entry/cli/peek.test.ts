/** Both sides of the functions that match, put together. */
import { expect, it } from 'vitest';
import { peeked } from '../../../src/entry/cli/peek.ts';
import type { Peek } from '../../../src/profile/peek.ts';
import type { PeekedFunction } from '../../../src/report/peektext.ts';

const isNamed = (name: string) => (of: PeekedFunction) => of.function.name === name;

/** Each function calls the next, and costs one itself. */
function chain(count: number, cost = 1): Peek {
  const names = Array.from({ length: count }, (_, i) => `f${i}`);
  return {
    total: cost * count,
    functions: names.map((name, i) => ({
      ...{ name, file: '', line: 0, flat: cost },
      cum: cost * (count - i),
    })),
    calls: names
      .slice(1)
      .map((callee, i) => ({ caller: `f${i}`, callee, value: cost * (count - i - 1) })),
  };
}

it('a function has its callers and callees of each side, and none where a side has it not', () => {
  const [row] = peeked(chain(2), chain(3, 5)).filter(isNamed('f1'));
  expect(row).toEqual({
    function: { name: 'f1', file: '', line: 0, flat: 5, cum: 10 },
    base: { total: 2, flat: 1, cum: 1, callers: new Map([['f0', 1]]), callees: new Map() },
    head: {
      total: 15,
      flat: 5,
      cum: 10,
      callers: new Map([['f0', 10]]),
      callees: new Map([['f2', 5]]),
    },
  });
  const [only] = peeked(chain(2), chain(3)).filter(isNamed('f2'));
  expect(only?.base).toEqual({ total: 2, flat: 0, cum: 0, callers: new Map(), callees: new Map() });
});

it('an expression that matches everything takes time by the number of functions, not its square', () => {
  const count = 20_000;
  const started = performance.now();
  expect(peeked(chain(count), chain(count))).toHaveLength(count);
  expect(performance.now() - started).toBeLessThan(3_000);
});
