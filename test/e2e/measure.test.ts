/** `flamegate measure` as a user calls it: the bundle, real git, real commands, a real Ctrl-C. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitEnv, type Repository, repository, temporary } from '../source/rounds/repository.ts';
import { bundle, cli } from './program.ts';

const root = resolve(import.meta.dirname, '../..');

let at: Repository;
let temp: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  at = repository();
  at.commit('seconds', '0.01\n');
  at.git('checkout', '--quiet', '-b', 'feature');
  temp = temporary();
});

afterEach(() => {
  child?.kill('SIGKILL');
  child = undefined;
  expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
  expect(readdirSync(temp)).toEqual([]);
});

const env = () => ({ ...gitEnv, TMPDIR: temp });

function measure(...args: string[]) {
  return spawnSync(process.execPath, [...cli, 'measure', ...args], {
    cwd: at.folder,
    encoding: 'utf8',
    env: env(),
  });
}

describe('a plain command', () => {
  it('that got slower fails; what was printed meanwhile is not the report', () => {
    at.commit('seconds', '0.15\n');
    const { status, stdout, stderr } = measure('--run', 'sleep $(cat seconds)');
    expect(stdout).toMatch(/^fail: /);
    expect(stdout).toMatch(/^Command\/sleep_\$\(cat_seconds\)\s+sec\/op .* slower/m);
    expect(stderr).toMatch(/^base [0-9a-f]{12}, head [0-9a-f]{12}; seed \d+$/m);
    expect(stderr).toMatch(/^round 6 of at most 200: /m);
    expect(status).toBe(1);
  });

  it('can be reported in JSON, and its rounds be kept and compared again', () => {
    at.commit('seconds', '0.15\n');
    const keep = join(temporary(), 'keep');
    const { stdout } = measure('--run', 'sleep $(cat seconds)', '--format', 'json', '--keep', keep);
    const report = JSON.parse(stdout) as { verdict: string; rounds?: { rounds: number } };
    expect(report.verdict).toBe('fail');
    const files = readdirSync(keep, { recursive: true, encoding: 'utf8' });
    expect(files).toContain(join('head', 'round-6', 'times.txt'));
    const diff = spawnSync(process.execPath, [...cli, 'diff', `${keep}/base`, `${keep}/head`], {
      encoding: 'utf8',
    });
    expect(diff.stdout).toMatch(/Command\/sleep/);
  });

  it('what it printed is kept beside them, named as in the repository', () => {
    at.commit('seconds', '0.02\n');
    const keep = join(temporary(), 'keep');
    const run = 'echo "in $PWD/x"; cat seconds >&2; echo "BenchmarkA $RANDOM 1$RANDOM ns/op"';
    measure('--run', `${run} >$FLAMEGATE_OUTPUT; echo out`, '--max-rounds', '6', '--keep', keep);
    const kept = (file: string) => readFileSync(join(keep, file), 'utf8');
    expect(kept('printed/head/round-6/stdout.txt')).toBe('in x\nout\n');
    expect(kept('printed/head/round-6/stderr.txt')).toBe('0.02\n');
    expect(kept('printed/base/round-1/stderr.txt')).toBe('0.01\n');
    expect(readdirSync(join(keep, 'base/round-1'))).toEqual(['output']);
  });
});

describe('gate --run', () => {
  it('measures here what no stored run can be asked about', () => {
    at.commit('value', '1\n');
    const bench = 'echo "BenchmarkWork 1 $(( $(cat value) * 10000 + RANDOM % 1000 )) ns/op"';
    at.git('branch', '--force', 'main', 'HEAD');
    at.commit('value', '2\n');
    at.write('bench.txt', 'BenchmarkWork 1 20500 ns/op\n');
    const gate = (...more: string[]) =>
      spawnSync(
        process.execPath,
        [...cli, 'gate', '--baseline', temporary(), '--benchmarks', 'bench.txt', ...more],
        { cwd: at.folder, encoding: 'utf8', env: env() },
      );
    const confirmed = gate('--run', bench);
    expect(confirmed.stdout, confirmed.stderr).toMatch(/^fail: .* in \d+ rounds here/);
    expect(confirmed.status).toBe(1);
    for (const against of [[], ['--against', 'HEAD']]) {
      at.git('branch', '--force', 'main', 'HEAD');
      const itself = gate('--run', bench, ...against);
      expect(itself.stderr).toContain('base and head are the same commit');
      expect(itself.stdout).not.toMatch(/^pass/);
      expect(itself.status).toBe(2);
    }
    expect(gate('--run', ' ')).toMatchObject({ status: 2, stdout: '' });
    at.git('branch', '--force', 'main', 'HEAD~1');
    const failing = gate('--run', 'exit 1');
    expect(failing.status).toBe(2);
    expect(failing.stderr).toContain('could not be measured here');
    expect(failing.stdout).not.toMatch(/^pass/);
    expect(failing.stdout).toMatch(/could not be measured here: base, round 1|head, round 1/);
  });
});

describe('bad input', () => {
  it.each<[string[], RegExp]>([
    [[], /no command to measure: write it after --/],
    [['--run', ''], /--run is empty/],
    [['--run', 'true', '--max-time', '10'], /max-time "10" is not a time/],
    [['--run', 'true', '--max-rounds', '5'], /max-rounds "5" must be/],
    [['--run', 'true', '--seed', 'x'], /--seed x must be/],
    [['--run', 'true', '--against', '--all'], /is not a revision/],
    [['--run', 'true'], /base and head are the same commit/],
    [
      ['--run', 'echo "::warning::x"; exit 3', '--against', 'HEAD'],
      /run failed with exit status 3/,
    ],
    [['--run', 'true', '--setup', 'false', '--against', 'HEAD'], /base: setup failed/],
  ])('%j is exit status 2', (args, message) => {
    const { status, stdout, stderr } = measure(...args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s*::/m);
    expect([status, stdout]).toEqual([2, '']);
  });

  it.skipIf(!existsSync('/dev/full'))(
    'is not a progress that nobody can be told (needs /dev/full)',
    () => {
      const args = 'measure --against HEAD --run true --max-rounds 6';
      const { status, stdout } = spawnSync(
        'sh',
        ['-c', `exec "$0" "$1" ${args} 2>/dev/full`, process.execPath, bundle],
        { cwd: at.folder, encoding: 'utf8', env: env() },
      );
      expect(stdout).toMatch(/^incomplete: .*the same code/);
      expect(status).toBe(0);
    },
  );

  it('of a later round is too, with what was measured before', () => {
    const run = '[ $FLAMEGATE_ROUND -lt 3 ] || exit 1; sleep 0.01';
    const { status, stdout } = measure('--run', run, '--against', 'HEAD');
    expect(stdout).toMatch(/^incomplete: /);
    expect(stdout).toMatch(/round 3: run failed with exit status 1.*after 2 rounds/);
    expect(status).toBe(2);
  });
});

/** Starts it and resolves when the command has written its process id for the nth time. */
async function started(run: string, file: string, times: number) {
  const args = [...cli, 'measure', '--against', 'HEAD', '--run', run];
  const made = spawn(process.execPath, args, { cwd: at.folder, env: env() });
  child = made;
  let [stdout, stderr] = ['', ''];
  made.stdout.on('data', (data) => (stdout += data));
  made.stderr.on('data', (data) => (stderr += data));
  const ended = new Promise<number | null>((done) => made.once('close', done));
  const pids = () =>
    existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  for (let i = 0; i < 1000 && pids().length < times; i++) await sleep(20);
  expect(pids().length, stderr).toBeGreaterThanOrEqual(times);
  return { made, ended, pid: Number(pids().at(-1)), out: () => ({ stdout, stderr }) };
}

