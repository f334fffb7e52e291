/** `flamegate top`: what `go tool pprof -top` prints of the same profiles. */
import { unmeasured } from '../../formats/profiles/runtables.ts';
import { InputError } from '../../model/error.ts';
import type { Means } from '../../model/functions.ts';
import type { FunctionTable } from '../../model/run.ts';
import { mergeTables } from '../../profile/table.ts';
import { logLine } from '../../report/escape.ts';
import type { ProfileView } from '../../report/profileview.ts';
import { readOptions, resolveConfig } from '../../settings/config.ts';
import { readFiles, readProfiles } from '../../source/files/collect.ts';
import { emitReports, type Flags, flagLayer, rowOptions } from './flags.ts';
import { profileView } from './profileview.ts';

export async function topCommand(flags: Flags, paths: readonly string[]): Promise<number> {
  const view = profileView(flags);
  const files = await readFiles(paths, 'top');
  const options = {
    ...readOptions(resolveConfig(flagLayer(flags), { attribute: 'raw' })),
    ...rowOptions(flags),
  };
  const { tables, warnings } = await readProfiles(files, options);
  const empty = unmeasured(tables);
  if (empty !== null) throw new InputError(empty.message);
  for (const { message } of warnings) process.stderr.write(`${logLine(`flamegate: ${message}`)}\n`);
  const shown = merged(tables);
  if (flags.list !== undefined) {
    const { listReport } = await import('./list.ts');
    await emitReports(flags, () => listReport(flags, [files], options, view), files);
    return 0;
  }
  if (flags.tree === true) {
    if (flags.mean === true) throw new InputError('--tree shows sums: leave out --mean');
    const { topTrees } = await import('./tree.ts');
    await emitReports(flags, () => topTrees(shown, files, options, view), files);
    return 0;
  }
  const means =
    flags.mean === true ? await (await import('./values.ts')).fileMeans(files, options) : undefined;
  await emitReports(flags, ({ format }) => report(shown, format, view, means), files);
  return 0;
}

/** One table for each slice, the largest first. */
function merged(tables: readonly FunctionTable[]): FunctionTable[] {
  const slices = new Map<string | undefined, FunctionTable[]>();
  for (const table of tables) {
    slices.set(table.slice, [...(slices.get(table.slice) ?? []), table]);
  }
  return [...slices.values()].map(mergeTables).toSorted((a, b) => b.total - a.total);
}

async function report(
  tables: readonly FunctionTable[],
  format: string,
  view: ProfileView,
  means?: Means,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../../report/json.ts')).topJson(tables);
    case 'csv':
      return (await import('../../report/csv.ts')).topCsv(tables);
    default: {
      const { topText } = await import('../../report/toptext.ts');
      return tables.map((table) => topText(table, view, means)).join('\n');
    }
  }
}
