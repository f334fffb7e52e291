/** Functions as rows of five narrow columns, with bars of their shares; what was counted as rows of its own. */
import type { JudgedFunction } from '../../model/functions.ts';
import type { Verdict } from '../../model/verdict.ts';
import { shortName } from '../../text/names.ts';
import { plural, share } from '../../text/numbers.ts';
import { barOf } from '../bars.ts';
import type { Block } from '../budget.ts';
import { type CountedChange, countedCells } from '../counted.ts';
import { markdownCode, markdownText } from '../escape.ts';
import {
  countByWeight,
  functionsInOrder,
  functionWords,
  heavier,
  reasonAndCost,
  sourcePlace,
} from '../rows/order.ts';
import { pp, ppInterval } from '../scale.ts';
import { type About, lineLink } from './links.ts';
import { cells, leftOut, small, strong } from './table.ts';

const mostHeavier = 10;
const mostFunctions = 50;
/** Characters of a bar that is full. */
const barWidth = 8;

const headings = `${cells('function', 'change', 'before', 'now', 'sure?')}|---|--:|:--|:--|---|\n`;

export function heavierBlock({ functions }: Verdict, about: About): Block | null {
  const rows = heavier(functions);
  if (rows.length === 0) return null;
  const most = largest(rows.slice(0, mostHeavier));
  return {
    open: `\n${headings}`,
    close: '',
    total: rows.length,
    wanted: Math.min(rows.length, mostHeavier),
    row: (index) => rowOf(rows[index], most, about, sureOf),
    left: (count) => `\nand ${plural(count, 'function')} more, folded below\n`,
    priority: 2,
  };
}

/** What was tested or changed; what is too small to be tested is counted. */
export function allFunctionsBlock({ functions }: Verdict, about: About): Block | null {
  const ordered = functionsInOrder(functions);
  if (ordered.length === 0) return null;
  const rows = ordered.filter((row) => row.gated || row.verdict !== 'ok');
  const idle = ordered.length - rows.length;
  const most = largest(rows.slice(0, mostFunctions));
  const why = (row: JudgedFunction): string =>
    markdownText(functionWords(row), 60) + small(markdownText(reasonAndCost(row), 200));
  return {
    open: `\n<details><summary>All functions (${countByWeight(ordered)})</summary>\n\n${rows.length === 0 ? '' : headings.replace('sure?', 'verdict')}`,
    close: `${idle === 0 ? '' : `\n${plural(idle, 'function')} not listed: too small to rise by the threshold, or not gated.\n`}\n</details>\n`,
    total: rows.length,
    wanted: Math.min(rows.length, mostFunctions),
    row: (index) => rowOf(rows[index], most, about, why),
    left: leftOut('function'),
    priority: 7,
  };
}

/** Of the base's total on both sides, so that they differ by what is judged. */
const sharesOf = ({ base, adjustedDelta }: JudgedFunction) => [
  base.flatFraction,
  Math.max(0, base.flatFraction + adjustedDelta),
];

const largest = (rows: readonly JudgedFunction[]): number =>
  rows.reduce((most, row) => Math.max(most, ...sharesOf(row)), 0);

function sureOf({ verdict, gated, background, headProfiles, waived }: JudgedFunction): string {
  if (waived !== undefined) return `accepted${small(`until ${waived.until}`)}`;
  const few = headProfiles < 3 ? small(`${plural(headProfiles, 'profile')}, 3 needed`) : '';
  switch (verdict) {
    case 'slower':
      return gated ? 'yes' : background ? 'yes (runtime)' : 'yes (not gated)';
    case 'suspect':
      return `maybe${few}`;
    case 'moved':
      return 'had another name';
    default:
      return markdownText(verdict, 30);
  }
}

function rowOf(
  row: JudgedFunction | undefined,
  most: number,
  about: About,
  last: (row: JudgedFunction) => string,
): string {
  if (row === undefined) return '';
  const short = shortName(row.name);
  const path = row.name.slice(0, row.name.length - short.length).replace(/\/$/, '');
  const place = sourcePlace(row, 2);
  const under = [
    ...(row.slice === undefined ? [] : [markdownText(row.slice, 80)]),
    ...(place === '' ? [] : [lineLink(markdownText(place, 80), row, about)]),
    ...(path === '' ? [] : [markdownText(path, 80)]),
    ...(row.sampleType.type === 'cpu' ? [] : [markdownText(row.sampleType.type, 30)]),
  ];
  const side = (fraction: number): string =>
    share(fraction) + small(barOf(fraction, most, barWidth));
  const grave = row.verdict === 'slower' && row.gated;
  return cells(
    markdownCode(short) + small(under.join(' · ')),
    strong(pp(row.adjustedDelta), grave) + small(row.ci === null ? '' : ppInterval(row.ci)),
    ...sharesOf(row).map(side),
    last(row),
  );
}

/** A benchmark whose instructions changed, and the functions that did it. */
export function countedBlock({ title, rows, rest }: CountedChange, about: About): Block {
  return {
    open: `\n${cells(markdownText(title, 160), 'before', 'now', 'change')}|---|--:|--:|--:|\n`,
    close: rest === '' ? '' : `\n${rest}\n`,
    total: rows.length,
    wanted: rows.length,
    row: (index) => {
      const row = rows[index];
      if (row === undefined) return '';
      const place = sourcePlace(row, 2);
      const under = place === '' ? '' : lineLink(markdownText(place, 80), row, about);
      return cells(markdownCode(row.name) + small(under), ...countedCells(row));
    },
    left: leftOut('function'),
    priority: 2,
  };
}