const lives = (pid: number): boolean => {
  try {
    return (
      process.kill(pid, 0) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    );
  } catch {
    return false;
  }
};

describe.skipIf(process.platform !== 'linux')('stopped from outside', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s it ends what runs, cleans up and exits with %d', async (signal, status) => {
    const file = join(temporary(), 'pids');
    const { made, ended, pid, out } = await started(`echo $$ >> ${file}; sleep 1000`, file, 1);
    expect(lives(pid)).toBe(true);
    made.kill(signal);
    expect(await ended).toBe(status);
    expect(lives(pid)).toBe(false);
    expect(out().stderr).toMatch(new RegExp(`stopped by ${signal}`));
  });

  it('it reports what was measured so far', async () => {
    const file = join(temporary(), 'pids');
    const run = `echo $$ >> ${file}; [ $FLAMEGATE_ROUND -lt 3 ] || sleep 1000`;
    const { made, ended, pid, out } = await started(run, file, 5);
    made.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(lives(pid)).toBe(false);
    expect(out().stdout).toMatch(/^incomplete: /);
    expect(out().stdout).toMatch(/stopped by SIGINT \(after 2 rounds\)/);
  });
});

const go = spawnSync('go', ['version']).status === 0;

describe.skipIf(!go)(`the example module${go ? '' : ' (skipped: no go in PATH)'}`, () => {
  it('with a slower function fails, and names it', { timeout: 240_000 }, () => {
    at.git('checkout', '--quiet', 'main');
    cpSync(join(root, 'examples/module'), at.folder, { recursive: true });
    const cache = join(temporary(), 'go');
    mkdirSync(cache);
    at.commit('seconds', '1\n');
    at.git('checkout', '--quiet', '-B', 'feature');
    at.git('apply', join(root, 'examples/slow.patch'));
    const goCache = execFileSync('go', ['env', 'GOCACHE'], { encoding: 'utf8' }).trim();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...[...cli, 'measure', '--against', 'HEAD', '--threshold', '10%', '--max-time', '2m'],
        // Short profiles name nobody for sure.
        ...['--max-rounds', '8', '--filter', 'Encode'],
        ...['--setup', 'go test -c -o $FLAMEGATE_BIN/codec.test ./codec'],
        '--run',
        '$FLAMEGATE_BIN/codec.test -test.run="^$" -test.bench="$FLAMEGATE_FILTER" -test.benchtime=100ms -test.cpuprofile=$FLAMEGATE_PROFILE',
      ],
      {
        cwd: at.folder,
        encoding: 'utf8',
        env: { ...env(), GOCACHE: goCache, GOFLAGS: '-buildvcs=false', GOPROXY: 'off' },
      },
    );
    expect(stderr).toMatch(/with one file not as committed/);
    expect(stdout).toMatch(/^fail: /);
    expect(stdout).toMatch(/^Encode\/.* slower/m);
    expect(stdout).toMatch(/codec\.appendEscaped/);
    expect(status).toBe(1);
  });
});

