/**
 * The action with `count:`, in a real checkout: with a counter, without one that can be installed, and
 * where none can be had. Counters are programs that print what the real ones do, but for one test with the
 * valgrind of this machine.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeEach, expect, it } from 'vitest';
import { at, type Repository, repository, temporary } from '../source/rounds/repository.ts';
import { runAction, type Step } from './github/runner.ts';
import { useGitHub } from './github/server.ts';

const github = useGitHub();

let checkout: Repository;
let bin: string;

beforeEach(() => {
  const remote = repository();
  remote.commit('value', '1000000\n');
  remote.git('checkout', '--quiet', '-b', 'feature');
  remote.commit('value', '1050000\n');
  remote.git('checkout', '--quiet', '--detach', 'main');
  remote.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'feature');
  remote.git('update-ref', 'refs/pull/1/merge', 'HEAD');
  checkout = at(temporary());
  checkout.git('init', '--quiet');
  checkout.git('remote', 'add', 'origin', `file://${remote.folder}`);
  checkout.git('fetch', '--quiet', 'origin', '+refs/pull/1/merge:refs/remotes/pull/1/merge');
  checkout.git('checkout', '--quiet', '--detach', 'refs/remotes/pull/1/merge');
  bin = join(temporary(), 'bin');
  mkdirSync(bin);
  for (const name of ['git', 'bash', 'cat', 'env', 'cp', 'chmod', 'grep', 'sleep']) {
    const all = (process.env.PATH ?? '').split(delimiter).map((of) => join(of, name));
    program(name, `for p in ${all.join(' ')}; do [ -x "$p" ] && exec "$p" "$@"; done`);
  }
});

function program(name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
}

/** Counts what the file `value` of the tree says. */
const valgrind = `[ "$1" = --version ] && { echo valgrind-3.19.0; exit; }
for of; do case $of in --callgrind-out-file=*) file=\${of#*=} ;; --*) ;; *) break ;; esac; shift; done
"$@" || exit
[ -e value ] || exit 0
file=\${file%\\%p}17
printf 'version: 1\\ncreator: callgrind-3.19.0\\npid: 17\\npart: 1\\nevents: Ir\\n\\nfl=(1) %s/work.c\\nfn=(1) work\\n7 %s\\n\\ntotals: %s\\n' "$PWD" "$(cat value)" "$(cat value)" >"$file"`;

const step = (inputs: Record<string, string>, { env, cancel }: Pick<Step, 'env' | 'cancel'> = {}) =>
  runAction({
    ...(cancel && { cancel }),
    github: github(),
    run: github().runOf(github().openPull()),
    workspace: checkout.folder,
    inputs: { run: 'cat value', count: 'true', ...inputs },
    env: {
      GITHUB_SHA: checkout.git('rev-parse', 'HEAD'),
      GITHUB_REF: 'refs/pull/1/merge',
      PATH: bin,
      ...env,
    },
  });

it('base and head are counted, and the function is in the summary and in the comment', async () => {
  program('valgrind', valgrind);
  const got = await step({});
  expect(got.outputs.verdict, got.stdout).toBe('fail');
  expect(got.exitCode).toBe(1);
  const line =
    'Command/cat_value takes 5 % more instructions (1,000,000 -> 1,050,000 a run): work +50,000 of +50,000 (work.c:7), nothing else above 0.';
  expect(got.stdout).toContain(`fail: ${line}`);
  expect(got.summary).toContain('<code>work.c:7</code>');
  expect(github().comments[0]?.body).toContain('takes 5 % more instructions');
  expect(got.outputs['artifact-url']).toMatch(/artifacts/);
  expect(got.annotations.map((of) => of.message)).toContain(
    'work: 1,000,000 to 1,050,000 instructions, of Command/cat_value: +50,000 instructions a run.',
  );
  const report = github().artifacts.find(({ name }) => name.endsWith('.html'));
  const [, data = ''] =
    /<script [^>]*id="data">([^<]*)</.exec(Buffer.from(report?.bytes ?? []).toString()) ?? [];
  const text = data.startsWith('{') ? data : gunzipSync(Buffer.from(data, 'base64')).toString();
  expect(JSON.parse(text).graphs).toMatchObject([
    { title: 'instructions/op, Command/cat_value', base: { total: 1e6 }, head: { total: 1.05e6 } },
  ]);
  const regressions = JSON.parse(got.outputs.regressions ?? '') as { unit: string }[];
  expect(regressions.map((of) => of.unit)).toEqual(['instructions/op']);
});

it('a smaller change than count-threshold is none', async () => {
  program('valgrind', valgrind);
  const got = await step({ 'count-threshold': '6%' });
  expect(got.outputs.verdict, got.stdout).toBe('pass');
  expect(got.exitCode).toBe(0);
});

