/**
 * Files that Git LFS keeps outside of git. Where it is not installed, told to skip them, or has lost its
 * server, git writes a pointer in place of the file and says nothing: three lines of text, which both
 * sides would be measured with.
 */
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { InputError } from '../../model/error.ts';
import type { Warning } from '../../model/warning.ts';
import { type Git, gitIn } from './git.ts';
import type { SideName, SidePlace } from './tree.ts';

/** What helps where Git LFS itself fails. */
export const fetchingFiles =
  'let Git LFS fetch the files of both sides before: git lfs fetch --all';

type Places = Readonly<Record<SideName, SidePlace>>;
type Variables = Readonly<Record<string, string | undefined>>;

export interface Pointers {
  /** Of each side, by path. */
  readonly texts: Readonly<Record<SideName, ReadonlyMap<string, string>>>;
  /** Those that Git LFS could have written: the checkout has the file, or has others where it has not this one. */
  readonly lacking: readonly string[];
}

/** The pointers in both trees and their submodules: one question to git for each, where no attribute says `filter=lfs`. */
export async function pointersIn(
  git: Git,
  places: Places,
  env: Variables,
  signal?: AbortSignal,
): Promise<Pointers> {
  const item = async (side: SideName) => {
    const { tree } = places[side];
    return pointersOf(tree, await trackedByLfs(tree, env, signal));
  };
  const texts = { base: await item('base'), head: await item('head') };
  const paths = [...new Set([...texts.base.keys(), ...texts.head.keys()])];
  if (paths.length === 0) return { texts, lacking: [] };
  const top = await git(['rev-parse', '--show-toplevel']);
  const list = await Promise.all(
    (await trackedByLfs(top, env, signal)).map(
      async (path) => [path, await kindOf(join(top, path))] as const,
    ),
  );
  const kinds = new Map(list);
  const hasFiles = list.some(([, kind]) => kind === 'file');
  const lacking = paths.filter((path) => {
    const kind = kinds.get(path) ?? 'absent';
    return kind === 'file' || (kind === 'absent' && hasFiles);
  });
  return { texts, lacking };
}

/** What to say of pointers that should be files; null where there are none. */
export function lackingFiles(
  { texts, lacking }: Pointers,
  env: Variables,
): { readonly file: string; readonly message: string } | null {
  const [file] = lacking;
  if (file === undefined) return null;
  const sides = (['base', 'head'] as const).filter((side) => texts[side].has(file));
  const skips = env.GIT_LFS_SKIP_SMUDGE ? 'unset GIT_LFS_SKIP_SMUDGE, ' : '';
  return {
    file,
    message: `${sides.map((side) => `the ${side}`).join(' and ')} would be measured with the pointer of Git LFS in place of this file${andMore(lacking.length)}, and the checkout has the files themselves: ${skips}run git lfs install && git lfs pull (in an action: \`lfs: true\` of actions/checkout)`,
  };
}

/**
 * Why the sides are measured without files, to be asked when all is built: `setup` may have fetched some. Throws
 * InputError for those that the checkout has. Where it has pointers itself they are told; where base and head
 * have different ones what changed is not measured.
 */
export function pointerWarnings(found: Pointers, env: Variables): readonly Warning[] {
  const refused = lackingFiles(found, env);
  if (refused !== null) throw new InputError(refused.message, { file: refused.file });
  const { base, head } = found.texts;
  const paths = [...new Set([...base.keys(), ...head.keys()])].sort();
  const changed = paths.filter((path) => base.get(path) !== head.get(path));
  const told = changed.length > 0 ? changed : paths;
  const [first] = told;
  if (first === undefined) return [];
  const more = andMore(told.length);
  const advice =
    'git lfs install && git lfs pull brings the files (`lfs: true` of actions/checkout)';
  return [
    changed.length > 0
      ? {
          kind: 'unmeasured',
          message: `the pointer of Git LFS was measured in place of ${first}${more}, as the checkout has it, and the two sides have different ones: what changed in the file is not measured; ${advice}`,
        }
      : {
          kind: 'policy',
          message: `both sides were measured with the pointer of Git LFS in place of ${first}${more}, as the checkout has it: ${advice}`,
        },
  ];
}

const andMore = (all: number): string => (all > 1 ? ` (and ${all - 1} more)` : '');

const filtered = ['ls-files', '-z', '--', ':(attr:filter=lfs)'];

/** Below `top`, in its submodules too: each has attributes of its own. */
async function trackedByLfs(
  top: string,
  env: Variables,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const found: string[] = [];
  for (const within of ['', ...(await submodulesOf(top, env, signal))]) {
    const listed = await gitIn(join(top, within), env, signal)(filtered);
    for (const path of listed.split('\0').filter(Boolean)) found.push(posix.join(within, path));
  }
  return found;
}

async function submodulesOf(top: string, env: Variables, signal: AbortSignal | undefined) {
  if (!existsSync(join(top, '.gitmodules'))) return [];
  const each = ['submodule', '--quiet', 'foreach', '--recursive', 'echo "$displaypath"'];
  return (await gitIn(top, env, signal)(each)).split('\n').filter(Boolean);
}

async function pointersOf(
  tree: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const text = await pointerIn(join(tree, path));
    if (typeof text === 'string') found.set(path, text);
  }
  return found;
}

async function kindOf(file: string): Promise<'pointer' | 'file' | 'absent'> {
  const text = await pointerIn(file);
  return text === undefined ? 'absent' : text === null ? 'file' : 'pointer';
}

/** A pointer is shorter, as https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md has it. */
const pointerLimit = 1024;
/** The second is what Git LFS was called before it had its name. */
const pointerStart = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v\d/;

/** The text of a pointer, null of another file, undefined where there is none (a sparse checkout leaves it out). */
async function pointerIn(path: string): Promise<string | null | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(pointerLimit), 0, pointerLimit, 0);
    const text = buffer.toString('utf8', 0, bytesRead);
    return bytesRead < pointerLimit && pointerStart.test(text) ? text : null;
  } catch {
    // A directory in the file's place.
    return undefined;
  } finally {
    await file.close();
  }
}
