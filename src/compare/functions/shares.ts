/**
 * Both sides' profiles of one sample type as columns of shares: which function has which part of a
 * run. Runs are kept apart; what one side's program has and the other's has not is left out. No test
 * is made here.
 *
 * A run's share of a function is the mean over its programs, weighted by how much of main each
 * program is, so that neither a second look at one of them nor a longer one shifts the mix.
 */
import type { ProfileSide } from '../../model/functions.ts';
import type { FunctionRow, FunctionTable, Run } from '../../model/run.ts';
import { numbered } from './numbering.ts';
import { byProgram, type Profile, profilesOf, programsOn, type RunProfiles } from './pairing.ts';

export interface Shares {
  /** The head's names where it has the function. */
  readonly names: readonly string[];
  /** Main's name of a function that is called otherwise in the head, by index. */
  readonly formerNames: ReadonlyMap<number, string>;
  readonly base: readonly RunShares[];
  readonly head: readonly RunShares[];
  /** The head's profiles one by one. */
  readonly replicates: readonly ProfileShares[];
  /** Of either side, the profiles of one run that show one program, where there are several. */
  readonly within: readonly (readonly ProfileShares[])[];
  /** 1 for those that are stacks without user code: shares of the whole, the others of user code. */
  readonly background: Uint8Array;
  /**
   * Of each function, how many runs of the base, the newest first, have it or are without it as the newest
   * is: before those it was not there yet, or had another name.
   */
  readonly spans: Int32Array;
  /** Number of each name of either side. */
  readonly index: ReadonlyMap<string, number>;
  /** False where the two sides show no program in common: their shares are of different things. */
  readonly alike: boolean;
}

/** One run. Columns are by function. */
export interface RunShares extends RunProfiles {
  readonly flat: Float64Array;
  readonly cum: Float64Array;
  /** Samples that its shares are as exact as, were they independent. */
  readonly samples: number;
  /** Profiles of each of its programs, on average. */
  readonly replicates: number;
}

/** One profile; shares of its own total. */
interface ProfileShares {
  readonly program: number;
  readonly flat: Float64Array;
  readonly samples: number;
}

/** The runs of both sides as they are compared. */
interface ComparedRuns {
  readonly alike: boolean;
  readonly base: readonly RunProfiles[];
  readonly head: readonly RunProfiles[];
  /** The head's runs as they came. */
  readonly parts: readonly RunProfiles[];
  /** Of each program, how much of main it is; null where the sides have none in common. */
  readonly weights: ReadonlyMap<number, number> | null;
}

function comparedRuns(
  base: readonly Run[],
  head: readonly Run[],
  key: string,
): ComparedRuns | null {
  const programs = programsOn(base, head, key);
  if (programs.base.length === 0 || programs.head.length === 0) return null;
  const { compared } = programs;
  const alike = compared.size > 0;
  const wanted = (runs: readonly RunProfiles[]) =>
    runs.map((run) => ({
      ...run,
      profiles: run.profiles.filter(({ program }) => !alike || compared.has(program)),
    }));
  const whole = (runs: readonly RunProfiles[]) =>
    runs.filter((run) => !alike || byProgram([run]).size === compared.size);
  // A run of main from before there was one of the programs is of something else.
  const before = whole(wanted(programs.base));
  // Where no run of the head has them all, they are parts of one: shards of a measurement.
  const parts = wanted(programs.head);
  const together = { commit: parts[0]?.commit ?? '', profiles: profilesOf(parts) };
  const after = whole(parts).length > 0 ? whole(parts) : [together];
  const weights = alike ? weightsOf(before, compared) : null;
  return { alike, base: before, head: after, parts, weights };
}

