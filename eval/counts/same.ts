/**
 * What must not matter, by a whole `flamegate measure --count` each: a comment, a function that nobody calls, and
 * another build, as two commits; another directory, user and environment as two commands. Whole programs, so what
 * the start does with a longer path or environment is in it.
 */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { counted, countedChange } from '../../src/text/numbers.ts';
import { howToRun, type Measured, measure, twoCommits } from './commits.ts';
import { languageOf } from './languages.ts';
import { built, commandOf, small, sourceOf } from './programs.ts';
import { middle, table } from './table.ts';

const threshold = ['--count', '--count-threshold', '0.5%'];
const found = { slower: 0, faster: 0, open: 0, all: 0 };

/** Of the middle run, in instructions. */
function change({ report }: Measured): string {
  const [row] = report.comparisons;
  found.all++;
  if (row?.verdict === 'slower' || row?.verdict === 'faster') found[row.verdict]++;
  else if (row?.verdict !== 'ok') found.open++;
  const [sides] = report.counts?.benchmarks ?? [];
  return countedChange(middle(sides?.head ?? []) - middle(sides?.base ?? []));
}

function commits(file: string, head: string): Measured {
  return twoCommits({ [file]: sourceOf(file) }, { [file]: head }, (folder) =>
    measure(folder, [...threshold, ...howToRun(file)], languageOf(file).env),
  );
}

const here = 'here';
const other = 'a-directory-with-a-much-longer-name-than-the-other-one';

/** Where the head's command runs, and what its environment has besides. */
const surroundings = {
  'another directory': { at: other, set: '' },
  'another user': { at: here, set: 'USER=somebody-else LOGNAME=somebody-else HOME=/tmp' },
  'more environment': { at: here, set: `SOMETHING_ELSE=${'x'.repeat(500)} LANG_OF_IT=en` },
};

function commands(file: string): Measured[] {
  return built(file, sourceOf(file), (folder) => {
    for (const at of [here, other]) {
      mkdirSync(join(folder, at));
      const files = readdirSync(folder).filter((of) => of !== here && of !== other);
      for (const of of files) copyFileSync(join(folder, of), join(folder, at, of));
    }
    const command = (at: string, set: string) =>
      `cd ${at} && exec env FIXED=1 ${set} ${commandOf(file)}`;
    return Object.values(surroundings).map(({ at, set }) => {
      const sides = ['--base-cmd', command(here, ''), '--head-cmd', command(at, set)];
      return measure(folder, [...threshold, ...sides], languageOf(file).env);
    });
  });
}

function rowOf(file: string): string[] {
  const source = sourceOf(file);
  const { comment, unused } = languageOf(file);
  const again = commits(file, source);
  const commented = commits(file, `${comment}\n${source}`);
  const all = [commented, commits(file, `${source}\n${unused}\n`), again, ...commands(file)];
  const [first, second] = [again, commented].map(({ report }) =>
    middle(report.counts?.benchmarks[0]?.base ?? []),
  );
  const instructions = first ?? 0;
  const row = [
    file,
    counted(instructions),
    ...all.map(change),
    countedChange((second ?? 0) - instructions),
  ];
  console.error(row.join(' | '));
  return row;
}

const titles = [
  'program',
  'instructions',
  'a comment',
  'an unused function',
  'built again',
  ...Object.keys(surroundings),
  'started again',
];

/** Of the programs in `only`, all where there is none. */
export function same(only: readonly string[]): string {
  const rows = small.filter((of) => only.length === 0 || only.includes(of)).map(rowOf);
  const { all, slower, faster, open } = found;
  return `${table(titles, rows)}\n\n${slower} of ${all} slower, ${faster} faster, ${open} not decided.`;
}
