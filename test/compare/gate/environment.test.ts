import { describe, expect, it } from 'vitest';
import { difference } from '../../../src/compare/gate/environment.ts';

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
