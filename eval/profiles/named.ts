/**
 * What is named against stored runs where a benchmark is slower: the right function, another, or one where
 * none did it. On recorded profiles, whose shares vary from run to run as they do, through the shipped functions.
 *
 *   node eval/profiles/named.ts [RESAMPLES]        the table of docs/evidence.md; 1,000 unless said
 *
 * Drawn as in main.ts. That everything takes 20 % longer and no function did it is the program as it is, its
 * times per operation in the head 1.2 times what they were.
 */
import { culprit } from '../../src/judge/blame.ts';
import type { Run } from '../../src/model/run.ts';
import { random } from '../verdict/random.ts';
import { table } from '../verdict/table.ts';
import { draw, judged } from './former.ts';
import { type Recorded, recorded, runOf } from './recorded.ts';

const resamples = Number(process.argv[2] ?? 1000);
const guilty = 'example.com/ledger/parse.timestamp';
const slower = 1.2;

interface Kind {
  readonly name: string;
  readonly base: readonly Recorded[];
  /** With one function slower; null where only unchanged code was recorded. */
  readonly head: readonly Recorded[] | null;
}

/** Whether the benchmarks say how much dearer everything is; else only some got slower, and nobody knows. */
type Known = 'all' | 'some';

interface Count {
  readonly named: number;
  readonly right: number;
}

const dearer = (of: Recorded): Recorded => ({ ...of, nanosPerOp: of.nanosPerOp * slower });

function count(
  { base, head }: Pick<Kind, 'base' | 'head'>,
  [stored, heads]: readonly [number, number],
  known: Known,
  seed: number,
): Count {
  let [named, right] = [0, 0];
  for (let i = 0; i < resamples; i++) {
    const by = random(seed * 1000 + stored * 10 + heads, i);
    const before = draw(base, stored, by);
    const after = draw(head ?? before.rest, heads, by).drawn;
    const run = (profiles: readonly Recorded[]): Run => runOf(profiles, known === 'all');
    const found = culprit(
      judged(
        before.drawn.map((profile) => run([profile])),
        run(head === null ? after.map(dearer) : after),
      ),
      [],
      'storedRuns',
    );
    if (found !== undefined) named++;
    if (found?.name === guilty) right++;
  }
  return { named, right };
}

const percent = (of: number): string => `${((100 * of) / resamples).toFixed(1)} %`;

function rowsOf(kind: Kind, seed: number): string[][] {
  return [3, 10, 25].flatMap((stored) =>
    [1, 3].flatMap((heads) =>
      stored + heads > kind.base.length
        ? []
        : [
            [
              kind.name,
              `${stored} x ${heads}`,
              ...(['all', 'some'] as const).flatMap((known) => {
                const size = [stored, heads] as const;
                const none = count({ ...kind, head: null }, size, known, seed);
                if (kind.head === null) return [percent(none.named), '', ''];
                const did = count(kind, size, known, seed + 1);
                return [percent(none.named), percent(did.right), percent(did.named - did.right)];
              }),
            ],
          ],
    ),
  );
}

const example = recorded({ inlines: true });
const std = recorded({ inlines: true }, 'std');
const of = (kind: string, all = example) => all.filter((profile) => profile.kind === kind);
const kinds: readonly Kind[] = [
  { name: 'ledger', base: of('base'), head: of('double') },
  { name: 'ledger, 250 samples', base: of('base-short'), head: of('double-short') },
  ...[...new Set(std.map(({ kind }) => kind))].map((kind) => ({
    ...{ name: kind, base: of(kind, std), head: null },
  })),
];
const words = ['none did it', 'right', 'wrong'];
console.log(
  table(
    [
      'program',
      'main x head',
      ...words.map((word) => `all slower: ${word}`),
      ...words.map((word) => `some: ${word}`),
    ],
    kinds.flatMap((kind, i) => rowsOf(kind, 31 + 2 * i)),
  ),
);
