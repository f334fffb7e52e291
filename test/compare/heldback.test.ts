/** Profiles of Go and py-spy of programs that shaped no rule (eval/profiles/record-other.sh). */
import { describe, expect, it } from 'vitest';
import { heldBack, judged, runOf } from '../../eval/profiles/main.ts';
import { readSet, type Samples, tableOf, thinned } from '../../eval/profiles/stacks.ts';
import { random } from '../../eval/verdict/random.ts';

const set = readSet('other');
const programs = new Map(heldBack(set).map((of) => [of.name, of]));

/** What fails, three profiles of the head in a row against 25 stored runs. */
function slower(base: readonly Samples[], head: readonly Samples[], samples: number): string[] {
  const by = random(1, 1);
  const run = (of: readonly Samples[]) =>
    runOf(of.map((one) => tableOf(set, thinned(one, samples, by))));
  return judged(
    base.slice(0, 25).map((one) => run([one])),
    run(head),
  )
    .filter(({ gated, verdict }) => gated && verdict === 'slower')
    .map(({ name }) => name);
}

const groups = (of: readonly Samples[]) => [0, 3, 6, 9].map((from) => of.slice(from, from + 3));

describe('a function that is really called twice', () => {
  it('is found in Go, and no other', () => {
    const { recordings = [], changed } = programs.get('gowords') ?? {};
    for (const head of groups(changed?.double ?? [])) {
      expect(slower(recordings, head, 300)).toEqual(['main.checksum']);
    }
  });
});

describe('a Python program with one function renamed, one cut in two and one inlined by hand', () => {
  it('has nothing slower', () => {
    const { recordings = [], moved = [] } = programs.get('report') ?? {};
    expect(moved).toHaveLength(12);
    for (const head of groups(moved)) expect(slower(recordings, head, 1000)).toEqual([]);
  });
});
