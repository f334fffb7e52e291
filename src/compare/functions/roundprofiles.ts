/**
 * The profiles of rounds, made ready to be compared like those of runs (compare.ts): which of them show
 * the same program, and which rounds are added up because one alone has too few samples.
 *
 * Both profiles of a round come from one command, so files of one name are one program, whatever is in
 * them: where one new function takes nearly everything, nothing else is alike any more. And a round is
 * short: of 22 samples a share is hardly known, while twenty such rounds know it well. What rounds differ
 * by is then measured between groups of rounds.
 */
import { seriesKey, typeKey } from '../../model/keys.ts';
import type { FunctionRow, FunctionTable, Round, Run, Series } from '../../model/run.ts';

/** A run of fewer samples says little of how much runs differ. */
const enoughSamples = 100;
/** With fewer groups no function fails (judge/functions.ts). */
const fewestGroups = 3;

type Side = 'base' | 'head';
const both = ['base', 'head'] as const;

/** As many rounds as there are groups, each the sum of its rounds; without profiles as they came. */
export function pooled(rounds: readonly Round[]): readonly Round[] {
  const kinds = new Set(rounds.flatMap((round) => tablesOf(round).map(kindOf)));
  const parts = [...kinds].map((kind) => pooledKind(rounds, kind));
  const most = Math.max(0, ...parts.map((groups) => groups.length));
  if (most === 0) return rounds;
  return split(rounds, most).map((group, i) => {
    const side = (name: Side): Run => ({
      ...sum(group.map((round) => round[name])),
      tables: parts.flatMap((groups) => groups[i]?.[name] ?? []),
    });
    return { base: side('base'), head: side('head') };
  });
}

const tablesOf = ({ base, head }: Round): FunctionTable[] => [...base.tables, ...head.tables];

/** What is compared apart from everything else. */
const kindOf = (table: FunctionTable): string =>
  `${table.slice ?? ''}\0${typeKey(table.sampleType)}`;

type Tables = Readonly<Record<Side, readonly FunctionTable[]>>;

/** The tables of one kind, by group of rounds. Where nobody knows what shows the same, no two are added. */
function pooledKind(rounds: readonly Round[], kind: string): Tables[] {
  const own = rounds.map(({ base, head }): Tables => {
    const item = (run: Run) => run.tables.filter((table) => kindOf(table) === kind);
    return { base: item(base), head: item(head) };
  });
  const nameOf = namesIn(own);
  if (nameOf === null) return own;
  return split(own, groupsOf(own)).map((group) => {
    const side = (name: Side) => {
      const tables = group.flatMap((record) => record[name]);
      const programs = [...new Set(tables.map(nameOf))];
      return programs.map((program) => ({
        ...added(tables.filter((table) => nameOf(table) === program)),
        program,
      }));
    };
    return { base: side('base'), head: side('head') };
  });
}

/** In the order they came, as even as can be. */
function split<T>(all: readonly T[], groups: number): T[][] {
  const edge = (i: number) => Math.floor((i * all.length) / groups);
  return Array.from({ length: groups }, (_, i) => all.slice(edge(i), edge(i + 1)));
}

/** So many that the side with fewer samples has enough of them in each. */
function groupsOf(rounds: readonly Tables[]): number {
  const samples = both.map((side) =>
    rounds.reduce(
      (all, record) => all + record[side].reduce((sum, table) => sum + (table.samples ?? 0), 0),
      0,
    ),
  );
  const groups = Math.floor(Math.min(...samples) / enoughSamples);
  return Math.min(rounds.length, Math.max(fewestGroups, groups));
}

/** `base/round-3/profiles/codec.pprof` (source/rounds/output.ts) -> `profiles/codec.pprof`. */
const fileOf = ({ source }: FunctionTable): string =>
  source.replace(/^(base|head)\/round-\d+\//, '');

/** Tools put process ids and the time into names: `CPU.20261128.065600.77.0.001.cpuprofile`. */
const withoutNumbers = (table: FunctionTable): string => fileOf(table).replace(/\d+/g, '#');

/**
 * What names the program of a profile: nothing, where a round has but one; else its file, if that comes
 * back from round to round. Null where names tell nothing.
 */
function namesIn(rounds: readonly Tables[]): ((table: FunctionTable) => string) | null {
  if (rounds.every((record) => both.every((side) => record[side].length <= 1))) return () => '';
  return [fileOf, withoutNumbers].find((name) => isNaming(rounds, name)) ?? null;
}

/** No two profiles of a side have it in one round, each comes back, and the sides have one in common. */
function isNaming(rounds: readonly Tables[], name: (table: FunctionTable) => string): boolean {
  const seen = both.map((side) => {
    const counts = new Map<string, number>();
    for (const round of rounds) {
      const names = new Set(round[side].map(name));
      if (names.size < round[side].length) return null;
      for (const one of names) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    return counts;
  });
  const [base, head] = seen;
  if (!base || !head) return false;
  const comesBack = (count: number) => count * 2 >= rounds.length;
  return (
    [...base.values(), ...head.values()].every(comesBack) &&
    [...base.keys()].some((one) => head.has(one))
  );
}

/** One table of several. */
function added(tables: readonly FunctionTable[]): FunctionTable {
  const [first] = tables;
  if (first === undefined) throw new TypeError('no table to add up');
  const rows = new Map<string, FunctionRow>();
  for (const row of tables.flatMap((table) => table.functions)) {
    const held = rows.get(row.name);
    rows.set(
      row.name,
      held === undefined ? row : { ...held, flat: held.flat + row.flat, cum: held.cum + row.cum },
    );
  }
  const total = (item: (table: FunctionTable) => number) =>
    tables.reduce((sum, table) => sum + item(table), 0);
  const { seconds: _, ...rest } = first;
  const timed = tables.every((table) => table.seconds !== undefined);
  return {
    ...rest,
    total: total((table) => table.total),
    samples: tables.some(({ samples }) => samples === null)
      ? null
      : total((table) => table.samples ?? 0),
    profiles: total((table) => table.profiles ?? 1),
    parts: tables,
    ...(timed ? { seconds: total((table) => table.seconds ?? 0) } : {}),
    functions: [...rows.values()],
  };
}

/** One run of several: all samples of each benchmark. */
function sum(runs: readonly Run[]): Run {
  const [first] = runs;
  if (first === undefined) throw new TypeError('no run to add up');
  const series = new Map<string, Series>();
  for (const one of runs.flatMap((run) => run.series)) {
    const held = series.get(seriesKey(one));
    series.set(
      seriesKey(one),
      held === undefined ? one : { ...held, samples: [...held.samples, ...one.samples] },
    );
  }
  return { ...first, series: [...series.values()], warnings: [] };
}
