/**
 * What the two sides' profiles have against each other: programs of one side only, and what no function
 * was tested for. The functions of the others are compare.ts.
 */
import { typeKey } from '../../model/keys.ts';
import type { Run } from '../../model/run.ts';
import { type Programs, profilesOf, programsOn } from './pairing.ts';

/** What the two sides' profiles have against each other; each is a sentence for the reader. */
export interface Gaps {
  /** What main has and nothing was said of: such a gate does not pass. */
  readonly open: readonly string[];
  /** What only one side has, and rightly may. */
  readonly told: readonly string[];
}

export function profileGaps(head: readonly Run[], baseline: readonly Run[]): Gaps {
  const [open, told]: [string[], string[]] = [[], []];
  if (baseline.length === 0) return { open, told };
  const tables = [...baseline, ...head].flatMap((run) => run.tables);
  const types = new Map(tables.map((table) => [typeKey(table.sampleType), table.sampleType.type]));
  for (const [key, type] of types) {
    const programs = programsOn(baseline, head, key);
    if (programs.head.length === 0) {
      const isNewest = baseline[0]?.tables.some((table) => typeKey(table.sampleType) === key);
      (isNewest ? open : told).push(
        isNewest
          ? `the base has a ${type} profile, this run has none: nothing says which functions got heavier`
          : `older runs of the base have ${type} profiles, its newest and this run have none: nothing says which functions got heavier`,
      );
    } else if (programs.base.length === 0) {
      told.push(
        `this run has ${type} profiles, the base has none: its functions were not compared`,
      );
    } else if (programs.compared.size === 0) {
      open.push(
        `no ${type} profile of this run resembles one of the base's: their shares are of different things, and no function was tested`,
      );
    } else if (isFilteredAway(programs)) {
      open.push(`the filters leave nothing of the ${type} profiles: no function was tested`);
    } else {
      for (const { source } of programs.lost) {
        open.push(
          `the base has a ${type} profile like ${source}, this run has none: its functions were not tested`,
        );
      }
      for (const { source } of programs.young) {
        open.push(
          `few runs of the base have a ${type} profile like ${source}: its functions are tested from 3 runs on`,
        );
      }
      for (const { source } of programs.added) {
        told.push(
          `the base has no ${type} profile like ${source}: its functions were not compared`,
        );
      }
    }
  }
  return { open, told };
}

/** Totals are those before any filter. */
const isFilteredAway = ({ head }: Programs): boolean => {
  const tables = profilesOf(head).map(({ table }) => table);
  return (
    tables.every(({ functions }) => functions.length === 0) && tables.some(({ total }) => total > 0)
  );
};
