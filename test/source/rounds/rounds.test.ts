/** The loop of rounds with a stubbed look: when it stops, what it runs again, what it reads. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InputError } from '../../../src/model/error.ts';
import type { Round, Run } from '../../../src/model/run.ts';
import { defaultRedact } from '../../../src/settings/redact.ts';
import { readPath, readRun } from '../../../src/source/files/collect.ts';
import { type Look, measureRounds, type RoundsOptions } from '../../../src/source/rounds/rounds.ts';
import { gitEnv, type Repository, repository, temporary } from './repository.ts';

// How often a disturbed round is measured again is test/source/rounds/steal.test.ts's.
vi.mock('../../../src/source/rounds/machine.ts', async (original) => ({
  ...(await original<object>()),
  stolen: () => 0,
}));

let at: Repository;
let lines: string[];

beforeEach(() => {
  at = repository();
  at.commit('time', '100\n');
  at.git('checkout', '--quiet', '-b', 'feature');
  at.commit('time', '200\n');
  lines = [];
});

afterEach(() => {
  expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
});

/** Prints two benchmarks in Go's format, as far as the filter lets them. */
const two = `for name in A B/x; do
  if [ "$FLAMEGATE_FILTER" = . ] || [[ "$FLAMEGATE_FILTER" == *"^Benchmark\${name%/*}$"* ]]; then
    echo "Benchmark$name 1 $(cat time) ticks/op"
  fi
done; echo "$FLAMEGATE_FILTER" >> filters-$FLAMEGATE_SIDE; cp filters-* "$SEEN"`;

const openAll: Look = { open: [], decided: [], done: false };

function measure(
  run: string,
  look: (rounds: readonly Round[]) => Look,
  more: Partial<RoundsOptions> = {},
  only: readonly string[] | null = null,
) {
  const options: RoundsOptions = {
    directory: at.folder,
    against: 'merge-base',
    setup: null,
    run,
    maxSeconds: 60,
    env: { ...gitEnv, SEEN: temporary() },
    log: (line) => lines.push(line),
    looks: [{ after: 2 }, { after: 3 }, { after: 5 }],
    format: null,
    environment: { goos: 'here' },
    tables: {},
    redact: null,
    keep: null,
    ...more,
  };
  return measureRounds(options, only, look);
}

const shown = ({ base, head }: Round) =>
  [base, head].map((run) => run.series.map((of) => `${of.benchmark} ${of.samples}`).join(', '));

describe('rounds', () => {
  it('are run until the last look, and looked at when it is time', async () => {
    const seen: number[] = [];
    const { rounds, stopped, files, base } = await measure(two, (rounds) => {
      seen.push(rounds.length);
      return openAll;
    });
    expect([seen, stopped, rounds.length]).toEqual([[2, 3, 5], 'max-rounds', 5]);
    expect(rounds.map(shown)).toEqual(Array(5).fill(['A 100, B/x 100', 'A 200, B/x 200']));
    expect(rounds[0]?.base.commit).toBe(base);
    expect(rounds[0]?.head.environment).toEqual({ goos: 'here' });
    expect(files.head.benchmarks).toHaveLength(5);
  });

  it('end when all is decided, with a line for each benchmark that newly is', async () => {
    const row = { name: 'A', verdict: 'slower', text: 'regressed: +100 %' };
    const more = { name: 'B/x', verdict: 'ok', text: 'unchanged: 0 %' };
    const { stopped, rounds } = await measure(two, ({ length }) =>
      length < 3
        ? { open: ['B/x'], decided: [row], done: false }
        : { open: [], decided: [row, more], done: true },
    );
    expect([stopped, rounds.length]).toEqual(['decided', 3]);
    const told = lines.filter((line) => /ed: /.test(line) && !line.startsWith('round'));
    expect(told).toEqual(['A: regressed: +100 %', 'B/x: unchanged: 0 %']);
    expect(lines.at(-2)).toMatch(/^round 3 of at most 5: .*; 1 of 2 decided; \w+ left$/);
  });

  it('end before the one that would not end in time, but there is always one', async () => {
    const slow = `${two}; sleep 0.3`;
    const { stopped, rounds } = await measure(slow, () => openAll, { maxSeconds: 1.5 });
    expect(stopped).toBe('max-time');
    expect(rounds.length).toBeLessThan(3);
    expect(rounds.length).toBeGreaterThan(0);
    const one = await measure(`sleep 0.2; ${two}`, () => openAll, { maxSeconds: 0.5 });
    expect(one.rounds).toHaveLength(1);
  });
});

