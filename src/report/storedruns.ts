/** Stored runs as text and as JSON: what `flamegate baseline list`, `show`, `prune`, `verify`, `export` and `import` print. */
import type { Environment } from '../model/run.ts';
import type { SetAside } from '../model/verdict.ts';
import { plural } from '../text/numbers.ts';
import { logLine } from './escape.ts';
import { cell, layOut } from './texttable.ts';

/** What is told of a stored run. */
export interface ShownRun {
  readonly commit: string;
  readonly branch?: string;
  readonly time: string;
  readonly workflow?: string;
  readonly runId?: number;
  readonly environment: Environment;
  readonly files: readonly {
    readonly path: string;
    readonly kind: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
}

/** Runs, and what a command did with them; none of the counts is given where it does not apply. */
export interface ShownRuns {
  readonly runs: readonly ShownRun[];
  readonly setAside: readonly SetAside[];
  /** Runs that were there already. */
  readonly present?: number;
}

/** Increased when a field changes its meaning or goes away. */
const schema = 1;

/** One JSON value; of each run the manifest's fields. */
export function storedRunsJson({ runs, setAside, present }: ShownRuns): string {
  const shown = runs.map(({ commit, branch, time, workflow, runId, environment, files }) => ({
    ...{ commit, branch, time, workflow, runId, environment, files },
  }));
  return `${JSON.stringify({ schema, runs: shown, setAside, present }, null, 2)}\n`;
}

/** The first line says what was done with how many; then a line a run, and the reason of each that was set aside. */
export function storedRunsText(done: string, { runs, setAside, present }: ShownRuns): string {
  const lines = [
    `${done === '' ? '' : `${done} `}${plural(runs.length, 'stored run')}${present === undefined ? '' : `, ${present} there already`}${setAside.length === 0 ? '' : `, ${setAside.length} set aside`}`,
    ...table(runs),
    ...setAsideLines(setAside),
  ];
  return printed(lines);
}

/** Everything that the manifests of these runs say. */
export function storedRunText({ runs, setAside }: ShownRuns): string {
  const lines = runs.flatMap((run) => [
    `commit       ${run.commit || 'not known'}`,
    `time         ${run.time}`,
    ...(run.branch === undefined ? [] : [`branch       ${run.branch}`]),
    ...(run.workflow === undefined ? [] : [`workflow     ${run.workflow}`]),
    ...(run.runId === undefined ? [] : [`run          ${run.runId}`]),
    ...Object.entries(run.environment).map(([name, value]) => `${name.padEnd(12)} ${value}`),
    ...run.files.map(({ path, bytes, sha256 }) => `${bytes} B  sha256 ${sha256}  ${path}`),
    '',
  ]);
  return printed([...lines, ...setAsideLines(setAside)]);
}

function table(runs: readonly ShownRun[]): string[] {
  if (runs.length === 0) return [];
  const row = (cells: readonly string[]) =>
    cells.map((text, column) =>
      cell(column, logLine(text, 100), {
        ...(column > 0 ? { margin: '  ' } : {}),
        align: column === 2 || column === 3 ? 'right' : 'left',
      }),
    );
  const rows = runs.map(({ time, commit, branch = '', environment, files }) => [
    ...[time, commit.slice(0, 12) || 'unknown', `${files.length}`],
    ...[`${files.reduce((sum, { bytes }) => sum + bytes, 0)}`, branch],
    environment.cpu ?? '',
  ]);
  return layOut([row(['time', 'commit', 'files', 'bytes', 'branch', 'machine']), ...rows.map(row)]);
}

const setAsideLines = (setAside: readonly SetAside[]): string[] =>
  setAside.map(({ commit, reason }) =>
    commit === '' ? `set aside: ${reason}` : `set aside: ${commit.slice(0, 12)}: ${reason}`,
  );

const printed = (lines: readonly string[]): string =>
  `${lines.map((line) => logLine(line, 2000)).join('\n')}\n`;
