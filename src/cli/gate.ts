/** `flamegate gate`: a run against a directory of stored runs. */
import { directoryStore } from '../baseline/directory.ts';
import { resolveConfig } from '../config.ts';
import { gate } from '../gate.ts';
import { exitStatus } from '../judge/gate.ts';
import { configLayers, emit, type Flags, measuredInputs, tableOptions } from './flags.ts';
import { verdictReport } from './format.ts';

export async function gateCommand(flags: Flags): Promise<number> {
  const config = resolveConfig(...(await configLayers(flags)));
  const store = directoryStore(flags.baseline ?? '');
  const { verdict } = await gate(
    await measuredInputs(flags, config),
    store,
    config,
    tableOptions(flags),
  );
  await emit(flags, await verdictReport(verdict, flags.format));
  return exitStatus(verdict.verdict, config.failOn);
}
