/** Rounds of a machine whose host takes half of every run. */
import { expect, it, vi } from 'vitest';
import { openBench } from '../../../src/source/rounds/bench.ts';
import { gitEnv, repository, temporary } from './repository.ts';

vi.mock('../../../src/source/rounds/machine.ts', async (original) => ({
  ...(await original<object>()),
  stolen: () => 0.5,
}));

async function round(mayRepeat?: () => boolean) {
  const at = repository();
  at.commit('value', 'one\n');
  at.commit('value', 'two\n');
  const lines: string[] = [];
  const seen = `${temporary()}/runs`;
  const bench = await openBench({
    directory: at.folder,
    against: 'HEAD~1',
    setup: null,
    run: `echo >> ${seen}; wc -l < ${seen}`,
    maxSeconds: 60,
    env: gitEnv,
    log: (line) => lines.push(line),
  });
  const { base, head, disturbed } = await bench.runRound(null, mayRepeat);
  await bench.close();
  const runs = [base, head].map((of) => Number(Buffer.from(of.benchmarks[0]?.bytes ?? [])));
  return { runs: Math.max(...runs), lines, disturbed };
}

it('are measured again five times, then kept', async () => {
  const { runs, lines, disturbed } = await round();
  expect([runs, lines.length, disturbed]).toEqual([12, 6, expect.stringMatching(/took 50 %/)]);
  expect(lines.at(-1)).toMatch(/kept, because 5 rounds were repeated already/);
});

it('are kept where there is no time for another', async () => {
  let left = 2;
  const { runs, lines } = await round(() => left-- > 0);
  expect(runs).toBe(6);
  expect(lines.at(-1)).toMatch(/kept, because there is no time for another/);
});
