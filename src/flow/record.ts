/** A run joins the stored ones. */
import { InputError } from '../model/error.ts';
import type { Warning } from '../model/warning.ts';
import { type RunInputs, type RunOptions, readRun } from '../source/files/collect.ts';
import { packRun } from '../store/manifest.ts';
import type { BaselineStore } from '../store/store.ts';
import { inputsOf } from './stored.ts';
import { summaryKey, summaryOf } from './summary.ts';

/**
 * Adds a run to a baseline, whole or not at all, and what it measured as a gate with these options for `tables`
 * reads it. Returns where it is. `tell` gets what could not be read: one result that is lost is no reason to lose the
 * others. Throws InputError.
 */
export async function record(
  inputs: RunInputs & { readonly workflow?: string | undefined; readonly runId?: number },
  store: BaselineStore,
  tables: RunOptions,
  tell: (warning: Warning) => void = () => {},
): Promise<string> {
  const { benchmarkFormat } = tables;
  const run = await readRun(inputs, benchmarkFormat === undefined ? {} : { benchmarkFormat });
  const failure = run.warnings.find(({ kind }) => kind === 'failed');
  if (failure !== undefined) {
    throw new InputError(
      `${failure.message}; a run that failed is not stored, because a baseline must be whole`,
      {
        ...(failure.file === undefined ? {} : { file: failure.file }),
        ...(failure.line === undefined ? {} : { line: failure.line }),
      },
    );
  }
  for (const warning of run.warnings) if (warning.kind === 'lost') tell(warning);
  const packed = packRun({ ...inputs, environment: run.environment });
  return store.keep(packed, {
    of: (stored) => summaryOf(stored.manifest, inputsOf(stored), tables),
    isUsable: (manifest, summary) => summary.key === summaryKey(manifest, tables),
  });
}
