/** A gate of several groups: their verdicts by name, the worst first, and one over all. */
import type { GateVerdict, Verdict } from './verdict.ts';

export interface NamedVerdict {
  readonly name: string;
  readonly verdict: Verdict;
}

/** The worst first: what one group has not seen is not passed by another. */
const worstFirst: readonly GateVerdict[] = ['fail', 'suspect', 'incomplete', 'no-baseline', 'pass'];

export const byVerdict = <T extends NamedVerdict>(groups: readonly T[]): T[] =>
  groups.toSorted(
    (a, b) => worstFirst.indexOf(a.verdict.verdict) - worstFirst.indexOf(b.verdict.verdict),
  );

export interface OverGroups {
  readonly verdict: GateVerdict;
  readonly headline: string;
}
