/**
 * How often the function gate is wrong and how often it finds what it should, on recorded profiles, through the
 * functions that ship:
 *
 *   node eval/profiles/main.ts [DRAWS] [--raw] [--program NAME] [--scenario NAME] [--cells 25x3,5x3] [--samples 250,1000]
 *   node eval/profiles/main.ts [DRAWS] --held-back ...
 *
 * 100 draws of each program unless said; all of it takes half an hour.
 *
 * A draw takes stored runs of one profile each and a head of several profiles from the recordings of one program
 * (record.sh, record-std.sh). "In a row": the head's profiles were recorded one after the other, as in a
 * CI job. Streams are seeded by cell: the same table on every machine.
 *
 * Held back: the programs that shaped no constant (record-other.sh), and no others. They were also recorded with
 * one function really called twice, or in every second job ("really doubled", "really x 1.5").
 */
import { parseArgs } from 'node:util';
import { compareFunctions } from '../../src/compare/functions/compare.ts';
import { adjust } from '../../src/compare/gate/multiplicity.ts';
import { isGated, judgeFunction } from '../../src/judge/functions.ts';
import type { JudgedFunction } from '../../src/model/functions.ts';
import type { FunctionTable, Run } from '../../src/model/run.ts';
import { wilson } from '../../src/stats/wilson.ts';
import { type Random, random } from '../verdict/random.ts';
import {
  joined,
  type RecordedSet,
  readSet,
  type Samples,
  samplesOf,
  tableOf,
  thinned,
} from './stacks.ts';

const policy = { threshold: 0.02, gated: true };
const alpha = 0.01;

let commits = 0;
export const runOf = (tables: readonly FunctionTable[]): Run => ({
  ...{ commit: String(commits++), time: '', environment: {}, series: [], warnings: [] },
  tables,
});

export function judged(base: readonly Run[], head: Run): JudgedFunction[] {
  const compared = compareFunctions([head], base, { alpha, floor: policy.threshold });
  const { profiles } = adjust([], compared, {
    comparison: () => true,
    function: (of) => isGated(of, policy),
  });
  return profiles.flatMap(({ functions }) =>
    functions.map((of) => judgeFunction(of, policy, alpha)),
  );
}

/** One program: recordings in order, and how its changed functions are made. */
export interface Program {
  readonly name: string;
  readonly set: RecordedSet;
  readonly recordings: readonly Samples[];
  /** User functions that may be spiked: 3 to 12 % of the user code. */
  readonly spiked: readonly string[];
  /** Recordings of the same work under other names. */
  readonly moved?: readonly Samples[];
  /** Recordings with this function really taking 2 and 1.5 times as long. */
  readonly changed?: {
    readonly name: string;
    readonly double: readonly Samples[];
    readonly half: readonly Samples[];
  };
}

/** What is called twice in the programs of record-other.sh, as its profiler calls it. */
const doubled: Readonly<Record<string, string>> = {
  ...{ shop: 'checksum', report: 'escape (report.py)' },
  ...{ gowords: 'main.checksum', gotext: 'main.blur' },
};

/** The programs of the recordings that shaped no constant. */
export function heldBack(set: RecordedSet): Program[] {
  return [...set.kinds]
    .filter(([kind]) => !/-(?:double|half|moved)$/.test(kind))
    .map(([kind, recordings]) => {
      const [moved, double, half] = ['moved', 'double', 'half'].map((of) =>
        set.kinds.get(`${kind}-${of}`),
      );
      const changed = { name: doubled[kind] ?? '', double: double ?? [], half: half ?? [] };
      return {
        ...{ name: kind.replace('-', ', '), set, recordings, spiked: spikedOf(set, recordings) },
        ...(moved === undefined ? {} : { moved }),
        ...(double === undefined ? {} : { changed }),
      };
    });
}

export function programs(sets: Readonly<Record<string, RecordedSet>>): Program[] {
  const list: Program[] = [];
  for (const [from, set] of Object.entries(sets)) {
    for (const [kind, recordings] of set.kinds) {
      if (from === 'example' && kind !== 'base' && kind !== 'base-short') continue;
      const name = from === 'example' ? (kind === 'base' ? 'ledger' : 'ledger, short') : kind;
      const moved = name === 'ledger' ? set.kinds.get('moved') : undefined;
      list.push({
        ...{ name, set, recordings, spiked: spikedOf(set, recordings) },
        ...(moved === undefined ? {} : { moved }),
      });
    }
  }
  return list;
}

function spikedOf(set: RecordedSet, recordings: readonly Samples[]): string[] {
  const { functions, total, background = 0 } = tableOf(set, joined(...recordings));
  return functions
    .filter((row) => !row.background)
    .filter(
      ({ flat }) => flat / (total - background) >= 0.03 && flat / (total - background) <= 0.12,
    )
    .map(({ name }) => name);
}

export interface Cell {
  readonly stored: number;
  readonly heads: number;
  /** Of a profile. */
  readonly samples: number;
}

