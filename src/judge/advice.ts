/**
 * What would make the next verdict better, said only where it is true of this run. Sentences for
 * people; policy decides which apply, no number is computed here.
 */
import type { JudgedComparison } from '../model/comparison.ts';
import type { ProfileComparison } from '../model/functions.ts';
import { benchmarkKey } from '../model/keys.ts';
import { benchmarkNames } from '../text/names.ts';
import { plural, points, signed } from '../text/numbers.ts';
import { missesDouble } from './benchmarks.ts';
import { effect } from './effect.ts';
import { profilesToFail } from './functions.ts';
import { type HeadlineInput, isLeftOpen, takenFrom } from './pieces.ts';

/** Fewer stored runs than this leave the variance between runs partly to a prior. */
const enoughRuns = 5;
/** ... and than this prove nothing where the machine is not known. */
const enoughUnknown = 10;

export function advice(input: HeadlineInput, cpu: string | undefined): string[] {
  const rows = input.comparisons.filter((row) => row.gated && row.follows === null);
  const suspects = rows.filter((row) => row.verdict === 'suspect');
  return [
    ...effect(input),
    ...acceptedOnes(input),
    ...moreRuns(input, cpu),
    ...aSecondLook(input, suspects),
    ...quietMachine(input),
    ...moreRounds(
      input,
      suspects.filter((row) => row.test === 'paired'),
    ),
    ...blindRows(
      input,
      rows.filter((row) => row.blind && !missesDouble(row)),
    ),
    ...aboutProfiles(input),
    ...aboutUnits(input),
  ];
}

/** Each is told for as long as it is accepted. */
const mostAccepted = 10;

function acceptedOnes({ comparisons, functions }: HeadlineInput): string[] {
  const rows = comparisons.filter((row) => row.follows === null);
  const names = benchmarkNames(comparisons);
  const said = [
    ...rows.flatMap((row) => (row.waived === undefined ? [] : [[names(row), row.waived] as const])),
    ...functions.flatMap(({ name, waived }) =>
      waived === undefined ? [] : [[name, waived] as const],
    ),
  ].map(([name, { until, reason }]) => `${name}: accepted until ${until}, because of: ${reason}`);
  const left = said.length - mostAccepted;
  return left <= 0 ? said : [...said.slice(0, mostAccepted), `${left} more are accepted`];
}

function moreRuns({ baseline: { runs, name } }: HeadlineInput, cpu: string | undefined): string[] {
  if (runs === 0) return [];
  const few =
    runs < enoughRuns
      ? [
          `After ${plural(enoughRuns - runs, 'more run')} of ${name}${cpu === undefined ? '' : ` on this CPU (${cpu})`}, the noise between runs is measured; until then part of it is assumed.`,
        ]
      : [];
  const unknown =
    cpu === undefined && runs < enoughUnknown
      ? [
          `The CPU of this machine is not known, so with fewer than ${enoughUnknown} stored runs (now ${runs}) a slower benchmark is only a suspect. Make the benchmark output name the CPU, or measure base and head here (\`run\`).`,
        ]
      : [];
  return [...few, ...unknown];
}

/** Of suspects alone the headline says it. */
function aSecondLook(input: HeadlineInput, suspects: readonly JudgedComparison[]): string[] {
  const slower = input.comparisons.filter((row) => row.gated && row.verdict === 'slower');
  const isFirst = slower.length === 0;
  const known = new Set(slower.map(benchmarkKey));
  const stored = suspects.filter((row) => row.test !== 'paired' && !known.has(benchmarkKey(row)));
  return stored.length === 0 || isFirst
    ? []
    : [
        'To decide about what only looks slower, re-run the job, or let it measure base and head (`run`).',
      ];
}

/** More of such rounds say little more; of what was decided all the same there is nothing to advise. */
function quietMachine(input: HeadlineInput): string[] {
  const taken = takenFrom(input);
  if (taken === null || !isLeftOpen(input)) return [];
  const what =
    input.rounds?.taken?.by === 'host'
      ? 'on another machine, or at another time, smaller changes can be detected'
      : 'stop the other programs, or measure on another machine';
  return [`${taken}, in most rounds: ${what}.`];
}

