/** Git as a program: what it may see, and that nothing of it stays. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gitIn, outsideGit } from '../../../src/source/rounds/git.ts';
import { gitEnv, repository, temporary } from './repository.ts';

/** A program called git. */
function fakeGit(script: string): Record<string, string> {
  const folder = temporary();
  writeFileSync(join(folder, 'git'), `#!/bin/sh\n${script}`);
  chmodSync(join(folder, 'git'), 0o755);
  return { ...gitEnv, PATH: `${folder}:${gitEnv.PATH}`, SEEN: join(folder, 'seen') };
}

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function until(done: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !done(); i++) await sleep(10);
  expect(done()).toBe(true);
}

it.each(['exit 1', 'sleep 1000'])(
  'stopped, ends what it started too, and only then gives up: %s',
  async (then) => {
    // As `git worktree add` starts `git reset`, which goes on when only its parent is ended.
    const env = fakeGit(`sleep 1000 & echo $! > "$SEEN"; trap 'exit 1' TERM; wait; ${then}`);
    const controller = new AbortController();
    const asked = gitIn(temporary(), env, controller.signal)(['status']);
    await until(
      () => existsSync(env.SEEN as string) && readFileSync(env.SEEN as string, 'utf8') !== '',
    );
    const child = Number(readFileSync(env.SEEN as string, 'utf8'));
    expect(lives(child)).toBe(true);
    controller.abort(new Error('stop!'));
    await expect(asked).rejects.toThrow('stop!');
    expect(lives(child)).toBe(false);
  },
);

it('is not begun when it was stopped before', async () => {
  const env = fakeGit('touch "$SEEN"');
  const git = gitIn(temporary(), env, AbortSignal.abort(new Error('stop!')));
  await expect(git(['status'])).rejects.toThrow('stop!');
  await expect(git.attempt(['status'])).rejects.toThrow('stop!');
  expect(existsSync(env.SEEN as string)).toBe(false);
});

it.each([
  ['echo one >&2; echo two >&2; exit 3', 'git status failed: one two'],
  ['exit 3', 'git status failed: ended by exit status 3'],
  ['kill -KILL $$', 'git status failed: ended by SIGKILL'],
])('that fails says why: %s', async (script, message) => {
  await expect(gitIn(temporary(), fakeGit(script))(['status'])).rejects.toThrow(message);
});

describe('in a hook or an alias of another git', () => {
  it('knows nothing of that one', async () => {
    const [mine, other] = [repository(), repository()];
    mine.commit('a', 'a\n');
    const env = {
      ...gitEnv,
      GIT_DIR: join(other.folder, '.git'),
      GIT_WORK_TREE: other.folder,
      GIT_INDEX_FILE: join(other.folder, '.git/index'),
      GIT_PREFIX: 'x/',
    };
    const git = gitIn(mine.folder, outsideGit(env));
    expect(await git(['rev-parse', '--show-toplevel'])).toBe(mine.folder);
    expect(await git(['ls-files'])).toBe('a');
    expect(outsideGit(env)).toEqual(gitEnv);
  });
});
