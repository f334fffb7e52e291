/** The first line where the gate has no answer: what is missing, by name, and what to do. */
import type { JudgedComparison } from '../model/comparison.ts';
import type { Warning } from '../model/warning.ts';
import { strong, typed } from '../text/marked.ts';
import { countBenchmarks } from '../text/names.ts';
import { percent, plural, signed } from '../text/numbers.ts';
import { detectableTime, missesDouble } from './benchmarks.ts';
import {
  against,
  capital,
  compared,
  cut,
  first,
  gated,
  type HeadlineInput,
  isOwn,
  more,
  roundsOf,
  told,
  whatDecides,
} from './pieces.ts';
import { nameIn, says } from './saying.ts';

export function incomplete(input: HeadlineInput): string {
  const row = first(gated(input, 'suspect'));
  const besides =
    row === undefined ? '' : ` ${says(input, row, 'looks')}${more(gated(input, 'suspect'))}.`;
  return `${gap(input)}${besides}`;
}

/** What is missing, and what to do. */
function gap(input: HeadlineInput): string {
  const list = (rows: readonly JudgedComparison[]): string =>
    `${rows[0] === undefined ? '' : nameIn(input, rows[0])}${more(rows)}`;
  const missing = gated(input, 'missing');
  if (missing.length > 0) {
    return `${strong(`${list(missing)} did not run`)}, but ${input.baseline.name} has it: restore it, or ignore this if it was removed on purpose.`;
  }
  const skipped = gated(input, 'not-run');
  if (skipped.length > 0)
    return `${strong(`${list(skipped)} was not measured`)}: ${trimmed(skipped[0]?.reason)}.`;
  const problem = ['failed', 'unmeasured', 'profile', 'lost'].flatMap((kind) =>
    input.warnings.filter((warning) => warning.kind === kind),
  )[0];
  if (problem !== undefined) return problemLine(problem);
  const blind = input.comparisons.filter((row) => row.gated && isOwn(row) && row.blind);
  const open = blind.filter(missesDouble);
  if (open.length > 0) return tooCoarse(input, open);
  return blind.length > 0 ? blindTo(input, blind) : nothing(input);
}

/** Of rounds that would have missed twice the time. */
function tooCoarse(input: HeadlineInput, rows: readonly JudgedComparison[]): string {
  const [most] = rows.toSorted((a, b) => detectableTime(b) - detectableTime(a));
  if (most === undefined) return '';
  const which = `${nameIn(input, most)}${more(rows)}`;
  const change = `a change of less than ${signed(detectableTime(most))}`;
  return `${strong(`${which} could not be decided`)} in ${roundsOf(most)} here: ${change} would not have been detected. ${whatDecides(input)}.`;
}

/** A file's name stays as it is. */
const problemLine = (problem: Warning): string =>
  `${problem.file === undefined ? capital(told(problem)) : told(problem)}.`;

const trimmed = (reason = ''): string => cut(reason.replace(/\.$/, ''), 160);

function blindTo(input: HeadlineInput, rows: readonly JudgedComparison[]): string {
  const worst = rows.toSorted((a, b) => (b.detectable ?? 0) - (a.detectable ?? 0))[0];
  const from =
    worst?.detectable == null
      ? ''
      : `; the smallest change that ${nameIn(input, worst)} shows is ${signed(worst.detectable)}`;
  return `${strong(`${countBenchmarks(rows)} of ${plural(compared(input), 'benchmark')} cannot show a change as small as ${typed('see')} asks for`)}${from}. More runs of ${input.baseline.name}, or base and head measured here (${typed('run')}), show smaller changes.`;
}

function nothing(input: HeadlineInput): string {
  if (input.functions.length > 0 && input.functions.every((row) => row.p === null)) {
    const least = input.functions.reduce((so, row) => Math.min(so, row.threshold), 1);
    return `${strong('Nothing was tested')} ${against(input)}: no function reaches ${percent(least)} of the profile on either side.`;
  }
  const unread = input.warnings.find(({ kind }) => kind === 'syntax');
  if (unread !== undefined)
    return `${strong('Nothing could be compared')} ${against(input)}: ${told(unread)}.`;
  return `${strong('Nothing could be compared')} ${against(input)}: this run and the base have no gated benchmark or profile in common.`;
}

export function nothingStored(input: HeadlineInput): string {
  const aside = input.baseline.setAside.length;
  const problem = input.warnings.find(({ kind }) => kind === 'baseline');
  const why =
    problem === undefined
      ? 'The first run on the default branch will store one.'
      : problemLine(problem);
  return aside === 0
    ? `${strong('No baseline yet')}: nothing was compared. ${why}`
    : `${strong('No baseline to compare with')}: ${plural(aside, 'stored run')} set aside (${input.baseline.setAside[0]?.reason ?? ''}).${exactAlone(input)}`;
}

/** What was compared all the same, where stored runs are of other hardware. */
function exactAlone(input: HeadlineInput): string {
  if (input.baseline.elsewhere === undefined) return '';
  const rows = input.comparisons.filter((row) => row.gated && row.test === 'exact');
  const units = [...new Set(rows.map((row) => row.unit))].sort();
  return units.length === 0
    ? ''
    : ` Nothing is worse in ${units.join(' and ')}, which no machine changes; times were not compared.`;
}
