/** Two commits of one program, compared by the command line that ships (`npm run build` first). */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Env, languageOf } from './languages.ts';

const cli = join(import.meta.dirname, '../../dist/cli.js');

/** What of the JSON report is looked at here. */
export interface Report {
  readonly verdict: string;
  readonly headline: string;
  readonly comparisons: readonly {
    readonly unit: string;
    readonly verdict: string;
    readonly delta: number | null;
    readonly ci: readonly [number, number] | null;
  }[];
  readonly counts?: {
    readonly benchmarks: readonly {
      readonly base: readonly number[];
      readonly head: readonly number[];
      readonly functions: { readonly moved: readonly Moved[] } | null;
    }[];
  };
}

interface Moved {
  readonly name: string;
  readonly base: number;
  readonly head: number;
}

export interface Measured {
  readonly report: Report;
  readonly seconds: number;
}

/** A side's files, by path. */
export type Files = Readonly<Record<string, string>>;

/** `work` in a repository whose `main` is `base` and whose checked out branch is `head`, in a directory called so. */
export function twoCommits<T>(
  base: Files,
  head: Files,
  work: (folder: string) => T,
  called = 'counts-',
): T {
  const folder = mkdtempSync(join(tmpdir(), called));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], {
      cwd: folder,
    });
  try {
    git('init', '--quiet', '--initial-branch=main');
    for (const [branch, files] of [
      ['main', base],
      ['head', head],
    ] as const) {
      if (branch === 'head') git('checkout', '--quiet', '-b', branch);
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', branch);
    }
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `flamegate measure ARGS` in `folder`. Throws where it has no verdict. */
export function measure(folder: string, args: readonly string[], env: Env = {}): Measured {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'measure', '--format', 'json', ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 2 ** 28 },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status === 2 || stdout === '')
    throw new Error(`measure ${args.join(' ')} failed:\n${stderr}`);
  return { report: JSON.parse(stdout) as Report, seconds };
}

/** The words that build and run the program in `file`, which is in both commits. */
export function howToRun(file: string): string[] {
  const { build, run } = languageOf(file);
  const words = (text: string) =>
    text.replaceAll('FILE', file).replaceAll('OUT', '$FLAMEGATE_BIN/program');
  const setup = build === null ? [] : ['--setup', words(build)];
  return ['--against', 'main', ...setup, '--run', words(run)];
}
