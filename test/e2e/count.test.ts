/** `flamegate measure --count` as a user calls it: the bundle, real git, real valgrind, a real Go module. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitEnv, type Repository, repository, temporary } from '../source/rounds/repository.ts';
import { cli } from './program.ts';

const root = resolve(import.meta.dirname, '../..');

const has = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;
const hasValgrind = has('valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', 'true');
const hasGo = has('go', 'version');
if (!hasValgrind) process.stderr.write('skipped: counting with valgrind, which is not there\n');
if (!hasGo) process.stderr.write('skipped: counting Go benchmarks, go is not there\n');

let at: Repository;
let temp: string;

beforeEach(() => {
  at = repository();
  temp = temporary();
});
afterEach(() => {
  expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
  expect(readdirSync(temp)).toEqual([]);
});

function measure(args: readonly string[], more: Record<string, string> = {}) {
  return spawnSync(process.execPath, [...cli, 'measure', '--against', 'HEAD~1', ...args], {
    cwd: at.folder,
    encoding: 'utf8',
    env: { ...gitEnv, TMPDIR: temp, ...more },
  });
}

/** A Python whose end is seen: its own symbols say where. */
const python = ['/usr/bin/python3', 'python3'].find((of) => has(of, '-c', 'pass'));
if (python === undefined) process.stderr.write('skipped: counting Python, which is not there\n');

const work = (n: number) => `BEGIN { for (i = 0; i < ${n}; i++) s += i * i % 7; print s }\n`;

describe.runIf(hasValgrind)('a command', { timeout: 120_000 }, () => {
  it.runIf(python !== undefined)(
    'of Python takes no more for a function that nobody calls, whatever Python frees at its end',
    () => {
      const rows = 'rows = [{"a": [i]} for i in range(5000)]\nprint(len(rows))\n';
      at.commit('rows.py', rows);
      at.commit('rows.py', `${rows}def unused(a): return a * 3\n`);
      const words = ['--count', '--format', 'json', '--', python ?? '', 'rows.py'];
      const { stdout, stderr } = measure(words, { PYTHONHASHSEED: '0' });
      const { comparisons } = JSON.parse(stdout) as {
        comparisons: { verdict: string; delta: number }[];
      };
      expect(comparisons, stderr).toEqual([
        expect.objectContaining({ verdict: 'ok', delta: expect.closeTo(0, 2) }),
      ]);
    },
  );

  it('that takes more fails, in text and in JSON, to the digit every time', () => {
    at.commit('work.awk', work(3000));
    at.commit('work.awk', work(3100));
    const words = ['--count', '--format', 'json', '--', 'awk', '-f', 'work.awk'];
    const { status, stdout, stderr } = measure(words);
    expect(status, stderr).toBe(1);
    const report = JSON.parse(stdout) as {
      headline: string;
      counts: { benchmarks: { base: number[]; head: number[]; spread: number }[] };
    };
    expect(report.headline).toMatch(
      /^Command\/awk_-f_work\.awk takes [\d.]+ % more instructions \([\d,]+ -> [\d,]+ a run\)/,
    );
    const [benchmark] = report.counts.benchmarks;
    expect(benchmark?.spread).toBeLessThan(0.001);
    expect(benchmark?.head).toHaveLength(benchmark?.spread === 0 ? 2 : 3);
    expect(stderr).toMatch(/^base \w{12}, head \w{12}, counted with valgrind-/m);
  });

  it('has branches, misses and cycles beside it where somebody asks, which fail nothing', () => {
    at.commit('work.awk', work(2000));
    at.commit('work.awk', work(2200));
    const asked = ['--count', '--count-threshold', '50%', '--count-events'];
    const words = ['--', 'awk', '-f', 'work.awk'];
    const { status, stdout, stderr } = measure([...asked, 'branches, cycles', ...words]);
    expect(status, stderr).toBe(0);
    for (const unit of ['branches', 'mispredicts', 'est-cycles']) {
      expect(stdout).toMatch(
        new RegExp(`^Command/awk_-f_work\\.awk +${unit}/op +[\\d,]+ \\(\\d\\) `, 'm'),
      );
    }
    expect(stdout).not.toContain('L1-misses');
    const unknown = measure([...asked, 'ticks', ...words]);
    expect([unknown.status, unknown.stderr]).toEqual([
      2,
      expect.stringMatching(/--count-events "ticks" is not known: .*branches, cache/),
    ]);
    const alone = measure(['--count-events', 'cache', ...words]);
    expect([alone.status, alone.stderr]).toEqual([2, expect.stringContaining('it needs --count')]);
  });

  it('has a report whose graph adds up to what was counted, and says how it came about', () => {
    at.commit('work.awk', work(3000));
    at.commit('work.awk', work(3100));
    const words = ['--count', '--format', 'html', '--', 'awk', '-f', 'work.awk'];
    const { status, stdout, stderr } = measure(words);
    expect(status, stderr).toBe(1);
    const [, packed = ''] = /<script type="text\/plain" id="data">([^<]*)</.exec(stdout) ?? [];
    const { rows, graphs } = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString());
    expect(graphs).toHaveLength(1);
    const [{ note, nodes, head }] = graphs;
    expect(note).toMatch(/^This tree is put together from calls between pairs of functions: /);
    const sum = nodes.head.reduce((all: number, of: number) => all + of, 0);
    expect(sum / rows[0].now).toBeCloseTo(1, 5);
    expect(sum / head.total).toBeCloseTo(1, 5);
  });

  it('that changed nothing that runs passes; all that a shell starts is counted', () => {
    at.commit('work.awk', work(2000));
    at.commit('work.awk', `# a comment\n${work(2000)}`);
    const run = 'x=$(awk -f work.awk); [ "$x" -gt 5 ]; awk -f work.awk >/dev/null';
    const { status, stdout } = measure(['--count', '--run', run]);
    expect(stdout).toMatch(/^pass: Nothing takes more instructions in 1 benchmark, counted here/);
    expect(status).toBe(0);
  });

  it('that is stopped by Ctrl-C leaves nothing behind', async () => {
    at.commit('work.awk', work(2_000_000_000));
    at.commit('work.awk', work(2_000_000_001));
    const args = ['measure', '--against', 'HEAD~1', '--count', '--', 'awk', '-f', 'work.awk'];
    const child = spawn(process.execPath, [...cli, ...args], {
      cwd: at.folder,
      env: { ...gitEnv, TMPDIR: temp },
    });
    let said = '';
    for await (const piece of child.stderr) {
      said += String(piece);
      if (said.includes('counted with valgrind')) break;
    }
    child.kill('SIGINT');
    const [status] = (await once(child, 'exit')) as [number | null];
    expect(status, said).toBe(130);
  });

  it('that fails is exit status 2, and so is one that prints results of a time', () => {
    at.commit('a', '1');
    at.commit('a', '2');
    const failing = measure(['--count', '--', 'false']);
    expect(failing.status).toBe(2);
    expect(failing.stderr).toMatch(/round 1: run failed with exit status 1/);
    const timed = measure(['--count', '--run', 'echo "BenchmarkA 100 12.5 ns/op"']);
    expect(timed.status).toBe(2);
    expect(timed.stderr).toContain('such a tool repeats fast code more often');
  });
});

