/**
 * A fork's pull request and its comment, told to the real dist/action.js: the fork's run can only read, and a second
 * workflow, which can write, takes what it uploaded for data. Then what an attacker would try.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/store/manifest.ts';
import { unzip } from '../../src/store/unzip.ts';
import { type ZipEntry, zipOf } from '../store/zip.ts';
import { runAction, type StepResult } from './github/runner.ts';
import { useGitHub } from './github/server.ts';
import { repositoryShape, runShape } from './github/shapes.ts';
import type { Artifact, Pull, Run } from './github/world.ts';

const root = resolve(import.meta.dirname, '../..');
const github = useGitHub();

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'flamegate-workspace-'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const file = 'bench.txt';
const measured = (run: Run, from: string, token?: string): Promise<StepResult> => {
  cpSync(join(root, 'examples', from), join(workspace, file));
  const inputs = { benchmarks: file, threshold: '10%' };
  return runAction({ github: github(), run, workspace, inputs, ...(token && { token }) });
};

async function main(): Promise<void> {
  const runs = readdirSync(join(root, 'examples/baseline')).filter((name) => !name.startsWith('.'));
  for (const name of runs.slice(0, 3)) {
    const push = github().push();
    await measured(push, `baseline/${name}/benchmarks/bench.txt`);
    github().finish(push);
  }
  expect(github().artifacts).toHaveLength(3);
}

/** The fork's pull request and its run, with the rights that it has. */
async function slowFork(): Promise<{ pull: Pull; run: Run; artifact: Artifact }> {
  const pull = github().openPull({ fork: true });
  const run = github().runOf(pull);
  const got = await measured(run, 'slow/bench.txt', github().token({ pullRequests: 'read' }));
  expect(got.exitCode, got.stdout).toBeGreaterThan(0);
  expect(github().comments).toEqual([]);
  github().finish(run, 'failure');
  const artifact = github().artifacts.find(({ name }) => name.startsWith('flamegate-diff-'));
  if (artifact === undefined) throw new Error('the fork uploaded nothing');
  return { pull, run, artifact };
}

/** The workflow that may write, after `run`. */
function comment(run: Run, more: { payload?: object; inputs?: Record<string, string> } = {}) {
  const world = github();
  const payload = {
    action: 'completed',
    workflow_run: runShape(world, run),
    repository: repositoryShape(world.repository, world.defaultBranch),
    ...more.payload,
  };
  const here = world.addRun({ event: 'workflow_run', path: '.github/workflows/comment.yml' });
  const inputs = { mode: 'comment', workflow: run.path, threshold: '10%', ...more.inputs };
  return runAction({ github: world, run: here, workspace, inputs, payload });
}

const errorsOf = ({ annotations }: StepResult): string =>
  annotations.flatMap(({ level, message }) => (level === 'error' ? [message] : [])).join('\n');

/** The archive with other files. */
async function rewrite(
  artifact: Artifact,
  change: (entries: Map<string, Uint8Array | string>) => readonly ZipEntry[] | undefined,
): Promise<void> {
  const entries = new Map<string, Uint8Array | string>(await unzip(artifact.bytes, defaultLimits));
  const hostile = change(entries) ?? [];
  const plain = [...entries].map(([name, data]) => ({ name, data }));
  const run = github().runs.find(({ id }) => id === artifact.listedBy);
  if (run === undefined) throw new Error('an artifact without its run');
  github().artifacts.splice(github().artifacts.indexOf(artifact), 1);
  github().addArtifact(run, artifact.name, zipOf([...plain, ...hostile]));
}

const reportOf = (entries: ReadonlyMap<string, Uint8Array | string>) =>
  JSON.parse(Buffer.from(entries.get('report.json') ?? '').toString());

