/** Submodules that nobody asked for: a change in one is never a pass without a word. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bench, type MeasureOptions, openBench } from '../../../src/source/rounds/bench.ts';
import { checkOutSubmodules } from '../../../src/source/rounds/submodules.ts';
import { gitEnv, at as inFolder, type Repository, repository } from './repository.ts';

const env = { ...gitEnv, GIT_ALLOW_PROTOCOL: 'file' };
let at: Repository;
let open: Bench[];

beforeEach(() => {
  [at, open] = [repository(), []];
  const inner = repository();
  inner.commit('file', 'x\n');
  for (const path of ['sub', 'an other']) {
    at.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, path);
  }
  at.commit('value', 'base\n');
});

afterEach(async () => {
  for (const bench of open) await bench.close();
});

async function doubts(more: Partial<MeasureOptions> = {}) {
  const made = await openBench({
    directory: at.folder,
    against: 'HEAD~1',
    setup: null,
    run: 'true',
    maxSeconds: 60,
    env,
    log: () => {},
    ...more,
  });
  open.push(made);
  return made.doubts();
}

it('the same on both sides are told, where the checkout has them', async () => {
  at.commit('value', 'head\n');
  expect(await doubts()).toEqual([
    {
      kind: 'policy',
      message: expect.stringMatching(
        /^the submodule an other \(and 1 more\) of the checkout was not checked out .* --submodules/,
      ),
    },
  ]);
  expect(await doubts({ prepare: checkOutSubmodules })).toEqual([]);
  expect(await doubts({ setup: 'git submodule --quiet update --init' })).toEqual([]);
  at.git('submodule', '--quiet', 'deinit', '--all');
  for (const path of ['sub', 'an other']) rmSync(join(at.folder, path), { recursive: true });
  at.git('checkout', '--quiet', '--', '.');
  expect(await doubts()).toEqual([]);
});

it('that the head changes are never a pass', async () => {
  inFolder(join(at.folder, 'sub')).commit('file', 'slower\n');
  at.commit('value', 'head\n');
  expect(await doubts()).toEqual([
    {
      kind: 'unmeasured',
      message: expect.stringMatching(
        /^base and head have different commits of the submodule sub, which was not checked out/,
      ),
    },
  ]);
});
