/** `flamegate gate`: a run against a directory of stored runs. */
import { directoryStore } from '../baseline/directory.ts';
import { resolveConfig } from '../config.ts';
import { gate } from '../gate.ts';
import { exitStatus } from '../judge/gate.ts';
import { configLayers, emit, type Flags, inputsOf, measuredInputs, tableOptions } from './flags.ts';
import { verdictReport } from './format.ts';

export async function gateCommand(flags: Flags): Promise<number> {
  const config = resolveConfig(...(await configLayers(flags)));
  const store = directoryStore(flags.baseline ?? '');
  const inputs = await measuredInputs(flags, config);
  const { verdict } = await gate(inputs, store, config, tableOptions(flags));
  await emit(flags, await verdictReport(verdict, flags.format), inputsOf(inputs));
  return exitStatus(verdict.verdict, config.failOn);
}
