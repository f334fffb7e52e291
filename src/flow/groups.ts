/**
 * Many shards, one gate. The shards of a group are one suite: what they measured is put together and compared with
 * what the group's shards measured on main. Groups (operating systems, services) are compared each with its own
 * stored runs and environment, and all of them are one family of tests: `alpha` and `suspect` are of the whole gate,
 * however many groups it has, and each group has its part of them.
 */
import { inFamily } from '../judge/groups.ts';
import type { Environment, InputFile, Redaction } from '../model/run.ts';
import type { Warning } from '../model/warning.ts';
import type { Config } from '../settings/config.ts';
import type { RunInputs } from '../source/files/collect.ts';
import { packRun, type StoredRun } from '../store/manifest.ts';
import { groupOf, type Shard } from '../store/shards.ts';
import type { BaselineStore } from '../store/store.ts';
import { type Gated, gate } from './gate.ts';
import { conclude } from './judgement.ts';
import { inputsOf } from './stored.ts';

/** What one suite measured, in all its shards. */
export interface Group {
  readonly name: string;
  readonly head: RunInputs;
  /** What earlier attempts of its shards measured. */
  readonly others: readonly RunInputs[];
  readonly warnings: readonly Warning[];
}

export interface GatedGroup extends Gated {
  readonly group: Group;
}

/** The groups by name. Throws InputError where the files of a group are more than a stored run may hold. */
export function groupsOf(shards: readonly Shard[], config: Config): Group[] {
  const names = [...new Set(shards.map(({ name }) => groupOf(name)))];
  return names.map((name) => {
    const all = shards.filter((shard) => groupOf(shard.name) === name);
    const used = ofOneMachine(all, config);
    const aside = all.filter((shard) => !used.includes(shard));
    return {
      name,
      head: together(used),
      others: used.flatMap(({ earlier }) => earlier.map(inputsOf)),
      warnings: aside.map((shard) => asideWarning(shard, used, name)),
    };
  });
}

/** Times of unlike machines are no suite: the kind of machine that most shards had, of two the first. */
function ofOneMachine(shards: readonly Shard[], config: Config): readonly Shard[] {
  const kinds = new Map<string, Shard[]>();
  for (const shard of shards) {
    const kind = kindOf(shard, config);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [shard]);
    else known.push(shard);
  }
  return [...kinds.values()].reduce((a, b) => (b.length > a.length ? b : a));
}

/** The runner's image counts only where the team says so. */
function kindOf({ run }: Shard, { match }: Config): string {
  const { runner, ...rest } = run.manifest.environment;
  const fields: Environment = match.includes('runner') && runner ? { ...rest, runner } : rest;
  return JSON.stringify(Object.entries(fields).sort());
}

function asideWarning(shard: Shard, [other]: readonly Shard[], group: string): Warning {
  const told = ({ cpu, machine, goos, goarch, toolchain, build }: Environment) =>
    [cpu, machine, goos, goarch, toolchain, build].filter((text) => text !== undefined).join(', ');
  const name = told(shard.run.manifest.environment);
  const there = other === undefined ? '' : told(other.run.manifest.environment);
  return {
    kind: 'unmeasured',
    message: `the shard ${shard.name} is not compared, it was measured on another kind of machine (${name}) than the others of ${group} (${there}): run its job again, or give it a group of its own`,
  };
}

/** One run of all files; each is named after its shard, on main and here alike. */
function together(shards: readonly Shard[]): RunInputs {
  const files = shards.flatMap(({ name, run }) =>
    run.files.map((storedFile) => ({
      ...storedFile,
      file: `${name}/${storedFile.file.replace(/^[^/]*\//, '')}`,
    })),
  );
  const ofKind = (kind: string): InputFile[] => files.filter((file) => file.kind === kind);
  const [first] = shards.map(({ run }) => run.manifest);
  const time = shards.reduce((a, { run }) => (run.manifest.time > a ? run.manifest.time : a), '');
  const redaction = removedOf(shards.map(({ run }) => run));
  const { commit = '', environment = {} } = first ?? {};
  const about = { commit, time, environment, ...(redaction && { redaction }) };
  const packed = packRun({
    ...about,
    benchmarks: ofKind('benchmarks'),
    profiles: ofKind('profile'),
  });
  return { ...inputsOf(packed), ...about };
}

/** What was removed of all; undefined where nothing was to be. */
function removedOf(runs: readonly StoredRun[]): Redaction | undefined {
  const all = runs.flatMap(({ manifest: { redaction } }) => redaction ?? []);
  if (all.length === 0) return undefined;
  const sum = { paths: 0, labels: 0, comments: 0, buildIds: 0, namesKept: 0 };
  for (const one of all)
    for (const key of Object.keys(sum) as (keyof Redaction)[]) sum[key] += one[key];
  return sum;
}

/** Each group against its own stored runs. Throws InputError. */
export async function gateGroups(
  groups: readonly Group[],
  storeOf: (group: string) => BaselineStore,
  config: Config,
): Promise<GatedGroup[]> {
  const part = {
    ...config,
    alpha: config.alpha / groups.length,
    suspect: config.suspect / groups.length,
  };
  const gated: GatedGroup[] = [];
  for (const group of groups) {
    const head = { ...group.head, others: group.others };
    const one = await gate(head, storeOf(group.name), part);
    const shared = inFamily(one.verdict, groups.length);
    const warnings = [...shared.warnings, ...group.warnings];
    const verdict = conclude({ ...shared, warnings }, shared.environment);
    gated.push({ ...one, verdict, group });
  }
  return gated;
}