describe('what is open', () => {
  const seenBy = (env: string) =>
    readFileSync(join(env, 'filters-base'), 'utf8').trim().split('\n');

  it('alone is run again', async () => {
    const env = { ...gitEnv, SEEN: temporary() };
    const { rounds } = await measure(two, () => ({ ...openAll, open: ['B/x'] }), { env });
    expect(seenBy(env.SEEN)).toEqual(['.', '.', ...Array(3).fill('^BenchmarkB$/^x$')]);
    expect(rounds.slice(1, 3).map(shown)).toEqual([
      ['A 100, B/x 100', 'A 200, B/x 200'],
      ['B/x 100', 'B/x 200'],
    ]);
  });

  it('is all that is run where it is known from the start', async () => {
    const env = { ...gitEnv, SEEN: temporary() };
    await measure(two, () => openAll, { env, format: 'go' }, ['A']);
    expect(seenBy(env.SEEN)).toEqual(['^BenchmarkA$', '^BenchmarkA$', '.', '.', '.']);
  });

  it.each([
    ['nothing', ['C'], 6],
    ['less', ['A', 'C'], 5],
  ])('that a filter makes %s of is run with everything again', async (_, open, runs) => {
    const env = { ...gitEnv, SEEN: temporary() };
    const { rounds, stopped } = await measure(two, () => ({ ...openAll, open }), { env });
    expect([rounds.length, stopped]).toEqual([5, 'max-rounds']);
    expect(lines).toContain(
      'the filter left out benchmarks that it should run: from now on everything is measured',
    );
    expect(seenBy(env.SEEN).filter((filter) => filter === '.')).toHaveLength(runs - 1);
    expect(shown(rounds.at(-1) as Round)[0]).toBe('A 100, B/x 100');
  });
});

describe('under a filter', () => {
  const open = ['A'];
  const only = () => ({ ...openAll, open });
  const round4 = '[ $FLAMEGATE_SIDE$FLAMEGATE_ROUND = head4 ]';

  it.each([
    ['prints nothing', `${round4} || { ${two}; }`, /^head\/round-4: no benchmark result/],
    [
      'writes a broken profile',
      `${two}; ${round4} && echo rubbish > $FLAMEGATE_PROFILE; true`,
      /^head\/round-4\/cpu.pprof: /,
    ],
  ])('a side that %s has failed', async (_, run, message) => {
    const { rounds, stopped, warnings } = await measure(run, only);
    expect([rounds.length, stopped]).toEqual([3, 'failed']);
    expect(warnings[0]?.message).toMatch(message);
  });
});

it('that print the same times on both sides measured nothing', async () => {
  const { warnings } = await measure('echo BenchmarkA 1 5 ns/op', () => openAll);
  expect(warnings).toEqual([
    { kind: 'unmeasured', message: expect.stringMatching(/^every round printed the same times/) },
  ]);
  const differ = 'echo BenchmarkA 1 $FLAMEGATE_ROUND ns/op';
  expect((await measure(differ, () => openAll)).warnings).toEqual([]);
});

describe('what one side lacks', () => {
  it('is told with what was printed, once', async () => {
    const run = `echo setting up; ${two}; [ $FLAMEGATE_SIDE = head ] || echo BenchmarkC 1 5 ns/op; echo careful >&2`;
    await measure(run, () => openAll);
    const told = lines.filter((line) => /printed|setting up|careful/.test(line));
    expect(told).toEqual([
      'base/round-1 printed:',
      '    setting up',
      'base/round-1 printed to standard error:',
      '    careful',
      'head/round-1 printed:',
      '    setting up',
      'head/round-1 printed to standard error:',
      '    careful',
    ]);
  });

  it('is not told where both have the same', async () => {
    await measure(two, () => openAll);
    expect(lines.filter((line) => line.includes('printed'))).toEqual([]);
  });
});

describe('another tool than Go', () => {
  it('is filtered by whole names', async () => {
    at.commit('out.txt', 'test sum/bytes/64 ... bench:          29 ns/iter (+/- 5)\n');
    const env = { ...gitEnv, SEEN: temporary() };
    const run = 'cat out.txt; echo "$FLAMEGATE_FILTER" >> "$SEEN/filters"';
    const open = ['sum/bytes/64'];
    await measure(run, () => ({ ...openAll, open }), { env, against: 'HEAD' });
    const seen = readFileSync(join(env.SEEN, 'filters'), 'utf8').trim().split('\n');
    expect(seen.slice(3, 5)).toEqual(['.', '^sum/bytes/64$']);
  });
});

