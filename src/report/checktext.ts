/**
 * What `flamegate baseline check` prints: the false alarms of the gate replayed over main's own
 * runs, at the present settings and at other thresholds, and the present run's place among them.
 */
import { logLine } from './escape.ts';
import { cell, layOut } from './texttable.ts';

/** One row of the replay; rates are plain ratios. */
export interface CheckRow {
  readonly threshold: number;
  readonly failed: number;
  readonly inconclusive: number;
  readonly passed: number;
  readonly interval: readonly [number, number];
}

export interface CheckInput {
  readonly runs: number;
  /** The present settings first. */
  readonly settings: readonly CheckRow[];
  readonly quiet: number | null;
  readonly present: {
    readonly p: number;
    readonly runs: number;
    readonly benchmarks: number;
  } | null;
  readonly alarms: readonly {
    readonly commit: string;
    readonly time: string;
    readonly headline: string;
  }[];
}

export function checkText(of: CheckInput): string {
  const [now, ...others] = of.settings;
  const lines = [
    `${of.runs} stored runs of one environment, each gated against the others: ${now?.failed ?? 0} false alarms (${rate(now)}, 95% interval ${interval(now)}), ${now?.inconclusive ?? 0} inconclusive.`,
    '',
    ...table([...(now === undefined ? [] : [now]), ...others]),
    '',
    advice(of),
    ...of.alarms.map(
      (alarm) => `false alarm: ${alarm.commit.slice(0, 12)} ${alarm.time}: ${alarm.headline}`,
    ),
    ...(of.present === null ? [] : ['', presentLine(of.present)]),
  ];
  return `${lines.map((line) => logLine(line, 2000)).join('\n')}\n`;
}

const percent = (ratio: number): string => `${Number((ratio * 100).toPrecision(2))} %`;

const rate = (row: CheckRow | undefined): string => {
  const runs = (row?.failed ?? 0) + (row?.inconclusive ?? 0) + (row?.passed ?? 0);
  return percent((row?.failed ?? 0) / Math.max(1, runs));
};

const interval = (row: CheckRow | undefined): string =>
  row === undefined ? '?' : `${percent(row.interval[0])} to ${percent(row.interval[1])}`;

function table(rows: readonly CheckRow[]): string[] {
  const headings = ['threshold', 'false alarms', '95% interval', 'inconclusive', 'pass'];
  const cells = rows.map((row) => [
    percent(row.threshold),
    `${row.failed} (${rate(row)})`,
    interval(row),
    String(row.inconclusive),
    String(row.passed),
  ]);
  return layOut(
    [headings, ...cells].map((row) =>
      row.map((text, column) => cell(column, text, { align: 'right', margin: column ? '  ' : '' })),
    ),
  );
}

/** 1 % is the aim; Wilson's bound for none of n is z^2 / (n + z^2), so it takes 381 runs to show. */
function advice(of: CheckInput): string {
  const needed = 381;
  const limit = `${of.runs} runs cannot show a rate under 1 %: that takes ${needed} without an alarm`;
  return of.quiet === null
    ? `Every threshold here has false alarms; ${limit}.`
    : `From a threshold of ${percent(of.quiet)} on there were none; ${limit}.`;
}

function presentLine({ p, runs, benchmarks }: NonNullable<CheckInput['present']>): string {
  const rank = p <= 1 / (runs + 1) + 1e-12 ? 'the most unusual of all' : 'not unusual';
  return `The present run among them, whatever the distribution (conformal max-T over ${benchmarks} metrics): p = ${p.toFixed(3)}, ${rank}; ${runs} runs cannot give less than ${(1 / (runs + 1)).toFixed(3)}.`;
}
