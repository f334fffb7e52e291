/** Two runs side by side. */
import { unlike } from '../compare/gate/environment.ts';
import type { ReadOptions } from '../formats/profiles/readtable.ts';
import { InputError } from '../model/error.ts';
import type { Run } from '../model/run.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Warning } from '../model/warning.ts';
import type { Config } from '../settings/config.ts';
import { type RunInputs, readRun } from '../source/files/collect.ts';
import { evidenceOf, type FileEvidence } from './evidence.ts';
import { compare, judge } from './judgement.ts';

export interface Differed {
  readonly verdict: Verdict;
  readonly base: Run;
  readonly head: Run;
  readonly evidence: FileEvidence;
}

type Files = Pick<RunInputs, 'benchmarks' | 'profiles'>;

/** The files of two sides read and put side by side. Throws InputError. */
export async function diffFiles(
  before: Files,
  after: Files,
  config: Config,
  tables: ReadOptions,
  name: string,
): Promise<Differed> {
  const read = (files: Files) =>
    readRun({ ...files, commit: '', time: '', environment: {}, purpose: 'show' }, tables);
  const [base, head] = [await read(before), await read(after)];
  const evidence = evidenceOf(
    {
      base: [{ run: base, profiles: async () => before.profiles }],
      head: [{ run: head, profiles: async () => after.profiles }],
    },
    tables,
  );
  return { verdict: diff(base, head, config, name), base, head, evidence };
}

/** Two runs side by side, both trusted to be of one machine: `flamegate diff`. `name` is the base's file. */
export function diff(base: Run, head: Run, config: Config, name: string): Verdict {
  const single: Config = { ...config, trustSingleRun: true };
  refuseApart(base, head);
  const reason = unlike(head, base, config.match);
  const warnings = [
    ...base.warnings,
    ...(reason === null ? unknownMachine(base, head, config) : [unlikeMachines(reason)]),
  ];
  const baseline = { name, runs: [base], newest: null, setAside: [], warnings };
  return judge([head], baseline, compare([head], [base], single), single, reason);
}

/** Two profiles of different kinds, or two sides with nothing in common, are no diff. */
function refuseApart(base: Run, head: Run): void {
  const types = (run: Run) => [...new Set(run.tables.map((table) => table.sampleType.type))];
  const [before, after] = [types(base), types(head)];
  const shared = before.some((type) => after.includes(type));
  const benchmarks = base.series.length > 0 && head.series.length > 0;
  if (shared || benchmarks || before.length + after.length === 0) return;
  throw new InputError(
    `nothing to compare: the old side has ${before.join(', ') || 'no'} profiles, the new side ${after.join(', ') || 'no'}`,
  );
}

/** Two files may come from two machines: a table does not show that, so it is said. */
function unlikeMachines(reason: string): Warning {
  const message = `the two sides were measured on different machines (${reason}): a difference may come from the machine`;
  return { kind: 'policy', message };
}

/** ... and so is it where that cannot be known. Profiles never name their machine. */
function unknownMachine(base: Run, head: Run, config: Config): Warning[] {
  const isKnown = ({ environment: of }: Run) => of.cpu !== undefined || of.machine !== undefined;
  const measured = base.series.length > 0 && head.series.length > 0;
  if (!measured || !config.match.includes('cpu') || (isKnown(base) && isKnown(head))) return [];
  const who = isKnown(head) ? 'the old side' : isKnown(base) ? 'the new side' : 'neither side';
  const message = `machine unknown: ${who} ${who === 'neither side' ? 'names' : 'does not name'} its CPU, so a difference may come from the machine`;
  return [{ kind: 'policy', message }];
}
