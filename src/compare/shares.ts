/**
 * Both sides' profiles of one sample type as columns of shares: which function has which part of a
 * run. Runs are kept apart; what one side's program has and the other's has not is left out. No test
 * is made here.
 *
 * A run's share of a function is the mean over its programs, weighted by how much of main each
 * program is, so that neither a second look at one of them nor a longer one shifts the mix.
 */
import type { FunctionRow, FunctionTable, ProfileSide, Run } from '../model.ts';
import { renumbered } from './identity.ts';
import { programsOf } from './programs.ts';

export interface Shares {
  /** The head's names where it has the function. */
  readonly names: readonly string[];
  /** Main's name of a function that is called otherwise in the head, by index. */
  readonly formerNames: ReadonlyMap<number, string>;
  readonly base: readonly RunShares[];
  readonly head: readonly RunShares[];
  /** The head's profiles one by one. */
  readonly replicates: readonly ProfileShares[];
  /** Number of each name of either side. */
  readonly index: ReadonlyMap<string, number>;
  /** False where the two sides show no program in common: their shares are of different things. */
  readonly alike: boolean;
}

/** One run. Columns are by function. */
export interface RunShares {
  readonly commit: string;
  readonly flat: Float64Array;
  readonly cum: Float64Array;
  /** Samples that its shares are as exact as, were they independent. */
  readonly samples: number;
  readonly profiles: readonly Profile[];
}

/** A profile, the number of the program it shows, and the commit it is of. */
interface Profile {
  readonly table: FunctionTable;
  readonly program: number;
  readonly commit: string;
}

/** One profile; shares of its own total. */
interface ProfileShares {
  readonly program: number;
  readonly flat: Float64Array;
  readonly samples: number;
}

export const typeKey = (table: FunctionTable): string =>
  `${table.sampleType.type}\0${table.sampleType.unit}`;

/** The tables of one type in one run. */
export const tablesOf = (run: Run, key: string): FunctionTable[] =>
  run.tables.filter((table) => typeKey(table) === key);

/** The runs of one side that have such a profile. */
type Runs = readonly (readonly Profile[])[];

/** Which programs the two sides show, numbered alike. Of each in the lists below, a profile. */
export interface Programs {
  readonly base: Runs;
  readonly head: Runs;
  /** Those whose functions are compared. Empty where the sides have none in common. */
  readonly compared: ReadonlySet<number>;
  /** Main's newest run has it, the head does not. */
  readonly lost: readonly FunctionTable[];
  /** The head has it, main's newest run does not. */
  readonly added: readonly FunctionTable[];
  /** Both have it, but few runs of main do, and more runs have another. */
  readonly young: readonly FunctionTable[];
}

/** With fewer runs of main no function fails (judge/functions.ts). */
const enoughRuns = 3;

/** Main's newest run that has such a profile says which programs there are. */
export function programsOn(base: readonly Run[], head: readonly Run[], key: string): Programs {
  const sides = [sampledOf(base, key), head.map((run) => ofCommit(run, tablesOf(run, key)))].map(
    (runs) => runs.filter(({ tables }) => tables.length > 0),
  );
  const numbers = programsOf(sides.flatMap((runs) => runs.flatMap(({ tables }) => tables)));
  let next = 0;
  const [before = [], after = []] = sides.map((runs) =>
    runs.map(({ commit, tables }) =>
      tables.map((table) => ({ table, program: numbers[next++] ?? 0, commit })),
    ),
  );
  const [newest, now] = [onePerProgram(before.slice(0, 1)), onePerProgram(after)];
  const runsWith = new Map<number, number>();
  for (const run of before) {
    for (const program of onePerProgram([run]).keys()) {
      runsWith.set(program, (runsWith.get(program) ?? 0) + 1);
    }
  }
  const common = [...newest.keys()].filter((program) => now.has(program));
  const isOld = (program: number) => (runsWith.get(program) ?? 0) >= enoughRuns;
  const old = common.filter(isOld);
  const compared = new Set(old.length > 0 ? old : common);
  const pick = (of: ReadonlyMap<number, FunctionTable>, is: (program: number) => boolean) =>
    [...of].filter(([program]) => is(program)).map(([, table]) => table);
  return {
    base: before,
    head: after,
    compared,
    lost: pick(newest, (program) => !now.has(program)),
    added: pick(now, (program) => !newest.has(program)),
    young: pick(now, (program) => newest.has(program) && !compared.has(program)),
  };
}