describe('a command without benchmark output', () => {
  it('is the benchmark: wall and CPU time', async () => {
    const run = 'echo hello; i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done';
    const { rounds } = await measure(run, () => ({ ...openAll, done: true }));
    const series = rounds[0]?.head.series ?? [];
    expect(series.map((of) => [of.unit, of.better])).toEqual([
      ['sec/op', 'lower'],
      ['cpu-sec/op', 'lower'],
    ]);
    expect(series[0]?.benchmark).toBe(
      'Command/echo_hello;_i=0;_while_[_$i_-lt_20000_];_do_i=$((i+1));_done'.slice(0, 68),
    );
  });

  it('that hardly uses a CPU has no CPU time', async () => {
    const { rounds } = await measure('sleep 0.05', () => ({ ...openAll, done: true }));
    expect(rounds[0]?.head.series.map((of) => [of.benchmark, of.unit])).toEqual([
      ['Command/sleep_0.05', 'sec/op'],
    ]);
  });

  it.each([
    ['nothing', ': > $FLAMEGATE_OUTPUT', /output: no benchmark result: .*is empty/],
    ['rubbish', 'head -c 2000 /dev/urandom > $FLAMEGATE_OUTPUT', /output: no benchmark result/],
    ['nothing, and results to the terminal', `: > $FLAMEGATE_OUTPUT; ${two}`, /is empty/],
  ])('that wrote %s where benchmarks belong is an error', async (_, run, message) => {
    await expect(measure(run, () => openAll)).rejects.toThrow(message);
  });

  it('at first, and some later, is an error', async () => {
    const run = '[ $FLAMEGATE_ROUND = 1 ] || echo BenchmarkA 1 5 ns/op';
    const { rounds, stopped, warnings } = await measure(run, () => openAll);
    expect([rounds.length, stopped]).toEqual([1, 'failed']);
    expect(warnings[0]?.message).toMatch(
      /round-2: benchmark output, where the first round had none/,
    );
  });

  it('that prints for people what another tool measured is an error', async () => {
    const run = "echo '---------- benchmark: 2 tests ----------'";
    await expect(measure(run, () => openAll)).rejects.toThrow(/--benchmark-json/);
  });

  it('at first, and results that are not read later, is an error', async () => {
    const run = '[ $FLAMEGATE_ROUND = 1 ] || echo "parse: 12.3 µs"';
    const { rounds, stopped, warnings } = await measure(run, () => openAll);
    expect([rounds.length, stopped]).toEqual([1, 'failed']);
    expect(warnings[0]?.message).toMatch(/looks like a result.*--time-command/);
  });

  it('may print anything where its time is asked for', async () => {
    const run = `sleep 0.03; ${two}; : > $FLAMEGATE_OUTPUT`;
    const { rounds } = await measure(run, () => openAll, { timeCommand: true });
    const names = rounds.flatMap(({ head }) => head.series.map((of) => of.benchmark));
    expect(new Set(names)).toEqual(new Set(['Command/sleep_0.03;_for_name_in_A_B_x;_do']));
  });

  it('of go test that says what another tool does names that tool', async () => {
    const console = '|  ns/op |  op/s |  err% |  total | benchmark\nBenchmarkA: 5 ns';
    const run = `[ $FLAMEGATE_SIDE = head ] && echo '${console}' || echo BenchmarkA 1 5 ns/op`;
    await expect(measure(run, () => openAll)).rejects.toThrow(
      /^head\/round-1.*: .*this is what nanobench prints/,
    );
  });

  it('on one side only is an error that shows what was printed', async () => {
    const run = 'if [ $FLAMEGATE_SIDE = base ]; then echo BenchmarkA 1 5 ns/op; else echo oops; fi';
    await expect(measure(run, () => openAll)).rejects.toThrow(
      /^head\/round-1: no benchmark result/,
    );
    expect(lines).toContain('    oops');
  });
});

