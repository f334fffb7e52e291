/**
 * Suspects counted before they are measured in rounds (`confirm: auto`): which, from which change on they are
 * red, and what is left for the rounds. What counts say of a suspect is judge/instructions.ts.
 */
import { marginOfThreshold } from '../compare/benchmarks/rounds.ts';
import { judgeComparison } from '../judge/benchmarks.ts';
import { type Asked, suspects as suspectsOf } from '../judge/confirm.ts';
import { countable, firstLook } from '../judge/instructions.ts';
import { benchmarkKey } from '../model/keys.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Config } from '../settings/config.ts';
import { policyFor } from '../settings/policy.ts';
import type { CountPlan } from './counting.ts';
import type { Measurer } from './gate.ts';

export interface CountedFirst {
  readonly verdict: Verdict;
  /** What rounds must answer for; null for nothing. */
  readonly asked: Asked | null;
}

/** Null where nothing was counted. */
export async function countFirst(
  screened: Verdict,
  asked: Asked,
  { count }: Measurer,
  config: Config,
): Promise<CountedFirst | null> {
  const suspects = countable(screened, asked);
  if (count === undefined || suspects.length === 0) return null;
  const policy = policyFor(config);
  const subject = (item: Parameters<CountPlan['threshold']>[0]) =>
    policy({ ...item, exact: false, counted: true });
  // A rise that time would not be red for is not red because it was counted.
  const threshold: CountPlan['threshold'] = (item) => {
    const own = suspects.filter((row) => benchmarkKey(row) === benchmarkKey(item));
    const margins = own.map((row) => marginOfThreshold * row.threshold);
    return Math.max(subject(item).threshold, ...margins);
  };
  const all = screened.comparisons.filter((row) => row.head !== null);
  const later = suspectsOf(screened, asked);
  const found = await count({ suspects, all, later }, threshold);
  if (found === null || found.benchmarks.length === 0) return null;
  const { counter, base, benchmarks } = found;
  const rows = found.rows.map((row) =>
    judgeComparison(row, { gated: subject(row).gated, threshold: threshold(row) }, config),
  );
  const look = firstLook(screened, asked, rows);
  const counts = { counter, base, benchmarks };
  return { verdict: { ...screened, ...look.judged, counts }, asked: look.asked };
}
