/** The checkout as presets look at it: git's list of files, small files, programs that answer. */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { delimiter, join, sep } from 'node:path';
import { type Git, gitIn, outsideGit } from '../git.ts';
import { ownGroup, stopGroup } from '../group.ts';
import type { Checkout } from './preset.ts';
import { isQuotable } from './shell.ts';

const mostFiles = 1000;
const readLimit = 2 ** 20;
const answerLimit = 64 * 2 ** 20;
/** pyenv and cargo start slowly on a cold disk. */
const answerSeconds = 60;
/** Nothing is installed because somebody asks. */
const asIs = { RUSTUP_AUTO_INSTALL: '0', GOTOOLCHAIN: 'local' };

export interface Options {
  /** A directory of the working tree. */
  readonly directory: string;
  /** What the measured code sees: these programs are of the checkout's world, too. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
}

/** The working tree around a directory; null where there is no repository, or no git. */
export async function checkoutAt(options: Options): Promise<Checkout | null> {
  const env = outsideGit(options.env);
  const { signal } = options;
  const top = await gitIn(options.directory, env, signal).attempt(['rev-parse', '--show-toplevel']);
  const prefix = await gitIn(options.directory, env).attempt(['rev-parse', '--show-prefix']);
  if (top === null || !isQuotable(top) || prefix === null) return null;
  const git = gitIn(top, env, signal);
  return {
    top,
    directory: prefix.replace(/\/$/, ''),
    env,
    named: (name) => filesNamed(git, name),
    isTracked: async (file) =>
      (await git.attempt(['ls-files', '--error-unmatch', '--', `:(literal)${file}`])) !== null,
    read: (file) => smallFile(top, file),
    isDirectory: async (path) => (await inside(top, path))?.isDirectory() ?? false,
    linksOut: (directory) => linkOut(top, directory),
    program: (name) => programIn(env, name),
    ask: (program, args, directory) =>
      answer(program, args, { cwd: join(top, directory), env, signal }),
  };
}

async function filesNamed(git: Git, name: string): Promise<readonly string[]> {
  const which = ['--cached', '--others', '--exclude-standard', '--deduplicate'];
  const patterns = [`:(literal)${name}`, `:(glob)**/${globbed(name)}`];
  const listed = await git.attempt(['ls-files', '-z', ...which, '--', ...patterns]);
  return (listed ?? '').split('\0').filter(Boolean).slice(0, mostFiles);
}

const globbed = (name: string): string => name.replace(/[\\*?[\]]/g, '\\$&');

/** A path below the top, links followed: what leads out of the working tree is not there. */
async function inside(top: string, path: string) {
  const [real, root] = await Promise.all([
    realpath(join(top, path)).catch(() => null),
    realpath(top),
  ]);
  if (real === null || (real !== root && !real.startsWith(`${root}${sep}`))) return null;
  return stat(real).catch(() => null);
}

async function smallFile(top: string, file: string): Promise<string | null> {
  const info = await inside(top, file);
  if (info === null || !info.isFile() || info.size > readLimit) return null;
  return readFile(join(top, file), 'utf8').catch(() => null);
}

/** As npm's workspaces and `npm link` make them, in `node_modules` and `node_modules/@scope`. */
async function linkOut(top: string, directory: string): Promise<string | null> {
  const [root, own] = await Promise.all([
    realpath(top),
    realpath(join(top, directory)).catch(() => null),
  ]);
  const within = (path: string, text: string) => path.startsWith(`${text}${sep}`);
  if (own === null) return null;
  for (const entry of await readdir(own, { withFileTypes: true })) {
    const path = join(own, entry.name);
    const isScope = entry.isDirectory() && entry.name.startsWith('@');
    const inScope = isScope ? await readdir(path) : [];
    for (const each of isScope ? inScope.map((name) => join(path, name)) : [path]) {
      const real = await realpath(each).catch(() => null);
      if (real !== null && within(real, root) && !within(real, own)) {
        return `${directory}/${each.slice(own.length + 1)}`;
      }
    }
  }
  return null;
}

function programIn(env: Options['env'], name: string): string | null {
  const directories = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return directories.map((text) => join(text, name)).find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** What a program prints; null where it fails or takes too long. */
export function answer(
  program: string,
  args: readonly string[],
  { cwd, env, signal }: { cwd: string; env: Options['env']; signal: AbortSignal | undefined },
): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...env, ...asIs } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'ignore'],
      ...ownGroup,
    });
    const pieces: Buffer[] = [];
    let size = 0;
    const stop = () => {
      if (child.pid !== undefined) void stopGroup(child.pid);
    };
    const limit = setTimeout(stop, answerSeconds * 1000);
    signal?.addEventListener('abort', stop);
    child.stdout.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > answerLimit) stop();
      else pieces.push(piece);
    });
    const end = (text: string | null) => {
      clearTimeout(limit);
      signal?.removeEventListener('abort', stop);
      resolve(text);
    };
    child.once('error', () => end(null));
    child.once('close', (status) =>
      end(status === 0 && size <= answerLimit ? Buffer.concat(pieces).toString('utf8') : null),
    );
  });
}
