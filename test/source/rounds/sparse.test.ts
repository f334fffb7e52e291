/** Sparse checkouts, as people and actions/checkout make them: both sides are as sparse, and failures say so. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, type MeasureOptions, openBench } from '../../../src/source/rounds/bench.ts';
import { gitEnv, type Repository, repository } from './repository.ts';

let at: Repository;
let lines: string[];
let open: Bench[];

beforeEach(() => {
  [at, lines, open] = [repository(), [], []];
  for (const file of ['top', 'taken/file', 'taken/in/file', 'left/file']) at.write(file, 'base\n');
  at.commit('left/deep/file', 'base\n');
  at.git('checkout', '--quiet', '-b', 'feature');
  at.write('left/file', 'head\n');
  at.commit('taken/file', 'head\n');
});

afterEach(async () => {
  for (const bench of open) await bench.close();
  expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
});

async function bench(run: string, more: Partial<MeasureOptions> = {}): Promise<Bench> {
  const made = await openBench({
    directory: at.folder,
    against: 'main',
    setup: null,
    run,
    maxSeconds: 60,
    env: gitEnv,
    log: (line) => lines.push(line),
    ...more,
  });
  open.push(made);
  return made;
}

const ways: readonly [string, () => void, string[]][] = [
  ['in cone mode', () => at.git('sparse-checkout', 'set', '--cone', 'taken'), ['taken', 'top']],
  [
    'in cone mode, with an index that is sparse too',
    () => at.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'taken'),
    ['taken', 'top'],
  ],
  [
    'by patterns',
    () => at.git('sparse-checkout', 'set', '--no-cone', '/taken/', '!/taken/in/'),
    ['taken'],
  ],
  [
    'by patterns of the repository, without a configuration of worktrees',
    () => {
      at.git('config', 'core.sparseCheckout', 'true');
      at.write('.git/info/sparse-checkout', '/taken/*\n!/taken/in/\n');
      at.git('read-tree', '-mu', 'HEAD');
    },
    ['taken'],
  ],
];

describe.each(ways)('a sparse checkout %s', (_, sparse, entries) => {
  beforeEach(() => {
    sparse();
    expect(readdirSync(at.folder).filter((name) => name !== '.git')).toEqual(entries);
  });

  it('is that of each side, with what is changed and new in it, and nothing taken for deleted', async () => {
    at.write('taken/file', 'changed\n');
    at.write('taken/new', 'new\n');
    const made = await bench('cat taken/file');
    for (const tree of Object.values(made.trees)) {
      expect(readdirSync(tree).filter((name) => name !== '.git')).toEqual(entries);
      expect(existsSync(join(tree, 'taken/in'))).toBe(entries.includes('top'));
    }
    const { base, head } = await made.runRound(null);
    const texts = [base, head].map((of) => Buffer.from(of.benchmarks[0]?.bytes ?? []).toString());
    expect(texts).toEqual(['base\n', 'changed\n']);
    const measured = at.git('-C', made.trees.head, 'rev-parse', 'HEAD');
    const names = at.git('diff', '--name-only', 'HEAD', measured);
    expect(names.split('\n')).toEqual(['taken/file', 'taken/new']);
    expect(lines).toContain('The checkout is sparse: each side has the directories that it has');
  });

  it('refuses what is new outside of it: no side would have it', async () => {
    at.write('left/deep/new', 'new\n');
    at.write('taken/new', 'new\n');
    await expect(bench('true')).rejects.toThrow(
      /^left\/deep\/new: this file is changed or new, and the sparse checkout .* git sparse-checkout add left\/deep,/,
    );
  });
});

describe('what a sparse checkout leaves out is named', () => {
  beforeEach(() => {
    at.git('sparse-checkout', 'set', '--cone', 'taken');
  });

  it('where it is the directory that is measured', async () => {
    at.write('left/deep/.gitignore', '*\n');
    const directory = join(at.folder, 'left/deep');
    await expect(bench('true', { directory })).rejects.toThrow(
      /the checkout is sparse and leaves left\/deep out, .*the base \(\w{12}\).* git sparse-checkout add left\/deep$/,
    );
  });

  it('where a command did not find it, in setup and in a round', async () => {
    const advice =
      /: the checkout is sparse and leaves (\S+) out, on both sides: git sparse-checkout add \1$/;
    await expect(bench('true', { setup: 'cat "./left/file"' })).rejects.toThrow(advice);
    await expect((await bench('cd left/...')).runRound(null)).rejects.toThrow(advice);
    const inside = await bench('cat ../left/file', { directory: join(at.folder, 'taken') });
    await expect(inside.runRound(null)).rejects.toThrow(advice);
    const said = await bench('echo "$PWD/left/deep/file: not found" >&2; exit 1');
    await expect(said.runRound(null)).rejects.toThrow(/leaves left\/deep out/);
    await expect((await bench('exit 1')).runRound(null)).rejects.toThrow(
      /\(the checkout is sparse, .* git sparse-checkout add DIRECTORY where something is missing\)$/,
    );
  });
});

it('a checkout that is whole says nothing of it', async () => {
  await expect((await bench('cat left/none')).runRound(null)).rejects.toThrow(
    /cannot be compared$/,
  );
  expect(lines.join('\n')).not.toContain('sparse');
});
