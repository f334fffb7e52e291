/**
 * What was measured in the OpenMetrics text format: a gauge for each benchmark and unit of the head. There is
 * no verdict in it: who reads it compares by itself (GitLab with the target branch, in a merge request).
 */
import type { Verdict } from '../model/verdict.ts';
import { metricLabel } from './escape.ts';

const NAME = 'flamegate_benchmark';

/** The exposition, numbers in base units; it ends in `# EOF` and a line break. */
export function gateOpenMetrics({ comparisons }: Pick<Verdict, 'comparisons'>): string {
  const seen = new Set<string>();
  const samples = comparisons.flatMap((row) => {
    const { head } = row;
    // A benchmark that this run does not have has no value.
    if (head === null || !Number.isFinite(head.center)) return [];
    const labels = distinct(seen, [
      ['package', row.package],
      ['benchmark', row.benchmark],
      ['unit', row.unit],
    ]);
    return [`${NAME}{${labels}} ${head.center}`];
  });
  return [
    `# TYPE ${NAME} gauge`,
    `# HELP ${NAME} What this run measured: the centre of a benchmark's samples, in its unit.`,
    ...samples,
    '# EOF',
    '',
  ].join('\n');
}

/** No two gauges may have the same labels: names that became the same are told apart. */
function distinct(seen: Set<string>, labels: readonly (readonly [string, string])[]): string {
  const text = labels.map(([name, value]) => `${name}="${metricLabel(value)}"`).join(',');
  let shown = text;
  for (let count = 2; seen.has(shown); count++) shown = `${text},same_name="${count}"`;
  seen.add(shown);
  return shown;
}
