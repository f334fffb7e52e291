/** `flamegate record`: a run of the base into a directory, whole or not at all. */
import { record } from '../../flow/record.ts';
import { logLine } from '../../report/escape.ts';
import { redactionSentences, warningLines } from '../../report/rows/sentences.ts';
import { readOptions, resolveConfig } from '../../settings/config.ts';
import { directoryStore } from '../../store/directory.ts';
import { branchHere } from './commit.ts';
import { configLayers, type Flags, measuredInputs } from './flags.ts';

export async function recordCommand(flags: Flags): Promise<number> {
  const config = resolveConfig(...(await configLayers(flags)));
  const inputs = await measuredInputs(flags, config);
  const store = directoryStore(flags.baseline ?? '');
  const place = await record(
    { ...inputs, branch: await branchHere(process.cwd(), process.env), purpose: 'store' },
    store,
    readOptions(config),
    (warning) => {
      for (const line of warningLines([warning], 1)) {
        process.stderr.write(`${logLine(`flamegate: ${line}`)}\n`);
      }
    },
  );
  const lines = [`recorded ${place}`, ...redactionSentences(inputs.redaction)];
  process.stdout.write(lines.map((line) => `${logLine(line)}\n`).join(''));
  return 0;
}
