/** Calls between pairs of functions unfolded into stacks: whose cost goes where. */
import { describe, expect, it } from 'vitest';
import { type CallsBetween, unfold } from '../../src/profile/unfold.ts';

/** `main;left;leaf` and what is spent there itself. */
function costsOf(names: readonly string[], between: CallsBetween): Record<string, number> {
  const { parent, function: ends, share } = unfold(between);
  const texts: string[] = [];
  const costs: Record<string, number> = {};
  for (const [path, f] of ends.entries()) {
    const above = texts[parent[path] as number];
    const text = `${above === undefined ? '' : `${above};`}${names[f]}`;
    texts.push(text);
    costs[text] = (share[path] as number) * (between.self[f] as number);
  }
  return costs;
}

const call = (caller: number, callee: number, cost: number) => ({ caller, callee, cost });

describe('calls', () => {
  it('share the cost of a function out over its callers as their calls of it cost', () => {
    const names = ['main', 'left', 'right', 'leaf'];
    const self = [10, 20, 30, 400];
    const calls = [call(0, 1, 320), call(0, 2, 130), call(1, 3, 300), call(2, 3, 100)];
    expect(costsOf(names, { self, calls })).toEqual({
      ...{ main: 10, 'main;left': 20, 'main;right': 30 },
      ...{ 'main;left;leaf': 300, 'main;right;leaf': 100 },
    });
  });

  it('share what is called further down in the same parts', () => {
    const self = [0, 0, 0, 200, 200];
    const calls = [call(0, 1, 300), call(0, 2, 100), call(1, 3, 300), call(2, 3, 100)];
    const costs = costsOf(['main', 'left', 'right', 'leaf', 'deep'], {
      self,
      calls: [...calls, call(3, 4, 200)],
    });
    expect(costs).toMatchObject({ 'main;left;leaf': 150, 'main;left;leaf;deep': 150 });
    expect(costs).toMatchObject({ 'main;right;leaf': 50, 'main;right;leaf;deep': 50 });
  });

  it('of a function to itself are one frame, and counted as cut', () => {
    const between = { self: [10, 990], calls: [call(0, 1, 990), call(1, 1, 5000)] };
    expect(costsOf(['main', 'fib'], between)).toEqual({ main: 10, 'main;fib': 990 });
    expect(unfold(between)).toMatchObject({ circles: 1, small: 0 });
  });

  it('in a circle of two are cut where they come back, and lose no cost', () => {
    const self = [10, 300, 200];
    const between = { self, calls: [call(0, 1, 500), call(1, 2, 450), call(2, 1, 250)] };
    expect(costsOf(['main', 'even', 'odd'], between)).toEqual({
      ...{ main: 10, 'main;even': 300, 'main;even;odd': 200 },
    });
    expect(unfold(between).circles).toBe(1);
  });

  it('that cost too little are counted, and what they cost stays with the function', () => {
    const names = ['main', 'work', 'tiny'];
    const self = [10, 1_000_000, 7];
    const calls = [call(0, 1, 1_000_007), call(1, 2, 7)];
    expect(costsOf(names, { self, calls })).toMatchObject({ 'main;work;tiny': 7 });
    expect(unfold({ self, calls }).small).toBe(1);
  });

  it('are unfolded alike whatever the unit is', () => {
    const between = (scale: number) => ({
      self: [1, 2].map((of) => of * scale),
      calls: [call(0, 1, 2 * scale)],
    });
    expect(unfold(between(1e-6))).toEqual(unfold(between(1e6)));
  });

  it('of a program that takes nothing are nothing', () => {
    expect(unfold({ self: [0, 0], calls: [] }).parent).toEqual([]);
  });
});
