/**
 * Which profiles show the same program. Three profiles in a run may be three looks at one benchmark
 * (replicates, which confirm each other) or one look at each of three packages (shards, whose shares
 * are of different things). File names do not say; which functions the samples are in does.
 *
 * The likeness of two profiles is the part of the one's samples that is in functions the other has
 * too, the lesser of the two directions, where one function that only one of them has is left out of
 * its side: a change that adds a function of half the samples must not make another program of them.
 * Measured (eval/profiles/likeness.ts): profiles of one program 0.69 to 0.99; of two packages 0.01 to
 * 0.42, most of them below 0.3. Taking two programs for one costs sensitivity, never a false alarm:
 * "replicates" then differ wildly, and that is in the dispersion.
 */
import type { FunctionTable } from '../../model/run.ts';
import { identity } from './identity.ts';

/** Between the two groups of measured values. */
const alike = 0.5;
/** Smaller functions are many, and all of them together tell nothing. */
const leastShare = 0.0005;

/** A function that is more than this is the program. */
const mostLeftOut = 0.75;

/** Shares by identity, of several profiles their sums. */
interface Heap {
  readonly shares: ReadonlyMap<string, number>;
  readonly profiles: number;
}

interface Program {
  /** The profile met first, main's newest: older ones do not hide what it has become. */
  readonly first: Heap;
  /** Sums over its profiles: many short ones see more of the program than one. */
  readonly shares: Map<string, number>;
  profiles: number;
}

/**
 * The number of each table's program, from 0: by its name where all have one; else by likeness, in the
 * order given, so put main's newest run first.
 */
export function programsOf(tables: readonly FunctionTable[]): number[] {
  if (tables.length > 0 && tables.every(({ program }) => program !== undefined)) {
    const names = [...new Set(tables.map(({ program }) => program))];
    return tables.map(({ program }) => names.indexOf(program));
  }
  const programs: Program[] = [];
  const identities = new Map<string, string>();
  return tables.map((table) => {
    const shares = sharesOf(table, identities);
    let best = -1;
    let most = alike;
    for (const [i, program] of programs.entries()) {
      const found = Math.max(likeness(shares, program), likeness(shares, program.first));
      if (found >= most) [best, most] = [i, found];
    }
    const program = programs[best] ?? {
      first: { shares, profiles: 1 },
      shares: new Map<string, number>(),
      profiles: 0,
    };
    for (const [key, share] of shares) {
      program.shares.set(key, (program.shares.get(key) ?? 0) + share);
    }
    program.profiles++;
    return best < 0 ? programs.push(program) - 1 : best;
  });
}

/**
 * Shares by identity, of which those found are remembered. They are of what the rows hold, because a
 * filter leaves the total as it was; a profile without samples has none.
 */
function sharesOf(table: FunctionTable, identities: Map<string, string>): Map<string, number> {
  const shares = new Map<string, number>();
  const total = table.functions.reduce((sum, { flat }) => sum + Math.max(0, flat), 0);
  for (const { name, flat } of table.functions) {
    if (flat <= 0 || flat < total * leastShare) continue;
    const key = identities.get(name) ?? identity(name);
    identities.set(name, key);
    shares.set(key, (shares.get(key) ?? 0) + flat / total);
  }
  return shares;
}

/** The likeness of two profiles, 0 to 1. */
export const likenessOf = (a: FunctionTable, b: FunctionTable): number =>
  likeness(sharesOf(a, new Map()), { shares: sharesOf(b, new Map()), profiles: 1 });

/**
 * 0 to 1: the lesser of the two parts that they share, after the largest function that is in only one of them
 * was left out: what changed may be that, however large it is.
 */
function likeness(shares: ReadonlyMap<string, number>, program: Heap): number {
  if (shares.size + program.shares.size === 0) return 1;
  let [ofTable, ofProgram] = [0, 0];
  let [onlyTable, onlyProgram] = [0, 0];
  for (const [key, share] of shares) {
    const known = program.shares.get(key);
    if (known === undefined) onlyTable = Math.max(onlyTable, share);
    else {
      ofTable += share;
      ofProgram += known / program.profiles;
    }
  }
  for (const [key, share] of program.shares) {
    if (!shares.has(key)) onlyProgram = Math.max(onlyProgram, share / program.profiles);
  }
  return Math.max(
    Math.min(without(ofTable, onlyTable), ofProgram),
    Math.min(ofTable, without(ofProgram, onlyProgram)),
  );
}

/** The part shared of what is left without one function. */
const without = (part: number, one: number): number =>
  one > mostLeftOut ? part : Math.min(1, part / (1 - one));
