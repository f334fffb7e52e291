/** The files of `init`: they parse, they ask for nothing too much, and their inputs exist. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findBenchmarks } from '../../src/recipe/find.ts';
import { usualSizes } from '../../src/recipe/job.ts';
import { sizesOf } from '../../src/recipe/sizes.ts';
import { commentText, settingsText, workflowText } from '../../src/recipe/workflow.ts';
import { parseConfigFile } from '../../src/settings/configfile.ts';
import { trees } from './trees.ts';

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions: object;
        readonly steps: readonly {
          readonly uses?: string;
          readonly run?: string;
          readonly with?: Readonly<Record<string, string>>;
        }[];
      }
    >
  >;
}

const root = join(import.meta.dirname, '../..');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: object };
const commit = '0123456789abcdef0123456789abcdef01234567';
const place = { action: `someone/flamegate@${commit}`, branch: 'main' };

async function jobsOf(tree: Readonly<Record<string, string>>) {
  const files = Object.keys(tree);
  const { jobs } = await findBenchmarks({ files, read: async (file) => tree[file] ?? '' });
  return jobs.map((job) => ({ job, sizes: usualSizes }));
}

const steps = (workflow: Workflow) => Object.values(workflow.jobs).flatMap((of) => of.steps);

describe.each(Object.keys(trees))('the workflow of %s', (name) => {
  it('parses, is pinned, has least permissions and only inputs that exist', async () => {
    const workflow = parse(workflowText(await jobsOf(trees[name] ?? {}), place)) as Workflow;
    expect(workflow.permissions).toEqual({});
    for (const { permissions } of Object.values(workflow.jobs)) {
      expect(permissions).toEqual({
        ...{ contents: 'read', actions: 'read', 'pull-requests': 'write' },
      });
    }
    const used = steps(workflow).flatMap((of) => of.uses ?? []);
    for (const uses of used) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    const gate = steps(workflow).find((of) => of.uses === place.action)?.with ?? {};
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(gate)));
    expect(gate.run).toBe((await jobsOf(trees[name] ?? {}))[0]?.job.run);
    expect(gate.benchmarks).toMatch(/^bench-\*\.(?:txt|json)$/);
  });
});

it('several tools are several gates, each with a name, and a comment each', async () => {
  const jobs = await jobsOf({ ...trees.go, ...trees.python });
  const workflow = parse(workflowText(jobs, place)) as Workflow;
  const names = steps(workflow).flatMap((of) => of.with?.name ?? []);
  expect(names).toEqual(['go', 'python']);
  const comment = parse(commentText(jobs, place)) as Workflow;
  expect(steps(comment).flatMap((of) => of.with?.name ?? [])).toEqual(names);
  expect(steps(comment).at(-1)?.with?.workflow).toBe('.github/workflows/perf.yml');
});

it('the settings are a configuration, with and without a schema', () => {
  for (const schema of [null, 'https://example.com/config.schema.json']) {
    const layer = parseConfigFile(settingsText(schema, true), '.github/flamegate.yml');
    expect(layer).toMatchObject({ threshold: 0.05, profileThreshold: 0.02 });
  }
});

describe('sizes', () => {
  const go = { seconds: 0.1, repeats: true };
  it('a short suite gets long samples, a long one short and then fewer', () => {
    expect(sizesOf(1, go)).toMatchObject({ passes: 3, count: 4, seconds: 1, maxTime: 5 });
    expect(sizesOf(14, go)).toMatchObject({ count: 4, seconds: 0.1, maxTime: 10 });
    expect(sizesOf(50, go)).toMatchObject({ count: 2, seconds: 0.05, maxTime: 15 });
  });

  it('a tool that takes no time has fewer passes', () => {
    const sizes = (took: number) => sizesOf(took, { seconds: null, repeats: false }).passes;
    expect([10, 80, 400].map(sizes)).toEqual([3, 2, 1]);
  });
});
