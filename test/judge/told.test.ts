/** Wall time that CPU time tells as well: what need not be decided, and what is never cleared by it. */
import { describe, expect, it } from 'vitest';
import { lookAt } from '../../src/flow/measure.ts';
import type { Round } from '../../src/model/run.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { resolveConfig } from '../../src/settings/config.ts';
import { looks } from '../../src/stats/spending.ts';
import { run, series } from '../compare/runs.ts';
import { draws } from '../stats/random.ts';

type Times = readonly [wall: number, cpu: number];

const planned = looks(200);

/** Each second run shares its CPU with other work; the head is changed by `change`. */
function rounds(count: number, change: (of: Times, round: number) => Times = (of) => of): Round[] {
  const { uniform, normal } = draws(7);
  const side = ([wall, cpu]: Times) => run([series('A', [wall]), series('A', [cpu], 'cpu-sec/op')]);
  const one = (): Times => {
    const cpu = Math.exp(0.01 * normal());
    return [cpu * 1.02 + (uniform() < 0.4 ? uniform() : 0), cpu];
  };
  return Array.from({ length: count }, (_, i) => ({
    base: side(one()),
    head: side(change(one(), i)),
  }));
}

const looked = (of: readonly Round[], config = resolveConfig()) => lookAt(config, planned)(of);
const wall = ({ comparisons }: Verdict) => comparisons.find((row) => row.unit === 'sec/op');

describe('beside other work', () => {
  it('a program that did not change is decided by its CPU time', () => {
    const { verdict, open } = looked(rounds(25));
    expect(open).toEqual([]);
    expect(verdict.verdict).toBe('pass');
    // Its wall time alone would go on.
    expect(wall(verdict)?.worst).toBeGreaterThan(0.05);
    expect(wall(verdict)).toMatchObject({ toldBy: 'cpu-sec/op', gated: true });
    expect(wall(verdict)?.notes).toEqual([expect.stringContaining('its CPU time decides')]);
    // What is said to be seen is what CPU time sees.
    expect(verdict.sight?.most).toBeLessThan(0.05);
    const { verdict: asked } = looked(rounds(25), resolveConfig({ see: 0.05 }));
    expect(asked.verdict).toBe('pass');
  });

  it('one that works more is slower, and its wall time need not be decided', () => {
    const { verdict, open } = looked(rounds(10, ([w, c]) => [w * 1.1, c * 1.1]));
    expect(open).toEqual([]);
    expect(verdict.verdict).toBe('fail');
    expect(wall(verdict)?.verdict).not.toBe('slower');
  });

  it('one change is counted once', () => {
    const { verdict } = looked(rounds(49, ([w, c]) => [w * 1.5, c * 1.5]));
    expect(verdict.comparisons.map((row) => [row.unit, row.verdict, row.follows])).toEqual([
      ['sec/op', 'slower', 'cpu-sec/op'],
      ['cpu-sec/op', 'slower', null],
    ]);
    expect(verdict.headline).toMatch(/^A is 5\d % slower, in 49 rounds here\.$/);
  });

  it('one that waits more goes on until its wall time says so', () => {
    for (const by of [0.055, 0.1, 0.3]) {
      const waiting = rounds(200, ([w, c]) => [w + by, c]);
      for (const { after } of planned) {
        const { verdict } = looked(waiting.slice(0, after));
        expect(wall(verdict)?.toldBy).toBeUndefined();
      }
    }
    const { verdict } = looked(rounds(200, ([w, c]) => [w + 0.3, c]));
    expect(verdict.verdict).toBe('fail');
    expect(wall(verdict)?.verdict).toBe('slower');
  });

  it('one that has threads now goes on, too', () => {
    const { verdict } = looked(rounds(25, ([w, c]) => [w, c * 1.3]));
    expect(wall(verdict)?.toldBy).toBeUndefined();
  });
});

describe('CPU time tells nothing', () => {
  it.each([
    ['that is not gated', { unit: 'cpu-sec/op', gate: false }],
    ['that may be more', { unit: 'cpu-sec/op', threshold: 0.5 }],
  ])('%s', (_, rule) => {
    const { verdict, open } = looked(rounds(25), resolveConfig({ rules: [rule] }));
    expect(wall(verdict)?.toldBy).toBeUndefined();
    expect(open).toEqual(['A']);
  });

  it('of a wall time that stored runs suspect', () => {
    const asked = { only: ['A'], wanted: () => true };
    const { verdict, open } = lookAt(resolveConfig(), planned, asked)(rounds(25));
    expect(wall(verdict)?.toldBy).toBeUndefined();
    expect(open).toEqual(['A']);
  });
});
