/**
 * `go tool pprof -top` for tests: what its text says, what flamegate says to the same arguments, and
 * the tool itself where there is one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadOptions, readTables } from '../../src/formats/profiles/readtable.ts';
import type { Filters } from '../../src/model/filters.ts';
import type { FunctionTable } from '../../src/model/run.ts';
import { diffTables } from '../../src/profile/diff.ts';
import { mergeTables } from '../../src/profile/table.ts';

/** Rows in the order printed, and the denominator of the percentages. */
export interface Top {
  readonly total: number;
  readonly rows: readonly { readonly name: string; readonly flat: number; readonly cum: number }[];
}

/** Flags for a whole table in the profile's own unit, for which every number is exact. */
export const EXACT = [
  '-top',
  '-symbolize=none',
  '-nodecount=0',
  '-nodefraction=0',
  '-edgefraction=0',
];

const ROW =
  /^ *(-?[\d.]+)\S* +\S+% +\S+% +(-?[\d.]+)\S* +\S+% {2}(.*?)(?: \((?:partial-)?inline\))?$/;

/** Parses the tool's text. Throws on a line it does not know, so that nothing is left out. */
export function parseTop(text: string): Top {
  const lines = text.trimEnd().split('\n');
  const start = lines.findIndex((line) => /^ +flat +flat% /.test(line));
  const total = /^Showing nodes accounting for .* of (-?[\d.]+)\S* total$/m.exec(text)?.[1];
  if (start < 0 || total === undefined) {
    throw new Error(`no table in what pprof printed: ${text.slice(0, 200)}`);
  }
  const rows = lines.slice(start + 1).map((line) => {
    const [, flat, cum, name] = ROW.exec(line) ?? [];
    if (name === undefined) {
      throw new Error(`not a row: ${line}`);
    }
    return { name, flat: Number(flat), cum: Number(cum) };
  });
  return { total: Number(total), rows };
}

/** pprof's flags of filters, and what flamegate's are called. */
const FILTERS: Readonly<Record<string, keyof Filters>> = {
  '-focus': 'focus',
  '-ignore': 'ignore',
  '-hide': 'hide',
  '-show': 'show',
  '-show_from': 'showFrom',
  '-tagfocus': 'tagfocus',
  '-tagignore': 'tagignore',
  '-tagroot': 'tagroot',
  '-tagleaf': 'tagleaf',
};

export const isFilter = (arg: string): boolean => (arg.split('=')[0] ?? '') in FILTERS;

/** What flamegate computes for the arguments of one `go tool pprof -top`, as pprof shows it. */
export async function flamegateTop(args: readonly string[], folder: string): Promise<Top> {
  const options: { -readonly [K in keyof ReadOptions]: ReadOptions[K] } = {};
  const filters: { -readonly [K in keyof Filters]: Filters[K] } = {};
  const bases: string[] = [];
  const sources: string[] = [];
  for (const arg of args) {
    const [flag = ''] = arg.split('=', 1);
    const value = arg.slice(flag.length + 1);
    const filter = FILTERS[flag];
    if (flag === '-sample_index') {
      options.sampleType = value;
    } else if (flag === '-diff_base') {
      // Of several, `go tool pprof` takes the last (cmd/pprof's flags are Go's plain ones).
      bases.splice(0, 1, value);
    } else if (flag === '-noinlines') {
      options.inlines = false;
    } else if (flag === '-filefunctions' || flag === '-lines') {
      options.granularity = flag === '-lines' ? 'lines' : 'filefunctions';
    } else if (filter !== undefined) {
      filters[filter] = value;
    } else if (!flag.startsWith('-')) {
      sources.push(arg);
    } else if (!EXACT.includes(arg) && flag !== '-unit') {
      throw new Error(`the test does not know ${arg}`);
    }
  }
  options.filters = filters;
  const head = await tableOf(sources, folder, options);
  if (bases.length === 0) {
    return head.total === 0 ? { total: 0, rows: [] } : { total: head.total, rows: head.functions };
  }
  const base = await tableOf(bases, folder, options);
  const rows = diffTables(base, head).map((row) => ({
    name: row.name,
    flat: row.head.flat - row.base.flat,
    cum: row.head.cum - row.base.cum,
  }));
  return { total: base.total, rows: rows.filter((row) => row.flat !== 0 || row.cum !== 0) };
}

async function tableOf(
  files: readonly string[],
  folder: string,
  options: ReadOptions,
): Promise<FunctionTable> {
  const tables: FunctionTable[] = [];
  for (const file of files) {
    const bytes = readFileSync(join(folder, file));
    tables.push(...(await readTables({ file, bytes }, options)).tables);
  }
  return mergeTables(tables);
}

/** Rows as text, sorted, so that a difference shows as a readable diff. */
export const asLines = (top: Top): string[] => [
  `total ${top.total}`,
  ...top.rows.map((row) => `${row.name}: flat ${row.flat} cum ${row.cum}`).sort(),
];

/** Whether `go tool pprof` can be run; says so once where it cannot. */
export const hasGo: boolean = (() => {
  const found = spawnSync('go', ['version']).status === 0;
  if (!found) {
    console.log('no go on PATH: tests against the live tool are skipped, recorded output serves');
  }
  return found;
})();

/**
 * Where `go tool` keeps pprof: starting it directly takes a twentieth of the time. Undefined for what
 * a version of Go without `-n`, or that builds it each time, does not tell.
 */
let pprofProgram: string | undefined;

/** Runs the real tool, away from any source tree and without looking for binaries. */
export function runPprof(args: readonly string[], folder: string): string {
  const start = pprofProgram === undefined ? ['tool', 'pprof'] : [];
  const run = spawnSync(pprofProgram ?? 'go', [...start, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PPROF_BINARY_PATH: '/nonexistent', TZ: 'UTC', LC_ALL: 'C' },
  });
  if (run.status !== 0) {
    throw new Error(`go tool pprof ${args.join(' ')}: ${run.stderr}`);
  }
  // Only now is it built.
  if (pprofProgram === undefined) {
    const path = spawnSync('go', ['tool', '-n', 'pprof'], { encoding: 'utf8' }).stdout.trim();
    if (existsSync(path)) pprofProgram = path;
  }
  return run.stdout;
}
