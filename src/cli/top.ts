/** `flamegate top`: what `go tool pprof -top` prints of the same profiles. */
import { readFiles } from '../collect.ts';
import type { FunctionTable } from '../model.ts';
import { readTable } from '../profile/readtable.ts';
import { mergeTables } from '../profile/table.ts';
import { emit, type Flags, tableOptions } from './flags.ts';

export async function topCommand(flags: Flags, paths: readonly string[]): Promise<number> {
  const files = await readFiles(paths, 'top');
  const tables: FunctionTable[] = [];
  for (const file of files) {
    tables.push(await readTable(file, tableOptions(flags)));
  }
  const table = mergeTables(tables);
  await emit(flags, await report(table, flags.format), files);
  return 0;
}

async function report(table: FunctionTable, format = 'text'): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../report/json.ts')).topJson(table);
    case 'csv':
      return (await import('../report/csv.ts')).topCsv(table);
    default:
      return (await import('../report/text.ts')).topText(table);
  }
}
