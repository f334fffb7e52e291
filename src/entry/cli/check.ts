/** `flamegate baseline check`: how often this project's own gate would be wrong. */
import { selfCheck, storedRuns } from '../../flow/check.ts';
import { InputError } from '../../model/error.ts';
import { checkText } from '../../report/checktext.ts';
import { resolveConfig } from '../../settings/config.ts';
import { configLayers, emit, type Flags, inputsOf, measuredInputs } from './flags.ts';
import { readableStore } from './store.ts';

export async function checkCommand(flags: Flags): Promise<number> {
  const config = resolveConfig(...(await configLayers(flags)));
  const present = flags.benchmarks !== undefined || flags.profiles !== undefined;
  const inputs = present ? await measuredInputs(flags, config) : null;
  const stored = await storedRuns(inputs, await readableStore(flags), config);
  const { head, name, runs, setAside, warnings } = stored;
  if (runs.length < 3) {
    throw new InputError(
      `a replay takes at least 3 stored runs of one environment, here are ${runs.length} (${setAside} set aside${warnings[0] === undefined ? '' : `; ${warnings[0].message}`})`,
      { file: flags.baseline ?? flags.workflow ?? '' },
    );
  }
  await emit(flags, checkText(selfCheck(runs, head, config, name)), inputsOf(inputs));
  return 0;
}
