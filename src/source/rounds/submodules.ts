/** Submodules of a side's tree, as its commit has them: on request, because they may be large. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../model/error.ts';
import type { Warning } from '../../model/warning.ts';
import { type Git, gitIn } from './git.ts';
import type { Side } from './side.ts';
import type { SideName, SidePlace } from './tree.ts';

/** Throws InputError that says which side could not have them. */
export async function checkOutSubmodules({ name, place, env, signal }: Side): Promise<void> {
  const git = gitIn(place.tree, env, signal);
  await git(['submodule', 'update', '--init', '--recursive', '--quiet']).catch((error: unknown) => {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`the submodules of the ${name} cannot be checked out: ${error.message}`);
  });
}

/**
 * Submodules that the checkout has and a tree has not, when all is built: nobody asked for them. One that differs
 * between base and head is a change that is not measured.
 */
export async function unseenSubmodules(
  git: Git,
  places: Readonly<Record<SideName, SidePlace>>,
  env: Side['env'],
  signal?: AbortSignal,
): Promise<readonly Warning[]> {
  const commits = {
    base: await submodulesOf(places.base.tree, env, signal),
    head: await submodulesOf(places.head.tree, env, signal),
  };
  const paths = [...new Set([...commits.base.keys(), ...commits.head.keys()])];
  const top = await git(['rev-parse', '--show-toplevel']);
  const unseen = paths.filter((path) => {
    const isLacking = [commits.base, commits.head].some((map) => map.get(path)?.isHere === false);
    return isLacking && existsSync(join(top, path, '.git'));
  });
  const commitIn = (side: SideName, path: string) => commits[side].get(path)?.commit;
  const changed = unseen.filter((path) => commitIn('base', path) !== commitIn('head', path));
  const told = changed.length > 0 ? changed : unseen;
  const [first] = told;
  if (first === undefined) return [];
  const more = told.length > 1 ? ` (and ${told.length - 1} more)` : '';
  const advice =
    'add --submodules (in an action, `setup` with git submodule update --init --recursive)';
  return [
    changed.length > 0
      ? {
          kind: 'unmeasured',
          message: `base and head have different commits of the submodule ${first}${more}, which was not checked out for both: that change is not measured; ${advice}`,
        }
      : {
          kind: 'policy',
          message: `the submodule ${first}${more} of the checkout was not checked out for base and head; if the benchmarks need it, ${advice}`,
        },
  ];
}

interface Submodule {
  readonly commit: string;
  /** It is checked out. */
  readonly isHere: boolean;
}

async function submodulesOf(tree: string, env: Side['env'], signal: AbortSignal | undefined) {
  const found = new Map<string, Submodule>();
  if (!existsSync(join(tree, '.gitmodules'))) return found;
  const listed = await gitIn(tree, env, signal)(['ls-files', '--stage', '-z']);
  for (const line of listed.split('\0')) {
    const [, commit, path] = /^160000 (\w+) \d\t(.*)$/s.exec(line) ?? [];
    if (commit === undefined || path === undefined) continue;
    found.set(path, { commit, isHere: existsSync(join(tree, path, '.git')) });
  }
  return found;
}
