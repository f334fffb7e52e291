/**
 * Slowdowns of about 1, 3 and 10 % in one of ten functions, in each of them twice (another loop the second time),
 * and as many comments in their place. Each is two commits and a whole `flamegate measure --count`.
 */
import { percent, signed } from '../../src/text/numbers.ts';
import { howToRun, measure, twoCommits } from './commits.ts';
import { forms, languageOf } from './languages.ts';
import { placesOf, planter, withComment } from './more.ts';
import { sourceOf } from './programs.ts';
import { middle, table } from './table.ts';

const files = ['ten.cc', 'ten.rs', 'ten.go', 'ten.py', 'ten.js'];
/** What an interpreter runs is its own functions to the counter. */
const interpreted = ['Python', 'Node'];
/** The part of the program's instructions that is added, and what judges it; null for a comment. */
const kinds = [
  { part: 0.01, threshold: '0.5%' },
  { part: 0.03, threshold: '1%' },
  { part: 0.1, threshold: '1%' },
  { part: null, threshold: '0.5%' },
] as const;

interface Trial {
  readonly verdict: string;
  readonly delta: number;
  readonly first: boolean;
  readonly apart: number;
  readonly seconds: number;
}

function trial(file: string, place: string, source: string, threshold: string): Trial {
  return twoCommits({ [file]: sourceOf(file) }, { [file]: source }, (folder) => {
    const args = ['--count', '--count-threshold', threshold, ...howToRun(file)];
    const { report, seconds } = measure(folder, args, languageOf(file).env);
    const [row] = report.comparisons;
    const [counted] = report.counts?.benchmarks ?? [];
    const name = counted?.functions?.moved[0]?.name ?? '';
    const runs = [counted?.base ?? [], counted?.head ?? []];
    const apart = Math.max(...runs.map((of) => Math.max(...of) / Math.min(...of) - 1));
    const verdict = row?.verdict ?? report.verdict;
    const delta = row?.delta ?? Number.NaN;
    const first = new RegExp(`(^|\\W)${place}(\\W|$)`).test(name);
    const said = `${verdict} ${signed(delta)} ${name} ${seconds.toFixed(0)} s`;
    console.error(`${file} ${place} ${threshold}: ${said}`);
    return { verdict, delta, first, apart, seconds };
  });
}

/** `most` places, in each of them a loop of every form until there are so many. */
function rowsOf(file: string, most: number): string[][] {
  const { name } = languageOf(file);
  const plant = planter(file);
  const places = forms
    .flatMap((form) => placesOf(file).map((place) => ({ place, form })))
    .slice(0, most)
    .map(({ place, form }) => ({ place, slower: plant(place, form) }));
  return kinds.map(({ part, threshold }) => {
    const all = places.map(({ place, slower }) => {
      const source = part === null ? withComment(file, place) : slower(part);
      return trial(file, place, source, threshold);
    });
    const deltas = all.map((of) => of.delta);
    const slower = all.filter((of) => of.verdict === 'slower');
    const first = slower.filter((of) => of.first).length;
    const isNamed = part !== null && !interpreted.includes(name);
    const row = [
      name,
      part === null ? 'a comment' : percent(part),
      threshold.replace('%', ' %'),
      `${signed(Math.min(...deltas))}, ${signed(Math.max(...deltas))}`,
      `${slower.length} of ${all.length}`,
      isNamed ? `${first} of ${all.length}` : '',
      percent(Math.max(...all.map((of) => of.apart))),
      middle(all.map((of) => of.seconds)).toFixed(0),
    ];
    // An hour's work is not lost where it is stopped.
    console.error(row.join(' | '));
    return row;
  });
}

const titles = [
  'program',
  'added to one function',
  'threshold',
  'change from, to',
  'slower',
  'function first',
  'runs of a side apart',
  'seconds',
];

/** Of the programs in `only`, all where there is none; a number in it is how many places of each are tried. */
export function places(only: readonly string[]): string {
  const asked = only.filter((of) => files.includes(of));
  const most = Number(only.find((of) => !files.includes(of)) ?? 20);
  const rows = (asked.length === 0 ? files : asked).flatMap((file) => rowsOf(file, most));
  return table(titles, rows);
}
