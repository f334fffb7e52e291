/** `flamegate baseline check`: how often this project's own gate would be wrong. */
import { directoryStore } from '../baseline/directory.ts';
import { resolveConfig } from '../config.ts';
import { storedRuns } from '../gate.ts';
import { InputError } from '../model.ts';
import { selfCheck } from '../replay.ts';
import { checkText } from '../report/checktext.ts';
import { configLayers, emit, type Flags, inputsOf, measuredInputs } from './flags.ts';

export async function checkCommand(flags: Flags): Promise<number> {
  const config = resolveConfig(...(await configLayers(flags)));
  const present = flags.benchmarks !== undefined || flags.profiles !== undefined;
  const inputs = present ? await measuredInputs(flags, config) : null;
  const { head, runs, setAside } = await storedRuns(
    inputs,
    directoryStore(flags.baseline ?? ''),
    config,
  );
  if (runs.length < 3) {
    throw new InputError(
      `a replay takes at least 3 stored runs of one environment, here are ${runs.length} (${setAside} set aside)`,
      { file: flags.baseline ?? '' },
    );
  }
  await emit(flags, checkText(selfCheck(runs, head, config)), inputsOf(inputs));
  return 0;
}
