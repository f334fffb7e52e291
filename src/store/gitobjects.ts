/**
 * One branch of a git remote, read and written by its objects alone: no checkout, no index, no ref, no hook and no
 * configuration of the repository that git is called in is touched. Objects lie in a directory of their own.
 *
 * What is kept on the branch is branch.ts's business.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError, UnreachableError } from '../model/error.ts';
import { writeDirectory } from './directory.ts';

export interface BranchPlace {
  /** A checkout, whose configuration knows the way to the remote; null where there is none. */
  readonly directory: string | null;
  readonly url: string;
  readonly branch: string;
  /** For git; without those that name another repository. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Where files of this process may lie. */
  readonly temp: string;
}

/** A file of the branch. */
export interface BranchFile {
  readonly mode: string;
  readonly id: string;
  readonly bytes: number;
  readonly path: string;
}

/** One commit of the branch; '' where there is no such branch yet. */
export interface Tip {
  readonly commit: string;
  readonly files: readonly BranchFile[];
}

export interface BranchObjects {
  /** As the remote has it now. Throws UnreachableError where it does not answer. */
  tip(): Promise<Tip>;
  /** The bytes of files that a tip listed, by id. */
  read(ids: readonly string[]): Promise<Map<string, Uint8Array>>;
  /** Makes objects of files by path; nobody sees them before a commit is pushed. */
  add(entries: ReadonlyMap<string, Uint8Array>): Promise<BranchFile[]>;
  /** A commit of exactly these files; without parent where `parent` is ''. */
  commit(files: readonly BranchFile[], parent: string, message: string): Promise<string>;
  /** Makes `commit` the tip where the tip still is `expected` ('' for none). Else, or where refused, git's words. */
  push(commit: string, expected: string): Promise<string | null>;
}

const limitMilliseconds = 120_000;

