/**
 * The first line of every report: whether to worry, about what, and where; then what to do. Plain text
 * with names as they came; each report escapes it for its medium. How a row is put into words is in
 * saying.ts.
 */
import type { JudgedComparison } from '../model/comparison.ts';
import { instructionsUnit } from '../model/counts.ts';
import { benchmarkKey } from '../model/keys.ts';
import type { Phrase } from '../model/phrase.ts';
import type { GateVerdict } from '../model/verdict.ts';
import { onlyPlain, onlyRich, phrases, strong, typed } from '../text/marked.ts';
import { countBenchmarks } from '../text/names.ts';
import { change, oneIn, percent, plural, signed } from '../text/numbers.ts';
import { blame, heavierNow, nameAndPlace, placeAndShares, takes } from './blame.ts';
import { countedMore, countedNothing } from './counted.ts';
import { incomplete, nothingStored } from './gap.ts';
import { although, inWords, isClearedByCounts, notCleared } from './instructions.ts';
import {
  against,
  capital,
  compared,
  first,
  gated,
  type HeadlineInput,
  isCountedAlone,
  isLeftOpen,
  isOwn,
  more,
  roundsOf,
  storedRuns,
  takenFrom,
  told,
  whatDecides,
} from './pieces.ts';
import { nameIn, says, size, worse } from './saying.ts';

export function headline(verdict: GateVerdict, input: HeadlineInput): Phrase[] {
  return phrases(sentences[verdict](input));
}

const sentences: Readonly<Record<GateVerdict, (input: HeadlineInput) => string>> = {
  fail: failed,
  suspect: suspected,
  pass: passed,
  incomplete,
  'no-baseline': nothingStored,
};

/** '; 1 in 30 runs without a change looks like this', where stored runs say so. */
const howOften = (input: HeadlineInput): string =>
  input.p === null ? '' : `; ${oneIn(input.p)} runs without a change looks like this`;

const either = 'either this machine is slower, or everything is';

// fail

function failed(input: HeadlineInput): string {
  const parts = [
    ...programFailed(input),
    ...(suiteMoved(input, 'slower') ? [suite(input, 'are')] : []),
    ...slower(input),
  ];
  if (parts.length === 0) parts.push(`${strong('Something is slower')}, ${against(input)}`);
  return `${[...parts, ...alsoOpen(input)].join('. ')}.`;
}

function programFailed(input: HeadlineInput): string[] {
  const failure = input.warnings.find((warning) => warning.kind === 'failed');
  return failure === undefined
    ? []
    : [
        `${strong('The benchmark program failed')} (${told(failure)}): what it did not measure cannot pass`,
      ];
}

function slower(input: HeadlineInput): string[] {
  const rows = gated(input, 'slower');
  // What was counted of a suspect has its function.
  const isInstructions = (item: JudgedComparison) =>
    item.test === 'counted' && item.unit === instructionsUnit;
  const row = first(rows.filter(isInstructions)) ?? first(rows);
  if (row !== undefined && isInstructions(row)) {
    return [countedMore(input, row, rows) + onlyPlain(timeOf(input, row))];
  }
  if (row === undefined) {
    const [heavy] = heavierNow(input.functions, 'slower');
    return heavy === undefined ? [] : [strong(takes(heavy, 'takes', input.baseline.name))];
  }
  const because = reason(input);
  if (isGroup(input, rows))
    return [`${strong(group(input, rows, row))}${because}; ${standing(input, rows)}`];
  const claim = strong(says(input, row, 'is')) + more(rows) + because;
  if (row.test === 'exact') return [`${claim}, and this metric never varies`];
  if (row.test !== 'paired')
    return [claim + onlyPlain(`, ${storedRuns(input)}${howOften(input)}`) + although(row)];
  const { screened } = row;
  if (screened === null) return [claim + onlyPlain(`, in ${roundsOf(row)} here`)];
  const again = `, measured again in ${roundsOf(row)} here (${looked(input, row, screened)})`;
  return [claim + onlyPlain(again) + although(row)];
}