/** What happened in a comparison: functions that fail, suspects among them or not, and the one that should. */
interface Outcome {
  readonly failed: readonly string[];
  readonly suspected: readonly string[];
  readonly right: string | null;
}

type Scenario = (of: Program, cell: Cell, by: Random) => Outcome | null;

/** Stored recordings and heads, none twice. In a row: neighbours, the stored ones from the rest. */
export function draw({ recordings }: Program, { stored, heads }: Cell, by: Random, inRow: boolean) {
  const spare = 3;
  // The sets have 30 to 40 recordings each: the most stored ones are what is left.
  const most = recordings.length - heads - spare;
  if (most < Math.min(stored, 15)) return null;
  const numbers = recordings.map((_, i) => i);
  const pick = (count: number) =>
    Array.from({ length: count }, () => numbers.splice(by.index(numbers.length), 1)[0] as number);
  const head = inRow ? numbers.splice(by.index(numbers.length - heads + 1), heads) : pick(heads);
  const base = pick(Math.min(stored, most));
  const at = (list: readonly number[]) => list.map((i) => recordings[i] as Samples);
  return { base: at(base), head: at(head), spare: at(pick(spare)) };
}

let as: 'user' | 'raw' = 'user';

function outcome(
  { set }: Program,
  cell: Cell,
  by: Random,
  base: readonly Samples[],
  head: readonly Samples[],
  right: string | null,
): Outcome {
  const table = (samples: Samples) => tableOf(set, thinned(samples, cell.samples, by), as);
  const rows = judged(
    base.map((samples) => runOf([table(samples)])),
    runOf(head.map(table)),
  ).filter(({ gated }) => gated);
  const named = (verdict: string) =>
    rows.filter((row) => row.verdict === verdict).map(({ name }) => name);
  return { failed: named('slower'), suspected: named('suspect'), right };
}

const unchanged =
  (inRow: boolean): Scenario =>
  (of, cell, by) => {
    const drawn = draw(of, cell, by, inRow);
    return drawn && outcome(of, cell, by, drawn.base, drawn.head, null);
  };

/** A function takes `factor` times as long: more of its samples from a recording that is not used otherwise. */
export function heavier(
  of: Program,
  samples: Samples,
  spare: Samples,
  name: string,
  factor: number,
  by: Random,
) {
  const own = samplesOf(of.set, spare, name);
  const wanted = Math.round(own.length * (factor - 1) * (samples.length / spare.length));
  const extra = wanted <= own.length ? thinned(own, wanted, by) : joined(own, own);
  return joined(samples, extra);
}

const grown =
  (factor: number, inRow = true, merged = 0): Scenario =>
  (of, cell, by) => {
    const drawn = draw(of, cell, by, inRow);
    const name = of.spiked[by.index(of.spiked.length)];
    if (drawn === null || name === undefined) return null;
    const spare = (i: number) => drawn.spare[i % drawn.spare.length] as Samples;
    const grow = (samples: Samples, i: number) => heavier(of, samples, spare(i), name, factor, by);
    const base = drawn.base.map((samples, i) => (i < merged ? grow(samples, i + 1) : samples));
    return outcome(of, cell, by, base, drawn.head.map(grow), merged > 0 ? null : name);
  };

/** Another function became 80 % faster: nothing is heavier. */
const improved: Scenario = (of, cell, by) => {
  const drawn = draw(of, cell, by, true);
  const name = of.spiked[by.index(of.spiked.length)];
  if (drawn === null || name === undefined) return null;
  const shrink = (samples: Samples) => {
    const own = samplesOf(of.set, samples, name);
    const rest = samples.filter((stack) => of.set.user[stack]?.names[0] !== name);
    return joined(rest, thinned(own, Math.round(own.length / 5), by));
  };
  return outcome(of, cell, by, drawn.base, drawn.head.map(shrink), null);
};

/** Profiles of another size than the cell says are no draws of it. */
export function isThickEnough(recordings: readonly Samples[], { samples }: Pick<Cell, 'samples'>) {
  const lengths = recordings.map(({ length }) => length).sort((a, b) => a - b);
  return (lengths[lengths.length >> 1] ?? 0) >= samples * 0.8;
}

/** A head of these recordings, in a row, against stored runs of the program as it is. */
function against(
  of: Program,
  cell: Cell,
  by: Random,
  head: readonly Samples[],
  right: string | null,
): Outcome | null {
  const drawn = draw(of, cell, by, false);
  if (drawn === null || head.length < cell.heads || !isThickEnough(head, cell)) return null;
  const first = by.index(head.length - cell.heads + 1);
  return outcome(of, cell, by, drawn.base, head.slice(first, first + cell.heads), right);
}

/** The same work under other names (moved.patch, programs/moved.patch). */
const refactored: Scenario = (of, cell, by) => against(of, cell, by, of.moved ?? [], null);

const really =
  (kind: 'double' | 'half'): Scenario =>
  (of, cell, by) =>
    of.changed === undefined ? null : against(of, cell, by, of.changed[kind], of.changed.name);