describe('a failure', () => {
  it('of the first round is an error', async () => {
    await expect(measure('exit 1', () => openAll)).rejects.toThrow(/round 1: run failed/);
  });

  it('of a later round keeps what there was, and says so', async () => {
    const { rounds, stopped, warnings } = await measure(
      `[ $FLAMEGATE_ROUND -lt 3 ] || exit 9; ${two}`,
      () => openAll,
    );
    expect([rounds.length, stopped]).toEqual([2, 'failed']);
    expect(warnings).toEqual([
      {
        kind: 'unmeasured',
        message: expect.stringMatching(
          /round 3: run failed with exit status 9.*\(after 2 rounds\)/,
        ),
      },
    ]);
  });

  it('of go test without a benchmark is an error, not a pass', async () => {
    await expect(measure('echo PASS; echo "ok  	p	0.1s"', () => openAll)).rejects.toThrow(
      /no benchmark result/,
    );
  });

  it('and a stop from outside keep what there was', async () => {
    const controller = new AbortController();
    const stop = () => {
      controller.abort(new Error('stopped by SIGINT'));
      return openAll;
    };
    const { signal } = controller;
    const { rounds, stopped, warnings } = await measure(two, stop, { signal });
    expect([rounds.length, stopped]).toEqual([2, 'cancelled']);
    expect(warnings).toEqual([
      { kind: 'unmeasured', message: 'stopped by SIGINT (after 2 rounds)' },
    ]);
  });
});

it('names files of the worktrees as in the repository, and removes what is private', async () => {
  const [keep, maker] = [temporary(), join(temporary(), 'maker.ts')];
  const encode = join(import.meta.dirname, '../../profile/encode.ts');
  writeFileSync(
    maker,
    `import { writeFileSync } from 'node:fs';
     import * as e from '${encode}';
     writeFileSync(process.env.FLAMEGATE_PROFILE, e.file(
       e.sampleType(1, 2),
       e.sample([1], [7]),
       e.sample([2], [3]),
       e.mapping(1, 0),
       e.location(1, 1, [[1, 12]]),
       e.location(2, 1, [[2, 4]]),
       e.func(1, 3, 4),
       e.func(2, 5, 6),
       ...['', 'samples', 'count', 'f', process.cwd() + '/sub/f.go', 'g', '/home/alice/g.go'].map(e.string),
     ));`,
  );
  const run = `node --experimental-strip-types ${maker}; echo "Benchmark 1 1 ns/op"; echo "at $PWD/f.go:1"`;
  const { rounds, files } = await measure(run, () => ({ ...openAll, done: true }), {
    keep,
    redact: defaultRedact,
  });
  for (const { tables } of [rounds[0]?.base, rounds[0]?.head].map((of) => of as Run)) {
    expect(tables[0]?.functions.map((of) => of.file)).toEqual(['sub/f.go', 'g.go']);
  }
  expect(files.head.redaction).toMatchObject({ paths: 6 });
  expect(readFileSync(join(keep, 'base/round-1/stdout.txt'), 'utf8')).toMatch(/^at f\.go:1$/m);
});

it('reads profiles in directories, and cuts the worktree out of names that others made', async () => {
  const run =
    'mkdir -p $FLAMEGATE_PROFILES/a/b; echo "main;hot ($PWD/work.py:3) 7" > $FLAMEGATE_PROFILES/a/b/x; sleep 0.01';
  const { rounds } = await measure(run, () => ({ ...openAll, done: true }), {
    redact: defaultRedact,
  });
  for (const { tables } of [rounds[0]?.base, rounds[0]?.head].map((of) => of as Run)) {
    expect(tables[0]?.source).toMatch(/profiles\/a\/b\/x\.pb\.gz$/);
    expect(tables[0]?.functions.map((of) => of.name)).toEqual(['hot (work.py)', 'main']);
  }
});

it('is an error where the command takes its own output away', async () => {
  const run = 'rm -rf "$(dirname "$FLAMEGATE_OUTPUT")"';
  await expect(measure(run, () => openAll)).rejects.toThrow(InputError);
});

it('keeps no files where some are already', async () => {
  const keep = temporary();
  writeFileSync(join(keep, 'notes.txt'), '');
  await expect(measure('sleep 0.01', () => openAll, { keep })).rejects.toThrow(/is not empty/);
  expect(lines).toEqual([]);
});

it('keeps the files of rounds so that they can be compared again', async () => {
  const keep = temporary();
  await measure('sleep 0.01', () => openAll, { keep });
  const run = await readRun(
    { ...(await readPath(join(keep, 'head'))), commit: '', time: '', environment: {} },
    {},
  );
  expect(run.series.map((of) => [of.benchmark, of.samples.length])).toEqual([
    ['Command/sleep_0.01', 5],
  ]);
});
