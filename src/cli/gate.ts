/** `flamegate gate`: a run against a directory of stored runs. */
import { directoryStore } from '../baseline/directory.ts';
import { type Format, formatOf } from '../bench/index.ts';
import { type RunInputs, readPath } from '../collect.ts';
import { readOptions, resolveConfig } from '../config.ts';
import { gate } from '../gate.ts';
import { exitStatus } from '../judge/gate.ts';
import { InputError } from '../model.ts';
import { logLine } from '../report/escape.ts';
import { configLayers, emit, type Flags, inputsOf, measuredInputs, rowOptions } from './flags.ts';
import { verdictReport } from './format.ts';

export async function gateCommand(flags: Flags): Promise<number> {
  const config = resolveConfig(...(await configLayers(flags)));
  refuseWithoutRun(flags);
  const store = directoryStore(flags.baseline ?? '');
  const head = {
    ...(await measuredInputs(flags, config)),
    others: await otherRuns(flags.attempts ?? []),
  };
  const here =
    flags.run === undefined
      ? null
      : (await import('./here.ts')).measurerHere(flags, config, formatIn(head));
  const options = { ...readOptions(config), ...rowOptions(flags) };
  const { verdict, problem } = await gate(head, store, config, options, here);
  await emit(flags, await verdictReport(verdict, flags.format), inputsOf(head));
  if (problem !== null) process.stderr.write(`${logLine(`flamegate: ${problem}`)}\n`);
  return here?.interrupted() ?? (problem === null ? exitStatus(verdict, config.failOn) : 2);
}

/** Flags of a measurement that is not asked for: it would be taken for one that passed. */
function refuseWithoutRun(flags: Flags): void {
  if (flags.run?.trim() === '') throw new InputError('--run is empty: what is measured?');
  if (flags.run !== undefined) return;
  const idle = (['setup', 'against', 'maxTime', 'maxRounds', 'seed', 'pin', 'keep'] as const).find(
    (name) => flags[name] !== undefined,
  );
  if (idle === undefined) return;
  const name = idle.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new InputError(`--${name} says how to measure, and nothing is measured without --run`);
}

/** What is run again prints what was printed before. */
function formatIn({ benchmarks: [first] }: RunInputs): Format | null {
  return first === undefined ? null : formatOf(first);
}

/** Each directory holds what one other run of the commit measured. */
async function otherRuns(directories: readonly string[]): Promise<RunInputs[]> {
  const runs: RunInputs[] = [];
  for (const directory of directories) {
    runs.push({ ...(await readPath(directory)), commit: '', time: '', environment: {} });
  }
  return runs;
}