const scenarios: Readonly<Record<string, Scenario>> = {
  unchanged: unchanged(false),
  'in a row': unchanged(true),
  doubled: grown(2),
  'x 1.5': grown(1.5),
  improved,
  merged: grown(2, true, 1),
  refactored,
};

/** Which of them have a right answer to find. */
const sought: readonly string[] = ['doubled', 'x 1.5', 'really doubled', 'really x 1.5'];

interface Rates {
  draws: number;
  failed: number;
  found: number;
  other: number;
  suspected: number;
}

function ratesOf(outcomes: readonly Outcome[]): Rates {
  const count = (is: (of: Outcome) => boolean) => outcomes.filter(is).length;
  const isRight =
    ({ right }: Outcome) =>
    (name: string) =>
      right !== null && name === right;
  const isOther = (of: Outcome) => (name: string) => !isRight(of)(name);
  return {
    draws: outcomes.length,
    failed: count((of) => of.failed.some(isOther(of))),
    found: count((of) => of.failed.some(isRight(of))),
    other: count((of) => of.failed.some(isOther(of))),
    suspected: count((of) =>
      [...of.failed, ...of.suspected].some(of.right === null ? isOther(of) : isRight(of)),
    ),
  };
}

const percent = (count: number, of: number): string =>
  of === 0 ? '-' : `${Number(((100 * count) / of).toPrecision(2))}`;

function bounded(count: number, of: number): string {
  if (of === 0) return '-';
  const [, upper] = wilson(count, of);
  return `${percent(count, of)} [${Number((100 * upper).toPrecision(2))}]`;
}

/** Found, with both ends of Wilson's interval. */
function between(count: number, of: number): string {
  if (of === 0) return '-';
  const [lower, upper] = wilson(count, of).map((end) => Math.round(100 * end));
  return `${percent(count, of)} [${lower} to ${upper}]`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    raw: { type: 'boolean', default: false },
    'held-back': { type: 'boolean', default: false },
    program: { type: 'string' },
    cells: { type: 'string' },
    samples: { type: 'string' },
    scenario: { type: 'string' },
  },
});

if (import.meta.main) {
  const draws = Number(positionals[0] ?? 100);
  if (values.raw) as = 'raw';
  const isHeldBack = values['held-back'];
  const all = (
    isHeldBack
      ? heldBack(readSet('other'))
      : programs({ example: readSet('example'), std: readSet('std') })
  ).filter(({ name }) => values.program === undefined || name === values.program);
  const sizes =
    values.samples?.split(',').map(Number) ?? (isHeldBack ? [250, 1000, 4000] : [250, 500, 1000]);
  const asked = values.cells?.split(',').map((cell) => {
    const [stored = 0, heads = 0] = cell.split('x').map(Number);
    return { stored, heads };
  });
  const cells =
    asked ?? [3, 5, 10, 25].flatMap((stored) => [1, 3, 5, 10].map((heads) => ({ stored, heads })));
  const real = { 'really doubled': really('double'), 'really x 1.5': really('half') };
  const chosen = Object.entries({ ...scenarios, ...(isHeldBack ? real : {}) }).filter(
    ([title]) => values.scenario === undefined || title === values.scenario,
  );
  const worst = { failed: 0, draws: 0, where: '' };
  for (const samples of sizes) {
    console.log(`\n${samples} samples a profile\n`);
    console.log(
      `| stored x head | ${chosen.map(([title]) => title).join(' | ')} |\n|---|${'---|'.repeat(chosen.length)}`,
    );
    for (const { stored, heads } of cells) {
      const texts = chosen.map(([title, scenario], seed) => {
        const outcomes = all
          .filter(({ recordings }) => isThickEnough(recordings, { samples }))
          .map((of, number) => {
            const found: Outcome[] = [];
            for (let i = 0; i < draws; i++) {
              const by = random(
                seed * 1e6 + number * 1e5 + stored * 1000 + heads * 10 + samples,
                i,
              );
              const one = scenario(of, { stored, heads, samples }, by);
              if (one !== null) found.push(one);
            }
            const rates = ratesOf(found);
            if (
              title === 'in a row' &&
              rates.draws > 0 &&
              rates.failed / rates.draws > worst.failed / Math.max(1, worst.draws)
            ) {
              Object.assign(worst, {
                ...rates,
                where: `${of.name} ${stored} x ${heads}, ${samples}`,
              });
            }
            return found;
          });
        const { draws: count, failed, found, other, suspected } = ratesOf(outcomes.flat());
        return sought.includes(title)
          ? `${isHeldBack ? between(found, count) : percent(found, count)} (${percent(suspected, count)}), other ${percent(other, count)}`
          : `${bounded(failed, count)} (${percent(suspected, count)})`;
      });
      console.log(`| ${stored} x ${heads} | ${texts.join(' | ')} |`);
    }
  }
  console.log(
    `\nthe worst program in a row: ${worst.where}: ${bounded(worst.failed, worst.draws)}`,
  );
}
