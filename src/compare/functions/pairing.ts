/**
 * Which programs the two sides' profiles of one sample type show, and which of them are compared. Main's
 * newest run that has such a profile says which there are. What their functions cost is shares.ts.
 */
import { typeKey } from '../../model/keys.ts';
import type { FunctionTable, Run } from '../../model/run.ts';
import { programsOf } from './programs.ts';

/** A profile, and the number of the program it shows. */
export interface Profile {
  readonly table: FunctionTable;
  readonly program: number;
}

/** The profiles of one sample type in a run. */
export interface RunProfiles {
  readonly commit: string;
  readonly profiles: readonly Profile[];
}

/** The programs of both sides, numbered alike. Of each in the lists below, a profile. */
export interface Programs {
  /** The runs of each side that have such a profile. */
  readonly base: readonly RunProfiles[];
  readonly head: readonly RunProfiles[];
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

export function programsOn(base: readonly Run[], head: readonly Run[], key: string): Programs {
  const [before, after] = numbered(sampled(ofType(base, key)), ofType(head, key));
  const [newest, now] = [byProgram(before.slice(0, 1)), byProgram(after)];
  const runsWith = (program: number) =>
    before.filter(({ profiles }) => profiles.some((profile) => profile.program === program)).length;
  const common = [...newest.keys()].filter((program) => now.has(program));
  const old = common.filter((program) => runsWith(program) >= enoughRuns);
  const compared = new Set(old.length > 0 ? old : common);
  const pick = (map: ReadonlyMap<number, FunctionTable>, is: (program: number) => boolean) =>
    [...map].filter(([program]) => is(program)).map(([, table]) => table);
  return {
    base: before,
    head: after,
    compared,
    lost: pick(newest, (program) => !now.has(program)),
    added: pick(now, (program) => !newest.has(program)),
    young: pick(now, (program) => newest.has(program) && !compared.has(program)),
  };
}

/** The runs that have profiles of this type, with those alone. */
const ofType = (runs: readonly Run[], key: string): Run[] =>
  runs
    .map((run) => ({
      ...run,
      tables: run.tables.filter((table) => typeKey(table.sampleType) === key),
    }))
    .filter(({ tables }) => tables.length > 0);

/** Without the profiles that have no samples, if any has: a lock that nobody waited for is not gone. */
function sampled(runs: readonly Run[]): readonly Run[] {
  const some = runs
    .map((run) => ({ ...run, tables: run.tables.filter((table) => table.functions.length > 0) }))
    .filter(({ tables }) => tables.length > 0);
  return some.length > 0 ? some : runs;
}

function numbered(base: readonly Run[], head: readonly Run[]): [RunProfiles[], RunProfiles[]] {
  const numbers = programsOf([...base, ...head].flatMap(({ tables }) => tables));
  let next = 0;
  const withNumber = ({ commit, tables }: Run): RunProfiles => ({
    commit,
    profiles: tables.map((table) => ({ table, program: numbers[next++] ?? 0 })),
  });
  return [base.map(withNumber), head.map(withNumber)];
}

export const profilesOf = (runs: readonly RunProfiles[]): Profile[] =>
  runs.flatMap(({ profiles }) => profiles);

/** The first profile of each program. */
export const byProgram = (runs: readonly RunProfiles[]): Map<number, FunctionTable> =>
  new Map(
    profilesOf(runs)
      .reverse()
      .map(({ table, program }) => [program, table]),
  );
