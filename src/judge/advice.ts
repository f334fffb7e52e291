/**
 * What would make the next verdict better, said only where it is true of this run. Sentences for
 * people; policy decides which apply, no number is computed here.
 */

import type { JudgedComparison, ProfileComparison } from '../model.ts';
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
  said.push(
    ...whatWouldReach(open.filter(isStored), runs),
    ...moreRounds(
      of,
      open.filter((row) => !isStored(row)),
    ),
  );
  said.push(...aboutProfiles(of), ...aboutUnits(of));
  return said;
}

/** What the typical undecided benchmark would need; every number is that benchmark's own. */
function whatWouldReach(open: readonly JudgedComparison[], runs: number): string[] {
  const rows = open
    .flatMap((row) => (row.detectable === null ? [] : [{ ...row, detectable: row.detectable }]))
    .sort((a, b) => a.detectable - b.detectable);
  const typical = rows[Math.floor(rows.length / 2)];
  if (typical === undefined) return [];
  const ways: string[] = [];
  const { reach } = typical;
  if (reach !== null && runs < reach.stored.runs) {
    ways.push(`${reach.stored.runs} runs of main reach ${percent(reach.stored.detectable)}`);
  }
  if (reach?.samples) ways.push(`-count above ${reach.samples} hardly helps`);
  if (reach?.rounds) {
    const { rounds, detectable } = reach.rounds;
    ways.push(
      `base and head measured in ${rounds} rounds on one runner (\`run\`) reach ${percent(detectable)}`,
    );
  }
  const more = ways.length === 0 ? '' : `: ${ways.join('; ')}`;
  return [
    `A typical undecided benchmark (${typical.benchmark}) is seen to regress from ${percent(typical.detectable)} on${more}.`,
  ];
}

const isStored = (row: JudgedComparison): boolean => row.test !== 'paired';

/** What the middle one of the benchmarks that rounds left undecided can see. */
function moreRounds(of: Judged, open: readonly JudgedComparison[]): string[] {
  const seen = open.map((row) => row.detectable).filter((size) => size !== null);
  const middle = seen.toSorted((a, b) => a - b)[Math.floor(seen.length / 2)];
  if (middle === undefined) return [];
  return [
    `What is undecided after ${plural(of.rounds?.rounds ?? 0, 'round')} is mostly seen from ${percent(middle)} on: more time for rounds, a longer benchmark or a larger threshold decide it.`,
  ];
}

/** The smallest rise that each profile shows; of slices only where something is open. */
function aboutProfiles(of: Judged): string[] {
  const said: string[] = [];
  for (const profile of of.profiles) {
    const functions = of.functions.filter(
      (row) =>
        row.gated && row.sampleType.type === profile.sampleType.type && row.slice === profile.slice,
    );
    const sizes = functions.map((row) => row.detectable).filter((size) => size !== null);
    const open = functions.some((row) => row.verdict === 'inconclusive');
    if (sizes.length === 0 || (profile.slice !== undefined && !open)) continue;
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    const wanted = Math.min(...functions.map((row) => row.threshold));
    const replicates = Math.max(...functions.map((row) => row.replicates));
    const few =
      open && replicates < profilesToFail
        ? `; ${profilesToFail} profiles of one program let a function fail the gate`
        : '';
    const where = profile.slice === undefined ? '' : `${profile.slice}: `;
    const samples = plural(profile.head.samples, `${profile.sampleType.type} sample`);
    const every =
      points(least) === points(most) ? '' : `, ${points(most)} is seen in every function tested`;
    said.push(
      `${where}${samples}: rises under ${points(least)} are invisible${every}${open ? longer(profile, most, wanted) : ''}${few}.`,
    );
  }
  return said;
}

/** Beyond this a longer profile is no advice: a steadier machine or a larger threshold is. */
const longest = 600;

/** Errors fall with the root of the samples, if main's profiles grow alike. */
function longer({ head }: ProfileComparison, seen: number, wanted: number): string {
  const each = head.seconds === null ? 0 : head.seconds / head.profiles;
  const seconds = Math.ceil(each * (seen / wanted) ** 2);
  if (seen <= wanted || each === 0) return '';
  return seconds <= longest
    ? `; profile ${seconds} s on both sides for ${points(wanted)}`
    : `; more than ${longest / 60} minutes of profile would be needed for ${points(wanted)}`;
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
