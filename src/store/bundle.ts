/**
 * What a pull request's job uploads for local diffing: the measured run, the newest stored run it
 * was compared with, and the report, in one archive:
 *
 *     report.json
 *     head/manifest.json, head/benchmarks/..., head/profiles/...
 *     base/...                      absent when there was no baseline
 *
 * Both sides are stored runs (manifest.ts) and checked as such.
 */
import { InputError } from '../model/error.ts';
import { entriesOf, type Limits, type StoredRun, unpackRun } from './manifest.ts';
import { quoted } from './path.ts';

export interface Bundle {
  /** The gate's JSON report: data of a pull request, like the rest. */
  readonly report: Uint8Array;
  readonly head: StoredRun;
  readonly base: StoredRun | null;
}

const reportName = 'report.json';
const sides = ['head', 'base'] as const;

/** The artifact's key for the gate called `name`; it never is the key of a baseline's artifact. */
export function bundleKey(name: string): string {
  return `diff-${name}`;
}

/** The key of the HTML report's artifact. */
export function reportKey(name: string): string {
  return `report-${name}`;
}

/** The files of the archive by path. */
export function bundleEntries(bundle: Bundle): Map<string, Uint8Array> {
  const entries = new Map([[reportName, bundle.report]]);
  for (const side of sides) {
    const run = bundle[side];
    if (run === null) continue;
    for (const [path, bytes] of entriesOf(run)) entries.set(`${side}/${path}`, bytes);
  }
  return entries;
}

/** Throws InputError that names the first defect; see `unpackRun` for those of a side. */
export function unpackBundle(entries: ReadonlyMap<string, Uint8Array>, limits: Limits): Bundle {
  const report = entries.get(reportName);
  if (report === undefined) throw new InputError(`there is no ${reportName}`);
  const found = { head: new Map<string, Uint8Array>(), base: new Map<string, Uint8Array>() };
  for (const [path, bytes] of entries) {
    const side = sides.find((name) => path.startsWith(`${name}/`));
    if (side !== undefined) found[side].set(path.slice(side.length + 1), bytes);
    else if (path !== reportName) throw new InputError(`${quoted(path)} does not belong there`);
  }
  return {
    report,
    head: unpackSide('head', found.head, limits),
    base: found.base.size === 0 ? null : unpackSide('base', found.base, limits),
  };
}

function unpackSide(
  side: (typeof sides)[number],
  entries: ReadonlyMap<string, Uint8Array>,
  limits: Limits,
): StoredRun {
  try {
    return unpackRun(entries, limits);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`in ${side}/: ${error.message}`);
  }
}
