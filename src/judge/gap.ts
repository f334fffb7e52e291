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

export function incomplete(of: HeadlineInput): string {
  const row = first(gated(of, 'suspect'));
  const besides =
    row === undefined ? '' : ` ${says(of, row, 'looks')}${more(gated(of, 'suspect'))}.`;
  return `${gap(of)}${besides}`;
}

/** What is missing, and what to do. */
function gap(of: HeadlineInput): string {
  const list = (rows: readonly JudgedComparison[]): string =>
    `${rows[0] === undefined ? '' : nameIn(of, rows[0])}${more(rows)}`;
  const missing = gated(of, 'missing');
  if (missing.length > 0) {
    return `${strong(`${list(missing)} did not run`)}, but ${of.baseline.name} has it: restore it, or ignore this if it was removed on purpose.`;
  }
  const skipped = gated(of, 'not-run');
  if (skipped.length > 0)
    return `${strong(`${list(skipped)} was not measured`)}: ${trimmed(skipped[0]?.reason)}.`;
  const problem = ['failed', 'unmeasured', 'profile', 'lost'].flatMap((kind) =>
    of.warnings.filter((warning) => warning.kind === kind),
  )[0];
  if (problem !== undefined) return problemLine(problem);
  const blind = of.comparisons.filter((row) => row.gated && isOwn(row) && row.blind);
  const open = blind.filter(missesDouble);
  if (open.length > 0) return tooCoarse(of, open);
  return blind.length > 0 ? blindTo(of, blind) : nothing(of);
}

/** Of rounds that would have missed twice the time. */
function tooCoarse(of: HeadlineInput, rows: readonly JudgedComparison[]): string {
  const [most] = rows.toSorted((a, b) => detectableTime(b) - detectableTime(a));
  if (most === undefined) return '';
  const which = `${nameIn(of, most)}${more(rows)}`;
  const change = `a change of less than ${signed(detectableTime(most))}`;
  return `${strong(`${which} could not be decided`)} in ${roundsOf(most)} here: ${change} would not have been detected. ${whatDecides(of)}.`;
}

/** A file's name stays as it is. */
const problemLine = (problem: Warning): string =>
  `${problem.file === undefined ? capital(told(problem)) : told(problem)}.`;

const trimmed = (reason = ''): string => cut(reason.replace(/\.$/, ''), 160);

function blindTo(of: HeadlineInput, rows: readonly JudgedComparison[]): string {
  const worst = rows.toSorted((a, b) => (b.detectable ?? 0) - (a.detectable ?? 0))[0];
  const from =
    worst?.detectable == null
      ? ''
      : `; the smallest change that ${nameIn(of, worst)} shows is ${signed(worst.detectable)}`;
  return `${strong(`${countBenchmarks(rows)} of ${plural(compared(of), 'benchmark')} cannot show a change as small as ${typed('see')} asks for`)}${from}. More runs of ${of.baseline.name}, or base and head measured here (${typed('run')}), show smaller changes.`;
}

function nothing(of: HeadlineInput): string {
  if (of.functions.length > 0 && of.functions.every((row) => row.p === null)) {
    const least = of.functions.reduce((so, row) => Math.min(so, row.threshold), 1);
    return `${strong('Nothing was tested')} ${against(of)}: no function reaches ${percent(least)} of the profile on either side.`;
  }
  const unread = of.warnings.find(({ kind }) => kind === 'syntax');
  if (unread !== undefined)
    return `${strong('Nothing could be compared')} ${against(of)}: ${told(unread)}.`;
  return `${strong('Nothing could be compared')} ${against(of)}: this run and the base have no gated benchmark or profile in common.`;
}

export function nothingStored(of: HeadlineInput): string {
  const aside = of.baseline.setAside.length;
  const problem = of.warnings.find(({ kind }) => kind === 'baseline');
  const why =
    problem === undefined
      ? 'The first run on the default branch will store one.'
      : problemLine(problem);
  return aside === 0
    ? `${strong('No baseline yet')}: nothing was compared. ${why}`
    : `${strong('No baseline to compare with')}: ${plural(aside, 'stored run')} set aside (${of.baseline.setAside[0]?.reason ?? ''}).${exactAlone(of)}`;
}

/** What was compared all the same, where stored runs are of other hardware. */
function exactAlone(of: HeadlineInput): string {
  if (of.baseline.elsewhere === undefined) return '';
  const rows = of.comparisons.filter((row) => row.gated && row.test === 'exact');
  const units = [...new Set(rows.map((row) => row.unit))].sort();
  return units.length === 0
    ? ''
    : ` Nothing is worse in ${units.join(' and ')}, which no machine changes; times were not compared.`;
}
