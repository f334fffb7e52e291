/** `flamegate init`: the workflow, the settings and, for forks, the workflow that comments. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '../../model/error.ts';
import { findBenchmarks } from '../../recipe/find.ts';
import { type Job, type Sizes, usualSizes } from '../../recipe/job.ts';
import { foundSentences, sizeSentences } from '../../recipe/saying.ts';
import { sizesOf } from '../../recipe/sizes.ts';
import type { Tree } from '../../recipe/tree.ts';
import {
  commentFile,
  commentText,
  type Sized,
  settingsFile,
  settingsText,
  workflowFile,
  workflowText,
} from '../../recipe/workflow.ts';
import { logLine } from '../../report/escape.ts';
import { type Git, gitIn, outsideGit } from '../../source/rounds/git.ts';
import type { Flags } from './flags.ts';
import { type Action, actionOf, repositoryAt } from './init/action.ts';
import { tried } from './init/trial.ts';

/** Nothing is written before everything is known. */
export async function initCommand(flags: Flags): Promise<number> {
  const git = gitIn(process.cwd(), outsideGit(process.env));
  const top = await git.attempt(['rev-parse', '--show-toplevel']);
  if (top === null) {
    throw new InputError(
      'this is not a git repository: init writes the workflow of one; run it there',
    );
  }
  const tree = await treeAt(top, git);
  const found = await findBenchmarks(tree);
  for (const { tool, file, why } of found.leftAlone) {
    say(`Left alone: ${tool} (${file}), because ${why} (docs/recipes.md).`);
  }
  if (found.jobs.length === 0) {
    throw new InputError(
      'no benchmarks were found here: go test -bench, criterion, pytest-benchmark, vitest bench, tinybench, mitata, Google Benchmark and JMH are looked for, then a target bench of a Makefile. Add that target, or copy a block of docs/recipes.md',
    );
  }
  const action = await actionOf(flags.action, process.argv[1] ?? '');
  const jobs: Sized[] = [];
  for (const job of found.jobs) jobs.push({ job, sizes: await sized(job, top, flags) });
  const forks = await forksOf(flags, tree, git);
  const place = { action: action.uses, branch: await branchOf(git) };
  const files = new Map([
    [workflowFile, workflowText(jobs, place)],
    ...(forks ? [[commentFile, commentText(jobs, place)] as const] : []),
    [
      settingsFile,
      settingsText(
        action.schema,
        jobs.some(({ job }) => job.profiles !== null),
      ),
    ],
  ]);
  await give(files, top, flags);
  sayWhatIsLeft(action, flags);
  return 0;
}

/** To standard error: --dry-run prints the files themselves to standard output. */
const say = (line: string): void => {
  process.stderr.write(`${logLine(line)}\n`);
};

const readLimit = 2 ** 20;

async function treeAt(top: string, git: Git): Promise<Tree> {
  const listed = await git([
    '-C',
    top,
    'ls-files',
    '-z',
    '-co',
    '--exclude-standard',
    '--deduplicate',
  ]);
  return {
    files: listed.split('\0').filter(Boolean),
    read: async (file) => {
      const size = await stat(join(top, file)).then(
        (stats) => stats.size,
        () => Number.POSITIVE_INFINITY,
      );
      return size > readLimit ? '' : readFile(join(top, file), 'utf8').catch(() => '');
    },
  };
}

/** Says what was chosen and why; runs the benchmarks once unless --no-measure. */
async function sized(job: Job, top: string, flags: Flags): Promise<Sizes> {
  for (const line of foundSentences(job)) say(line);
  const usual = `max-time is ${usualSizes.maxTime}m, as usual`;
  if (flags.measure === false) {
    say(`  Not measured (--no-measure): ${usual}.`);
    return usualSizes;
  }
  say(`  Running the benchmarks once: ${job.trial.run}`);
  const once = await tried(job, top);
  if ('cannot' in once) {
    say(`  Not measured: ${once.cannot}; so ${usual}.`);
    return usualSizes;
  }
  const sizes = sizesOf(once.took, job.trial);
  for (const line of sizeSentences(job, sizes, once)) say(line);
  return sizes;
}

/** Whether the workflow that comments for forks is written, too. */
async function forksOf(flags: Flags, { files }: Tree, git: Git): Promise<boolean> {
  if (flags.forks !== undefined) return flags.forks;
  const repository = repositoryAt((await git.attempt(['remote', 'get-url', 'origin'])) ?? '');
  const license = files.find((text) => /^(?:LICEN[CS]E|COPYING)(?:\.\w+)?$/i.test(text));
  if (repository === null || license === undefined) return false;
  say(
    `origin is ${repository} on github.com, and there is a ${license}: it looks public, so the workflow that comments for forks is written, too (--no-forks leaves it out).`,
  );
  return true;
}

/** The remote's default branch, else the one that is checked out. */
async function branchOf(git: Git): Promise<string> {
  const remote = await git.attempt(['symbolic-ref', '--short', 'refs/remotes/origin/HEAD']);
  const text = await git.attempt(['symbolic-ref', '--quiet', '--short', 'HEAD']);
  const name = remote?.replace(/^origin\//, '') ?? text ?? 'main';
  return /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
}

async function give(files: ReadonlyMap<string, string>, top: string, flags: Flags): Promise<void> {
  if (flags.dryRun === true) {
    for (const [file, text] of files) process.stdout.write(`--- ${file}\n${text}\n`);
    say('Nothing was written (--dry-run).');
    return;
  }
  for (const file of flags.force === true ? [] : files.keys()) {
    const isThere = await stat(join(top, file)).then(Boolean, () => false);
    if (!isThere) continue;
    throw new InputError(
      'is there already, and nothing was written: --force writes over it, --dry-run shows what would be written',
      { file },
    );
  }
  for (const [file, text] of files) {
    await mkdir(dirname(join(top, file)), { recursive: true });
    await writeFile(join(top, file), text);
    process.stdout.write(`wrote ${file}\n`);
  }
}

function sayWhatIsLeft(action: Action, flags: Flags): void {
  for (const line of action.says) say(line);
  if (flags.dryRun === true) return;
  say(
    'Next: commit these files on the default branch. Its first run is the baseline; a pull request after it has a verdict.',
  );
}
