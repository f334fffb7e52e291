/** The small drawings of benchmarks: each sample a dot, the change against its threshold, the history. */

import { quantity, rowScale } from '../text/quantity.ts';
import type { PageRow, PageRun } from './data.ts';
import { svg } from './dom.ts';

/** Of a run: half of its samples are less. */
export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}

/** A lane has no more lines than this; of more runs the newest are drawn. */
const MOST_RUNS = 24;
/** And a run no more dots. */
const MOST_DOTS = 60;

function thinned(samples: readonly number[]): readonly number[] {
  if (samples.length <= MOST_DOTS) return samples;
  const sorted = samples.toSorted((a, b) => a - b);
  return Array.from(
    { length: MOST_DOTS },
    (_, i) => sorted[Math.round((i * (sorted.length - 1)) / (MOST_DOTS - 1))] ?? 0,
  );
}

/** What the change is of: the rounds, where there are any. */
function compared(runs: readonly PageRun[]): readonly PageRun[] {
  const rounds = runs.filter(({ round }) => round !== undefined);
  return (rounds.length > 0 ? rounds : runs).slice(-MOST_RUNS);
}

/** The least and the most. */
function endsOf(values: readonly number[]): readonly [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** The values from the least to the most; a single one in the middle. */
function scaleOf(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = endsOf(values);
  const range = most - least;
  return (value) => (range > 0 ? from + ((value - least) / range) * (to - from) : (from + to) / 2);
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Dots as one path of points with round ends: a report has thousands of them. */
const dotsAt = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y]) => `M${rounded(x)} ${rounded(y)}h0`).join('');

/** What the samples reach from and to, as the row's values are printed. */
export function reachOf(row: PageRow): readonly [string, string] {
  const ends = endsOf([...compared(row.base), ...compared(row.head)].flatMap((run) => run.samples));
  const scale = rowScale(ends, row.unit, false);
  const [least, most] = ends.map((value) => quantity(value, row.unit, scale));
  return [least ?? '', most ?? ''];
}

/** How high the dots of a row want to be, where there is room. */
export const heightOf = (row: PageRow): number =>
  20 + 10 * (Math.max(1, compared(row.base).length) + Math.max(1, compared(row.head).length));

/** Both sides' samples, the base above the head; a line for each run, its median a stroke. */
export function dots(row: PageRow, width: number, height: number): SVGSVGElement {
  const [base, head] = [compared(row.base), compared(row.head)];
  const all = [...base, ...head].flatMap(({ samples }) => samples);
  const x = scaleOf(all, 4, width - 4);
  const lanes = Math.max(1, base.length) + Math.max(1, head.length);
  // Few lines are drawn near each other, and none so thin that the dots hide it.
  const gap = 6;
  const line = Math.min(9, (height - gap) / lanes);
  const top = (height - gap - line * lanes) / 2;
  const lane = (runs: readonly PageRun[], from: number, className: string): SVGGElement => {
    const y = (i: number): number => from + (i + 0.5) * line;
    const points = runs.flatMap((run, i) => thinned(run.samples).map((v) => [x(v), y(i)] as const));
    const strokes = runs.map((run, i) => {
      const at = rounded(x(median(run.samples)));
      const half = Math.min(4, Math.max(2, line / 2));
      return `M${at} ${rounded(y(i) - half)}v${rounded(2 * half)}`;
    });
    return svg(
      'g',
      { class: className },
      svg('path', { class: 'dots', d: dotsAt(points) }),
      svg('path', { class: 'centre', d: strokes.join('') }),
    );
  };
  const label = `${row.name}: ${row.base.length} and ${row.head.length} runs; ${row.beforeText} before, ${row.nowText} now`;
  return svg(
    'svg',
    {
      class: 'dotplot',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': label,
    },
    lane(base, top, 'base'),
    lane(head, top + gap + line * Math.max(1, base.length), `head ${row.tone}`),
  );
}

/** The change with its interval, between the thresholds: all rows of a table have the same scale. */
export function changePlot(row: PageRow, width: number): SVGSVGElement | null {
  const { change, interval, threshold } = row;
  if (change === null || threshold <= 0) return null;
  const height = 12;
  const middle = height / 2;
  const reach = 4 * threshold;
  const inside = (value: number): number => Math.max(-reach, Math.min(reach, value));
  const x = (value: number): number =>
    rounded(width / 2 + (inside(value) / reach) * (width / 2 - 5));
  const [from, to] = interval ?? [change, change];
  const at = x(change);
  const arrow = Math.abs(change) > reach ? (change > 0 ? 1 : -1) : 0;
  const rule = (value: number, className: string): SVGPathElement =>
    svg('path', { class: className, d: `M${x(value)} 0V${height}` });
  return svg(
    'svg',
    {
      class: `changeplot ${row.tone}`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'aria-hidden': 'true',
    },
    rule(-threshold, 'limit'),
    rule(threshold, 'limit'),
    rule(0, 'zero'),
    svg('path', { class: 'interval', d: `M${x(from)} ${middle}H${x(to)}` }),
    arrow === 0
      ? svg('circle', { cx: at, cy: middle, r: 3 })
      : svg('path', {
          class: 'beyond',
          d: `M${at - 2 * arrow} ${middle - 4}l${4 * arrow} 4l${-4 * arrow} 4z`,
        }),
  );
}

/** The centres of the stored runs in the order of time, and this run's at their end. */
export function history(row: PageRow, width: number, height: number): SVGSVGElement | null {
  const stored = (side: readonly PageRun[]) => side.filter(({ round }) => round === undefined);
  const [base, head] = [stored(row.base), stored(row.head)];
  if (base.length < 2) return null;
  const runs = [
    ...base.map((run) => ({ run, isHead: false })),
    ...head.map((run) => ({ run, isHead: true })),
  ];
  const centres = runs.map(({ run }) => median(run.samples));
  const ends = runs.flatMap(({ run }) => [Math.min(...run.samples), Math.max(...run.samples)]);
  const y = scaleOf(ends, height - 10, 10);
  const x = (i: number): number => rounded(12 + (i * (width - 24)) / Math.max(1, runs.length - 1));
  const at = (i: number): number => rounded(y(centres[i] ?? 0));
  const line = runs.map((_, i) => `${i === 0 ? 'M' : 'L'}${x(i)} ${at(i)}`).join('');
  const whiskers = runs.map(
    ({ run }, i) =>
      `M${x(i)} ${rounded(y(Math.min(...run.samples)))}V${rounded(y(Math.max(...run.samples)))}`,
  );
  const points = runs.map(({ run, isHead }, i) =>
    svg(
      'circle',
      {
        cx: x(i),
        cy: at(i),
        r: isHead ? 5 : 3.5,
        class: isHead ? `now ${row.tone}` : 'then',
      },
      svg('title', {}, run.name),
    ),
  );
  return svg(
    'svg',
    {
      class: 'history',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': `${row.name} over ${base.length} stored runs and this one`,
    },
    row.before === null
      ? null
      : svg('path', { class: 'level', d: `M0 ${rounded(y(row.before))}H${width}` }),
    svg('path', { class: 'whiskers', d: whiskers.join('') }),
    svg('path', { class: 'line', d: line }),
    ...points,
  );
}
