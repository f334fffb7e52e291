/**
 * What CPU time beside wall time is good for on a machine that has other work: a program is measured against
 * itself in rounds as `measure` does it (wall and CPU time of the command), alone and beside processes that
 * come and go. Comparisons are drawn from those rounds, with slowdowns put into the head, and decided by the shipped
 * functions: by wall time alone, by both as two metrics, and as CPU time is used.
 *
 *   node eval/measure/cputime.ts [COMPARISONS] [ROUNDS]     1,000 and 300 take a quarter of an hour; needs a C compiler
 *
 * Of slowdowns a fifth as many comparisons are drawn. With ROUNDS_FILE the rounds are kept there, and read from it.
 *
 * A comparison takes blocks of ten rounds, because the company of one round is that of the next, and changes
 * the sides of any round by lot. A slowdown that works is a factor of both times of the head; one that
 * waits adds to its wall time; one that waits now and then adds twice as much in half of the rounds.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookAt } from '../../src/flow/measure.ts';
import { openNames } from '../../src/judge/decided.ts';
import type { JudgedComparison } from '../../src/model/comparison.ts';
import type { Round, Run, Series } from '../../src/model/run.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { resolveConfig } from '../../src/settings/config.ts';
import { runCommand } from '../../src/source/rounds/command.ts';
import { looks } from '../../src/stats/spending.ts';
import { median } from '../../src/stats/summary.ts';
import { type Random, random } from '../verdict/random.ts';
import { table } from '../verdict/table.ts';
import { startLoad } from './load.ts';

const comparisons = Number(process.argv[2] ?? 1000);
const count = Number(process.argv[3] ?? 400);
const kept = process.env.ROUNDS_FILE;
const seed = 20261128;
const block = 10;
const config = resolveConfig();

/** Counts the words of a text of its own with a table of hashes, some 0.15 s of one thread. */
const program = `
#include <stdio.h>
#include <stdlib.h>
static unsigned table[1 << 16];
int main(void) {
  size_t size = 1 << 20;
  char *text = malloc(size);
  unsigned state = 1;
  for (size_t i = 0; i < size; i++) {
    state = state * 1664525u + 1013904223u;
    text[i] = "abcdefgh  "[(state >> 24) % 10];
  }
  for (int k = 0; k < 75; k++) {
    unsigned hash = 0;
    for (size_t i = 0; i < size; i++) {
      if (text[i] == ' ') {
        table[hash & 0xffff]++;
        hash = 0;
      } else {
        hash = hash * 31 + text[i];
      }
    }
  }
  printf("done\\n");
  return 0;
}`;

interface Times {
  readonly wall: number;
  readonly cpu: number;
}
type Pair = readonly [Times, Times];

const temp = mkdtempSync(join(tmpdir(), 'flamegate-cputime-'));

async function once(text: string): Promise<Times> {
  const files = {
    stdout: join(temp, 'stdout'),
    stderr: join(temp, 'stderr'),
    times: join(temp, 'times'),
  };
  const { wallSeconds, cpuSeconds } = await runCommand({
    ...{ text, directory: temp, env: process.env, files, pin: null, limitSeconds: 60 },
  });
  return { wall: wallSeconds, cpu: cpuSeconds };
}

/** Pairs of runs of one program beside so many processes, each of which works up to four seconds at a time. */
async function record(company: number): Promise<Pair[]> {
  const others = Array.from({ length: company }, (_, i) => startLoad(i + 1, 4));
  const pairs: Pair[] = [];
  try {
    await once(join(temp, 'work'));
    for (let i = 0; i < count; i++) {
      pairs.push([await once(join(temp, 'work')), await once(join(temp, 'work'))]);
    }
  } finally {
    for (const other of others) other.kill('SIGKILL');
  }
  return pairs;
}

