/**
 * Which profiles show the same program. Three profiles in a run may be three looks at one benchmark
 * (replicates, which confirm each other) or one look at each of three packages (shards, whose shares
 * are of different things). File names do not say; which functions the samples are in does.
 *
 * The likeness of two profiles is the part of the one's samples that is in functions the other has
 * too, the lesser of the two directions. Measured (eval/profiles/likeness.ts): profiles of one
 * program 0.75 to 0.97, down to 0.52 where it has 250 samples and the machine another mood; of two
 * packages of one module 0.03 to 0.14. One function that grows without bound does not make a program
 * unlike itself, as it would if shares were compared. Taking two programs for one costs sensitivity,
 * never a false alarm: "replicates" then differ wildly, and that is in the dispersion.
 */
import type { FunctionTable } from '../model.ts';
import { identity } from './identity.ts';

/** Between the two groups of measured values. */
const alike = 0.5;
/** Smaller functions are many, and all of them together tell nothing. */
const leastShare = 0.0005;

interface Program {
  /** Sums of shares over its profiles, by identity. */
  readonly shares: Map<string, number>;
  profiles: number;
}

/** The number of each table's program, from 0; in the order given, so put main's newest run first. */
export function programsOf(tables: readonly FunctionTable[]): number[] {
  const programs: Program[] = [];
  const identities = new Map<string, string>();
  return tables.map((table) => {
    const shares = sharesOf(table, identities);
    let best = -1;
    let most = alike;
    for (const [i, program] of programs.entries()) {
      const found = likeness(shares, program);
      if (found >= most) [best, most] = [i, found];
    }
    const program = programs[best] ?? { shares: new Map<string, number>(), profiles: 0 };
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

function likeness(shares: ReadonlyMap<string, number>, program: Program): number {
  let ofTable = 0;
  let ofProgram = 0;
  for (const [key, share] of shares) {
    const known = program.shares.get(key);
    if (known === undefined) continue;
    ofTable += share;
    ofProgram += known / program.profiles;
  }
  return Math.min(ofTable, ofProgram);
}
