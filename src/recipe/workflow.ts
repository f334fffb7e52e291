/** The files that `init` writes, as text. */
import type { Job, Sizes, Step } from './job.ts';
import { checkout, checkoutStep } from './pins.ts';

export const workflowFile = '.github/workflows/perf.yml';
export const commentFile = '.github/workflows/perf-comment.yml';
export const settingsFile = '.github/flamegate.yml';

/** A job with how much it measures. */
export interface Sized {
  readonly job: Job;
  readonly sizes: Sizes;
}

export interface Place {
  /** What `uses:` says: OWNER/flamegate@COMMIT, with a comment. */
  readonly action: string;
  /** The default branch. */
  readonly branch: string;
}

/** Measures and judges; `jobs` has one at least. */
export function workflowText(jobs: readonly Sized[], { action, branch }: Place): string {
  const names = jobs.length > 1;
  return `name: performance
on:
  push:
    branches: [${branch}] # its runs are what pull requests are compared with
  pull_request:

permissions: {}

jobs:
${jobs.map((sized) => jobText(sized, action, names)).join('\n')}`;
}

function jobText({ job, sizes }: Sized, action: string, isNamed: boolean): string {
  const { install, bench } = job;
  const steps = [
    stepText(checkoutStep),
    ...job.uses.map(stepText),
    ...(install === null ? [] : [runText('what the benchmarks need', job.directory, install)]),
    ...(bench === null ? [] : [runText('benchmarks', job.directory, bench(sizes))]),
    gateText(job, sizes, { action, isNamed }),
  ];
  return `  ${job.name}:
    runs-on: ubuntu-latest
    timeout-minutes: ${sizes.maxTime + 20}
    permissions:
      contents: read # which commits came before
      actions: read # stored runs of main
      pull-requests: write # the comment; a fork's token can only read, and its comment is left out
    steps:
${steps.join('')}`;
}

function stepText({ uses, with: inputs = {} }: Step): string {
  const lines = Object.entries(inputs).map(([name, value]) => `          ${name}: ${value}\n`);
  return `      - uses: ${uses}\n${lines.length === 0 ? '' : `        with:\n${lines.join('')}`}`;
}

/** GitHub's `bash` stops at what fails, also in front of a pipe. */
function runText(name: string, directory: string, script: string): string {
  const where = directory === '' ? '' : `        working-directory: ${directory}\n`;
  return `      - name: ${name}\n        shell: bash\n${where}        run: |\n${indented(script, 10)}`;
}

const indented = (text: string, by: number): string =>
  text
    .split('\n')
    .map((line) => `${' '.repeat(by)}${line}\n`)
    .join('');

function gateText(
  job: Job,
  { maxTime }: Sizes,
  { action, isNamed }: { readonly action: string; readonly isNamed: boolean },
): string {
  const at = (file: string) => (job.directory === '' ? file : `${job.directory}/${file}`);
  const input = (name: string, value: string | null) =>
    value === null
      ? ''
      : value.includes('\n')
        ? `          ${name}: |\n${indented(value, 12)}`
        : `          ${name}: ${scalar(value)}\n`;
  return [
    `      - uses: ${action}\n        with:\n`,
    input('name', isNamed ? job.name : null),
    input('benchmarks', job.benchmarks && at(job.benchmarks)),
    input('profiles', job.profiles && at(job.profiles)),
    '          # What looks slower than in stored runs is measured here, base and head in turn, before it can fail.\n',
    input('setup', job.setup),
    input('run', job.run),
    input('max-time', `${maxTime}m`),
  ].join('');
}

/** Plain where YAML reads it as it is. */
const scalar = (text: string): string =>
  /^[\w.*/-][^:#]*$/.test(text) && !/^- |["\\]/.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;

/** Writes the comment of a fork's pull request; it measures nothing (docs/forks.md). */
export function commentText(jobs: readonly Sized[], { action }: Place): string {
  const names = jobs.length > 1 ? jobs.map(({ job }) => job.name) : [null];
  const steps = names.map(
    (name) => `      - uses: ${action}
        with:
          mode: comment
          workflow: ${workflowFile}
${name === null ? '' : `          name: ${name}\n`}`,
  );
  return `# The comment of pull requests from forks, whose own token can only read. It runs in the default branch.
name: performance comment
on:
  workflow_run:
    workflows: [performance]
    types: [completed]

permissions: {}

jobs:
  comment:
    # Pull requests of this repository have their comment already.
    if: github.event.workflow_run.event == 'pull_request' && github.event.workflow_run.head_repository.fork
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      actions: read
      pull-requests: write
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
${steps.join('')}`;
}

/** `schema`: where its JSON Schema is; null where nobody says who has the action. */
export function settingsText(schema: string | null, hasProfiles: boolean): string {
  return `${schema === null ? '' : `# yaml-language-server: $schema=${schema}\n`}# The change of a benchmark that matters. Base and head measured here show it; stored runs alone rarely do.
threshold: 5%
${hasProfiles ? "# The rise of a function's share of the profile that matters.\nprofile-threshold: 2pp\n" : ''}`;
}
