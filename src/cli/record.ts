/** `flamegate record`: a run of main into a directory, whole or not at all. */
import { directoryStore } from '../baseline/directory.ts';
import { record } from '../gate.ts';
import { logLine } from '../report/escape.ts';
import { type Flags, measuredInputs } from './flags.ts';

export async function recordCommand(flags: Flags): Promise<number> {
  const place = await record(await measuredInputs(flags), directoryStore(flags.baseline ?? ''));
  process.stdout.write(`${logLine(`recorded ${place}`)}\n`);
  return 0;
}
