/** Which branch a recorded run is of, in real repositories. */
import { describe, expect, it } from 'vitest';
import { branchHere } from '../../../src/entry/cli/commit.ts';
import { gitEnv, repository, temporary } from '../../source/rounds/repository.ts';

function onBranch(branch: string): string {
  const at = repository();
  at.commit('a', '1');
  at.git('checkout', '--quiet', '-b', branch);
  return at.folder;
}

describe('the branch of a recorded run', () => {
  it('is the one that is checked out', async () => {
    expect(await branchHere(onBranch('master'), gitEnv)).toBe('master');
  });

  it.each([
    ['refs/heads/release/2', 'release/2'],
    ['refs/tags/v2.4.0', 'v2.4.0'],
    // A job of a pull request: the checkout tells.
    ['refs/pull/7/merge', 'topic'],
    // Not what a manifest may hold.
    ['refs/heads/a\u001b[31m', undefined],
  ])('is what GitHub says: %j', async (ref, name) => {
    expect(await branchHere(onBranch('topic'), { ...gitEnv, GITHUB_REF: ref })).toBe(name);
  });

  it('is not known outside of a repository', async () => {
    expect(await branchHere(temporary(), gitEnv)).toBe(undefined);
  });
});