async function recordAll(): Promise<Record<string, Pair[]>> {
  if (kept !== undefined && existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  writeFileSync(join(temp, 'work.c'), program);
  execFileSync('cc', ['-O1', '-o', join(temp, 'work'), join(temp, 'work.c')]);
  const recorded: Record<string, Pair[]> = {};
  for (const company of [4, 2, 0]) recorded[`${company}`] = await record(company);
  if (kept !== undefined) writeFileSync(kept, JSON.stringify(recorded));
  return recorded;
}

interface Change {
  readonly name: string;
  readonly head: (of: Times, usual: number, r: Random) => Times;
}

const works = (by: number): Change => ({
  name: by === 0 ? 'identical' : `works +${100 * by} %`,
  head: ({ wall, cpu }) => ({ wall: wall * (1 + by), cpu: cpu * (1 + by) }),
});
const waits = (by: number): Change => ({
  name: `waits +${100 * by} %`,
  head: ({ wall, cpu }, usual) => ({ wall: wall + by * usual, cpu }),
});
const sometimes = (by: number): Change => ({
  name: `waits +${200 * by} % in half of the rounds`,
  head: ({ wall, cpu }, usual, r) => ({
    wall: wall + (r.uniform() < 0.5 ? 2 * by * usual : 0),
    cpu,
  }),
});
const changes: readonly Change[] = [
  ...[0, 0.05, 0.1, 0.3].map(works),
  ...[0.05, 0.1, 0.3].map(waits),
  ...[0.1, 0.3].map(sometimes),
];

/** By wall time alone, by both as two metrics, and as they are decided. */
type Way = 'wall' | 'both' | 'cpu';

const side = ({ wall, cpu }: Times, way: Way): Run => {
  const series = (unit: string, value: number): Series => ({
    ...{ package: '', benchmark: 'Command/work', unit, better: 'lower', exact: false },
    samples: [value],
  });
  return {
    ...{ commit: 'c', time: '', environment: {}, tables: [], warnings: [] },
    series: [series('sec/op', wall), ...(way === 'wall' ? [] : [series('cpu-sec/op', cpu)])],
  };
};

const planned = looks(config.maxRounds);
const most = planned.at(-1)?.after ?? 0;

interface Decided {
  readonly verdict: Verdict;
  readonly rounds: number;
  readonly isOpen: boolean;
}

function decide(pairs: readonly Pair[], change: Change, way: Way, i: number): Decided {
  const r = random(seed, i);
  const usual = median(pairs.map(([of]) => of.wall));
  const drawn: Pair[] = [];
  while (drawn.length < most) {
    const from = r.index(pairs.length - block + 1);
    for (const [a, b] of pairs.slice(from, from + block)) {
      const [base, head] = r.uniform() < 0.5 ? [a, b] : [b, a];
      drawn.push([base, change.head(head, usual, r)]);
    }
  }
  const rounds = drawn.map(
    ([base, head]): Round => ({ base: side(base, way), head: side(head, way) }),
  );
  const look = lookAt(config, planned);
  for (const { after } of planned) {
    const { verdict, open: now } = look(rounds.slice(0, after));
    const open = way === 'both' ? verdict.comparisons.flatMap(alone) : now;
    if (open.length === 0 || after === most) {
      return { verdict, rounds: after, isOpen: open.length > 0 };
    }
  }
  throw new TypeError('there is no look');
}

/** Whether a row is open where no other answers for it. */
const alone = ({ toldBy: _, ...row }: JudgedComparison): string[] =>
  openNames({ comparisons: [row] });

function cell(pairs: readonly Pair[], change: Change, way: Way): string[] {
  const size = change === changes[0] ? comparisons : Math.ceil(comparisons / 5);
  const all = Array.from({ length: size }, (_, i) => decide(pairs, change, way, i));
  const percent = (is: (of: Decided) => boolean) =>
    `${((100 * all.filter(is).length) / size).toFixed(1)} %`;
  const isRed = ({ verdict }: Decided) => verdict.verdict === 'fail';
  const rounds = all.reduce((sum, of) => sum + of.rounds, 0) / size;
  return [percent(isRed), percent((of) => of.isOpen && !isRed(of)), rounds.toFixed(1)];
}

try {
  const recorded = await recordAll();
  const header = ['company', 'change'];
  const ways: readonly Way[] = ['wall', 'both', 'cpu'];
  for (const way of ways) header.push(`${way}: red`, 'open', 'rounds');
  const rows = Object.entries(recorded).flatMap(([company, pairs]) =>
    changes.map((change) => [
      company,
      change.name,
      ...ways.flatMap((way) => cell(pairs, change, way)),
    ]),
  );
  console.log(table(header, rows));
} finally {
  rmSync(temp, { recursive: true, force: true });
}
