/**
 * How often the profile gate is wrong, on recorded profiles, through the functions that ship, next
 * to what is usual:
 *
 *   node eval/profiles/main.ts [RESAMPLES]        the tables of docs/statistics.md; 1,000 unless said
 *
 * A comparison draws K stored runs of one profile each and R profiles of the head, without putting
 * back, from about 40 recordings of each kind (record.sh). Streams are seeded by row: the same table
 * on every machine. Recorded again, packed and printed: record.sh, pack.ts, this.
 */
import { compareFunctions } from '../../src/compare/functions/compare.ts';
import { adjust } from '../../src/compare/gate/multiplicity.ts';
import { judgeFunction } from '../../src/judge/functions.ts';
import type { JudgedFunction } from '../../src/model/functions.ts';
import type { FunctionTable, Run } from '../../src/model/run.ts';
import { holm } from '../../src/stats/holm.ts';
import { normalCdf } from '../../src/stats/normal.ts';
import { wilson } from '../../src/stats/wilson.ts';
import { type Random, random } from '../verdict/random.ts';
import { type Recorded, recorded, runOf } from './recorded.ts';

const alpha = 0.01;
const threshold = 0.02;
const culprit = 'example.com/ledger/parse.timestamp';

/** The functions as the gate judges them. */
export function judged(base: readonly Run[], head: Run): JudgedFunction[] {
  const compared = compareFunctions([head], base, { alpha, floor: threshold });
  const { profiles } = adjust([], compared, { comparison: () => true, function: () => true });
  return profiles.flatMap(({ functions }) =>
    functions.map((of) => judgeFunction(of, { threshold, gated: true }, alpha)),
  );
}

type Rule = (base: readonly Recorded[], head: readonly Recorded[]) => readonly string[];

/** The names a rule would fail for. */
const rules: Readonly<Record<string, Rule>> = {
  fails: (base, head) =>
    rowsOf(base, head)
      .filter(({ verdict, gated }) => gated && verdict === 'slower')
      .map(({ name }) => name),
  // What fails and what would, had the head three profiles and main three runs.
  says: (base, head) =>
    rowsOf(base, head)
      .filter(({ verdict, gated, pAdjusted, adjustedDelta, moved }) => {
        const evident = (pAdjusted ?? 1) < alpha && adjustedDelta >= threshold;
        return gated && (verdict === 'slower' || (evident && moved === null));
      })
      .map(({ name }) => name),
  raw: (base, head) => {
    const [before, after] = [meanShares(base), meanShares(head)];
    return [...after]
      .filter(([name, share]) => {
        const was = before.get(name) ?? 0;
        return Math.max(share, was) >= 0.01 && share - was >= 0.01;
      })
      .map(([name]) => name);
  },
  'z-test': (base, head) => {
    const [n, m] = [samplesOf(base), samplesOf(head)];
    const [before, after] = [meanShares(base), meanShares(head)];
    const names = [...new Set([...before.keys(), ...after.keys()])];
    const ps = names.map((name) => {
      const [was, is] = [before.get(name) ?? 0, after.get(name) ?? 0];
      const both = (was * n + is * m) / (n + m);
      const error = Math.sqrt(both * (1 - both) * (1 / n + 1 / m));
      return error === 0 ? 1 : 1 - normalCdf((is - was) / error);
    });
    const adjusted = holm(ps);
    return names.filter((_, i) => (adjusted[i] ?? 1) < alpha);
  },
};

const known = new WeakMap<readonly Recorded[], JudgedFunction[]>();

/** Runs of one profile each, and one run of the head; judged once for both columns. */
function rowsOf(base: readonly Recorded[], head: readonly Recorded[]): JudgedFunction[] {
  const rows =
    known.get(head) ??
    judged(
      base.map((profile) => runOf([profile])),
      runOf(head),
    );
  known.set(head, rows);
  return rows;
}

function meanShares(profiles: readonly Recorded[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { table } of profiles) {
    for (const { name, flat } of table.functions) {
      shares.set(name, (shares.get(name) ?? 0) + flat / table.total / profiles.length);
    }
  }
  return shares;
}

const samplesOf = (profiles: readonly { readonly table: FunctionTable }[]): number =>
  profiles.reduce((sum, { table }) => sum + (table.samples ?? 0), 0);

/** `count` of a list, without putting back; the rest is what is left for the other side. */
export function draw<T>(from: readonly T[], count: number, by: Random): { drawn: T[]; rest: T[] } {
  if (count > from.length) throw new Error(`${from.length} profiles, ${count} wanted`);
  const rest = [...from];
  const drawn: T[] = [];
  while (drawn.length < count) drawn.push(...rest.splice(by.index(rest.length), 1));
  return { drawn, rest };
}

/** The names that each rule fails for, in each of so many comparisons. */
function trials(
  kinds: { readonly base: readonly Recorded[]; readonly head: readonly Recorded[] | null },
  stored: number,
  heads: number,
  resamples: number,
  seed: number,
): Map<string, (readonly string[])[]> {
  const found = new Map(Object.keys(rules).map((rule) => [rule, [] as (readonly string[])[]]));
  for (let i = 0; i < resamples; i++) {
    const by = random(seed * 1000 + stored * 10 + heads, i);
    const base = draw(kinds.base, stored, by);
    // Without profiles of its own the head is of the same kind: unchanged code.
    const head = draw(kinds.head ?? base.rest, heads, by).drawn;
    for (const [name, rule] of Object.entries(rules)) found.get(name)?.push(rule(base.drawn, head));
  }
  return found;
}

