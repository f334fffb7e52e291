/**
 * Which two commits are measured. The head is what is checked out; the base is a revision, the tip
 * of the base branch, or the commit where the head left it. History that a shallow clone lacks is
 * fetched, as little as will do. Checking out is tree.ts.
 */
import { InputError } from '../../model/error.ts';
import type { Git } from './git.ts';
import { isShallow, needsHistory, notFound, silenceOf } from './missing.ts';

export interface Against {
  /** `merge-base`, `base branch`, or any revision git understands. */
  readonly against: string;
  /** The branch the first two mean; the remote's default branch where nobody says. */
  readonly baseBranch?: string | undefined;
  /** The merge that GitHub made of a pull request: where it is the head, its first parent is the base. */
  readonly pullMerge?: string | undefined;
}

/** No revision was named: flamegate found the base itself. */
export const isImplied = ({ against }: Against): boolean =>
  against.trim() === 'merge-base' || isBaseBranch(against.trim());

const isBaseBranch = (text: string): boolean => text === 'base branch' || text === 'base-branch';

/** The full hash of HEAD. Throws InputError outside a repository and before the first commit. */
export async function headCommit(git: Git): Promise<string> {
  if ((await git.attempt(['rev-parse', '--is-inside-work-tree'])) !== 'true') {
    // Git says why: not a repository, or one that another user owns.
    await git(['rev-parse', '--show-toplevel']);
  }
  const head = await commitOf(git, 'HEAD');
  if (head === null) throw new InputError('the repository has no commit yet: nothing to compare');
  return head;
}

/** The full hash of the base, present in the repository. Throws InputError. */
export async function baseCommit(git: Git, head: string, wanted: Against): Promise<string> {
  const against = wanted.against.trim();
  if (isBaseBranch(against)) {
    return (await branchTip(git, wanted.baseBranch)).commit;
  }
  if (against !== 'merge-base') return revision(git, head, against);
  const parent = wanted.pullMerge === head ? await firstParentOfMerge(git, head) : null;
  if (parent !== null) return fetched(git, parent);
  return mergeBase(git, head, await branchTip(git, wanted.baseBranch));
}

/** What people call the base: the revision that was named, else the branch it was found by. */
export async function baseName(git: Git, wanted: Against): Promise<string> {
  const against = wanted.against.trim();
  if (!isImplied(wanted)) return against;
  return wanted.baseBranch ?? (await defaultBranch(git, await remoteOf(git)).catch(() => ''));
}

/** The full hash of the commit that a revision names, fetched where that helps. Throws InputError. */
export const namedCommit = (git: Git, text: string): Promise<string> => revision(git, 'HEAD', text);

/** A shallow clone hides parents from rev-parse; the commit itself names them. */
async function firstParentOfMerge(git: Git, commit: string): Promise<string | null> {
  const text = await git(['cat-file', 'commit', commit]);
  const parents = [
    ...text
      .split('\n\n', 1)
      .join()
      .matchAll(/^parent ([0-9a-f]{40,64})$/gm),
  ];
  return parents.length < 2 ? null : (parents[0]?.[1] ?? null);
}

interface Tip {
  readonly commit: string;
  /** The refspec that fetches the branch again; null where there is no remote. */
  readonly refspec: string | null;
}

async function branchTip(git: Git, named: string | undefined): Promise<Tip> {
  const remote = await remoteOf(git);
  const branch = plainRef(named ?? (await defaultBranch(git, remote)));
  const local = await commitOf(git, `refs/heads/${branch}`);
  if (remote === null) {
    if (local !== null) return { commit: local, refspec: null };
    throw new InputError(
      `there is no branch ${JSON.stringify(branch)} and no remote to fetch it from: say --against`,
    );
  }
  const tracking = `refs/remotes/${remote}/${branch}`;
  const refspec = `+refs/heads/${branch}:${tracking}`;
  const known = await commitOf(git, tracking);
  if (known !== null) return { commit: known, refspec };
  if (local !== null && !(await isShallow(git))) return { commit: local, refspec: null };
  await fetch(git, remote, ['--depth=1'], [refspec]);
  const commit = await commitOf(git, tracking);
  if (commit !== null) return { commit, refspec };
  throw new InputError(
    `the branch ${JSON.stringify(branch)} could not be fetched: ${needsHistory}`,
  );
}

async function defaultBranch(git: Git, remote: string | null): Promise<string> {
  if (remote !== null) {
    const prefix = `refs/remotes/${remote}/`;
    const known = await git.attempt(['symbolic-ref', '--quiet', `${prefix}HEAD`]);
    if (known?.startsWith(prefix)) return known.slice(prefix.length);
    const asked = await git.attempt(['ls-remote', '--symref', remote, 'HEAD']);
    const said = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(asked ?? '');
    if (said?.[1] !== undefined) return said[1];
  }
  for (const usual of ['main', 'master']) {
    if ((await commitOf(git, `refs/heads/${usual}`)) !== null) return usual;
  }
  throw new InputError('the default branch is not known here: name the base, like --against main');
}

