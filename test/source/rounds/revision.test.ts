/** Which commits are compared, in real repositories: whole, shallow, hostile. */
import { renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gitIn } from '../../../src/source/rounds/git.ts';
import {
  type Against,
  baseCommit,
  baseName,
  headCommit,
} from '../../../src/source/rounds/revision.ts';
import { clone, gitEnv, type Repository, repository, temporary } from './repository.ts';

async function baseOf({ folder }: Repository, wanted: Partial<Against> = {}): Promise<string> {
  const git = gitIn(folder, gitEnv);
  return baseCommit(git, await headCommit(git), { against: 'merge-base', ...wanted });
}

/** main: one, two, three. feature leaves at two. `merge` is feature merged into main. */
function history(commits = 1) {
  const at = repository();
  const one = at.commit('a', '1');
  const two = at.commit('a', '2');
  at.git('checkout', '--quiet', '-b', 'feature');
  let feature = '';
  for (let i = 0; i < commits; i++) feature = at.commit('b', `${i}`);
  at.git('checkout', '--quiet', 'main');
  const three = at.commit('a', '3');
  at.git('tag', 'v1', one);
  at.git('checkout', '--quiet', '--detach', 'main');
  at.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'feature');
  const merge = at.git('rev-parse', 'HEAD');
  at.git('update-ref', 'refs/pull/7/merge', merge);
  at.git('update-ref', 'refs/pull/7/head', feature);
  at.git('checkout', '--quiet', 'feature');
  return { at, one, two, three, feature, merge };
}

describe('in a whole repository', () => {
  it('the base is where the head left the base branch', async () => {
    const { at, two } = history();
    expect(await baseOf(at)).toBe(two);
    expect(await baseOf(at, { baseBranch: 'main' })).toBe(two);
  });

  it('or the tip of the base branch, a branch, a tag, a commit, a place in the history', async () => {
    const { at, one, two, three } = history();
    expect(await baseOf(at, { against: 'base branch' })).toBe(three);
    expect(await baseOf(at, { against: 'main' })).toBe(three);
    expect(await baseOf(at, { against: ' v1 ' })).toBe(one);
    expect(await baseOf(at, { against: two.slice(0, 10) })).toBe(two);
    expect(await baseOf(at, { against: 'HEAD~2' })).toBe(one);
  });

  it('is called by the revision that was named, else by the branch that it was found by', async () => {
    const { at } = history();
    const named = (wanted: Against) => baseName(gitIn(at.folder, gitEnv), wanted);
    expect(await named({ against: ' v1 ', baseBranch: 'trunk' })).toBe('v1');
    expect(await named({ against: 'HEAD~2' })).toBe('HEAD~2');
    expect(await named({ against: 'merge-base', baseBranch: 'trunk' })).toBe('trunk');
    at.git('branch', '--move', 'main', 'master');
    expect(await named({ against: 'merge-base' })).toBe('master');
    expect(await named({ against: 'base branch' })).toBe('master');
  });

  it("of a pull request's merge commit, its first parent", async () => {
    const { at, three, merge } = history();
    at.git('checkout', '--quiet', '--detach', merge);
    expect(await baseOf(at, { pullMerge: merge })).toBe(three);
  });

  it('of a merge that is not the pull request’s, where it left the base branch', async () => {
    const { at, three } = history();
    at.git('merge', '--quiet', '--message', 'main into feature', 'main');
    expect(await baseOf(at, { pullMerge: '0'.repeat(40) })).toBe(three);
    expect(await baseOf(at)).toBe(three);
  });

  it('with a clone, the remote’s default branch counts, whatever its name', async () => {
    const at = repository();
    at.git('checkout', '--quiet', '-b', 'trunk');
    const one = at.commit('a', '1');
    const here = clone(at);
    here.git('checkout', '--quiet', '-b', 'feature');
    here.commit('b', '1');
    expect(await baseOf(here)).toBe(one);
    here.git('remote', 'set-head', 'origin', '--delete');
    expect(await baseOf(here)).toBe(one);
  });
});

