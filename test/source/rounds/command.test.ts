/** Real processes: what they cost, how they end, and that nothing of them stays. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Command, runCommand } from '../../../src/source/rounds/command.ts';
import { endGroup } from '../../../src/source/rounds/group.ts';
import { temporary } from './repository.ts';

const windows = process.platform === 'win32';

function commandIn(folder: string, text: string, more: Partial<Command> = {}): Command {
  const files = {
    stdout: join(folder, 'stdout'),
    stderr: join(folder, 'stderr'),
    times: join(folder, 'times'),
  };
  const env = { PATH: process.env.PATH };
  return { text, directory: folder, env, files, pin: null, limitSeconds: 60, ...more };
}

/** Runs and gives what was printed too. */
async function run(text: string, more: Partial<Command> = {}) {
  const folder = temporary();
  const ended = await runCommand(commandIn(folder, text, more));
  const printed = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { folder, ended, stdout: printed('stdout'), stderr: printed('stderr') };
}

/** Whether the process is there and not merely a zombie that nobody has waited for. */
function lives(pid: string): boolean {
  try {
    process.kill(Number(pid), 0);
    if (process.platform !== 'linux') return true;
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${Number(pid)}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function dies(pid: string): Promise<boolean> {
  expect(pid).toMatch(/^\d+\s*$/);
  for (let i = 0; i < 100 && lives(pid); i++) await sleep(20);
  return !lives(pid);
}

describe.skipIf(windows)('a command', () => {
  it('runs in its directory, with its environment, and its output is in files', async () => {
    const { folder, ended, stdout, stderr } = await run('pwd; echo "$A" >&2', {
      env: { PATH: process.env.PATH, A: 'b c' },
    });
    expect(ended.how).toEqual({ kind: 'exit', status: 0 });
    expect([stdout, stderr]).toEqual([`${folder}\n`, 'b c\n']);
  });

  it.each([
    ['false; echo not reached', 1],
    ['false | cat; echo not reached', 1],
    ['exit 7', 7],
    ['kill -9 $$', 137],
    ['no-such-program-anywhere', 127],
    ['trap "exit 3" EXIT', 3],
    ['exec sh -c "exit 4"', 4],
  ])('that fails, fails: %s', async (text, status) => {
    const { ended, stdout } = await run(text);
    expect(ended.how).toEqual({ kind: 'exit', status });
    expect(stdout).toBe('');
  });

  it('that cannot be started says so', async () => {
    const { ended } = await run('true', { directory: '/no/such/place' });
    expect(ended.how).toMatchObject({ kind: 'unstarted' });
  });

  it('has the wall time it slept and the CPU time it and its children worked', async () => {
    const asleep = await run('sleep 0.3');
    expect(asleep.ended.wallSeconds).toBeGreaterThan(0.29);
    expect(asleep.ended.cpuSeconds).toBeLessThan(0.2);
    const work = 'i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done';
    const busy = await run(`sh -c '${work}'; (${work})`);
    const one = await run(work);
    expect(one.ended.cpuSeconds).toBeGreaterThan(0.02);
    expect(busy.ended.cpuSeconds).toBeGreaterThan(one.ended.cpuSeconds * 0.8);
  });

  it('leaves no process behind, though it started one that nobody waits for', async () => {
    const { ended, stdout } = await run('sleep 1000 & echo $!');
    expect(ended.how).toEqual({ kind: 'exit', status: 0 });
    expect(await dies(stdout)).toBe(true);
  });

  it('may leave one where that is meant, until its group is ended', async () => {
    const { ended, stdout } = await run('sleep 1000 & echo $!', { keepGroup: true });
    expect(lives(stdout)).toBe(true);
    endGroup(ended.pid ?? 0);
    expect(await dies(stdout)).toBe(true);
  });

  it('that takes too long is ended with everything it started, though it will not', async () => {
    const text = 'trap "" TERM; sleep 1000 & echo $!; wait; sleep 1000';
    const { ended, stdout } = await run(text, { limitSeconds: 0.3 });
    expect(ended.how).toEqual({ kind: 'limit' });
    expect(await dies(stdout)).toBe(true);
  });

  it('may tidy up when it is ended, though the shell around it does not wait', async () => {
    const work = "trap 'sleep 0.3; echo tidied; exit' TERM; while :; do sleep 0.05; done";
    const { ended, stdout } = await run(`bash -c "${work}"; true`, { limitSeconds: 0.3 });
    expect(ended.how).toEqual({ kind: 'limit' });
    expect(stdout).toBe('tidied\n');
  });

  it('is ended when it is cancelled, and not begun when it was before', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 200);
    const { signal } = controller;
    const { ended, stdout } = await run('echo $$; sleep 1000', { signal });
    expect(ended.how).toEqual({ kind: 'cancelled' });
    expect(await dies(stdout)).toBe(true);
    expect((await run('sleep 1000', { signal })).ended.how).toEqual({ kind: 'cancelled' });
  });

  it('that prints without end is ended', async () => {
    const { ended } = await run('head -c 300000000 /dev/zero; sleep 1000');
    expect(ended.how).toEqual({ kind: 'output' });
  });
});
