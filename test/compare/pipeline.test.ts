/**
 * What the tables of docs/evidence.md count is the rule on centres; what ships reads samples, compares and
 * judges. Both must say the same of the same pull request, clean or slowed.
 */
import { expect, it } from 'vitest';
import { asClean } from '../../eval/verdict/clean.ts';
import { byGate, judged } from '../../eval/verdict/ours.ts';
import type { PullRequest } from '../../eval/verdict/pullrequest.ts';
import { simulate } from '../../eval/verdict/simulate.ts';

/** One benchmark slower by a ratio. */
const slowed = (of: PullRequest, benchmark: number, by: number): PullRequest => ({
  ...of,
  head: {
    ...of.head,
    samples: of.head.samples.map((values, b) =>
      b === benchmark ? values.map((value) => value * (1 + by)) : values,
    ),
  },
});

it.each([1, 2, 5, 10])(
  'the gate judges rows as the evaluation does, with %i stored runs',
  (runs) => {
    const seen = { green: 0, amber: 0, red: 0 };
    for (let i = 0; i < 25; i++) {
      const request = simulate(7, i, 12);
      for (const by of [0, 0.2, 0.5, 1.2]) {
        const clean = asClean(by === 0 ? request : slowed(request, i % 12, by), i, runs);
        if ((clean.base[0]?.length ?? 0) === 0) continue;
        const rows = byGate(clean);
        expect(rows).toEqual(judged(clean).rows);
        for (const row of rows) seen[row]++;
      }
    }
    // All three words were compared, or it would be no comparison.
    expect(Math.min(seen.green, seen.amber, seen.red)).toBeGreaterThan(0);
  },
);