it('valgrind is installed where the runner may do that', async () => {
  const apt = `[ "$1 $2" = '-n env' ] || exit 9
case "$*" in *'apt-get install -y -q valgrind') cp ${bin}/later ${bin}/valgrind && chmod +x ${bin}/valgrind ;; *) exit 8 ;; esac`;
  program('later', valgrind);
  program('sudo', apt);
  const got = await step({});
  expect(got.stdout).toContain('instructions cannot be counted here yet: installing valgrind');
  expect(got.outputs.verdict, got.stdout).toBe('fail');
});

const real = spawnSync('sh', ['-c', 'command -v valgrind'], { encoding: 'utf8' }).stdout.trim();
const counts = spawnSync(real, ['--tool=callgrind', '--callgrind-out-file=/dev/null', 'true']);
if (counts.status !== 0) process.stderr.write('skipped: the action with valgrind, not there\n');

it.runIf(counts.status === 0)(
  'the real valgrind counts, once it is installed and where it is there',
  { timeout: 120_000 },
  async () => {
    program('later', `exec ${real} "$@"`);
    program('true', 'exit 0');
    program('sudo', `cp ${bin}/later ${bin}/valgrind && chmod +x ${bin}/valgrind`);
    const run = 'read -r n <value; n=$((n / 500)); while [ $n -gt 0 ]; do n=$((n - 1)); done';
    for (const isThere of [false, true]) {
      const got = await step({ run });
      expect(got.stdout.includes('installing valgrind')).toBe(!isThere);
      expect(got.stdout).toMatch(/^fail: Command\/.* takes [2-5](\.\d)? % more instructions/m);
      expect(got.outputs.verdict).toBe('fail');
      expect(got.exitCode).toBe(1);
      expect(github().comments[0]?.body).toMatch(/takes [2-5](\.\d)? % more instructions/);
    }
  },
);

it('where nothing can be installed, `true` is an error with what to do, and `auto` measures time', async () => {
  program('sudo', 'exit 1');
  const none = await step({});
  expect(none.exitCode).toBe(2);
  expect(none.outputs.verdict).toBeUndefined();
  expect(none.annotations).toContainEqual(
    expect.objectContaining({ message: expect.stringMatching(/sudo apt-get install valgrind/) }),
  );
  // Times are said: 100 and 150 microseconds, under any load.
  const run = 'echo BenchmarkA 1 $(($(cat value) - 900000 + FLAMEGATE_ROUND)) ns/op';
  const auto = await step({ count: 'auto', run, 'max-rounds': '6' });
  expect(auto.stdout).toContain('so time is measured');
  expect(auto.stdout).not.toContain('installing valgrind');
  expect(auto.stdout).toContain('in turn on this machine: ');
  expect(auto.outputs.verdict, auto.stdout).toBe('fail');
});

/** The processes of the command, which wait for a minute, and what a cancelled step leaves of them. */
async function cancelled(signal: NodeJS.Signals, inputs: Record<string, string>) {
  const [temp, file] = [temporary(), join(temporary(), 'started')];
  const wait = `echo $$ >>${file}; exec sleep 60`;
  const how = inputs.setup === undefined ? { run: wait } : { ...inputs, setup: wait };
  const got = await step(how, { env: { TMPDIR: temp }, cancel: { signal, file } });
  const pids = readFileSync(file, 'utf8').trim().split('\n').map(Number);
  expect(readdirSync(temp)).toEqual([]);
  expect(checkout.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
  expect(pids.length).toBeGreaterThan(0);
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  return got;
}

it.each([
  ['SIGINT', 130, {}],
  ['SIGTERM', 143, {}],
  ['SIGTERM', 143, { setup: 'waits' }],
  ['SIGINT', 130, { count: 'auto', setup: 'waits' }],
] as const)(
  'a job that is cancelled by %s ends with %i, and leaves nothing (%j)',
  async (...of) => {
    program('valgrind', valgrind);
    const [signal, status, inputs] = of;
    const got = await cancelled(signal, inputs);
    expect(got.exitCode, got.stdout).toBe(status);
    expect(got.stdout).toContain(`stopped by ${signal}`);
    expect(got.stdout).not.toContain('so time is measured');
  },
);

it.each([
  [{ run: '' }, /count without run/],
  [{ benchmarks: 'value' }, /leave benchmarks and profiles out/],
  [{ 'time-command': 'true' }, /choose one/],
  [{ count: 'yes' }, /count "yes" is not known/],
])('with %j it says what is wrong', async (inputs, message) => {
  const got = await step(inputs);
  expect(got.exitCode).toBe(2);
  expect(got.annotations[0]?.message).toMatch(message);
});
