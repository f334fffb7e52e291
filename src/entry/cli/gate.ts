/** `flamegate gate`: a run against a directory of stored runs. */
import { gate, type Measurer, type SharedMeasurer } from '../../flow/gate.ts';
import { exitStatus } from '../../judge/gate.ts';
import { InputError } from '../../model/error.ts';
import { logLine } from '../../report/escape.ts';
import { type Config, readOptions, resolveConfig } from '../../settings/config.ts';
import { type RunInputs, readPath } from '../../source/files/collect.ts';
import { looks } from '../../stats/spending.ts';
import { explain } from './explain.ts';
import {
  configLayers,
  emitReports,
  type Flags,
  flagName,
  inputsOf,
  measuredInputs,
  rowOptions,
} from './flags.ts';
import { verdictReport } from './format.ts';
import type { Here } from './measurer.ts';
import { storeAt } from './store.ts';

export async function gateCommand(flags: Flags): Promise<number> {
  const config = resolveConfig(...(await configLayers(flags)));
  refuseWithoutRun(flags, config);
  const store = await storeAt(flags.baseline ?? '');
  const head = {
    ...(await measuredInputs(flags, config)),
    others: await otherRuns(flags.attempts ?? []),
  };
  const held: { here: Here | null } = { here: null };
  const load = async () => {
    held.here ??= (await import('./measurer.ts')).measurerHere(flags, config, head);
    return held.here;
  };
  const isUnasked = flags.run === undefined;
  // Most runs have no suspect, and then none of what measures is loaded.
  if (!isUnasked || flags.seed !== undefined) await load();
  const byCommand: Measurer = {
    looks: looks(config.maxRounds),
    measure: async (only, look) => (await load()).measure(only, look),
  };
  const unasked: SharedMeasurer = {
    isUnasked: true,
    during: async (work) => (await load()).suspects(work),
  };
  const measurer = isUnasked ? (config.confirm === 'auto' ? unasked : null) : byCommand;
  const options = { ...readOptions(config), ...rowOptions(flags) };
  const gated = await gate(head, store, config, options, measurer).catch((error: unknown) => {
    const stopped = held.here?.interrupted() ?? null;
    if (stopped === null) throw error;
    process.stderr.write(explain(error));
    return stopped;
  });
  if (typeof gated === 'number') return gated;
  const { verdict, evidence } = gated;
  const problem = gated.problem ?? gated.unread;
  const done = problem === null ? exitStatus(verdict, config.failOn) : 2;
  const status = held.here?.interrupted() ?? done;
  const ending = { failOn: config.failOn, status };
  await emitReports(
    flags,
    (asked) => verdictReport(verdict, asked, ending, flags, evidence),
    inputsOf(head),
  );
  if (problem !== null) process.stderr.write(`${logLine(`flamegate: ${problem}`)}\n`);
  return held.here?.interrupted() ?? status;
}

/** Flags of a measurement that is not asked for: it would be taken for one that passed. */
function refuseWithoutRun(flags: Flags, { confirm }: Config): void {
  if (flags.run?.trim() === '')
    throw new InputError('--run is empty: name the command that measures');
  if (flags.run !== undefined) return;
  const all = ['against', 'maxTime', 'maxRounds', 'seed', 'pin', 'keep'] as const;
  const needed = ['setup', 'timeCommand'] as const;
  const idle = (confirm === 'auto' ? needed : [...needed, ...all]).find(
    (name) => flags[name] !== undefined,
  );
  if (idle === undefined) return;
  throw new InputError(
    `${flagName(idle)} says how to measure, but nothing is measured without --run`,
  );
}

/** Each directory holds what one other run of the commit measured. */
async function otherRuns(directories: readonly string[]): Promise<RunInputs[]> {
  const runs: RunInputs[] = [];
  for (const directory of directories) {
    runs.push({ ...(await readPath(directory)), commit: '', time: '', environment: {} });
  }
  return runs;
}