describe('without a counter', () => {
  /** Only these programs, so that neither perf nor valgrind is on the PATH. */
  function only(...programs: string[]): string {
    const bin = join(temporary(), 'bin');
    mkdirSync(bin);
    for (const name of programs) {
      const found = (process.env.PATH ?? '').split(delimiter).map((of) => join(of, name));
      const script = `#!/bin/sh\nfor p in ${found.join(' ')}; do [ -x "$p" ] && exec "$p" "$@"; done\n`;
      writeFileSync(join(bin, name), script);
      chmodSync(join(bin, name), 0o755);
    }
    return bin;
  }

  it('the error has the line that installs one; with `count: auto` time is measured', () => {
    at.commit('time', '1000\n');
    at.commit('time', '2000\n');
    const PATH = only('git', 'sh', 'cat', 'ps');
    // The times are said: a sleep takes longer beside other work, and then more rounds are needed.
    const run = ['--run', 'echo BenchmarkA 1 $(($(cat time) + FLAMEGATE_ROUND)) ns/op'];
    const none = measure(['--count', ...run], { PATH });
    expect(none.status, none.stderr).toBe(2);
    expect(none.stderr).toMatch(/install it: sudo apt-get install valgrind$/m);
    at.write('flamegate.yml', 'count: auto\n');
    const auto = measure(['--config', 'flamegate.yml', ...run], { PATH });
    expect(auto.stderr).toContain('so time is measured');
    expect(auto.stdout).toMatch(/^fail: A is 2\.0x slower, in 6 rounds here\.$/m);
  });

  it('perf is used where it counts: its number is that of the processor', () => {
    at.commit('n', '1000000\n');
    at.commit('n', '1100000\n');
    const bin = only('git', 'bash', 'cat', 'setarch', 'grep');
    // `perf stat -x, -e instructions:u --log-fd 1 -- true`, then with -o FILE the command that is counted.
    const perf = `#!/bin/sh
[ "$1" = --version ] && { echo 'perf version 6.1.187'; exit; }
file=
while [ "$1" != -- ]; do [ "$1" = -o ] && file=$2; shift; done
shift
"$@" || exit
said="$(cat n 2>/dev/null || echo 5),,instructions:u,101634523,100.00,,"
if [ -n "$file" ]; then echo "$said" >"$file"; else echo "$said"; fi
`;
    writeFileSync(join(bin, 'perf'), perf);
    chmodSync(join(bin, 'perf'), 0o755);
    const { status, stdout, stderr } = measure(['--count', '--', 'cat', 'n'], { PATH: bin });
    expect(stdout, stderr).toMatch(
      /^fail: Command\/cat_n takes 10 % more instructions \(1,000,000 -> 1,100,000 a run\)\.$/m,
    );
    expect(stdout).toContain('with perf 6.1.187');
    expect(status).toBe(1);
  });
});

describe.runIf(hasValgrind && hasGo)('a Go module', { timeout: 300_000 }, () => {
  it('fails with the benchmark that got slower, by an exact number', () => {
    cpSync(join(root, 'examples/module'), at.folder, { recursive: true });
    at.commit('note', 'base\n');
    at.git('apply', join(root, 'examples/slow.patch'));
    at.commit('note', 'head\n');
    const more = { HOME: process.env.HOME ?? '', GOFLAGS: '-mod=mod' };
    const words = ['--count', '--', 'go', 'test', '-bench=Encode/small|Checksum', './codec'];
    const { status, stdout, stderr } = measure(words, more);
    expect(stdout, stderr).toMatch(
      /^fail: Encode\/small takes 9\d % more instructions \(5,[67]\d\d -> 11,[23]\d\d an operation\): codec\.appendEscaped \+5,7\d\d of \+5,[56]\d\d \(codec\/escape\.go:\d\d\), runtime\.memmove -1\d\d, nothing else above \d+\.$/m,
    );
    expect(stdout).toMatch(/^Checksum .* ok/m);
    expect(stderr).toMatch(/^2 of 2: /m);
    expect(status).toBe(1);
  });
});
