/**
 * One program of each of four languages, as two commits, measured both ways for a change of 1 % at the same error rate: by
 * instructions and by time in rounds. The head takes about 3 % more instructions in one function, or has a comment
 * there. Of Go it is a benchmark of the example module; the others are whole programs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signed } from '../../src/text/numbers.ts';
import { howToRun, type Measured, measure, twoCommits } from './commits.ts';
import { languageOf } from './languages.ts';
import { placesOf, planter, withComment } from './more.ts';
import { plant } from './planted.ts';
import { sourceOf } from './programs.ts';
import { table } from './table.ts';

const files = ['ten.cc', 'ten.rs', 'ten.py'];
const ways = {
  count: ['--count', '--count-threshold', '1%'],
  rounds: ['--threshold', '1%', '--max-time', '2m'],
};

/** What was found, its interval, and the time that took. */
function answer({ report, seconds }: Measured): string[] {
  const row = report.comparisons.find(({ unit }) => /sec|ns|instructions/.test(unit));
  const delta = row?.delta == null ? '' : ` ${signed(row.delta)}`;
  const ends = row?.ci?.map((of) => signed(of)).join(', ');
  return [
    `${row?.verdict ?? report.verdict}${delta}${ends === undefined ? '' : ` [${ends}]`}`,
    seconds.toFixed(0),
  ];
}

function rowOf(name: string, what: string, both: (args: readonly string[]) => Measured): string[] {
  const row = [name, what, ...Object.values(ways).flatMap((args) => answer(both(args)))];
  console.error(row.join(' | '));
  return row;
}

function rowsOf(file: string): string[][] {
  const place = placesOf(file)[0] ?? '';
  const heads = {
    '3 % more': planter(file)(place, 'arithmetic')(0.03),
    'a comment': withComment(file, place),
  };
  const { name, env } = languageOf(file);
  return Object.entries(heads).map(([what, head]) =>
    twoCommits({ [file]: sourceOf(file) }, { [file]: head }, (folder) =>
      rowOf(name, what, (args) => measure(folder, [...args, ...howToRun(file)], env)),
    ),
  );
}

function goRows(): string[][] {
  const env = { GOFLAGS: '-buildvcs=false', GOWORK: 'off' };
  const words = ['--against', 'main', '--', 'go', 'test', '-bench=Encode/size=4k', './codec'];
  return [50, 0].map((parts) => {
    const folder = mkdtempSync(join(tmpdir(), 'counts-'));
    try {
      plant(folder, parts);
      const what = parts === 0 ? 'no change' : '3 % more';
      return rowOf('Go', what, (args) => measure(folder, [...args, ...words], env));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

const titles = ['program', 'the head has', 'by instructions', 'seconds', 'in rounds', 'seconds'];

/** Of the programs in `only` (`go` for Go's benchmark), all where there is none. */
export function minutes(only: readonly string[]): string {
  const isAsked = (of: string) => only.length === 0 || only.includes(of);
  return table(titles, [
    ...(isAsked('go') ? goRows() : []),
    ...files.filter(isAsked).flatMap(rowsOf),
  ]);
}