describe('in a shallow clone', () => {
  const shallow = (at: Repository, ref: string): Repository => {
    // As actions/checkout does it: one commit of one ref, no branch.
    const here = repository();
    here.git('remote', 'add', 'origin', `file://${at.folder}`);
    here.git('fetch', '--quiet', '--depth=1', 'origin', `+${ref}:refs/remotes/pull`);
    here.git('checkout', '--quiet', '--detach', 'refs/remotes/pull');
    return here;
  };

  it("the first parent of the pull request's merge commit is fetched alone", async () => {
    const { at, three, merge } = history(5);
    const here = shallow(at, 'refs/pull/7/merge');
    expect(await baseOf(here, { pullMerge: merge })).toBe(three);
    expect(here.git('rev-list', '--count', three)).toBe('1');
  });

  it.each([3, 100])('history is deepened to the merge base, %d commits back', async (commits) => {
    const { at, two } = history(commits);
    const here = shallow(at, 'refs/pull/7/head');
    expect(await baseOf(here, { baseBranch: 'main' })).toBe(two);
    expect(here.git('cat-file', '-t', `${two}^{tree}`)).toBe('tree');
  });

  it('a tag, a branch, a commit and a place in the history are fetched', async () => {
    const { at, one, two, three, feature } = history(3);
    const here = () => shallow(at, 'refs/pull/7/head');
    expect(await baseOf(here(), { against: 'v1' })).toBe(one);
    expect(await baseOf(here(), { against: 'main' })).toBe(three);
    expect(await baseOf(here(), { against: 'origin/main' })).toBe(three);
    expect(await baseOf(here(), { against: one })).toBe(one);
    expect(await baseOf(here(), { against: `${feature}~3` })).toBe(two);
    const tip = { against: 'base branch', baseBranch: 'main' };
    expect(await baseOf(here(), tip)).toBe(three);
  });

  it('whose remote is gone says what to do', async () => {
    const { at, merge } = history();
    const here = shallow(at, 'refs/pull/7/merge');
    renameSync(at.folder, `${at.folder}-gone`);
    try {
      const wishes = [{ pullMerge: merge }, { baseBranch: 'main' }, { against: 'HEAD~1' }];
      for (const wanted of wishes)
        await expect(baseOf(here, wanted)).rejects.toThrow(/fetch-depth: 0/);
    } finally {
      renameSync(`${at.folder}-gone`, at.folder);
    }
  });
});

describe('is refused', () => {
  it.each([
    '--upload-pack=touch owned',
    '-h',
    '',
    'no-such-thing',
    'main:a',
    '+refs/heads/main:refs/heads/evil',
    'a..b',
    '$(touch owned)',
    '^main',
    'HEAD\n--all',
  ])('as a revision: %j', async (against) => {
    const { at } = history();
    await expect(baseOf(clone(at), { against })).rejects.toThrow(/revision/);
  });

  it.each(['--all', 'a b', 'x:refs/heads/evil', '', '../up'])(
    'as a base branch: %j',
    async (baseBranch) => {
      const { at } = history();
      await expect(baseOf(clone(at), { baseBranch })).rejects.toThrow(/branch|revision/);
    },
  );

  it('a folder without a repository, and a repository without a commit', async () => {
    const git = gitIn(temporary(), { ...gitEnv, GIT_CEILING_DIRECTORIES: '/' });
    await expect(headCommit(git)).rejects.toThrow(/not a git repository/);
    await expect(headCommit(gitIn(repository().folder, gitEnv))).rejects.toThrow(/no commit yet/);
  });

  it('histories without a common commit', async () => {
    const { at } = history();
    at.git('checkout', '--quiet', '--orphan', 'other');
    at.commit('c', '1');
    await expect(baseOf(at)).rejects.toThrow(/no commit in common/);
  });

  it('a machine without git', async () => {
    const git = gitIn(repository().folder, { PATH: '/nonexistent' });
    await expect(headCommit(git)).rejects.toThrow(/needs git/);
  });
});
