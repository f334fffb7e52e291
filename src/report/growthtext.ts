/** Growth over a series of profiles, as text and JSON. The numbers and verdicts come finished. */
import type { JudgedGrowth, SeriesGrowth } from '../model/growth.ts';
import { plural } from '../text/numbers.ts';
import { logLine, logName } from './escape.ts';
import { profileValue } from './profilescale.ts';
import { sourcePlace } from './rows/order.ts';
import { pCell } from './scale.ts';
import { cell, layOut } from './texttable.ts';

const MOST_ROWS = 30;

/** The headline and the table, ending in a line break. */
export function growthText({
  sampleType,
  profiles,
  total,
  functions,
}: SeriesGrowth<JudgedGrowth>): string {
  const growing = functions.filter(({ verdict }) => verdict === 'growing');
  const what =
    growing.length > 0
      ? `${plural(growing.length, 'function')} growing`
      : total.verdict === 'growing'
        ? 'the total is growing, but no single function clearly is'
        : 'nothing is clearly growing';
  const value = (amount: number): string => profileValue(amount, sampleType.unit);
  const signed = (amount: number): string => `${amount > 0 ? '+' : ''}${value(Math.round(amount))}`;
  const headings = [
    'first',
    'last',
    'per profile',
    '95% interval',
    'p (Holm)',
    'verdict',
    'function',
  ];
  const right = (text: string, column: number) =>
    cell(column, text, { align: 'right', margin: column === 0 ? '' : '  ' });
  const left = (text: string, column: number) => cell(column, text, { margin: '  ' });
  const line = (cells: readonly string[]) => [
    ...cells.slice(0, 5).map(right),
    ...cells.slice(5).map((text, i) => left(text, i + 5)),
  ];
  const row = (growth: JudgedGrowth) => {
    const place = sourcePlace(growth);
    const name = logName(growth.name, 200) + (place === '' ? '' : ` (${logName(place, 80)})`);
    const interval = `${signed(growth.ci[0])} to ${signed(growth.ci[1])}`;
    const numbers = [
      value(growth.first),
      value(growth.last),
      signed(growth.slope),
      interval,
      pCell(growth.pAdjusted),
    ];
    return line([...numbers, growth.verdict, name]);
  };
  const shown = functions.slice(0, MOST_ROWS);
  const more = functions.length - shown.length;
  const lines = [
    logLine(`${what}: ${sampleType.type} over ${plural(profiles, 'profile')}`),
    '',
    ...layOut([line(headings), ...[total, ...shown].map(row)]),
    ...(more > 0 ? [`and ${plural(more, 'function')} more (all in the JSON report)`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