/** '; looked 27 % slower against 12 runs of main', of a suspect that was counted and not measured again. */
function timeOf(input: HeadlineInput, { screened, ...row }: JudgedComparison): string {
  const timed = input.comparisons.find(
    (other) =>
      benchmarkKey(other) === benchmarkKey(row) &&
      other.instructions !== undefined &&
      other.delta === screened?.delta,
  );
  return screened === null || timed === undefined ? '' : `; ${looked(input, timed, screened)}`;
}

/** 'looked 27 % slower against 12 runs of main' */
function looked(
  { baseline: { name } }: HeadlineInput,
  row: JudgedComparison,
  { delta, runs }: NonNullable<JudgedComparison['screened']>,
): string {
  const stored = `against ${plural(runs, 'run')} of ${name}`;
  return `looked ${delta === null ? 'worse' : size(row, delta)} ${stored}`;
}

/** ' because of codec.appendEscaped (codec/escape.go:24)', or the functions that may have done it. */
function reason(input: HeadlineInput): string {
  const { sure, perhaps } = blame(input);
  if (sure !== null) {
    return `${sure.verdict === 'slower' ? '' : ', most likely'} because of ${placeAndShares(sure)}`;
  }
  return perhaps.length === 0 ? '' : `, perhaps because of ${listed(perhaps.map(nameAndPlace))}`;
}

/** 'a', 'a or b', 'a, b or c' */
const listed = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter((part) => part !== '').join(' or ');

const isGroup = (input: HeadlineInput, rows: readonly JudgedComparison[]): boolean =>
  input.rounds === null && input.shift?.group != null && countBenchmarks(rows) > 1;