/** util-linux's: BSD's takes other flags. */
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util');

describe.skipIf(!hasScript)('in a terminal', () => {
  /** All that was shown, ESC as `^` and sentences in one line; `type` is typed as soon as `when` is there. */
  async function watched(when: RegExp, type: string) {
    const script = join(temporary(), 'run.sh');
    const args = "measure --threshold 20% --against HEAD~1 -- bash -c 'sleep 0.0$(cat seconds)'";
    writeFileSync(script, `"${process.execPath}" "${bundle}" ${args}; echo "status $?"; stty -a\n`);
    child = spawn('script', ['-qfec', `bash ${script}`, '/dev/null'], {
      cwd: at.folder,
      env: { ...env(), TERM: 'xterm' },
    });
    const process_ = child;
    let [shown, typed] = ['', false];
    process_.stdout?.on('data', (of) => {
      shown += of;
      if (typed || !when.test(shown)) return;
      typed = true;
      process_.stdin?.write(type);
    });
    await new Promise((done) => process_.on('close', done));
    return shown.replaceAll('\x1b', '^').replaceAll('\r\n  ', ' ');
  }

  beforeEach(() => {
    at.commit('seconds', '1');
    at.commit('seconds', '9');
  });

  it('q stops and judges what there is, and the keyboard is given back', async () => {
    const shown = await watched(/round 2 of at most 200; /, 'q');
    expect(shown).toContain('stops after this round');
    expect(shown).toMatch(/\^\[33mincomplete\^\[39m\^\[22m: .*only [234] of at least 6 rounds/s);
    expect(shown).not.toMatch(/round 1 of at most 20: base/);
    expect(shown).toMatch(/status 0\b/);
    expect(shown).toMatch(/ icanon .* echo /s);
  });

  it('each benchmark has its line and its interval, and all are gone at the end', async () => {
    const shown = await watched(/never/, '');
    expect(shown).toMatch(/round 5 of at most 200; first look after 6; /);
    expect(shown).toMatch(
      /Command\/bash_-c\S* +slower +\d\.\dx \[[-+\d].*\r\n.*; 1 of 1 decided; /,
    );
    expect(shown).toMatch(/\^\[2A\r\^\[J\^\[1m\^\[31mfail\^\[39m\^\[22m: Command/);
    expect(shown).toMatch(/status 1\b/);
  });

  it('Ctrl-C is what it always is', async () => {
    const shown = await watched(/round 2 of at most 200; /, '\x03');
    expect(shown).toMatch(/\^\[33mincomplete\S+ .*stopped by SIGINT/s);
    expect(shown).toMatch(/status 130\b/);
  });
});
