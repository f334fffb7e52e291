/**
 * Benchmarks as rows of five narrow columns: what changed in the open, all that can be told apart in a fold. The
 * change stands beside the name: on a phone there is room for two columns.
 */
import type { JudgedComparison } from '../../model/comparison.ts';
import { benchmarkKey } from '../../model/keys.ts';
import { isTime } from '../../model/units.ts';
import type { Shift, Verdict } from '../../model/verdict.ts';
import { benchmarkNames } from '../../text/names.ts';
import {
  change,
  changeCell,
  changeWords,
  counted,
  interval,
  plural,
  signed,
} from '../../text/numbers.ts';
import { quantity, rowScale } from '../../text/quantity.ts';
import type { Block } from '../budget.ts';
import { markdownCode, markdownText } from '../escape.ts';
import {
  byChance,
  canSee,
  changed,
  countByVerdict,
  inOrder,
  isExact,
  reasonAndNotes,
  verdictWords,
  whyOf,
} from '../rows/order.ts';
import { shiftReason } from '../rows/sentences.ts';
import { cells, leftOut, small, strong } from './table.ts';

const mostChanged = 10;

type Name = (row: JudgedComparison) => string;

const isGrave = (row: JudgedComparison): boolean => row.verdict === 'slower' && row.gated;

/** The centres of a row in one scale, with their unit. */
function centers(row: JudgedComparison): [before: string, now: string] {
  const sides = [row.base, row.head];
  const known = sides.flatMap((side) => (side === null ? [] : [side.center]));
  const scale = rowScale(known, row.unit, isExact(row));
  const [before = '-', now = '-'] = sides.map((side) =>
    side === null
      ? '-'
      : row.test === 'counted'
        ? counted(side.center)
        : markdownText(quantity(side.center, row.unit, scale), 60),
  );
  return [before, now];
}

/** '**89 % slower**' and under it '+79 % to +99 %'. */
function changeOf(row: JudgedComparison): string {
  const { base, head, delta, ci, unit, verdict } = row;
  if (base === null || head === null) return '-';
  if (delta === null || !Number.isFinite(delta)) return markdownText(change(delta, null), 60);
  const isAsBefore = verdict === 'ok' || verdict === 'moved-with-suite';
  const words = isAsBefore ? changeCell(delta, unit) : changeWords(delta, unit);
  const ends = ci === null || ci[0] === ci[1] || !ci.every(Number.isFinite) ? '' : interval(ci);
  return strong(words, isGrave(row)) + small(ends);
}

/** 'yes', 'maybe' or what else is to be said of a row that is not as it was; and how that is known. */
function sureOf(row: JudgedComparison): string {
  const { verdict, test, screened, head, pAdjusted, own, delta } = row;
  const rounds = plural(head?.runs ?? 0, 'round');
  const how =
    test === 'exact'
      ? 'never varies'
      : test === 'counted'
        ? 'counted'
        : test === 'paired'
          ? `${rounds} here`
          : pAdjusted === null
            ? ''
            : `${byChance(row)} by chance`.replace('usual by chance', 'usual');
  switch (verdict) {
    case 'slower':
    case 'faster':
      return ifGated(row, 'yes') + small(markdownText(how, 60));
    case 'suspect':
      return (
        ifGated(row, 'maybe') +
        small(markdownText(test === 'paired' ? `open after ${rounds}` : how, 60))
      );
    case 'moved-with-suite':
      return `with the suite${small(own === null || own === delta ? '' : `own change ${signed(own)}`)}`;
    case 'ok': {
      const again = screened === null ? '' : test === 'paired' ? `in ${rounds} here` : 'counted';
      const sees = canSee(row);
      return again !== ''
        ? `no, as before${small(again)}`
        : `cannot tell${small(sees === '' ? '' : `only from ${sees}`)}`;
    }
    case 'missing':
      return ifGated(row, 'did not run');
    default:
      return markdownText(verdictWords(row), 60);
  }
}

const ifGated = ({ gated, waived }: JudgedComparison, text: string): string =>
  gated
    ? text
    : waived === undefined
      ? `${text} (not gated)`
      : `accepted${small(`until ${waived.until}`)}`;

