/** `flamegate tags`: what each value of each label costs, as `go tool pprof -tags` prints it. */
import { asSeen } from '../../formats/profiles/readtable.ts';
import { idleOptions, unmeasured } from '../../formats/profiles/runtables.ts';
import { InputError } from '../../model/error.ts';
import { functionTable } from '../../profile/table.ts';
import { tagsOf } from '../../profile/tags.ts';
import { logLine } from '../../report/escape.ts';
import { tagsText } from '../../report/tagstext.ts';
import { readOptions, resolveConfig } from '../../settings/config.ts';
import { readFiles, readMergedProfile } from '../../source/files/collect.ts';
import { emitReports, type Flags, flagLayer, rowOptions } from './flags.ts';
import { profileView } from './profileview.ts';

export async function tagsCommand(flags: Flags, paths: readonly string[]): Promise<number> {
  const view = profileView(flags);
  const options = {
    ...readOptions(resolveConfig(flagLayer(flags), { attribute: 'raw' })),
    ...rowOptions(flags),
  };
  const files = await readFiles(paths, 'tags');
  const { profile, idle } = await asSeen(await readMergedProfile(files), options);
  for (const { message } of idleOptions([{ tables: [], idle }], options)) {
    process.stderr.write(`${logLine(`flamegate: ${message}`)}\n`);
  }
  const table = functionTable(profile, options);
  const empty = unmeasured([table]);
  if (empty !== null) throw new InputError(empty.message);
  const isFiltered = Object.values(options.filters ?? {}).some((filter) => filter !== '');
  const tags = tagsOf(profile, { ...options, isFiltered });
  await emitReports(flags, () => tagsText(tags, table.total, table.sampleType.unit, view), files);
  return 0;
}