/** '10 of 20 benchmarks are 2.0x slower, most of all Merge' */
function group(
  input: HeadlineInput,
  rows: readonly JudgedComparison[],
  most: JudgedComparison,
): string {
  const sizes = rows.map(worse).toSorted((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return `${countBenchmarks(rows)} of ${plural(compared(input), 'benchmark')} are ${percent(middle)} slower, most of all ${nameIn(input, most)}`;
}

/** 'the other 10 did not move', or how many moved with them. */
function standing(input: HeadlineInput, rows: readonly JudgedComparison[]): string {
  const others = compared(input) - countBenchmarks(rows);
  const together = input.shift?.group?.benchmarks ?? 0;
  const moved = Math.max(
    together - countBenchmarks(rows),
    without(rows, gated(input, 'slower', 'suspect', 'faster', 'moved-with-suite')),
  );
  return moved <= 0
    ? `the other ${others} did not move`
    : `${moved} of the other ${others} moved, too`;
}

/** How many benchmarks of `all` have no row in `some`. */
const without = (some: readonly JudgedComparison[], all: readonly JudgedComparison[]): number =>
  countBenchmarks([...some, ...all]) - countBenchmarks(some);

/** What else a red gate leaves open. */
function alsoOpen(input: HeadlineInput): string[] {
  const suspects = without(gated(input, 'slower'), gated(input, 'suspect'));
  const lost = countBenchmarks(gated(input, 'missing', 'not-run'));
  return [
    ...(suspects === 0 ? [] : [`${suspects} more ${suspects === 1 ? 'looks' : 'look'} slower`]),
    ...(lost === 0 ? [] : [`${plural(lost, 'benchmark')} did not run`]),
  ];
}

// suite

/** Rounds on one machine do not share what the machine did to stored runs. */
const suiteMoved = (input: HeadlineInput, verdict: 'slower' | 'suspect' | 'faster'): boolean =>
  input.shift?.verdict === verdict && (input.rounds === null || input.rounds.rounds === 0);

function suite(input: HeadlineInput, verb: 'are' | 'look'): string {
  const { benchmarks = 0, delta = 0, group = null } = input.shift ?? {};
  const total = compared(input);
  if (group !== null && group.delta > delta) {
    const all = input.comparisons.filter((row) => row.gated && isOwn(row) && row.own !== null);
    const most = all.toSorted((a, b) => worse(b) - worse(a))[0];
    const named = most === undefined ? '' : `, most of all ${nameIn(input, most)}`;
    return `${strong(`${group.benchmarks} of ${plural(total, 'benchmark')} ${verb} ${percent(group.delta)} slower together`)}${named}, and the others did not move`;
  }
  const which =
    total > benchmarks
      ? `The suite (${benchmarks} of ${total} benchmarks)`
      : `The suite of ${plural(benchmarks, 'benchmark')}`;
  return `${strong(`${which} ${verb === 'are' ? 'is' : 'looks'} ${percent(delta)} slower`)}: ${either}`;
}

// suspect

const again = `Re-run the job, or let it measure base and head (${typed('run')})`;

function suspected(input: HeadlineInput): string {
  const rows = gated(input, 'suspect');
  const item = first(rows.filter((row) => row.test === 'paired'));
  if (item !== undefined) return undecidedHere(input, rows, item);
  if (suiteMoved(input, 'suspect') && !isGroup(input, rows)) {
    const row = first(rows);
    const besides = row === undefined ? '' : `; besides, ${says(input, row, 'looks')}${more(rows)}`;
    return `${suite(input, 'look')}${besides}. ${again}.${lostToo(input)}`;
  }
  const row = first(rows);
  if (row === undefined) return suspectedFunction(input);
  const claim = `${says(input, row, 'looks')}${more(rows)}`;
  const equal = notCleared(row);
  if (row.limits !== null && row.limits.slower === null)
    return `${strong(claim)}; ${cannotProve(input)}.${equal} ${again}.${lostToo(input)}`;
  if (isGroup(input, rows)) {
    return `${strong(group(input, rows, row).replace(' are ', ' look '))}; ${standing(input, rows)}${howOften(input)}. ${again}.`;
  }
  return `${strong(`${claim}${howOften(input)}.`)}${equal} ${again}.${lostToo(input)}`;
}

/** A suspect hides nothing else that is open. */
function lostToo(input: HeadlineInput): string {
  const lost = countBenchmarks(gated(input, 'missing', 'not-run'));
  return lost === 0 ? '' : ` ${plural(lost, 'benchmark')} did not run.`;
}

/** Stored runs of machines that nothing tells apart differ by more than their code. */
const enoughUnknown = 10;

function cannotProve(input: HeadlineInput): string {
  const { runs } = input.baseline;
  return runs < enoughUnknown
    ? `its CPU is not known, so ${plural(runs, 'stored run')} cannot prove it yet`
    : 'stored runs alone cannot prove it';
}

function undecidedHere(
  input: HeadlineInput,
  rows: readonly JudgedComparison[],
  row: JudgedComparison,
): string {
  const stored = row.screened === null ? '' : ` (${looked(input, row, row.screened)})`;
  return `${strong(`${says(input, row, 'looks')}${more(rows)}`)}, and ${roundsOf(row)} here could not decide it${onlyPlain(stored)}.${notCleared(row)} ${whatDecides(input)}.`;
}

function suspectedFunction(input: HeadlineInput): string {
  const [heavy] = heavierNow(input.functions, 'suspect');
  if (heavy === undefined)
    return `${strong('Something looks slower')}, ${against(input)}${howOften(input)}. ${again}.`;
  const benchmarks = compared(input) === 0 ? '' : 'No benchmark is slower, but ';
  return `${benchmarks}${strong(takes(heavy, 'seems to take', input.baseline.name))}.`;
}

// pass

function passed(input: HeadlineInput): string {
  if (input.counts !== undefined && isCountedAlone(input))
    return countedNothing(input, input.counts);
  const rows = gated(input, 'faster');
  const best = rows.toSorted((a, b) => worse(a) - worse(b))[0];
  const better = suiteMoved(input, 'faster')
    ? `${strong(`All ${input.shift?.benchmarks ?? 0} benchmarks are ${percent(input.shift?.delta ?? 0)} faster together`)}: either this machine is faster, or everything is; `
    : best === undefined
      ? ''
      : `${strong(says(input, best, 'is'))}${more(rows)}; `;
  const count = compared(input);
  const accepted = acceptedRows(input);
  const none = `nothing ${accepted.length > 0 ? 'else ' : ''}${count > 0 ? 'slower' : 'heavier'}`;
  const all = count > 0 ? plural(count, 'benchmark') : plural(input.functions.length, 'function');
  const known = `${better}${accepting(input, accepted)}`;
  const what = `${known === '' ? strong(capital(none)) : `${known}${none}`} in ${all}`;
  const again = cleared(input);
  const than = again === '' ? onlyPlain(`, ${against(input)}`) : `, ${again}`;
  const taken = isLeftOpen(input) ? takenFrom(input) : null;
  return `${what}${onlyRich(seenIn(input))}${than}.${onlyPlain(seen(input, count))}${taken === null ? '' : ` ${taken}.`}`;
}

const acceptedRows = ({ comparisons }: HeadlineInput): readonly JudgedComparison[] =>
  comparisons.filter((row) => row.waived !== undefined && row.base && row.head && isOwn(row));

/** 'codec.Encode is 25 % slower (+1 more), accepted until 2026-12-31; ' */
function accepting(input: HeadlineInput, rows: readonly JudgedComparison[]): string {
  const row = first(rows);
  return row === undefined
    ? ''
    : `${strong(says(input, row, row.verdict === 'suspect' ? 'looks' : 'is'))}${more(rows)}, accepted until ${row.waived?.until}; `;
}

/** 'against 12 runs of main; ...' and what those suspected and rounds here did not confirm; else ''. */
function cleared(input: HeadlineInput): string {
  const rows = input.comparisons.filter(
    (row) =>
      row.gated &&
      isOwn(row) &&
      row.screened !== null &&
      ['slower', 'suspect'].includes(row.screened.verdict) &&
      ['ok', 'faster'].includes(row.verdict),
  );
  const row = rows.toSorted((a, b) => screenedWorse(b) - screenedWorse(a))[0];
  if (row?.screened == null) return '';
  const then = row.screened.delta;
  const benchmark = nameIn(input, row);
  const was = then === null ? 'worse' : size(row, then);
  const { instructions } = row;
  if (instructions !== undefined && isClearedByCounts(row)) {
    return `${storedRuns(input)}; ${benchmark}${more(rows)} looked ${was}, but takes ${inWords(instructions)} and could not be measured again here: most likely this machine`;
  }
  const also =
    instructions === undefined
      ? ''
      : instructions.change === 'more'
        ? `, although it takes ${inWords(instructions)}`
        : `, and takes ${inWords(instructions)}`;
  return `${storedRuns(input)}; ${benchmark}${more(rows)} looked ${was}, measured again in ${roundsOf(row)}: ${change(row.delta, row.ci)}${also}`;
}

const screenedWorse = (row: JudgedComparison): number =>
  (row.better === 'higher' ? -1 : 1) * (row.screened?.delta ?? Number.MAX_VALUE);

/** ' (would have seen +8 % in most)' */
const seenIn = ({ sight }: HeadlineInput): string =>
  sight === null || !Number.isFinite(sight.most)
    ? ''
    : ` (would have seen ${signed(sight.most)} in most)`;

/** What would have been seen. Of one or two benchmarks there is no half. */
function seen({ sight }: HeadlineInput, count: number): string {
  if (sight === null || !Number.isFinite(sight.most)) return '';
  const [half, most] = [signed(sight.half), signed(sight.most)];
  if (count < 3) return ` A change of ${most} would have been detected.`;
  return half === most
    ? ` A change of ${most} would have been detected in nine of ten.`
    : ` A change of ${half} would have been detected in half of them, ${most} in nine of ten.`;
}