/** Without the profiles that have no samples, if any has: a lock that nobody waited for is not gone. */
function sampledOf(runs: readonly Run[], key: string): Tables[] {
  const all = runs.map((run) => ofCommit(run, tablesOf(run, key)));
  const sampled = all.map((of) => ({
    ...of,
    tables: of.tables.filter(({ functions }) => functions.length > 0),
  }));
  return sampled.some(({ tables }) => tables.length > 0) ? sampled : all;
}

/** The profiles of one type in a run. */
interface Tables {
  readonly commit: string;
  readonly tables: readonly FunctionTable[];
}

const ofCommit = ({ commit }: Run, tables: readonly FunctionTable[]): Tables => ({
  commit,
  tables,
});

const onePerProgram = (runs: Runs): Map<number, FunctionTable> =>
  new Map(
    runs
      .flat()
      .reverse()
      .map(({ table, program }) => [program, table]),
  );

/** Null where a side has no profile of this type. */
export function sharesOf(base: readonly Run[], head: readonly Run[], key: string): Shares | null {
  const programs = programsOn(base, head, key);
  if (programs.base.length === 0 || programs.head.length === 0) return null;
  const { compared } = programs;
  const alike = compared.size > 0;
  const wanted = (runs: Runs) =>
    alike ? runs.map((run) => run.filter(({ program }) => compared.has(program))) : runs;
  const whole = (runs: Runs) =>
    alike ? runs.filter((run) => onePerProgram([run]).size === compared.size) : runs;
  // A run of main from before there was one of the programs is of something else.
  const before = whole(wanted(programs.base));
  // Where no run of the head has them all, they are parts of one: shards of a measurement.
  const parts = wanted(programs.head);
  const after = whole(parts).length > 0 ? whole(parts) : [parts.flat()];
  const tables = (runs: Runs) => runs.flat().map(({ table }) => table);
  const { index, names, formerNames } = indexOf(tables(before), tables(after));
  const weights = alike ? weightsOf(before, compared) : null;
  const column = (run: readonly Profile[]) => runShares(run, names.length, index, weights);
  return {
    names,
    formerNames,
    base: before.map(column),
    head: after.map(column),
    replicates: after.flat().map((profile) => profileShares(profile, names.length, index)),
    index,
    alike,
  };
}

/** Functions of both sides by number; a renumbered one has the number of its former name. */
function indexOf(before: readonly FunctionTable[], after: readonly FunctionTable[]) {
  const namesOf = (tables: readonly FunctionTable[]) =>
    new Set(tables.flatMap((table) => table.functions.map(({ name }) => name)));
  const [old, now] = [namesOf(before), namesOf(after)];
  const pairs = renumbered(old, now);
  const index = new Map<string, number>();
  const names: string[] = [];
  const formerNames = new Map<number, string>();
  for (const name of now) {
    const former = pairs.get(name);
    if (former !== undefined) {
      formerNames.set(names.length, former);
      index.set(former, names.length);
    }
    index.set(name, names.length);
    names.push(name);
  }
  for (const name of old) {
    if (index.has(name)) continue;
    index.set(name, names.length);
    names.push(name);
  }
  return { index, names, formerNames };
}

/** How much of main each program is: its mean total, as a fraction of all. */
function weightsOf(
  runs: readonly (readonly Profile[])[],
  programs: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const sums = new Map<number, { total: number; profiles: number }>();
  for (const { table, program } of runs.flat()) {
    const sum = sums.get(program) ?? { total: 0, profiles: 0 };
    sums.set(program, { total: sum.total + table.total, profiles: sum.profiles + 1 });
  }
  const means = [...programs].map((program) => {
    const sum = sums.get(program);
    return [program, sum === undefined ? 0 : sum.total / sum.profiles] as const;
  });
  const all = means.reduce((sum, [, mean]) => sum + mean, 0);
  return new Map(means.map(([program, mean]) => [program, all === 0 ? 0 : mean / all]));
}

