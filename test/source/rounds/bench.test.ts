/** The bench with real repositories and commands: what sides see, what is kept of them, what stays. */
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, type MeasureOptions, openBench } from '../../../src/source/rounds/bench.ts';
import { gitEnv, type Repository, repository } from './repository.ts';

let at: Repository;
let lines: string[];
let open: Bench[];
let temporaryBefore: Set<string>;
const trees = () => readdirSync(tmpdir()).filter((name) => /^flamegate-\w{6}$/.test(name));

beforeEach(() => {
  at = repository();
  at.commit('.gitignore', 'ignored\n');
  at.commit('value', 'one\n');
  at.git('checkout', '--quiet', '-b', 'feature');
  at.commit('value', 'two\n');
  [lines, open, temporaryBefore] = [[], [], new Set(trees())];
});

/** Other tests make such directories too; ours are those that hold a worktree of this repository. */
function leftovers(): string[] {
  const worktrees = at.git('worktree', 'list', '--porcelain').match(/^worktree .*/gm) ?? [];
  return worktrees.slice(1);
}

afterEach(async () => {
  for (const bench of open) await bench.close();
  expect(leftovers()).toEqual([]);
  expect(existsSync(`${at.folder}/.git/worktrees`)).toBe(false);
});

async function bench(run: string, more: Partial<MeasureOptions> = {}): Promise<Bench> {
  const made = await openBench({
    directory: at.folder,
    against: 'merge-base',
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

const text = (of: { bytes: Uint8Array } | undefined) => Buffer.from(of?.bytes ?? []).toString();

describe('a round', () => {
  it('runs both sides once each, each in its own tree', async () => {
    const made = await bench('cat value');
    const { number, base, head } = await made.runRound(null);
    expect([number, text(base.benchmarks[0]), text(head.benchmarks[0])]).toEqual([
      1,
      'one\n',
      'two\n',
    ]);
    expect(base.benchmarks[0]?.file).toBe('base/round-1/stdout.txt');
    expect(base.wallSeconds).toBeGreaterThan(0);
    expect(made.baseCommit).toBe(at.git('rev-parse', 'main'));
    expect(made.headCommit).toBe(at.git('rev-parse', 'feature'));
  });

  it('gives both sides an environment of the same size, and the round and the filter', async () => {
    const made = await bench(
      'env | grep ^FLAMEGATE_ | sort; pwd; env | grep ^FLAMEGATE_ | sed s/head/base/g | wc -c',
    );
    await made.runRound(null);
    const { base, head } = await made.runRound('^BenchmarkA$');
    const shown = text(head.benchmarks[0]);
    const root = /FLAMEGATE_BIN=(.*)\/head\/bin/.exec(shown)?.[1] ?? '?';
    expect(shown.replaceAll(root, 'TMP').split('\n').slice(0, -2)).toEqual([
      'FLAMEGATE_BIN=TMP/head/bin',
      'FLAMEGATE_FILTER=^BenchmarkA$',
      'FLAMEGATE_OUTPUT=TMP/head/out/output',
      'FLAMEGATE_PROFILE=TMP/head/out/cpu.pprof',
      'FLAMEGATE_PROFILES=TMP/head/out/profiles',
      'FLAMEGATE_ROUND=2',
      'FLAMEGATE_SIDE=head',
      'TMP/head/tree',
    ]);
    expect(text(base.benchmarks[0])).toBe(shown.replaceAll('head', 'base'));
  });

  it('takes what is written to $FLAMEGATE_OUTPUT and not what is printed then', async () => {
    const made = await bench(
      'echo chatter; [ $FLAMEGATE_SIDE = base ] || echo x > $FLAMEGATE_OUTPUT',
    );
    const { base, head } = await made.runRound(null);
    expect([base, head].map((of) => [of.benchmarks[0]?.file, text(of.benchmarks[0])])).toEqual([
      ['base/round-1/stdout.txt', 'chatter\n'],
      ['head/round-1/output', 'x\n'],
    ]);
  });

  it('takes one profile, or several, and only those of this round', async () => {
    const made = await bench(
      `[ $FLAMEGATE_ROUND = 2 ] || { echo p > $FLAMEGATE_PROFILE
        echo b > $FLAMEGATE_PROFILES/b.pprof; echo a > $FLAMEGATE_PROFILES/a.pprof; }`,
    );
    const { head } = await made.runRound(null);
    expect(head.profiles.map((of) => [of.file, text(of)])).toEqual([
      ['head/round-1/cpu.pprof', 'p\n'],
      ['head/round-1/profiles/a.pprof', 'a\n'],
      ['head/round-1/profiles/b.pprof', 'b\n'],
    ]);
    expect((await made.runRound(null)).head.profiles).toEqual([]);
  });

  it('has the order that the seed draws', async () => {
    const orders = async (seed: number | undefined) => {
      const made = await bench('true', { seed });
      const drawn: string[] = [];
      for (let i = 0; i < 6; i++) drawn.push((await made.runRound(null)).order);
      return { drawn, seed: made.seed };
    };
    const first = await orders(undefined);
    expect(await orders(first.seed)).toEqual(first);
  });
});

describe('setup', () => {
  it('runs once in each tree, and what it builds is there for every round', async () => {
    const made = await bench('$FLAMEGATE_BIN/tool', {
      setup:
        'echo x >> runs; { echo "#!/bin/sh"; echo "cat runs value"; } > $FLAMEGATE_BIN/tool; chmod +x $FLAMEGATE_BIN/tool',
    });
    await made.runRound(null);
    const { base, head } = await made.runRound(null);
    expect([text(base.benchmarks[0]), text(head.benchmarks[0])]).toEqual(['x\none\n', 'x\ntwo\n']);
    expect(lines.filter((line) => /setup took/.test(line))).toHaveLength(2);
  });

  it('may start what the rounds need; it is ended with the bench', async () => {
    const made = await bench('kill -0 $(cat $FLAMEGATE_BIN/pid) && cat $FLAMEGATE_BIN/pid', {
      setup: 'sleep 1000 & echo $! > $FLAMEGATE_BIN/pid',
    });
    const { head } = await made.runRound(null);
    const pid = Number(text(head.benchmarks[0]));
    await made.close();
    const lives = () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    for (let i = 0; i < 100 && lives(); i++) await sleep(20);
    expect(lives()).toBe(false);
  });

  it('that fails names the side, shows its output and leaves nothing', async () => {
    const setup = 'echo building; grep one value || { echo "broken: $PWD" >&2; exit 5; }';
    await expect(bench('true', { setup })).rejects.toThrow(
      /^head: setup failed with exit status 5/,
    );
    expect(lines.join('\n')).toMatch(/head: setup: the end of its stderr:\n {4}broken: \//);
  });
});

describe('the head', () => {
  it('is the working tree as it is: changes, new files, no ignored ones, an index of its own', async () => {
    at.write('value', 'changed\n');
    at.write('folder/new', 'new\n');
    at.write('ignored', 'x\n');
    at.write('staged', 'x\n');
    at.git('add', 'staged');
    const before = at.git('status', '--porcelain');
    const made = await bench('cat value; ls -a', { against: 'HEAD' });
    const { base, head } = await made.runRound(null);
    expect(text(base.benchmarks[0])).toMatch(/^two\n\.\n\.\.\n\.git\n\.gitignore\nvalue\n$/);
    expect(text(head.benchmarks[0])).toMatch(/^changed\n.*\.gitignore\nfolder\nstaged\nvalue\n$/s);
    expect(made.headCommit).toBe(at.git('rev-parse', 'HEAD'));
    expect(made.changed).toBe(3);
    expect(at.git('status', '--porcelain')).toBe(before);
  });

  it('is measured in the folder that the user stands in', async () => {
    at.commit('sub/file', 'x');
    at.commit('sub/file', 'y');
    const directory = `${at.folder}/sub`;
    const made = await bench('cat file', { directory, against: 'HEAD~1' });
    const { base, head } = await made.runRound(null);
    expect([text(base.benchmarks[0]), text(head.benchmarks[0])]).toEqual(['x', 'y']);
    await expect(bench('true', { directory, against: 'main' })).rejects.toThrow(
      /the base .* has no directory sub\//,
    );
  });

  it('that is its own base is refused, unless that was asked for', async () => {
    at.git('checkout', '--quiet', 'main');
    await expect(bench('true')).rejects.toThrow(/base and head are the same commit/);
    const made = await bench('cat value', { against: 'HEAD' });
    const { base, head } = await made.runRound(null);
    expect(text(base.benchmarks[0])).toBe(text(head.benchmarks[0]));
    expect([made.identical, made.ofOneCommit]).toEqual([true, true]);
    // The benchmark output of the step before, say: it makes no head of a base.
    at.write('bench.txt', 'BenchmarkA 1 5 ns/op\n');
    await expect(bench('true')).rejects.toThrow(/base and head are the same commit/);
    const asked = await bench('true', { against: 'HEAD' });
    expect([asked.identical, asked.ofOneCommit]).toEqual([false, true]);
  });

  it('of another commit with the same files is the base all the same', async () => {
    at.git('commit', '--quiet', '--allow-empty', '--message', 'empty');
    const made = await bench('true', { against: 'HEAD~1' });
    expect([made.identical, made.ofOneCommit]).toEqual([true, false]);
  });

  it('is refused with changes in a submodule that no commit holds', async () => {
    const inner = repository();
    inner.commit('file', 'x\n');
    const local = ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add'];
    at.git(...local, inner.folder, 'sub');
    at.git('commit', '--quiet', '--message', 'submodule');
    at.write('sub/new', 'only new\n');
    expect((await bench('true', { against: 'HEAD~1' })).changed).toBe(0);
    at.write('sub/file', 'changed\n');
    await expect(bench('true', { against: 'HEAD~1' })).rejects.toThrow(
      /^the submodule "sub" has changes that are not committed in it/,
    );
  });

  it('leaves alone the index of a commit that is being made', async () => {
    at.write('value', 'changed\n');
    at.write('new', 'new\n');
    const env = { ...gitEnv, GIT_INDEX_FILE: '.git/index', GIT_DIR: '.git' };
    const before = at.git('status', '--porcelain');
    const made = await bench('cat value; echo "$GIT_INDEX_FILE$GIT_DIR"', { env });
    const { head } = await made.runRound(null);
    expect(text(head.benchmarks[0])).toBe('changed\n\n');
    expect(at.git('status', '--porcelain')).toBe(before);
  });
});

describe('a run that fails', () => {
  it.each([
    ['exit 3', /^head, round 1: run failed with exit status 3;/],
    ['kill -TERM $$', /exit status 143 \(signal 15\)/],
    ['kill -KILL 0', /was ended by SIGKILL/],
    [
      'sleep 1000',
      /was still running after \d+ s and was ended; if it does not hang, give --max-time more/,
    ],
  ])('%s', async (failing, message) => {
    const run = `echo "::error::hello"; [ $FLAMEGATE_SIDE = base ] || { ${failing}; }`;
    const made = await bench(run, { maxSeconds: 1 });
    await expect(made.runRound(null)).rejects.toThrow(message);
    const at = lines.indexOf('head, round 1: run: the end of its stdout:');
    expect(lines[at + 1]).toBe('    ::error::hello');
  });

  it('shows the end of what it printed', async () => {
    const made = await bench('seq 1 100000; exit 1');
    await expect(made.runRound(null)).rejects.toThrow(/run failed/);
    expect(lines.at(-1)).toBe('    100000');
    expect(lines.length).toBeLessThan(40);
  });

  it('and one that is cancelled leave nothing', async () => {
    const controller = new AbortController();
    const made = await bench('sleep 1000', { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('stop!')), 100);
    await expect(made.runRound(null)).rejects.toThrow('stop!');
    await made.close();
    expect(leftovers()).toEqual([]);
    await expect(bench('true', { signal: controller.signal })).rejects.toThrow('stop!');
  });
});

it('takes away what is read-only too', async () => {
  const made = await bench('mkdir -p cache/deep && touch cache/deep/file && chmod -R a-w cache');
  await made.runRound(null);
  await made.close();
  expect(
    trees()
      .filter((name) => !temporaryBefore.has(name))
      .filter((name) => existsSync(`${tmpdir()}/${name}/head/tree/cache`)),
  ).toEqual([]);
});

it('runs no hook of the repository', async () => {
  at.write('.git/hooks/post-checkout', '#!/bin/sh\ntouch hooked\n');
  at.git('config', 'core.hooksPath', '.git/hooks');
  const made = await bench('ls');
  const { base } = await made.runRound(null);
  expect(text(base.benchmarks[0])).toBe('value\n');
});
