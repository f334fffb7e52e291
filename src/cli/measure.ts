/** `flamegate measure`: base and head in turn on this machine, and a verdict. */
import { resolveConfig } from '../config.ts';
import { lookAt, roundsVerdict } from '../gate.ts';
import { exitStatus } from '../judge/gate.ts';
import { InputError } from '../model.ts';
import { explain } from './explain.ts';
import { configLayers, emit, type Flags } from './flags.ts';
import { verdictReport } from './format.ts';
import { measurerHere } from './here.ts';

export async function measureCommand(flags: Flags): Promise<number> {
  if ((flags.run ?? '').trim() === '') throw new InputError('--run is empty: what is measured?');
  const config = resolveConfig(...(await configLayers(flags)));
  const here = measurerHere(flags, config, { benchmarks: [], commit: '' });
  const measured = await here.measure(null, lookAt(config, here.looks)).catch((error: unknown) => {
    if (here.interrupted() === null) throw error;
    process.stderr.write(explain(error));
    return null;
  });
  if (measured === null) return here.interrupted() ?? 2;
  const verdict = roundsVerdict(measured, here.looks, config);
  await emit(flags, await verdictReport(verdict, flags.format));
  const interrupted = here.interrupted();
  if (interrupted !== null) return interrupted;
  // A side that fails is bad input, whatever was measured before.
  return measured.stopped === 'failed' ? 2 : exitStatus(verdict, config.failOn);
}