/** What the middle one of the benchmarks that rounds left open can see. */
function moreRounds(input: HeadlineInput, open: readonly JudgedComparison[]): string[] {
  const middle = typical(open);
  return middle === undefined || takenFrom(input) !== null
    ? []
    : [
        `After ${plural(input.rounds?.rounds ?? 0, 'round')} some benchmarks are still open; half of them can show a change of ${signed(middle)}. More time for rounds, a longer benchmark or a larger threshold would decide them.`,
      ];
}

function blindRows(
  { baseline: { name } }: HeadlineInput,
  rows: readonly JudgedComparison[],
): string[] {
  const middle = typical(rows);
  return middle === undefined
    ? []
    : [
        `Some benchmarks cannot show a change as small as \`see\` asks for; half of them can show ${signed(middle)}. To detect smaller changes, store more runs of ${name}, run two processes with half the count each, or measure base and head here (\`run\`).`,
      ];
}

function typical(rows: readonly JudgedComparison[]): number | undefined {
  const seen = rows.map((row) => row.detectable).filter((size) => size !== null);
  return seen.toSorted((a, b) => a - b)[Math.floor(seen.length / 2)];
}

/** The smallest rise that each profile shows; of slices only where something is suspected. */
function aboutProfiles(input: HeadlineInput): string[] {
  const said: string[] = [];
  for (const profile of input.profiles) {
    const functions = input.functions.filter(
      (row) =>
        row.gated && row.sampleType.type === profile.sampleType.type && row.slice === profile.slice,
    );
    const sizes = functions.map((row) => row.detectable).filter((size) => size !== null);
    const open = functions.some((row) => row.verdict === 'suspect');
    if (sizes.length === 0 || (profile.slice !== undefined && !open)) continue;
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    const wanted = Math.min(...functions.map((row) => row.threshold));
    const replicates = Math.max(...functions.map((row) => row.replicates));
    const few =
      open && replicates < profilesToFail
        ? `; with fewer than ${profilesToFail} profiles of the same program a function cannot fail the gate`
        : '';
    const where = profile.slice === undefined ? '' : `${profile.slice}: `;
    said.push(
      `${where}${profileInWords(profile)} can detect increases of ${increases(least, most)}${open ? longer(profile, most, wanted) : ''}${few}.`,
    );
  }
  return said;
}

/** 'This cpu profile (12000 samples)' */
function profileInWords({ sampleType: { type }, head: { samples } }: ProfileComparison): string {
  const kind = type === 'samples' ? '' : `${type} `;
  return `This ${kind}profile${samples === null ? '' : ` (${plural(samples, 'sample')})`}`;
}

function increases(least: number, most: number): string {
  const [from, to] = [least, most].map((size) => points(size).replace(' pp', ''));
  return from === to
    ? `${from} percentage points`
    : `${from} to ${to} percentage points, depending on the function`;
}

/** Beyond this a longer profile is no advice: a steadier machine or a larger threshold is. */
const longest = 600;

/** Errors fall with the root of the samples, if main's profiles grow alike. */
function longer({ head }: ProfileComparison, seen: number, wanted: number): string {
  const each = head.seconds === null ? 0 : head.seconds / head.profiles;
  const seconds = Math.ceil(each * (seen / wanted) ** 2);
  if (seen <= wanted || each === 0) return '';
  return seconds <= longest
    ? `; ${seconds} s of profile on both sides would detect ${points(wanted)}`
    : `; to detect ${points(wanted)} would take more than ${longest / 60} minutes of profile`;
}

function aboutUnits(input: HeadlineInput): string[] {
  const units = new Set(
    input.comparisons.filter((row) => row.better === 'unknown').map((row) => row.unit),
  );
  return [...units].map(
    (unit) =>
      `It is not known whether more ${unit} is better or worse, so it is shown and not gated. Print "Unit ${unit} better=lower" from the benchmark, or set \`units\` in the configuration.`,
  );
}