/** Nothing is asked of git before the first call. */
export function branchObjects(place: BranchPlace): BranchObjects {
  const ref = `refs/heads/${place.branch}`;
  let begun: Promise<Run> | null = null;
  const git: Run = async (...texts) => {
    begun ??= begin(place);
    return (await begun)(...texts);
  };
  return {
    tip: async () => {
      try {
        const line = String(await git(['ls-remote', '--refs', place.url, ref]));
        const commit = /^[0-9a-f]{40,64}(?=\t)/.exec(line)?.[0] ?? '';
        if (commit === '') return { commit, files: [] };
        await git([...fetching, place.url, ref]);
        return { commit, files: await filesOf(git, commit) };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        throw new UnreachableError(`the branch ${place.branch} cannot be read: ${error.message}`);
      }
    },
    read: async (ids) =>
      blobs(await git(['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''))),
    add: async (entries) => {
      const folder = await writeDirectory(
        mkdtempSync(join(place.temp, 'flamegate-')),
        'run',
        entries,
      );
      try {
        const paths = [...entries.keys()];
        const list = paths.map((path) => `${join(folder, path)}\n`).join('');
        const told = await git(['hash-object', '-w', '--no-filters', '--stdin-paths'], list);
        const ids = String(told).trim().split('\n');
        return [...entries].map(([path, { length }], i) => {
          return { mode: '100644', id: ids[i] ?? '', bytes: length, path };
        });
      } finally {
        rmSync(join(folder, '..'), { recursive: true, force: true });
      }
    },
    commit: async (files, parent, message) => {
      const index = `index-${randomUUID()}`;
      const lines = files.map(({ mode, id, path }) => `${mode} ${id}\t${path}\0`).join('');
      await git(['read-tree', '--empty'], '', index);
      await git(['update-index', '-z', '--index-info'], lines, index);
      const tree = String(await git(['write-tree'], '', index)).trim();
      const under = parent === '' ? [] : ['-p', parent];
      return String(await git(['commit-tree', '--no-gpg-sign', ...under, tree], message)).trim();
    },
    push: (commit, expected) =>
      git([
        ...pushing,
        `--force-with-lease=${ref}:${expected}`,
        place.url,
        `${commit}:${ref}`,
      ]).then(
        () => null,
        (error: unknown) => {
          if (error instanceof InputError) return error.message;
          throw error;
        },
      ),
  };
}

/** By its URL a remote has no refs of its own here that would be updated. */
const fetching = [
  ...['-c', 'fetch.writeCommitGraph=false', 'fetch', '--quiet', '--no-tags', '--no-prune'],
  ...['--no-auto-gc', '--no-write-fetch-head', '--no-recurse-submodules'],
];
const pushing = ['push', '--quiet', '--no-verify', '--no-follow-tags', '--no-recurse-submodules'];

type Run = (args: readonly string[], input?: string, index?: string) => Promise<Buffer>;

async function begin({ directory, temp, variables }: BranchPlace): Promise<Run> {
  const own = mkdtempSync(join(temp, 'flamegate-'));
  removeAtExit(own);
  const plain = { ...variables, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
  const objects = join(own, 'objects');
  await mkdir(objects);
  if (directory === null) await finished(['init', '--quiet', '--bare', '--template=', own], plain);
  const at = ['-C', directory ?? own, '-c', 'core.hooksPath=/dev/null'];
  const known = String(await finished([...at, 'rev-parse', '--git-path', 'objects'], plain)).trim();
  const env = {
    ...plain,
    ...(directory === null
      ? {}
      : {
          GIT_OBJECT_DIRECTORY: objects,
          GIT_ALTERNATE_OBJECT_DIRECTORIES: quotedPath(resolve(directory, known)),
        }),
    ...{ GIT_AUTHOR_NAME: 'flamegate', GIT_AUTHOR_EMAIL: 'flamegate@localhost' },
    ...{ GIT_COMMITTER_NAME: 'flamegate', GIT_COMMITTER_EMAIL: 'flamegate@localhost' },
  };
  return (args, input, index = 'none') =>
    finished([...at, ...args], { ...env, GIT_INDEX_FILE: join(own, index) }, input);
}

const made: string[] = [];

/** A run may be opened as long as the process lives. */
function removeAtExit(folder: string): void {
  if (made.length === 0) {
    process.once('exit', () => {
      for (const text of made) rmSync(text, { recursive: true, force: true });
    });
  }
  made.push(folder);
}

/** As that list takes a path literally. */
const quotedPath = (path: string): string => (/[:"]/.test(path) ? JSON.stringify(path) : path);

async function filesOf(git: Run, commit: string): Promise<BranchFile[]> {
  const listed = String(await git(['ls-tree', '-r', '-z', '-l', '--full-tree', commit]));
  return listed.split('\0').flatMap((line) => {
    const [, mode = '', id = '', size = '', path = ''] =
      /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    return path === '' ? [] : [{ mode, id, bytes: Number(size === '-' ? 0 : size), path }];
  });
}

/** `<id> blob <size>`, a line break, the bytes, a line break; one after another. */
function blobs(told: Buffer): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (let at = 0; at < told.length; ) {
    const end = told.indexOf('\n', at);
    const [id = '', kind, size = ''] = told.toString('latin1', at, end).split(' ');
    if (kind !== 'blob') throw new InputError(`the object ${id} of the branch is not there`);
    found.set(id, told.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return found;
}

/** Throws InputError with the last of what git said. */
function finished(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  input = '',
): Promise<Buffer> {
  return new Promise((done, reject) => {
    const child = spawn('git', args, { env, timeout: limitMilliseconds });
    const out: Buffer[] = [];
    let said = '';
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => {
      said = (said + piece.toString()).slice(-2000);
    });
    // What it did not read shows in how it ended.
    child.stdin.on('error', () => {});
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        new InputError(
          error.code === 'ENOENT'
            ? 'a baseline on a branch needs git, and there is none in PATH'
            : `git cannot be started: ${error.message}`,
        ),
      ),
    );
    child.on('close', (status, by) => {
      if (status === 0) return done(Buffer.concat(out));
      const words = said.trim().split('\n').slice(-3).join(' ');
      reject(new InputError(`git failed: ${words || `ended by ${by ?? `exit status ${status}`}`}`));
    });
    child.stdin.end(input);
  });
}
