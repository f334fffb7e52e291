/** Many commits, each against its parent (`measure A..B --each`): a line each, a table, JSON. */
import type { JudgedComparison } from '../model/comparison.ts';
import type { Verdict } from '../model/verdict.ts';
import { benchmarkNames } from '../text/names.ts';
import { changeCell, plural } from '../text/numbers.ts';
import { logLine, logName } from './escape.ts';
import { gateJson } from './json.ts';
import { cell, layOut } from './texttable.ts';

export interface MeasuredCommit {
  readonly commit: string;
  readonly parent: string;
  readonly subject: string;
  /** Null where it could not be measured. */
  readonly verdict: Verdict | null;
  /** Why not; null where it could. */
  readonly problem: string | null;
}

/** What is told of a commit as soon as it is measured. */
export function historyLine(commit: MeasuredCommit, number: number, all: number): string {
  const said =
    commit.verdict === null
      ? `not measured: ${commit.problem ?? ''}`
      : `${commit.verdict.verdict}: ${commit.verdict.headline}`;
  return logLine(`commit ${number} of ${all}, ${short(commit.commit)}: ${said}`);
}

/** The table, the oldest commit first; `planned` is how many there should have been. */
export function historyText(commits: readonly MeasuredCommit[], planned: number): string {
  const rows = commits.map((commit) => [
    short(commit.commit),
    commit.verdict?.verdict ?? 'not measured',
    commit.verdict === null
      ? logLine(commit.problem ?? '', 80)
      : logLine(changes(commit.verdict), 120),
    logName(commit.subject, 60),
  ]);
  const table = layOut(
    [['commit', 'verdict', 'changed', 'subject'], ...rows].map((row) =>
      row.map((text, column) => cell(column, text, column === 0 ? {} : { margin: '  ' })),
    ),
  );
  const missing = planned - commits.length;
  const more = missing > 0 ? [`stopped: ${plural(missing, 'commit')} not measured`] : [];
  const first = `${plural(commits.length, 'commit')}, each measured against its parent:`;
  return `${[first, '', ...table, ...(more.length > 0 ? ['', ...more] : [])].join('\n')}\n`;
}

/** Each with the whole report of `gate --format json`. */
export function historyJson(commits: readonly MeasuredCommit[], planned: number): string {
  const all = commits.map(({ commit, parent, subject, verdict, problem }) => ({
    commit,
    parent,
    subject,
    problem,
    report: verdict === null ? null : (JSON.parse(gateJson(verdict)) as unknown),
  }));
  return `${JSON.stringify({ schema: 2, planned, commits: all }, null, 2)}\n`;
}

const short = (commit: string): string => commit.slice(0, 12);

const mostNamed = 3;
const words = new Map([
  ['slower', 0],
  ['suspect', 1],
  ['faster', 2],
]);

/** The rows that say something, what got slower first and the largest of each first. */
function changes({ comparisons }: Verdict): string {
  const name = benchmarkNames(comparisons);
  const rank = (row: JudgedComparison) => words.get(row.verdict) ?? words.size;
  const all = comparisons
    .filter((row) => words.has(row.verdict))
    .sort((a, b) => rank(a) - rank(b) || Math.abs(b.delta ?? 0) - Math.abs(a.delta ?? 0));
  const shown = all.slice(0, mostNamed).map((row) => {
    const maybe = row.verdict === 'suspect' ? '?' : '';
    return `${name(row)} ${changeCell(row.delta, row.unit)}${maybe}`;
  });
  const rest = all.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