/** The one table that everybody reads; what the whole suite did is its first row where that counts. */
export function changedBlock({ comparisons, shift, baseline }: Verdict): Block | null {
  const rows = onceEach(changed(inOrder(comparisons)));
  const name = benchmarkNames(comparisons);
  const together = shift === null || shift.verdict === 'ok' ? [] : [shiftRow(shift, baseline.name)];
  const total = together.length + rows.length;
  if (total === 0) return null;
  return {
    open: `\n${cells('benchmark', 'change', 'before', 'now', 'sure?')}|---|--:|--:|--:|---|\n`,
    close: '',
    total,
    wanted: Math.min(total, mostChanged),
    row: (index) => {
      const row = rows[index - together.length];
      return together[index] ?? (row === undefined ? '' : rowOf(row, name, sureOf(row)));
    },
    left: (count) => `\nand ${plural(count, 'row')} more, folded below\n`,
    priority: 1,
  };
}

/** What one side does not have at all is said once, whatever it measures: by its time. */
function onceEach(rows: readonly JudgedComparison[]): JudgedComparison[] {
  const shown = new Map<string, JudgedComparison>();
  for (const row of rows) {
    if (row.base !== null && row.head !== null) continue;
    const key = benchmarkKey(row);
    if (!shown.has(key) || isTime(row.unit)) shown.set(key, row);
  }
  return rows.filter(
    (row) => (row.base !== null && row.head !== null) || shown.get(benchmarkKey(row)) === row,
  );
}

const rowOf = (row: JudgedComparison, name: Name, last: string): string =>
  cells(markdownCode(name(row)), changeOf(row), ...centers(row), last);

function shiftRow(shift: Shift, base: string): string {
  const words = Math.abs(shift.delta) < 5e-5 ? 'the same' : changeWords(shift.delta, 'sec/op');
  return cells(
    `all ${shift.benchmarks} benchmarks together`,
    strong(words, shift.verdict === 'slower'),
    '-',
    '-',
    (shift.verdict === 'suspect' ? 'maybe' : 'yes') +
      small(markdownText(shiftReason(shift, base), 200)),
  );
}

/** Every row that differs at all, or could; the others are counted. */
export function allBenchmarksBlock({ comparisons }: Verdict): Block | null {
  const name = benchmarkNames(comparisons);
  const ordered = inOrder(comparisons);
  const same = ordered.filter(isTheSame);
  const rows = ordered.filter((row) => row.follows === null && !isTheSame(row));
  if (ordered.length === 0) return null;
  const twice = ordered.filter((row) => row.follows !== null && !isTheSame(row));
  const rest = [
    ...(same.length === 0 ? [] : [`${unitsOf(same)}: the same in every run.`]),
    ...(twice.length === 0 ? [] : [`${unitsOf(twice)}: the same measurement as a row above.`]),
  ];
  return {
    open: `\n<details><summary>All benchmarks (${countByVerdict(ordered)})</summary>\n\n${rows.length === 0 ? '' : `${cells('benchmark', 'change', 'before', 'now', 'verdict')}|---|--:|--:|--:|---|\n`}`,
    close: `${rest.map((line) => `\n${line}\n`).join('')}\n</details>\n`,
    total: rows.length,
    wanted: rows.length,
    row: (index) => {
      const row = rows[index];
      if (row === undefined) return '';
      const why = row.verdict === 'ok' ? reasonAndNotes(row) : whyOf(row);
      return rowOf(row, name, markdownText(verdictWords(row), 60) + small(markdownText(why, 200)));
    },
    left: leftOut('row'),
    priority: 6,
  };
}

/** '12 rows (B/op, allocs/op)' */
function unitsOf(rows: readonly JudgedComparison[]): string {
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const shown = units.slice(0, 5).map((unit) => markdownText(unit, 30));
  return `${plural(rows.length, 'row')} (${shown.join(', ')}${units.length > 5 ? ', …' : ''})`;
}

/** To the digit, in all that was measured. */
const isTheSame = ({ verdict, base, head, ci, test, screened, blind }: JudgedComparison): boolean =>
  verdict === 'ok' &&
  screened === null &&
  !blind &&
  base !== null &&
  head !== null &&
  base.center === head.center &&
  (test === 'exact' || test === 'counted' || (ci !== null && ci[0] === 0 && ci[1] === 0));