function runShares(
  run: readonly Profile[],
  size: number,
  index: ReadonlyMap<string, number>,
  weights: ReadonlyMap<number, number> | null,
): RunShares {
  const totals = new Map<number, number>();
  const samples = new Map<number, number>();
  // Without a program in common all is one heap, to be shown and not tested.
  const group = (program: number) => (weights === null ? 0 : program);
  for (const { table, program } of run) {
    const key = group(program);
    totals.set(key, (totals.get(key) ?? 0) + table.total);
    samples.set(key, (samples.get(key) ?? 0) + table.samples);
  }
  const [flat, cum] = [new Float64Array(size), new Float64Array(size)];
  for (const { table, program } of run) {
    const total = totals.get(group(program)) ?? 0;
    const weight = total === 0 ? 0 : (weights?.get(program) ?? 1) / total;
    for (const row of table.functions) {
      const at = index.get(row.name) ?? 0;
      flat[at] = (flat[at] as number) + row.flat * weight;
      cum[at] = (cum[at] as number) + row.cum * weight;
    }
  }
  let inverse = 0;
  for (const [key, count] of samples) {
    const weight = weights?.get(key) ?? 1;
    if (weight > 0) inverse += weight ** 2 / count;
  }
  return {
    commit: run[0]?.commit ?? '',
    flat,
    cum,
    samples: inverse > 0 ? 1 / inverse : 0,
    profiles: run,
  };
}

function profileShares(
  { table, program }: Profile,
  size: number,
  index: ReadonlyMap<string, number>,
): ProfileShares {
  const flat = new Float64Array(size);
  for (const row of table.functions) {
    const at = index.get(row.name) ?? 0;
    flat[at] = (flat[at] as number) + (table.total === 0 ? 0 : row.flat / table.total);
  }
  return { program, flat, samples: table.samples };
}

/** What reports say of a side. */
export function profileSide(runs: readonly RunShares[]): ProfileSide {
  const tables = runs.flatMap((run) => run.profiles.map(({ table }) => table));
  const sum = (of: (table: FunctionTable) => number) =>
    tables.reduce((total, table) => total + of(table), 0);
  const timed = tables.every((table) => table.seconds !== undefined);
  return {
    total: sum((table) => table.total) / Math.max(1, runs.length),
    samples: sum((table) => table.samples),
    profiles: tables.length,
    runs: runs.length,
    seconds: timed && tables.length > 0 ? sum((table) => table.seconds ?? 0) : null,
  };
}

/** Values of every function: means over the runs of their sums, and where the function is. */
export interface Values {
  readonly flat: Float64Array;
  readonly cum: Float64Array;
  readonly place: readonly (FunctionRow | undefined)[];
  /** Profiles that have the function. */
  readonly profiles: Int32Array;
  /** The most of these that show one program. */
  readonly replicates: Int32Array;
}

export function valuesOf({ index, names }: Shares, runs: readonly RunShares[]): Values {
  const size = names.length;
  const [flat, cum] = [new Float64Array(size), new Float64Array(size)];
  const place: (FunctionRow | undefined)[] = new Array(size);
  const [profiles, replicates] = [new Int32Array(size), new Int32Array(size)];
  const byProgram = new Map<number, Int32Array>();
  for (const { table, program } of runs.flatMap((run) => run.profiles)) {
    const own = byProgram.get(program) ?? new Int32Array(size);
    byProgram.set(program, own);
    for (const row of table.functions) {
      const at = index.get(row.name) ?? 0;
      flat[at] = (flat[at] as number) + row.flat / runs.length;
      cum[at] = (cum[at] as number) + row.cum / runs.length;
      const held = place[at];
      if (held === undefined || Math.abs(row.flat) > Math.abs(held.flat)) place[at] = row;
      profiles[at] = (profiles[at] as number) + 1;
      own[at] = (own[at] as number) + 1;
      replicates[at] = Math.max(replicates[at] as number, own[at] as number);
    }
  }
  return { flat, cum, place, profiles, replicates };
}