/** Null where a side has no profile of this type. */
export function sharesOf(base: readonly Run[], head: readonly Run[], key: string): Shares | null {
  const found = comparedRuns(base, head, key);
  if (found === null) return null;
  const { alike, base: before, head: after, parts, weights } = found;
  const tables = (runs: readonly RunProfiles[]) => profilesOf(runs).map(({ table }) => table);
  const { index, names, formerNames } = numbered(tables(before), tables(after));
  const column = (run: RunProfiles) => runShares(run, names.length, index, weights);
  const one = (profile: Profile) => profileShares(profile, names.length, index);
  const runs = before.map(column);
  return {
    names,
    formerNames,
    base: runs,
    head: after.map(column),
    replicates: profilesOf(after).map(one),
    within: [...before, ...parts].flatMap((run) => repeated(run).map((list) => list.map(one))),
    background: backgroundOf([...tables(before), ...tables(after)], index, names.length),
    spans: spansOf(runs, names.length),
    index,
    alike,
  };
}

function backgroundOf(
  tables: readonly FunctionTable[],
  index: ReadonlyMap<string, number>,
  size: number,
): Uint8Array {
  const flags = new Uint8Array(size);
  for (const { functions } of tables) {
    for (const row of functions) if (row.background) flags[index.get(row.name) ?? 0] = 1;
  }
  return flags;
}

/** What functions are parts of: everything, less the stacks that no user code is in. */
const userTotal = ({ total, background = 0 }: FunctionTable): number => total - background;

/** Samples with user code in their stacks. */
const userSamples = (table: FunctionTable): number =>
  (table.samples ?? 0) * (table.total === 0 ? 1 : userTotal(table) / table.total);

/** The profiles of a run by program, of programs that have several. */
function repeated({ profiles }: RunProfiles): Profile[][] {
  if (profiles.length < 2) return [];
  const lists = new Map<number, Profile[]>();
  for (const profile of profiles) {
    if (profile.table.samples === 0) continue;
    const list = lists.get(profile.program);
    if (list === undefined) lists.set(profile.program, [profile]);
    else list.push(profile);
  }
  return [...lists.values()].filter((list) => list.length > 1);
}

/** With so many samples expected and none seen, a function is not there. */
const enoughToMiss = 10;

function spansOf(runs: readonly RunShares[], size: number): Int32Array {
  const spans = new Int32Array(size).fill(runs.length);
  const has = (run: RunShares | undefined, at: number) => (run?.cum[at] ?? 0) !== 0;
  for (let at = 0; at < size; at++) {
    const isThere = has(runs[0], at);
    // Born: absent from some run on to the oldest. Gone: absent from the newest to some run.
    let edge = isThere ? runs.length : 0;
    if (isThere) while (edge > 0 && !has(runs[edge - 1], at)) edge--;
    else while (edge < runs.length && !has(runs[edge], at)) edge++;
    if (edge === 0 || edge === runs.length) continue;
    const [there, absent] = isThere
      ? [runs.slice(0, edge), runs.slice(edge)]
      : [runs.slice(edge), runs.slice(0, edge)];
    const share = there.reduce((sum, { flat }) => sum + (flat[at] as number), 0) / there.length;
    const expected = share * absent.reduce((sum, { samples }) => sum + samples, 0);
    if (expected >= enoughToMiss) spans[at] = edge;
  }
  return spans;
}

