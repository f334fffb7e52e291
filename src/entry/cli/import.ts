/** `flamegate import`: the history of another tool into a directory of stored runs. */
import { importSuite, suiteOf } from '../../flow/import.ts';
import { readHistory } from '../../formats/histories/index.ts';
import { logLine } from '../../report/escape.ts';
import { readOptions, resolveConfig } from '../../settings/config.ts';
import { readFiles } from '../../source/files/collect.ts';
import type { Flags } from './flags.ts';
import { storeAt } from './store.ts';

/** `suite` and `package` are of this command alone. */
interface ImportFlags extends Flags {
  readonly suite?: string;
  readonly package?: string;
}

export async function importCommand(
  { baseline = '', suite: named, package: goPackage }: ImportFlags,
  files: readonly string[],
): Promise<number> {
  const inputs = await readFiles(files, 'history');
  const suites = inputs.flatMap((input) => readHistory(input, goPackage));
  const suite = suiteOf(suites, named);
  const { stored, known, refused, lost } = await importSuite(
    suite,
    await storeAt(baseline),
    readOptions(resolveConfig({})),
  );
  const already = known === 0 ? '' : `, ${known} were there already`;
  const runs = stored === 1 ? '1 run' : `${stored} runs`;
  process.stdout.write(`${logLine(`stored ${runs} in ${baseline}${already}`)}\n`);
  for (const value of lost) process.stderr.write(`${logLine(`not read: ${value}`)}\n`);
  for (const reason of refused) process.stderr.write(`${logLine(`not stored: ${reason}`)}\n`);
  return refused.length === 0 ? 0 : 2;
}
