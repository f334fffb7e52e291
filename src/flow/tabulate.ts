/** Benchmarks of any number of files in tables, as benchstat has them: read, filtered, projected, compared. */
import { buildTables } from '../compare/tables/build.ts';
import { parseFilter } from '../compare/tables/filter.ts';
import { type Asked, type Labelled, projections } from '../compare/tables/project.ts';
import { readResults } from '../formats/benchmarks/results.ts';
import type { BenchmarkTable } from '../model/benchtable.ts';
import { InputError } from '../model/error.ts';
import type { InputFile } from '../model/run.ts';
import type { Warning } from '../model/warning.ts';
import type { Config } from '../settings/config.ts';
import { refuseTwins } from '../source/files/samefiles.ts';

/** The files of one column, unless columns are chosen otherwise. */
export interface TableInput {
  /** Its `.file`. */
  readonly label: string;
  readonly files: readonly InputFile[];
}

/** What `--table`, `--row`, `--col`, `--ignore` and `--filter` say; benchstat's own defaults where they do not. */
export type TableChoice = Partial<Asked & { readonly filter: string }>;

export interface Tabulated {
  readonly tables: readonly BenchmarkTable[];
  readonly warnings: readonly Warning[];
}

/** Throws InputError where a file has no result, a choice cannot be read, or nothing is left of the results. */
export async function tabulate(
  inputs: readonly TableInput[],
  choice: TableChoice,
  config: Config,
  format: string | undefined,
): Promise<Tabulated> {
  const { filter = '*', table = '.config', row = '.fullname', col = '.file', ignore = '' } = choice;
  const matching = await parseFilter(filter);
  const by = projections({ table, row, col, ignore });
  const warnings: Warning[] = [];
  const assumed = new Map<string, string>();
  const counted = new Set<string>();
  const kept: Labelled[] = [];
  for (const { label, files } of inputs) {
    refuseTwins(files);
    const read = await readResults(files, { format });
    warnings.push(...read.warnings);
    for (const unit of read.exact) counted.add(unit);
    // What a unit was told first stays.
    for (const { unit, key, value } of read.units) {
      if (key === 'assume' && !assumed.has(unit)) assumed.set(unit, value);
    }
    for (const result of read.results) {
      const labelled = matching({ file: label, result });
      if (labelled !== null && by.isListed(labelled)) kept.push(labelled);
    }
  }
  if (kept.length === 0) {
    const lists = [filter === '*' ? '' : `--filter ${filter}`, listing(choice)];
    throw new InputError(
      `no result is left: none matches ${lists.filter((text) => text !== '').join(' and ')}`,
    );
  }
  const exact = new Set([
    ...counted,
    ...[...assumed].flatMap(([text, as]) => (as === 'exact' ? [text] : [])),
  ]);
  const tables = buildTables(kept, by, { test: config.test, alpha: config.alpha, exact });
  const doubt = machineDoubt(kept, tables, config);
  return { tables, warnings: doubt === null ? warnings : [...warnings, doubt] };
}

/** Projections that list values, for a message. */
const listing = ({ table, row, col, ignore }: TableChoice): string =>
  Object.entries({ table, row, col, ignore })
    .flatMap(([name, text]) => (text?.includes('(') === true ? [`--${name} ${text}`] : []))
    .join(' and ');

/** Results of unlike machines are in tables of their own; where a machine is not named that is not known. */
function machineDoubt(
  results: readonly Labelled[],
  tables: readonly BenchmarkTable[],
  config: Config,
): Warning | null {
  const isCompared = tables.some(({ columns }) => columns.length > 1);
  const isNamed = ({ result: { settings } }: Labelled): boolean =>
    settings.has('cpu') || settings.has('machine');
  if (!isCompared || config.runner === 'dedicated' || !config.match.includes('cpu')) return null;
  if (results.every(isNamed)) return null;
  const message =
    'not every result names the machine that measured it (one machine? --runner dedicated says so): a difference may come from the machine';
  return { kind: 'machine', message };
}
