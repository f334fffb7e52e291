/** Calls among chosen functions and costs of lines in stacks that call themselves, which no recorded profile has. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readProfile } from '../../src/formats/profiles/pprof/read.ts';
import { callsAmong } from '../../src/profile/graph.ts';
import { listingOf } from '../../src/profile/listing.ts';
import { type Calls, peek } from '../../src/profile/peek.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { stacksOf } from '../../src/profile/stacks.ts';
import { anyModel, encode } from './model.ts';

const read = (model: Parameters<typeof encode>[0]): Profile =>
  readProfile(encode(model), { file: 'p' });

function treeOf(profile: Profile) {
  const [tree] = stacksOf(profile);
  if (tree === undefined) throw new TypeError('no tree');
  return tree;
}

const byName = (calls: readonly Calls[]) =>
  calls.map(({ caller, callee, value }) => `${caller} -> ${callee}: ${value}`).toSorted();

/** Functions main, a, b, c; locations 0 to 3 are a line of each, 4 is another line of a. */
const profile = read({
  types: [{ type: 'cpu', unit: 'ns' }],
  functions: ['main', 'a', 'b', 'c'].map((name, i) => ({
    ...{ id: i + 1, name, file: 'x.go', startLine: 10 * i + 1 },
  })),
  mappings: [],
  locations: [0, 1, 2, 3, 1].map((f, i) => ({
    ...{ id: i + 1, mapping: -1, lines: [{ f, line: 10 * f + (i === 4 ? 5 : 2) }] },
  })),
  samples: [
    // Leaf first: main calls a, that calls b by way of c, that calls a and b again in the same way.
    { stack: [2, 3, 1, 2, 3, 1, 0], values: [5], labels: [] },
    // a from another line of its own.
    { stack: [4, 1, 0], values: [2], labels: [] },
  ],
});

it('a call by way of others is one of the nearest chosen caller, and counts once a sample', () => {
  expect(byName(callsAmong(treeOf(profile), (name) => name !== 'c'))).toEqual([
    'a -> b: 5',
    'b -> a: 5',
    'main -> a: 7',
  ]);
  expect(byName(callsAmong(treeOf(profile), (name) => name === 'main' || name === 'b'))).toEqual([
    'main -> b: 5',
  ]);
});

it('calls among all functions are those of peek', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      const tree = treeOf(read(model));
      expect(byName(callsAmong(tree, () => true))).toEqual(byName(peek(tree, () => true).calls));
    }),
  );
});

it('a line counts once a sample, and two lines of one function both', () => {
  const { functions, total } = listingOf(profile, {}, (name) => name === 'a' || name === 'b');
  expect(total).toBe(7);
  expect(functions).toEqual([
    {
      ...{ name: 'a', file: 'x.go', startLine: 11 },
      lines: new Map([
        [12, { flat: 0, cum: 7 }],
        [15, { flat: 2, cum: 2 }],
      ]),
    },
    { name: 'b', file: 'x.go', startLine: 21, lines: new Map([[22, { flat: 5, cum: 5 }]]) },
  ]);
});