describe("a fork's pull request", () => {
  it('gets its comment: its measurements, compared with main here', async () => {
    await main();
    const { pull, run } = await slowFork();
    const got = await comment(run);
    expect(got.exitCode, got.stdout + got.stderr).toBe(0);
    expect(got.outputs.verdict).toBe('fail');
    expect(github().comments.map((of) => of.pull)).toEqual([pull.number]);
    const { body = '', author } = github().comments[0] ?? {};
    expect(author?.login).toBe('github-actions[bot]');
    expect(body).toContain('88 % slower');
    expect(body).toContain("> Measured by the fork's own run");
    expect(body).toContain(`/commit/${pull.headSha}`);
    expect(body).toContain(`/actions/runs/${run.id}`);
    // Nothing is stored: three runs of main, and what the fork uploaded.
    expect(github().artifacts).toHaveLength(5);
  }, 60_000);

  it('is judged by its measurements, whatever its report says', async () => {
    await main();
    const { run, artifact } = await slowFork();
    await rewrite(artifact, (entries) => {
      const report = {
        ...reportOf(entries),
        verdict: 'pass',
        headline: 'All is well',
        comparisons: [],
      };
      entries.set('report.json', JSON.stringify(report));
      return undefined;
    });
    const got = await comment(run);
    expect(got.outputs.verdict, got.stdout).toBe('fail');
    expect(github().comments[0]?.body).not.toContain('All is well');
  }, 60_000);

  it('that measured both sides itself is shown as its own report, and nothing of it is more than text', async () => {
    await main();
    const { run, artifact } = await slowFork();
    await rewrite(artifact, (entries) => {
      const report = reportOf(entries);
      const [row] = report.comparisons;
      const name =
        'Encode](http://evil.example) <img src=x> @octo-org/owners\n\n# <!-- --> ::error::';
      const rounds = { rounds: 6, repeated: 0, seed: 1, base: pullBase, machine: ['@everyone'] };
      const all = { ...report, rounds, headline: name, comparisons: [{ ...row, benchmark: name }] };
      entries.set('report.json', JSON.stringify(all));
      return undefined;
    });
    const got = await comment(run);
    expect(got.exitCode, got.stdout + got.stderr).toBe(0);
    const body = github().comments[0]?.body ?? '';
    expect(body).toContain("> This is what the fork's own run says of itself");
    expect(body).not.toMatch(/<img|\]\(http:\/\/evil|(^|[^\w`\u200b])@octo-org|(^|\s)@everyone/);
    expect(body.match(/<!--/g)).toHaveLength(1);
    expect(got.commands.filter(({ name }) => name === 'error')).toEqual([]);
  }, 60_000);

  it('keeps one comment over its pushes', async () => {
    await main();
    const { pull, run } = await slowFork();
    await comment(run);
    const next = github().pushTo(pull);
    await measured(next, 'clean/bench.txt', github().token({ pullRequests: 'read' }));
    github().finish(next);
    const got = await comment(next);
    expect(got.outputs.verdict, got.stdout).toBe('pass');
    expect(github().comments).toHaveLength(1);
    expect(github().comments[0]?.body).toContain(next.headSha);
  }, 60_000);
});

const pullBase = 'a'.repeat(40);

const attacks: [string, (of: { pull: Pull; run: Run; artifact: Artifact }) => unknown, string][] = [
  [
    'a report of another schema',
    ({ artifact }) =>
      rewrite(artifact, (entries) => {
        entries.set('report.json', JSON.stringify({ ...reportOf(entries), schema: 7 }));
        return undefined;
      }),
    'not as schema/gate.schema.json has it: schema',
  ],
  [
    'a number where a name belongs',
    ({ artifact }) =>
      rewrite(artifact, (entries) => {
        const report = reportOf(entries);
        report.comparisons[0].benchmark = 7;
        entries.set('report.json', JSON.stringify(report));
        return undefined;
      }),
    'comparisons.0.benchmark',
  ],
  [
    'a million rows',
    ({ artifact }) =>
      rewrite(artifact, (entries) => {
        const rows = `[${Array(1_000_000).fill('{"a":1}').join()}]`;
        const report = JSON.stringify({ ...reportOf(entries), comparisons: [] });
        entries.set('report.json', report.replace('"comparisons":[]', `"comparisons":${rows}`));
        return undefined;
      }),
    'comparisons',
  ],
  [
    'no JSON at all',
    ({ artifact }) =>
      rewrite(artifact, (entries) => {
        entries.set('report.json', 'x');
        return undefined;
      }),
    'the report is no JSON',
  ],
  [
    'an archive that inflates without end',
    ({ artifact }) =>
      rewrite(artifact, () => [
        { name: 'head/benchmarks/z.txt', data: 'x', claims: { size: 600 << 20 } },
      ]),
    'bytes',
  ],
  [
    'a path out of the archive',
    ({ artifact }) => rewrite(artifact, () => [{ name: 'head/../../x', data: 'x' }]),
    'x',
  ],
  [
    'a symbolic link',
    ({ artifact }) =>
      rewrite(artifact, () => [{ name: 'head/benchmarks/l', data: '/etc/passwd', mode: 0o120777 }]),
    'link',
  ],
  [
    'an archive that is not the one of its digest',
    ({ artifact }) => {
      artifact.digest = `sha256:${'0'.repeat(64)}`;
    },
    'GitHub promised',
  ],
  [
    'the artifact of another run',
    ({ artifact }) => {
      if (artifact.run !== null) artifact.run.id += 1;
    },
    'was uploaded by another run',
  ],
  [
    'a workflow of the same name in another file',
    ({ run }) => {
      run.path = '.github/workflows/evil.yml';
    },
    'is of the workflow ".github/workflows/evil.yml"',
  ],
  [
    'a run that no pull request started',
    ({ run }) => {
      run.event = 'push';
    },
    'was started by "push"',
  ],
  [
    'a commit that is not the newest',
    ({ pull }) => {
      pull.headSha = 'b'.repeat(40);
    },
    'is not of the newest commit of #1',
  ],
  [
    'the branch of another fork with the same name',
    ({ run }) => {
      run.headRepository = run.headRepository && { ...run.headRepository, id: 99 };
    },
    'has no open pull request',
  ],
  [
    'two pull requests of one branch',
    ({ pull }) => {
      github().pulls.push({ ...pull, number: 2 });
    },
    'belongs to 2 pull requests (#1, #2)',
  ],
  [
    'a fork that is gone',
    ({ run }) => {
      run.headRepository = null;
    },
    'is of a fork or a branch that is gone',
  ],
];

describe.each(attacks)('%s', (_, attack, reason) => {
  it('is refused with its reason, and nothing is written', async () => {
    const of = await slowForkWithoutMain();
    const workflow = of.run.path;
    await attack(of);
    const got = await comment(of.run, { inputs: { workflow } });
    expect(got.exitCode, got.stdout + got.stderr).toBe(2);
    expect(errorsOf(got)).toContain(reason);
    expect(github().comments).toEqual([]);
  }, 60_000);
});

/** What the action uploaded for a fork once; where main has no runs. */
let uploaded: Pick<Artifact, 'name' | 'bytes'> | undefined;

async function slowForkWithoutMain() {
  const pull = github().openPull({ fork: true });
  const run = github().runOf(pull);
  if (uploaded === undefined) {
    await measured(run, 'slow/bench.txt', github().token({ pullRequests: 'read' }));
    [uploaded] = github().artifacts.splice(0);
  }
  if (uploaded === undefined) throw new Error('the fork uploaded nothing');
  github().finish(run);
  return { pull, run, artifact: github().addArtifact(run, uploaded.name, uploaded.bytes) };
}

describe('mode: comment', () => {
  it.each<[Record<string, string>, string]>([
    [{ benchmarks: 'bench.txt' }, 'benchmarks with mode: comment'],
    [{ run: 'make bench' }, 'run with mode: comment'],
    [{ workflow: '' }, 'mode: comment needs `workflow`'],
    [{ workflow: '../evil.yml' }, 'mode: comment needs `workflow`'],
    [{ mode: 'gate' }, 'workflow is for mode: comment'],
    [{ mode: 'coment' }, 'nearest: comment'],
  ])('%j is an error', async (inputs, reason) => {
    const run = github().runOf(github().openPull({ fork: true }));
    github().finish(run);
    const got = await comment(run, { inputs });
    expect(got.exitCode).toBe(2);
    expect(errorsOf(got)).toContain(reason);
  });

  it('is not for a pull request, and not for a run of this repository', async () => {
    const run = github().runOf(github().openPull());
    github().finish(run);
    expect(errorsOf(await comment(run))).toContain('is of this repository, not of a fork');
    const inputs = { mode: 'comment', workflow: run.path };
    const pull = await runAction({ github: github(), run, workspace, inputs });
    expect(pull.exitCode).toBe(2);
    expect(errorsOf(pull)).toContain('is for `on: workflow_run`');
  });
});