/** How many commits a shallow clone is deepened by, one step after the other. */
const deeper = ['--deepen=64', '--deepen=1024', '--unshallow'] as const;

async function mergeBase(git: Git, head: string, tip: Tip): Promise<string> {
  const find = () => git.attempt(['merge-base', head, tip.commit]);
  let found = await find();
  const refs = tip.refspec === null ? [head] : [tip.refspec, head];
  for (const step of deeper) {
    if (found !== null || !(await deepen(git, step, refs))) break;
    found = await find();
  }
  if (found !== null) return found;
  throw new InputError(
    (await isShallow(git))
      ? `the commit where ${head.slice(0, 12)} left the base branch is not in this shallow clone: ${needsHistory}`
      : `${head.slice(0, 12)} and the base branch have no commit in common: say --against`,
  );
}

/** False where there is nothing more to fetch. */
async function deepen(git: Git, step: string, refs: readonly string[]): Promise<boolean> {
  const remote = await remoteOf(git);
  if (remote === null || !(await isShallow(git))) return false;
  const args = (texts: readonly string[]) => [
    'fetch',
    '--quiet',
    '--no-tags',
    step,
    remote,
    ...texts,
  ];
  // Not every server gives a commit by its hash; its branches are what is left then.
  return (await git.attempt(args(refs))) !== null || (await git.attempt(args([]))) !== null;
}

/** A commit by hash, fetched where a shallow clone lacks it. */
async function fetched(git: Git, commit: string): Promise<string> {
  if ((await commitOf(git, commit)) !== null) return commit;
  const remote = await remoteOf(git);
  if (remote !== null) await fetch(git, remote, ['--depth=1'], [commit]);
  if ((await commitOf(git, commit)) !== null) return commit;
  throw new InputError(`the base commit ${commit.slice(0, 12)} is not here: ${needsHistory}`);
}

async function revision(git: Git, head: string, text: string): Promise<string> {
  refuseOption(text);
  const item = await commitOf(git, text);
  if (item !== null) return item;
  const remote = await remoteOf(git);
  const name =
    remote !== null && text.startsWith(`${remote}/`) ? text.slice(remote.length + 1) : text;
  if (remote !== null && (await git.attempt(['check-ref-format', `refs/heads/${name}`])) !== null) {
    const depth = (await isShallow(git)) ? ['--depth=1'] : [];
    if ((await git.attempt(fetchArgs(remote, depth, [name]))) !== null) {
      return git(['rev-parse', '--verify', 'FETCH_HEAD^{commit}']);
    }
  }
  // A remote that does not answer is asked once, and not for each step: that may take minutes.
  const silence = remote === null ? null : await silenceOf(git, remote);
  for (const step of silence === null ? deeper : []) {
    if (!(await deepen(git, step, [head]))) break;
    const found = await commitOf(git, text);
    if (found !== null) return found;
  }
  throw new InputError(await notFound(git, text, remote, silence));
}

/** The commit a revision names, in full; null where git does not know it. */
async function commitOf(git: Git, text: string): Promise<string | null> {
  const name = `${text}^{commit}`;
  const commit = await git.attempt(['rev-parse', '--verify', '--quiet', '--end-of-options', name]);
  // A hash is taken on trust until the object is looked at.
  if (commit === null || (await git.attempt(['cat-file', '-e', commit])) === null) return null;
  return commit;
}

const fetchArgs = (remote: string, depth: readonly string[], refs: readonly string[]): string[] => [
  ...['fetch', '--quiet', '--no-tags'],
  ...depth,
  remote,
  ...refs,
];

async function fetch(git: Git, remote: string, depth: readonly string[], refs: readonly string[]) {
  const shallow = await isShallow(git);
  await git(fetchArgs(remote, shallow ? depth : [], refs)).catch((error: unknown) => {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${error.message}; the base is not in this clone: ${needsHistory}`);
  });
}

async function remoteOf(git: Git): Promise<string | null> {
  const remotes = ((await git.attempt(['remote'])) ?? '').split('\n').filter((name) => name !== '');
  return remotes.includes('origin') ? 'origin' : (remotes[0] ?? null);
}

function refuseOption(text: string): void {
  if (text === '' || text.startsWith('-')) {
    throw new InputError(`${JSON.stringify(text)} is not a revision: name a commit, branch or tag`);
  }
}

/** A branch name that can stand in a refspec. */
function plainRef(branch: string): string {
  refuseOption(branch);
  if (!/[\s:^~?*[\\+]|\.\.|\p{Cc}/u.test(branch)) return branch;
  throw new InputError(`${JSON.stringify(branch)} is not the name of a branch`);
}