const sizes: readonly (readonly [number, number])[] = [
  [1, 1],
  [3, 3],
  [5, 5],
  [10, 10],
  ...[5, 10, 25].flatMap((stored) => [1, 3, 5].map((heads) => [stored, heads] as const)),
];

function percent(count: number, of: number): string {
  const ratio = (100 * count) / of;
  return ratio === 0 ? '0' : ratio.toFixed(ratio < 9.95 ? 1 : 0);
}

function main(resamples: number): void {
  const [framed, plain] = [recorded({ inlines: true }), recorded({ inlines: false })];
  const of = (kind: string, all = framed) => all.filter((profile) => profile.kind === kind);
  const counts = [...new Set(framed.map(({ kind }) => kind))].map((kind) => {
    const all = of(kind);
    return `${kind}: ${all.length} of ${Math.round(samplesOf(all) / all.length)} samples`;
  });
  console.log(`${counts.join(', ')}\n${resamples} comparisons a cell\n`);
  const scenarios = [
    ['unchanged', of('base'), null],
    ['doubled', of('base'), of('double')],
    ['unchanged, 250', of('base-short'), null],
    ['doubled, 250', of('base-short'), of('double-short')],
    ['refactored', of('base'), of('moved')],
    ['-gcflags=-l', of('base'), of('inline')],
    ['-gcflags=-l, no inlined frames', of('base', plain), of('inline', plain)],
  ] as const;
  const columns = scenarios.map(([scenario]) => scenario);
  console.log(`| main x head | ${columns.join(' | ')} |\n|---|${'---|'.repeat(columns.length)}`);
  let worst = 0;
  for (const [stored, heads] of sizes) {
    const cells = scenarios.map(([scenario, base, head], seed) => {
      const found = trials({ base, head }, stored, heads, resamples, seed + 1);
      const doubled = scenario.startsWith('doubled');
      const count = (rule: string) =>
        (found.get(rule) ?? []).filter((names) =>
          doubled ? names.includes(culprit) : names.length > 0,
        ).length;
      if (!doubled) worst = Math.max(worst, count('fails'));
      const [fails, says, ...others] = ['fails', 'says', 'raw', 'z-test'].map((rule) =>
        percent(count(rule), resamples),
      );
      return `**${fails}**${doubled ? ` (${says})` : ''} / ${others.join(' / ')}`;
    });
    console.log(`| ${stored} x ${heads} | ${cells.join(' | ')} |`);
  }
  const [, upper] = wilson(worst, resamples);
  console.log(
    `\nMost failures where there should be none: ${worst}, at most ${(100 * upper).toFixed(1)} %`,
  );
}

/** What is named where there is no rate to aim at. */
function printNamed(resamples: number): void {
  const all = recorded({ inlines: true });
  const of = (kind: string) => all.filter((profile) => profile.kind === kind);
  console.log('\n| 25 stored, 3 head | fails, in % of comparisons |\n|---|---|');
  for (const [seed, kind] of ['inlineall', 'preempt', 'double', 'moved'].entries()) {
    const found = trials({ base: of('base'), head: of(kind) }, 25, 3, resamples, seed + 11);
    const names = new Map<string, number>();
    for (const name of (found.get('fails') ?? []).flat()) {
      names.set(name, (names.get(name) ?? 0) + 1);
    }
    const list = [...names].sort(([, a], [, b]) => b - a);
    const text = list.map(([name, count]) => `\`${name}\` ${percent(count, resamples)}`);
    console.log(`| ${kind} | ${text.join(', ') || 'none'} |`);
  }
}

/** Other programs, of which nothing changed: every failure is a false alarm. */
function printOthers(resamples: number): void {
  const all = recorded({ inlines: true }, 'std');
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const of = (kind: string) => all.filter((profile) => profile.kind === kind);
  const heads = kinds.map(
    (kind) => `${kind} (${Math.round(samplesOf(of(kind)) / of(kind).length)} samples)`,
  );
  console.log(`\n| main x head | ${heads.join(' | ')} |\n|---|${'---|'.repeat(kinds.length)}`);
  for (const [stored, count] of sizes) {
    const cells = kinds.map((kind, seed) => {
      const found = trials({ base: of(kind), head: null }, stored, count, resamples, seed + 21);
      const [fails, ...others] = ['fails', 'says', 'raw', 'z-test'].map((rule) =>
        percent((found.get(rule) ?? []).filter((names) => names.length > 0).length, resamples),
      );
      return `**${fails}** (${others[0]}) / ${others.slice(1).join(' / ')}`;
    });
    console.log(`| ${stored} x ${count} | ${cells.join(' | ')} |`);
  }
}

if (import.meta.main) {
  const resamples = Number(process.argv[2] ?? 1000);
  main(resamples);
  printNamed(resamples);
  printOthers(resamples);
}
