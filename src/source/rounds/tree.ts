/**
 * Base and head in two git worktrees side by side, in a new directory: paths of the same length, the
 * same file system, files written the same way. A path or an environment that differs between sides
 * moves stacks and code, and is measured as if it were a change (Mytkowicz et al., "Producing wrong
 * data without doing anything obviously wrong!", ASPLOS 2009). Which commits is revision.ts.
 */
import { rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../model/error.ts';
import type { Git } from './git.ts';
import { fetchingFiles } from './lfs.ts';
import { unfetchedObject } from './missing.ts';
import { addAll, adding, isSparse } from './sparse.ts';

export type SideName = 'base' | 'head';

/** One side's places. All exist. */
export interface SidePlace {
  /** The worktree. */
  readonly tree: string;
  /** Where the commands run: the tree, or the folder in it that the user stood in. */
  readonly directory: string;
  readonly bin: string;
  /** What one command leaves: its output, its profiles. */
  readonly out: string;
}

export interface Trees {
  readonly base: SidePlace;
  readonly head: SidePlace;
  /** Takes the worktrees and the directory away. Never throws. */
  readonly remove: () => Promise<void>;
  /** The same at once, for a process that ends. */
  readonly removeNow: () => void;
}

/**
 * A commit of the working tree as it is: HEAD where nothing was changed, else a commit on no branch
 * that holds every change and every new file that is not ignored. The index stays as it is. Throws
 * InputError for changes inside a submodule, which no commit of this repository can hold.
 */
export async function snapshot(
  git: Git,
  head: string,
): Promise<{ readonly commit: string; readonly changed: number }> {
  const changes = changesIn(
    await git(['status', '--porcelain=v2', '-z', '--untracked-files=normal', '--no-renames']),
  );
  if (changes.length === 0) return { commit: head, changed: 0 };
  const index = join(await newDirectory(join(tmpdir(), 'flamegate-index-')), 'index');
  try {
    const env = { GIT_INDEX_FILE: index };
    await git(['read-tree', head], env);
    await addAll(git, env);
    const tree = await git(['write-tree'], env);
    const name = { GIT_AUTHOR_NAME: 'flamegate', GIT_AUTHOR_EMAIL: 'flamegate@localhost' };
    const message = 'The working tree as flamegate measured it';
    const commit = await git(['commit-tree', tree, '-p', head, '-m', message], {
      ...name,
      GIT_COMMITTER_NAME: name.GIT_AUTHOR_NAME,
      GIT_COMMITTER_EMAIL: name.GIT_AUTHOR_EMAIL,
    });
    return { commit, changed: changes.length };
  } finally {
    await rm(join(index, '..'), { recursive: true, force: true });
  }
}

/** The changed and new files of `git status --porcelain=v2 -z`. */
function changesIn(status: string): string[] {
  const changes: string[] = [];
  for (const entry of status.split('\0')) {
    // 1 XY sub mH mI mW hH hI path; sub is N... or, of a submodule, S and C, M and U where it has
    // another commit, changes, and new files.
    const [, sub, path] = /^1 \S+ (\S+) (?:\S+ ){5}(.*)$/s.exec(entry) ?? [];
    if (sub?.startsWith('S') && sub[2] === 'M') {
      throw new InputError(
        `the submodule ${JSON.stringify(path)} has changes that are not committed in it: they cannot be measured; commit or stash them there`,
      );
    }
    const onlyNewInside = sub === 'S..U';
    if (entry !== '' && !onlyNewInside) changes.push(path ?? entry);
  }
  return changes;
}

/** Whether two commits hold the same files, be they different commits. */
export async function sameFiles(git: Git, one: string, other: string): Promise<boolean> {
  const tree = (commit: string) => git(['rev-parse', `${commit}^{tree}`]);
  return one === other || (await tree(one)) === (await tree(other));
}

async function newDirectory(prefix: string): Promise<string> {
  return mkdtemp(prefix).catch((error: Error) => {
    throw new InputError(
      `no temporary directory can be made (does TMPDIR exist?): ${error.message}`,
    );
  });
}

/**
 * `commits` by side. `cleaner` is git without the signal that stops everything else: cleaning up must
 * go on after it. Throws InputError, and leaves nothing behind then.
 */
export async function checkOut(
  git: Git,
  cleaner: Git,
  commits: Readonly<Record<SideName, string>>,
  temp: string = tmpdir(),
): Promise<Trees> {
  const prefix = await git(['rev-parse', '--show-prefix']);
  const root = await realpath(await newDirectory(join(temp, 'flamegate-')));
  const remove = async () => {
    for (const side of ['base', 'head']) {
      await cleaner.attempt(['worktree', 'remove', '--force', '--force', join(root, side, 'tree')]);
    }
    await removeAll(root);
    await cleaner.attempt(['worktree', 'prune']);
  };
  const removeNow = () => {
    rmSync(root, { recursive: true, force: true });
    cleaner.now(['worktree', 'prune']);
  };
  try {
    const base = await place(git, join(root, 'base'), prefix, commits.base, 'base');
    const head = await place(git, join(root, 'head'), prefix, commits.head, 'head');
    return { base, head, remove, removeNow };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function place(
  git: Git,
  root: string,
  prefix: string,
  commit: string,
  side: SideName,
): Promise<SidePlace> {
  const [tree, bin, out] = [join(root, 'tree'), join(root, 'bin'), join(root, 'out')];
  await mkdir(bin, { recursive: true });
  await mkdir(out);
  await git(['worktree', 'add', '--quiet', '--detach', tree, commit]).catch((error: unknown) =>
    notCheckedOut(git, commit, side, error),
  );
  const directory = join(tree, prefix);
  if ((await readdir(directory).catch(() => null)) === null) {
    const path = prefix.replace(/\/$/, '');
    const isLeftOut =
      (await isSparse(git)) &&
      (await git.attempt(['cat-file', '-e', `${commit}:${path}`])) !== null;
    throw new InputError(
      isLeftOut
        ? `the checkout is sparse and leaves ${path} out, so that the ${side} (${commit.slice(0, 12)}) is without it: ${adding(path)}`
        : `the ${side} (${commit.slice(0, 12)}) has no directory ${prefix}: run flamegate where both sides have one`,
    );
  }
  return { tree, directory, bin, out };
}

/** Throws what was thrown, with what is known of the file. */
async function notCheckedOut(git: Git, commit: string, side: SideName, error: unknown) {
  if (!(error instanceof InputError)) throw error;
  const object = unfetchedObject(error.message);
  const file = object === null ? undefined : await pathOf(git, commit, object);
  const advice = error.message.includes('smudge filter lfs failed') ? `; ${fetchingFiles}` : '';
  throw new InputError(
    `the ${side} (${commit.slice(0, 12)}) cannot be checked out: ${error.message}${advice}`,
    file === undefined ? {} : { file },
  );
}

/** Where a commit has a blob, as far as its trees are here. */
async function pathOf(git: Git, commit: string, blob: string): Promise<string | undefined> {
  const listed = (await git.attempt(['ls-tree', '-r', '-z', commit])) ?? '';
  const line = listed.split('\0').find((text) => text.includes(` ${blob}\t`));
  return line?.slice(line.indexOf('\t') + 1);
}

/** Go keeps its module cache read-only, which stops a plain removal. */
async function removeAll(directory: string): Promise<void> {
  const remove = () => rm(directory, { recursive: true, force: true, maxRetries: 3 });
  try {
    await remove();
  } catch {
    await writable(directory);
    await remove().catch(() => undefined);
  }
}

async function writable(directory: string): Promise<void> {
  await chmod(directory, 0o700).catch(() => undefined);
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.isDirectory()) await writable(join(directory, entry.name));
  }
}
