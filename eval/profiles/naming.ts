/**
 * Which function is named where a benchmark is slower, on recorded profiles, through the functions that ship:
 *
 *   node eval/profiles/naming.ts [DRAWS] [--held-back]      200 unless said; the programs that shaped no constant
 *
 * One user function of 3 to 12 % takes twice or 1.5 times as long (as in main.ts), and the benchmark is slower by
 * just that. "None": the benchmark is 10 % slower, and every share is as it was.
 */
import { blame } from '../../src/judge/blame.ts';
import type { JudgedComparison } from '../../src/model/comparison.ts';
import { random } from '../verdict/random.ts';
import { table } from '../verdict/table.ts';
import {
  type Cell,
  draw,
  heavier,
  heldBack,
  isThickEnough,
  judged,
  type Program,
  programs,
  runOf,
} from './main.ts';
import { readSet, type Samples, samplesOf, tableOf, thinned } from './stacks.ts';

const isHeldBack = process.argv.includes('--held-back');
const draws = Number(process.argv.slice(2).find((of) => /^\d+$/.test(of)) ?? 200);

const side = { center: 1, n: 10, runs: 10 };
const slowerBy = (delta: number) =>
  ({
    ...{ package: '', benchmark: 'B', unit: 'sec/op', better: 'lower', base: side, head: side },
    ...{ delta, own: delta, follows: null, gated: true, verdict: 'slower' },
  }) as unknown as JudgedComparison;

interface Named {
  readonly first: boolean;
  readonly three: boolean;
  readonly alone: boolean;
  readonly right: boolean;
}

function named(of: Program, cell: Cell, factor: number, i: number, seed: number): Named | null {
  const by = random(seed, i);
  const drawn = draw(of, cell, by, true);
  const name = of.spiked[by.index(of.spiked.length)] ?? '';
  if (drawn === null) return null;
  const spare = (k: number) => drawn.spare[k % drawn.spare.length] as Samples;
  const grow = (samples: Samples, k: number) =>
    factor === 1 ? samples : heavier(of, samples, spare(k), name, factor, by);
  const run = (samples: Samples) => tableOf(of.set, thinned(samples, cell.samples, by));
  const rows = judged(
    drawn.base.map((samples) => runOf([run(samples)])),
    runOf(drawn.head.map((samples, k) => run(grow(samples, k)))),
  );
  const all = of.recordings[0] as Samples;
  const part = samplesOf(of.set, all, name).length / all.length;
  const delta = factor === 1 ? 0.1 : part * (factor - 1);
  const { sure, perhaps } = blame({ functions: rows, comparisons: [slowerBy(delta)] });
  const list = sure === null ? perhaps.map((row) => row.name) : [sure.name];
  return {
    first: list[0] === name,
    three: list.includes(name),
    alone: sure !== null,
    right: sure?.name === name,
  };
}

const percent = (count: number, all: number) =>
  all === 0 ? '-' : `${Number(((100 * count) / all).toPrecision(2))} %`;

const all = isHeldBack
  ? heldBack(readSet('other'))
  : programs({ example: readSet('example'), std: readSet('std') });
const rows: string[][] = [];
for (const [stored, heads] of [
  [1, 1],
  [3, 3],
  [15, 1],
  [15, 3],
] as const) {
  for (const samples of [250, 1000]) {
    for (const [title, factor] of [
      ['doubled', 2],
      ['x 1.5', 1.5],
      ['none', 1],
    ] as const) {
      const found = all
        .filter(({ recordings }) => isThickEnough(recordings, { samples }))
        .flatMap((of, number) =>
          Array.from({ length: draws }, (_, i) =>
            named(of, { stored, heads, samples }, factor, i, number * 1000 + stored * 10 + heads),
          ),
        )
        .filter((one) => one !== null);
      const count = (is: (of: Named) => boolean) => found.filter(is).length;
      const alone = count((of) => of.alone);
      rows.push([
        `${stored} x ${heads}`,
        `${samples}`,
        title,
        factor === 1
          ? '-'
          : percent(
              count((of) => of.first),
              found.length,
            ),
        factor === 1
          ? '-'
          : percent(
              count((of) => of.three),
              found.length,
            ),
        percent(alone, found.length),
        factor === 1
          ? '-'
          : percent(
              count((of) => of.right),
              alone,
            ),
      ]);
    }
  }
}
console.log(
  table(
    ['stored x head', 'samples', 'function', 'first', 'in three', 'alone', 'alone: right'],
    rows,
  ),
);
