/**
 * What `flamegate baseline check` prints: how often the gate, replayed over main's own runs, would have
 * been red or amber on them, at the present settings and at other thresholds, and the present run's place
 * among them.
 */
import type { Replayed, SelfCheck } from '../model/selfcheck.ts';
import { plural } from '../text/numbers.ts';
import { logLine } from './escape.ts';
import { cell, layOut } from './texttable.ts';

export function checkText(check: SelfCheck): string {
  const [now] = check.settings;
  const lines = [
    `${plural(check.runs, 'stored run')} of one environment, each gated against the others: ${now === undefined ? 'none was compared' : outcome(now)}.`,
    '',
    ...table(check.settings),
    '',
    advice(check),
    ...check.alarms.map(
      (alarm) => `red: ${alarm.commit.slice(0, 12)} ${alarm.time}: ${alarm.headline}`,
    ),
    ...(check.present === null ? [] : ['', presentLine(check.present)]),
  ];
  return `${lines.map((line) => logLine(line, 2000)).join('\n')}\n`;
}

const percent = (ratio: number): string => `${Number((ratio * 100).toPrecision(2))} %`;

/** A run that could not be compared cannot have been a false alarm. */
const compared = ({ failed, suspect, passed }: Replayed): number => failed + suspect + passed;

function outcome(row: Replayed): string {
  const count = compared(row);
  const left = row.incomplete === 0 ? '' : `; ${row.incomplete} could not be compared completely`;
  return count === 0
    ? `none could be compared, so nothing is known about false alarms${left}`
    : `of ${count} compared ${row.failed} would have been red (${rate(row.failed, count)}, 95 % interval ${interval(row)}) and ${row.suspect} amber (${rate(row.suspect, count)})${left}`;
}

const rate = (part: number, count: number): string => percent(part / count);

const interval = (row: Replayed): string =>
  `${percent(row.interval[0])} to ${percent(row.interval[1])}`;

function table(rows: readonly Replayed[]): string[] {
  const headings = [
    'threshold',
    'compared',
    'red',
    '95 % interval',
    'amber',
    'green',
    'incomplete',
  ];
  const cells = rows.map((row) => {
    const count = compared(row);
    const share = (part: number): string => (count === 0 ? '-' : `${part} (${rate(part, count)})`);
    return [
      percent(row.threshold),
      String(count),
      share(row.failed),
      count === 0 ? '-' : interval(row),
      share(row.suspect),
      count === 0 ? '-' : String(row.passed),
      String(row.incomplete),
    ];
  });
  return layOut(
    [headings, ...cells].map((row) =>
      row.map((text, column) => cell(column, text, { align: 'right', margin: column ? '  ' : '' })),
    ),
  );
}

/** 1 % is the aim; Wilson's bound for none of n is z^2 / (n + z^2), so it takes 381 runs to show. */
function advice(check: SelfCheck): string {
  const needed = 381;
  const counts = check.settings.map(compared);
  const most = Math.max(0, ...counts);
  if (most === 0) return 'Nothing was compared, so nothing is known about false alarms.';
  const quiet = check.settings.find(({ threshold }) => threshold === check.quiet);
  const limit = `${plural(quiet === undefined ? most : compared(quiet), 'run')} cannot prove a rate under 1 %: that takes ${needed} runs without a red one`;
  const where = counts.includes(0) ? 'with which runs could be compared' : 'here';
  return check.quiet === null
    ? `Every threshold ${where} has red runs; ${limit}.`
    : `With a threshold of ${percent(check.quiet)} or more none was red; ${limit}.`;
}

function presentLine({ p, runs, benchmarks }: NonNullable<SelfCheck['present']>): string {
  const rank = p <= 1 / (runs + 1) + 1e-12 ? 'the most unusual of all' : 'not unusual';
  return `The present run compared with them, without assuming a distribution (conformal max-T over ${benchmarks} metrics): p = ${p.toFixed(3)}, ${rank}; the least possible with ${runs} runs is ${(1 / (runs + 1)).toFixed(3)}.`;
}
