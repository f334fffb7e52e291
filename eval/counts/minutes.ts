/**
 * One program of each language, as two commits, measured both ways for a change of 1 % at the same error rate: by
 * instructions and by time in rounds. The head takes 3 % more instructions in one function, or has a comment there.
 */

import { signed } from '../../src/text/numbers.ts';
import { howToRun, type Measured, measure, twoCommits } from './commits.ts';
import { languageOf } from './languages.ts';
import { placesOf, planter, withComment } from './more.ts';
import { sourceOf } from './programs.ts';
import { table } from './table.ts';

const files = ['ten.cc', 'ten.rs', 'ten.go', 'ten.py', 'compress.js'];
const ways = {
  count: ['--count', '--count-threshold', '1%'],
  rounds: ['--threshold', '1%', '--max-time', '2m'],
};

function answer({ report, seconds }: Measured): string[] {
  const [row] = report.comparisons;
  const delta = row?.delta == null ? '' : ` ${signed(row.delta)}`;
  return [`${row?.verdict ?? report.verdict}${delta}`, seconds.toFixed(0)];
}

function rowsOf(file: string): string[][] {
  const place = placesOf(file)[0] ?? '';
  const heads = {
    '3 % more': planter(file)(place, 'arithmetic')(0.03),
    'a comment': withComment(file, place),
  };
  return Object.entries(heads).map(([what, head]) =>
    twoCommits({ [file]: sourceOf(file) }, { [file]: head }, (folder) => {
      const measured = Object.values(ways).flatMap((args) =>
        answer(measure(folder, [...args, ...howToRun(file)], languageOf(file).env)),
      );
      const row = [languageOf(file).name, what, ...measured];
      console.error(row.join(' | '));
      return row;
    }),
  );
}

const titles = ['program', 'the head has', 'by instructions', 'seconds', 'in rounds', 'seconds'];

/** Of the programs in `only`, all where there is none. */
export const minutes = (only: readonly string[]): string =>
  table(titles, files.filter((of) => only.length === 0 || only.includes(of)).flatMap(rowsOf));
