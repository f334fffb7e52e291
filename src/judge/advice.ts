/**
 * What would make the next verdict better, said only where it is true of this run. Sentences for
 * people; policy decides which apply, no number is computed here.
 */

import { profilesToFail } from './functions.ts';
import type { Judged } from './gate.ts';
import { percent, plural, points } from './words.ts';

/** Fewer stored runs than this leave the variance between runs partly to a prior. */
const enoughRuns = 5;

export function advice(of: Judged, cpu: string | undefined): string[] {
  const said: string[] = [];
  const { runs } = of.baseline;
  if (runs > 0 && runs < enoughRuns) {
    const where = cpu === undefined ? '' : ` on this CPU (${cpu})`;
    said.push(
      `${plural(enoughRuns - runs, 'more run')} of main${where} and the noise between runs is measured instead of assumed.`,
    );
  }
  const open = of.comparisons.filter((row) => row.gated && row.verdict === 'inconclusive');
  const seen = open.map((row) => row.detectable).filter((size) => size !== null);
  if (seen.length > 0) {
    const middle = seen.toSorted((a, b) => a - b)[Math.floor(seen.length / 2)] ?? 0;
    said.push(
      `What is undecided is mostly seen from ${percent(middle)} on: more runs of main or a larger threshold decide it; a larger -count does not, because the runs differ, not the samples.`,
    );
  }
  said.push(...aboutProfiles(of), ...aboutUnits(of));
  return said;
}

function aboutProfiles(of: Judged): string[] {
  const said: string[] = [];
  for (const profile of of.profiles) {
    const functions = of.functions.filter(
      (row) => row.gated && row.sampleType.type === profile.sampleType.type,
    );
    const sizes = functions.map((row) => row.detectable).filter((size) => size !== null);
    const open = functions.some((row) => row.verdict === 'inconclusive');
    if (!open || sizes.length === 0) continue;
    const few =
      profile.head.profiles < profilesToFail
        ? `, and ${profilesToFail} profiles of it let a function fail the gate`
        : '';
    said.push(
      `The ${profile.sampleType.type} profile has ${plural(profile.head.samples, 'sample')}: rises under ${points(Math.max(...sizes))} may stay hidden; profile longer to see less${few}.`,
    );
  }
  return said;
}

function aboutUnits(of: Judged): string[] {
  const units = new Set(
    of.comparisons.filter((row) => row.better === 'unknown').map((row) => row.unit),
  );
  return [...units].map(
    (unit) =>
      `Nothing says whether more ${unit} is better, so it is shown and not gated: print "Unit ${unit} better=lower" from the benchmark, or set units in the configuration.`,
  );
}
