/** Two runs side by side. */
import { unlike } from '../compare/gate/environment.ts';
import { InputError } from '../model/error.ts';
import type { Run } from '../model/run.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Warning } from '../model/warning.ts';
import type { Config } from '../settings/config.ts';
import { type RunInputs, type RunOptions, readRun } from '../source/files/collect.ts';
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
  tables: RunOptions,
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

/** Two runs side by side, as if of one machine where nothing speaks against it: `flamegate diff`. `name` is the base's file. */
export function diff(base: Run, head: Run, config: Config, name: string): Verdict {
  const single: Config = { ...config, trustSingleRun: true };
  refuseApart(base, head);
  const doubt = machineDoubt(base, head, config);
  const warnings = [...base.warnings, ...(doubt === null ? [] : [doubt.warning])];
  const baseline = { name, runs: [base], newest: null, setAside: [], warnings };
  const compared = compare([head], [base], single);
  return judge([head], baseline, compared, single, doubt?.reason ?? null);
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

/** Why a time may be the machine's: for the table as a warning, and for a row as a reason. */
interface MachineDoubt {
  readonly warning: Warning;
  readonly reason: string;
}

/** Two files may come from two machines: a table does not show that, so it is said. */
function machineDoubt(base: Run, head: Run, config: Config): MachineDoubt | null {
  const differs = unlike(head, base, config.match);
  if (differs !== null) {
    return {
      warning: warningOf(`the two sides were measured on different machines (${differs})`),
      reason: 'the two sides ran on different machines',
    };
  }
  const hasTimes = base.series.length > 0 && head.series.length > 0;
  if (!hasTimes || config.runner === 'dedicated' || !config.match.includes('cpu')) return null;
  const unknown = [namesMachine(base) ? '' : 'old', namesMachine(head) ? '' : 'new'].filter(
    (side) => side !== '',
  );
  if (unknown.length === 0) return null;
  const sides =
    unknown.length === 2 ? 'neither side names' : `the ${unknown[0]} side does not name`;
  return {
    warning: warningOf(
      `${sides} the machine that measured it (one machine? --runner dedicated says so)`,
      'machine',
    ),
    reason: 'the machine is unknown',
  };
}

const namesMachine = ({ environment }: Run): boolean =>
  Boolean(environment.cpu || environment.machine);

const warningOf = (said: string, kind: Warning['kind'] = 'policy'): Warning => ({
  kind,
  message: `${said}: a difference may come from the machine`,
});
