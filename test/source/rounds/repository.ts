/** Real git repositories in temporary directories, made by commands like a user's. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporary(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'measure-test-')));
  made.push(folder);
  return folder;
}

/** No configuration of the machine's, an identity, and remotes that are directories. */
export const gitEnv: Record<string, string> = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

export interface Repository {
  readonly folder: string;
  readonly git: (...args: string[]) => string;
  readonly write: (file: string, content: string) => void;
  /** Writes the file and commits everything; the commit's hash. */
  readonly commit: (file: string, content: string) => string;
}

export function at(folder: string): Repository {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      env: gitEnv,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  const commit = (file: string, content: string) => {
    write(file, content);
    git('add', '--all');
    git('commit', '--quiet', '--message', file);
    return git('rev-parse', 'HEAD');
  };
  return { folder, git, write, commit };
}

/** An empty repository whose branch is main. */
export function repository(): Repository {
  const made = at(temporary());
  made.git('init', '--quiet', '--initial-branch=main');
  return made;
}

/** `git clone` of it with these flags, through a URL: a path alone ignores --depth. */
export function clone(of: Repository, ...flags: string[]): Repository {
  const folder = temporary();
  at(folder).git('clone', '--quiet', ...flags, `file://${of.folder}`, 'clone');
  return at(join(folder, 'clone'));
}
