/**
 * A sparse checkout: git gives each side's tree the same patterns (2.36 and later; before, the whole commit).
 * What they leave out is named where a side fails for want of it. Making the trees is tree.ts.
 */
import { existsSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { InputError } from '../../model/error.ts';
import { type Git, gitIn } from './git.ts';
import type { SidePlace } from './tree.ts';

export async function isSparse(git: Git): Promise<boolean> {
  return (await git.attempt(['config', '--type=bool', 'core.sparseCheckout'])) === 'true';
}

/** What brings a path of the repository back. */
export const adding = (path: string): string => `git sparse-checkout add ${path}`;

/**
 * The changed and new files that `git add` does not take, because the checkout leaves their directories out: no
 * side would have them. Throws InputError that names them.
 */
export async function addAll(git: Git, env: Readonly<Record<string, string>>): Promise<void> {
  const add = (...flags: string[]) => git(['add', '--all', ...flags, '--', ':/'], env);
  try {
    await add();
  } catch (error) {
    if (!(error instanceof InputError) || !(await isSparse(git))) throw error;
    // It has taken all others before it failed.
    const inside = await git(['write-tree'], env);
    await add('--sparse');
    const names = ['--name-only', '--no-renames', '--diff-filter=d', '-z'];
    const all = await git(['diff', '--cached', ...names, inside], env);
    const [first, ...more] = all.split('\0').filter(Boolean);
    if (first === undefined) throw error;
    throw new InputError(
      `this file is changed or new${more.length > 0 ? ` (and ${more.length} more)` : ''}, and the sparse checkout leaves its directory out, so that no side would have it: ${adding(directoryOf(first))}, or take the file away`,
      { file: first },
    );
  }
}

const directoryOf = (path: string): string => {
  const directory = posix.dirname(path);
  return directory === '.' ? path : directory;
};

/** What a failed command may have missed: paths that its text or its errors name, as far as the tree lacks them. */
export async function withLeftOut(
  failure: InputError,
  { tree, directory }: SidePlace,
  env: Readonly<Record<string, string | undefined>>,
  said: string,
): Promise<InputError> {
  const git = gitIn(tree, env);
  if (!(await isSparse(git))) return failure;
  const within = relative(tree, directory).replaceAll('\\', '/');
  const paths = pathsIn(said.replaceAll(`${tree}/`, '/'), within);
  const listed = paths.length === 0 ? '' : await git.attempt(['ls-tree', '-z', 'HEAD', ...paths]);
  const left = (listed ?? '').split('\0').flatMap((line) => {
    const [, type, path] = /^\d+ (\w+) \w+\t(.*)$/s.exec(line) ?? [];
    if (path === undefined || existsSync(join(tree, path))) return [];
    return [type === 'tree' ? path : directoryOf(path)];
  });
  const [first] = left;
  return new InputError(
    first === undefined
      ? `${failure.message} (the checkout is sparse, and each side has what it has: ${adding('DIRECTORY')} where something is missing)`
      : `${failure.message}: the checkout is sparse and leaves ${first} out, on both sides: ${adding(first)}`,
  );
}

const mostPaths = 200;

/** Whatever may be a path below the tree, as the repository names it; `/` begins one of the tree's own. */
function pathsIn(text: string, within: string): string[] {
  const found = new Set<string>();
  for (const word of text.split(/[\s"'`,;:=()<>|&]+/)) {
    const plain = word.replace(/\/?\.\.\.$/, '').replace(/\/+$/, '');
    const path = plain.startsWith('/')
      ? posix.normalize(plain.slice(1))
      : posix.join(within, plain);
    if (plain !== '' && /^(?!\.\.?(?:\/|$))[^-*?[]/.test(path)) found.add(path);
  }
  return [...found].slice(0, mostPaths);
}
