/** `flamegate measure`: base and head in turn on this machine, and a verdict. */
import { resolveConfig } from '../config.ts';
import { lookAt, roundsVerdict } from '../gate.ts';
import { exitStatus } from '../judge/gate.ts';
import { logLine } from '../report/escape.ts';
import { explain } from './explain.ts';
import { configLayers, emit, type Flags } from './flags.ts';
import { verdictReport } from './format.ts';
import { measurerHere } from './here.ts';
import { askedCommand } from './measure/asked.ts';

export async function measureCommand(flags: Flags): Promise<number> {
  const config = resolveConfig(...(await configLayers(flags)));
  const { says, options } = await askedCommand(flags);
  const here = measurerHere({ ...flags, run: options.run }, config, { benchmarks: [], commit: '' });
  if (says !== null) process.stderr.write(`${logLine(`Measuring ${says}`)}\n`);
  const look = lookAt(config, here.looks);
  const measured = await here.measure(null, look, options).catch((error: unknown) => {
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
