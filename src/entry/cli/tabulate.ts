/** `flamegate diff` of benchmarks in tables: one file, several files, or rows and columns that flags choose. */
import { type TableChoice, type TableInput, tabulate } from '../../flow/tabulate.ts';
import { InputError } from '../../model/error.ts';
import { logLine } from '../../report/escape.ts';
import { warningLines } from '../../report/rows/sentences.ts';
import type { Config } from '../../settings/config.ts';
import { emitReports, type Flags, inputsOf } from './flags.ts';
import type { AskedReport } from './reports.ts';
import type { Side } from './tabular.ts';

/** Throws InputError where a side has no benchmarks, or a report is of two sides only. */
export async function tablesCommand(
  sides: readonly Side[],
  flags: Flags,
  config: Config,
): Promise<number> {
  const inputs = sides.map((side) => ({ label: side.label, files: benchmarksOf(side) }));
  if (sides.some(({ files }) => files.profiles.length > 0)) {
    process.stderr.write('flamegate: profiles are compared of two sides, and not shown here\n');
  }
  const made = await tablesOf(inputs, flags, config);
  await emitReports(
    flags,
    made,
    sides.flatMap(({ files }) => [...inputsOf(files)]),
  );
  return 0;
}

/** benchstat's CSV of two sides, beside reports of their comparison. */
export async function twoSidesCsv(
  sides: readonly Side[],
  flags: Flags,
  config: Config,
): Promise<string> {
  const inputs = sides.map((side) => ({ label: side.label, files: benchmarksOf(side) }));
  return (await tablesOf(inputs, flags, config))({ format: 'benchstat-csv', output: undefined });
}

/** What makes each report. */
async function tablesOf(
  inputs: readonly TableInput[],
  flags: Flags,
  config: Config,
): Promise<(asked: AskedReport) => Promise<string>> {
  const { tables, warnings } = await tabulate(inputs, choiceOf(flags), config, flags.formatIn);
  const isUnknown = ({ kind }: { readonly kind: string }): boolean => kind === 'machine';
  for (const line of warningLines(warnings.filter(isUnknown))) {
    process.stderr.write(`${logLine(line)}\n`);
  }
  const told = warnings.filter((warning) => !isUnknown(warning));
  return async ({ format }) => {
    if (format === 'benchstat-csv') {
      const { csv, notes } = (await import('../../report/benchcsv.ts')).tablesCsv(
        tables,
        config.alpha,
      );
      // The CSV has no place for them.
      for (const line of [...warningLines(told).map((text) => logLine(text)), ...notes]) {
        process.stderr.write(`${line}\n`);
      }
      return csv;
    }
    if (format !== 'text') throw ofTwoSides(format);
    return (await import('../../report/benchtables.ts')).tablesText(tables, config.alpha, told);
  };
}

function choiceOf({ table, row, col, ignore, filter }: Flags): TableChoice {
  return {
    ...(table === undefined ? {} : { table }),
    ...(row === undefined ? {} : { row }),
    ...(col === undefined ? {} : { col }),
    ...(ignore === undefined ? {} : { ignore }),
    ...(filter === undefined ? {} : { filter }),
  };
}

const ofTwoSides = (format: string): InputError =>
  new InputError(
    `--format ${format} is of two files side by side: name two, or take --format text or benchstat-csv here`,
  );

function benchmarksOf({ label, files }: Side): TableInput['files'] {
  if (files.benchmarks.length > 0) return files.benchmarks;
  throw new InputError(
    `${label} holds profiles: tables are of benchmark output. \`flamegate top\` shows one profile, \`flamegate diff\` compares two`,
  );
}
