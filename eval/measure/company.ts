/**
 * What tells of other work beside a measured command: the same command beside nothing, and beside processes
 * that keep so many CPUs busy. How much longer it took, how much of the machine the others had
 * (source/rounds/machine.ts), and what was seen of waiting.
 *
 *   node eval/measure/company.ts [RUNS]      30 of each take two minutes
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../src/source/rounds/command.ts';
import { lookAtMachine, otherWork } from '../../src/source/rounds/machine.ts';
import { median } from '../../src/stats/summary.ts';
import { table } from '../verdict/table.ts';

const runs = Number(process.argv[2] ?? 30);
const cpus = availableParallelism();
const temp = mkdtempSync(join(tmpdir(), 'flamegate-company-'));
const files = {
  stdout: join(temp, 'stdout'),
  stderr: join(temp, 'stderr'),
  times: join(temp, 'times'),
};
const work = 'i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done';
const commands = {
  'one thread': work,
  [`${cpus} threads`]: `for k in $(seq ${cpus}); do (${work}) & done; wait`,
  [`${2 * cpus} threads`]: `for k in $(seq ${2 * cpus}); do (${work}) & done; wait`,
};

const busy = (): ChildProcess => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });

interface Seen {
  readonly wall: number;
  readonly other: number;
  readonly waited: number;
}

async function once(text: string): Promise<Seen> {
  const before = lookAtMachine(null);
  const start = performance.now();
  const { wallSeconds, cpuSeconds } = await runCommand({
    ...{ text, directory: temp, env: process.env, files, pin: null, limitSeconds: 60 },
  });
  const after = lookAtMachine(null);
  const waited = (after.waited ?? 0) - (before.waited ?? 0);
  return {
    wall: wallSeconds,
    other: otherWork(before, after, cpuSeconds, cpus) ?? Number.NaN,
    waited: waited / ((performance.now() - start) / 1000),
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

try {
  const rows: string[][] = [];
  for (const [name, text] of Object.entries(commands)) {
    let alone = Number.NaN;
    for (const others of [0, 1, 2, 4]) {
      const company = Array.from({ length: others }, busy);
      const seen: Seen[] = [];
      for (let i = 0; i < runs; i++) seen.push(await once(text));
      for (const child of company) child.kill('SIGKILL');
      const middle = (of: keyof Seen) => median(seen.map((one) => one[of]));
      if (others === 0) alone = middle('wall');
      rows.push([
        name,
        String(others),
        `${(middle('wall') / alone).toFixed(2)}x`,
        percent(middle('waited')),
        percent(middle('other')),
        percent(seen.filter((one) => one.other > 0.1).length / runs),
      ]);
    }
  }
  console.log(`${cpus} CPUs, the command takes about ${runs} times a few tenths of a second\n`);
  console.log(
    table(
      ['command', 'busy processes', 'it took', 'somebody waited', 'other work', 'disturbed'],
      rows,
    ),
  );
} finally {
  rmSync(temp, { recursive: true, force: true });
}
