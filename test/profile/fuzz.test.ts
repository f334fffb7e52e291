/**
 * A short run of the fuzzer, whose million inputs take half an hour (eval/profile/fuzz.ts): damaged
 * profiles are refused with a defect at a byte, or read, redacted, merged and written without change.
 */
import { expect, it } from 'vitest';
import { judged } from '../../eval/profile/judged.ts';
import { mutated, seeds } from '../../eval/profile/mutate.ts';
import { runs } from '../runs.ts';

const all = seeds();

it('profiles as they were recorded are read', async () => {
  for (const { name, raw, gzip } of all) {
    expect([name, await judged(raw), await judged(gzip)]).toEqual([
      name,
      { kind: 'read' },
      { kind: 'read' },
    ]);
  }
});

it('damaged ones are read whole or refused at a byte', async () => {
  const outcomes = { read: 0, refused: 0, failed: 0 };
  const defects = new Set<string>();
  for (let i = 0; i < runs(1000, 3000); i++) {
    const outcome = await judged(mutated(all, 2, i));
    if (outcome.kind === 'failed') expect.fail(`input ${i} of run 2: ${outcome.message}`);
    if (outcome.kind === 'refused') defects.add(outcome.defect);
    outcomes[outcome.kind]++;
  }
  expect(outcomes.read).toBeGreaterThan(50);
  expect(defects.size).toBeGreaterThan(25);
}, 60_000);
