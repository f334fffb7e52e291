import { describe, expect, it } from 'vitest';
import { difference, unlike } from '../../../src/compare/gate/environment.ts';
import { run, series } from '../runs.ts';

describe('the toolchain', () => {
  const differ = (head: string, base: string) =>
    difference({ toolchain: head }, { toolchain: base }, ['toolchain']);

  it.each([
    ['go1.26.8', 'go1.26.1'],
    ['go version go1.26.8 linux/amd64', 'go version go1.26 linux/amd64'],
    ['rustc 1.95.0', 'rustc 1.95.1'],
  ])('%s and %s are one', (head, base) => expect(differ(head, base)).toBeNull());

  it.each([
    ['go1.26.8', 'go1.25.8'],
    ['go1.26rc1', 'go1.26'],
    ['go1.26.8', 'rustc 1.26.8'],
  ])('%s and %s are two', (head, base) =>
    expect(differ(head, base)).toBe(`other toolchain: ${base} (here ${head})`),
  );
});

describe('the number of processors', () => {
  const differ = (head: readonly string[], base: readonly string[]) =>
    unlike(run(head.map((of) => series(of, [1]))), run(base.map((of) => series(of, [1]))), ['cpu']);

  it.each([
    [['A-4', 'B/size-64-4'], ['A-8', 'B/size-64-8'], '-8 (here -4)'],
    [['A', 'B'], ['A-8', 'C-8'], '-8 (here -1)'],
    [['A-2'], ['A'], '-1 (here -2)'],
    [['A-4 /goexperiment=x'], ['A-8 /goexperiment=x'], '-8 (here -4)'],
  ])('%j and %j are two machines', (head, base, told) =>
    expect(differ(head, base)).toBe(`other GOMAXPROCS: ${told}`),
  );

  it.each([
    [
      ['A-4', 'B-4'],
      ['A-4', 'C-4'],
    ],
    // -cpu=4,8: the number is the benchmark's own.
    [
      ['A-4', 'A-8'],
      ['A-4', 'A-16'],
    ],
    [
      ['A', 'B/size-64'],
      ['A', 'B/size-128'],
    ],
    // Nothing in common: renamed, and maybe on another machine.
    [['A-4'], ['B-8']],
    [['A-4'], []],
  ])('%j and %j may be one', (head, base) => expect(differ(head, base)).toBeNull());

  it('does not matter where the CPU does not', () => {
    const [head, base] = [run([series('A-4', [1])]), run([series('A-8', [1])])];
    expect(unlike(head, base, ['goos'])).toBeNull();
  });
});
