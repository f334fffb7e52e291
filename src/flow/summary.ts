/**
 * Summaries of stored runs: made when a run is recorded, and taken for the run where its files would be read as
 * they were then. What they look like in a store is store/summary.ts.
 */
import { InputError } from '../model/error.ts';
import type { Run } from '../model/run.ts';
import { type RunInputs, type RunOptions, readRun } from '../source/files/collect.ts';
import type { Manifest } from '../store/manifest.ts';
import type { ListedRun } from '../store/store.ts';
import { digestOf, type Summary } from '../store/summary.ts';

/** Set by the build. */
declare const FLAMEGATE_VERSION: string | undefined;

/**
 * How a run's files are read: by which release, whose readers may differ from another's, and with which options
 * for profiles, where there are any.
 */
export function summaryKey({ files }: Manifest, options: RunOptions): string {
  const release = typeof FLAMEGATE_VERSION === 'string' ? FLAMEGATE_VERSION : 'source';
  const format = options.benchmarkFormat === undefined ? [] : [options.benchmarkFormat];
  if (files.every(({ kind }) => kind === 'benchmarks')) return JSON.stringify([release, ...format]);
  const { filters = {}, attribute, groupBy, sampleType, inlines, granularity } = options;
  const used = Object.entries(filters).filter(([, filter]) => filter !== '');
  return JSON.stringify([
    ...[release, used.toSorted(([a], [b]) => (a < b ? -1 : 1)), attribute ?? 'raw', groupBy ?? ''],
    ...[sampleType ?? '', inlines ?? true, granularity ?? 'functions', ...format],
  ]);
}

/** `inputs` are the stored files, so that names are as whoever opens the run has them. Null where the files cannot be read with these options: who compares the run is told why. */
export async function summaryOf(
  manifest: Manifest,
  inputs: RunInputs,
  options: RunOptions,
): Promise<Summary | null> {
  try {
    const { environment, series, tables, warnings } = await readRun(inputs, options);
    const run = { environment, series, tables, warnings };
    return { key: summaryKey(manifest, options), manifest: digestOf(manifest), run };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return null;
  }
}

/** What a summary says, where reading the files with these options would say the same; else null. */
export function summarised({ manifest, summary }: ListedRun, options: RunOptions): Run | null {
  if (summary === null || summary.key !== summaryKey(manifest, options)) return null;
  return { commit: manifest.commit, time: manifest.time, ...summary.run };
}
