/**
 * What the team accepts: a row that is worse than its limits allow, and that a waiver of the configuration names, is told and
 * does not count. Beyond the waiver's limit, and after its last day, it counts as any other.
 */
import type { JudgedComparison } from '../model/comparison.ts';
import type { JudgedFunction } from '../model/functions.ts';
import type { Waived } from '../model/waiver.ts';
import { points } from '../text/numbers.ts';
import { worse } from './saying.ts';

/** A waiver that names the row. */
export interface Accepted extends Waived {
  /** How much worse is accepted; null for what was removed. */
  readonly limit: number | null;
}

/** `today`: `2026-11-28`. A row that needs no waiver is returned as it is. */
export function acceptedComparison(
  row: JudgedComparison,
  waiver: Accepted | null,
  today: string,
): JudgedComparison {
  // A waiver without a limit is of a benchmark that is gone.
  const needs = waiver?.limit === null || isWorse(row.verdict);
  if (waiver === null || !row.gated || !needs) return row;
  const { limit } = waiver;
  return decided(
    row,
    waiver,
    today,
    limit === null || worse(row) <= limit,
    limit && `${Math.round(limit * 1000) / 10} %`,
  );
}

export function acceptedFunction(
  row: JudgedFunction,
  waiver: Accepted | null,
  today: string,
): JudgedFunction {
  if (waiver === null || waiver.limit === null || !row.gated || !isWorse(row.verdict)) return row;
  const { limit } = waiver;
  return decided(row, waiver, today, row.adjustedDelta <= limit, points(limit));
}

const isWorse = (verdict: string): boolean => verdict === 'slower' || verdict === 'suspect';

function decided<Row extends { readonly reason: string }>(
  row: Row,
  { reason, until }: Waived,
  today: string,
  isWithin: boolean,
  limit: string | 0 | null,
): Row & { readonly waived?: Waived } {
  const upTo = limit ? `up to ${limit}, ` : '';
  if (today > until) {
    return { ...row, reason: `${row.reason}; it was accepted until ${until} (${reason})` };
  }
  if (!isWithin) {
    return {
      ...row,
      reason: `${row.reason}; that is more than what is accepted (${upTo}${reason})`,
    };
  }
  const accepted = `accepted until ${until} (${upTo}${reason})`;
  return {
    ...row,
    gated: false,
    waived: { reason, until },
    reason: `${row.reason}; ${accepted}`,
  };
}
