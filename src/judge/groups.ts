/**
 * One answer for a gate of several groups. Each group was tested with its part of what the gate may be wrong; here its
 * probabilities become those of the whole gate, and the verdicts one. Policy only.
 */
import { byVerdict, type NamedVerdict, type OverGroups } from '../model/groups.ts';
import type { Verdict } from '../model/verdict.ts';
import { plural } from '../text/numbers.ts';

/** A group's verdict among `groups` of them: what is said to happen once in 30 gates does, whichever group it is. */
export function inFamily(verdict: Verdict, groups: number): Verdict {
  const ofAll = (p: number | null): number | null => (p === null ? null : Math.min(1, p * groups));
  const row = <T extends { readonly pAdjusted: number | null }>(t: T): T => ({
    ...t,
    pAdjusted: ofAll(t.pAdjusted),
  });
  return {
    ...verdict,
    p: ofAll(verdict.p),
    comparisons: verdict.comparisons.map(row),
    functions: verdict.functions.map(row),
  };
}

/** Groups that a headline names. */
const mostNamed = 6;

/** `missing`: there are shards that did not come, so that this is no pass whatever the others say. */
export function overGroups(groups: readonly NamedVerdict[], missing: boolean): OverGroups {
  const [worst, ...rest] = byVerdict(groups);
  if (worst === undefined) return { verdict: 'incomplete', headline: 'No shard was compared.' };
  const { verdict, headline } = worst.verdict;
  if (verdict === 'pass') {
    const names = groups.slice(0, mostNamed).map(({ name }) => name);
    const more = groups.length > names.length ? ` and ${groups.length - names.length} more` : '';
    const said = `Nothing slower in ${plural(groups.length, 'group')}: ${names.join(', ')}${more}.`;
    return missing
      ? { verdict: 'incomplete', headline: `Shards are missing. ${said}` }
      : { verdict, headline: said };
  }
  const like = rest.filter((namedVerdict) => namedVerdict.verdict.verdict === verdict).length;
  const more = like === 0 ? '' : ` (+${plural(like, 'more group')} with ${verdict})`;
  const isOpen = missing && verdict !== 'fail' && verdict !== 'suspect';
  return {
    verdict: isOpen ? 'incomplete' : verdict,
    headline: `${worst.name}: ${headline}${more}`,
  };
}