/** How much of main each program is: its mean total, as a fraction of all. */
function weightsOf(
  runs: readonly RunProfiles[],
  programs: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const sums = new Map<number, { total: number; profiles: number }>();
  for (const { table, program } of profilesOf(runs)) {
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

type Weights = ComparedRuns['weights'];

/** Without a program in common all is one heap, to be shown and not tested. */
const groupOf = (program: number, weights: Weights): number => (weights === null ? 0 : program);

/** What a run's profiles of each program come to. */
function totalsOf(
  profiles: readonly Profile[],
  weights: Weights,
): ReadonlyMap<number, { readonly user: number; readonly all: number }> {
  const totals = new Map<number, { user: number; all: number }>();
  for (const { table, program } of profiles) {
    const key = groupOf(program, weights);
    const sum = totals.get(key) ?? { user: 0, all: 0 };
    totals.set(key, { user: sum.user + userTotal(table), all: sum.all + table.total });
  }
  return totals;
}

/** What a profile's values are multiplied by before they are added up with those of other profiles. */
export interface Factors {
  readonly user: number;
  readonly background: number;
}

/**
 * The factors with which profiles of this type, added up, have the very shares that the comparison has; the
 * totals stay as they are. Profiles that were not compared are not in it. Null where a side has none.
 */
export function factorsOf(
  base: readonly Run[],
  head: readonly Run[],
  key: string,
): ReadonlyMap<FunctionTable, Factors> | null {
  const found = comparedRuns(base, head, key);
  if (found === null) return null;
  const factors = new Map<FunctionTable, Factors>();
  for (const runs of [found.base, found.head]) {
    const sum = (item: (table: FunctionTable) => number) =>
      profilesOf(runs).reduce((total, { table }) => total + item(table), 0);
    const [user, all] = [sum(userTotal), sum(({ total }) => total)];
    for (const { profiles } of runs) {
      const totals = totalsOf(profiles, found.weights);
      for (const { table, program } of profiles) {
        const own = totals.get(groupOf(program, found.weights)) ?? { user: 0, all: 0 };
        const part = (found.weights?.get(program) ?? 1) / runs.length;
        factors.set(table, {
          user: own.user === 0 ? 0 : (user * part) / own.user,
          background: own.all === 0 ? 0 : (all * part) / own.all,
        });
      }
    }
  }
  return factors;
}

function runShares(
  { commit, profiles }: RunProfiles,
  size: number,
  index: ReadonlyMap<string, number>,
  weights: ReadonlyMap<number, number> | null,
): RunShares {
  const totals = totalsOf(profiles, weights);
  const samples = new Map<number, number>();
  for (const { table, program } of profiles) {
    const key = groupOf(program, weights);
    samples.set(key, (samples.get(key) ?? 0) + userSamples(table));
  }
  const [flat, cum] = [new Float64Array(size), new Float64Array(size)];
  for (const { table, program } of profiles) {
    const { user, all } = totals.get(groupOf(program, weights)) ?? { user: 0, all: 0 };
    const ofAll = weights?.get(program) ?? 1;
    for (const row of table.functions) {
      const at = index.get(row.name) ?? 0;
      const total = row.background ? all : user;
      const weight = total === 0 ? 0 : ofAll / total;
      flat[at] = (flat[at] as number) + row.flat * weight;
      cum[at] = (cum[at] as number) + row.cum * weight;
    }
  }
  const isCounted = profiles.every(({ table }) => table.samples !== null);
  let inverse = 0;
  for (const [key, count] of samples) {
    const weight = weights?.get(key) ?? 1;
    if (weight > 0) inverse += weight ** 2 / count;
  }
  return {
    commit,
    flat,
    cum,
    // A run of an unknown number of samples is shown and not tested.
    samples: isCounted && inverse > 0 ? 1 / inverse : 0,
    replicates: profiles.length / Math.max(1, samples.size),
    profiles,
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
    const total = row.background ? table.total : userTotal(table);
    flat[at] = (flat[at] as number) + (total === 0 ? 0 : row.flat / total);
  }
  return { program, flat, samples: userSamples(table) };
}

/** What reports say of a side. */
export function profileSide(runs: readonly RunShares[]): ProfileSide {
  const tables = profilesOf(runs).map(({ table }) => table);
  const sum = (item: (table: FunctionTable) => number) =>
    tables.reduce((total, table) => total + item(table), 0);
  const timed = tables.every((table) => table.seconds !== undefined);
  return {
    total: sum((table) => table.total) / Math.max(1, runs.length),
    samples: tables.some((table) => table.samples === null)
      ? null
      : sum((table) => table.samples ?? 0),
    profiles: sum((table) => table.profiles ?? 1),
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
  for (const { table, program } of profilesOf(runs)) {
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
