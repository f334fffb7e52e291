/**
 * Screen cheaply, confirm before failing: which rows of a comparison with stored runs must be
 * measured again, base against head on one machine, and what their verdict is after that. Policy
 * only; the measuring is passed to the gate.
 *
 * The screen needs no error rate, because nothing fails by it: to be strict here only loses power.
 * Metrics that never vary need no confirmation: another machine does not change them.
 */
import type { Comparison, JudgedComparison } from '../model/comparison.ts';
import type { JudgedFunction, ProfileComparison } from '../model/functions.ts';
import { seriesKey } from '../model/keys.ts';
import type { Shift } from '../model/verdict.ts';
import { change, plural, points } from '../text/numbers.ts';
import { missesDouble } from './benchmarks.ts';
import type { Judged } from './gate.ts';
import { size } from './saying.ts';

/** A row that is worse by this much (apart from what the whole suite moved by) is measured again. */
const screenDelta = 0.01;
/** ... and so is a smaller worsening with less than this p. */
const screenP = 0.2;

/** What must be measured again. */
export interface Asked {
  /** Names of benchmarks, or null for all there are. */
  readonly only: readonly string[] | null;
  /** Whether a row that was measured here is part of the question. */
  readonly wanted: (row: Comparison) => boolean;
  /** What the rounds do not measure keeps its verdict, in place of becoming undecided. */
  readonly keepsRest?: boolean;
}

/** Null where nothing needs to be measured again. */
export function toConfirm(judged: Judged): Asked | null {
  const everything =
    judged.baseline.runs === 0 || movedAsOne(judged.shift) || judged.functions.some(isHeavy);
  const certain = new Set(judged.comparisons.filter(isCertain).map(seriesKey));
  if (everything) return { only: null, wanted: (row) => !certain.has(seriesKey(row)) };
  const suspects = judged.comparisons.filter((row) => !isCertain(row) && isSuspect(row));
  if (suspects.length === 0) return null;
  const keys = new Set(suspects.map(seriesKey));
  return {
    only: [...new Set(suspects.map((row) => row.benchmark))],
    wanted: (row) => keys.has(seriesKey(row)),
  };
}

/** A group that moved alone has rows to ask for. */
const movedAsOne = (shift: Shift | null): boolean =>
  shift?.group == null && (shift?.verdict === 'slower' || shift?.verdict === 'suspect');

/** The rows that the rounds must answer for: those asked by name; of everything, what looks slower. */
export const suspects = (screened: Judged, asked: Asked): JudgedComparison[] =>
  screened.comparisons.filter(
    (row) =>
      row.gated &&
      row.base !== null &&
      row.head !== null &&
      asked.wanted(row) &&
      (asked.only !== null || row.verdict === 'slower' || row.verdict === 'suspect'),
  );

const isCertain = (row: Comparison): boolean => row.test === 'exact';

function isSuspect(row: JudgedComparison): boolean {
  if (!row.gated || row.base === null || row.head === null) return false;
  if (row.verdict === 'slower' || row.verdict === 'suspect') return true;
  const worse = worsening(row, row.own ?? 1);
  return worse >= screenDelta || (worse > 0 && row.p !== null && row.p < screenP);
}

/** A function that fails, or would with more profiles of the head. */
const isHeavy = (row: JudgedFunction): boolean =>
  row.gated && (row.verdict === 'slower' || row.verdict === 'suspect');

/** The rows after the rounds: `here` holds what was measured, judged among itself. */
export function afterRounds(screened: Judged, judged: Judged, asked: Asked): Judged {
  const measured = new Map(
    judged.comparisons.filter(asked.wanted).map((row) => [seriesKey(row), row]),
  );
  const comparisons = screened.comparisons.map((row) => {
    const again = measured.get(seriesKey(row));
    measured.delete(seriesKey(row));
    return asked.wanted(row)
      ? confirmed(row, again, screened.baseline.name, asked.keepsRest === true)
      : row;
  });
  return {
    comparisons: [...comparisons, ...measured.values()],
    ...functionsAfter(screened, judged, asked),
    p: screened.p,
    shift: screened.shift,
    dedicated: screened.dedicated,
    baseline: screened.baseline,
    rounds: judged.rounds,
    warnings: [...screened.warnings, ...judged.warnings],
  };
}

function confirmed(
  row: JudgedComparison,
  measured: JudgedComparison | undefined,
  base: string,
  keepsRest: boolean,
): JudgedComparison {
  if (row.base === null || row.head === null) return measured ?? row;
  if (keepsRest && (measured === undefined || measured.test === 'none')) return row;
  if (measured === undefined) return unasked(row, base, 'the rounds here did not measure it');
  if (measured.verdict === 'new') return unasked(row, base, 'the base does not have it here');
  if (measured.verdict === 'not-run') return unasked(row, base, measured.reason);
  const screened = { delta: row.delta, runs: row.base.runs, verdict: row.verdict };
  if (measured.verdict === 'ok' && isTooCoarse(row, measured)) {
    const reason = `${screening(row, base)}; measured again, ${measured.reason}: that neither confirms it nor rules it out`;
    return { ...measured, verdict: 'suspect', screened, reason };
  }
  // Stored runs know more of what they did not suspect than rounds that would have missed twice the time.
  if (
    measured.blind &&
    missesDouble(measured) &&
    row.verdict !== 'slower' &&
    row.verdict !== 'suspect'
  )
    return unasked(row, base, measured.reason);
  return { ...measured, screened, reason: reason(row, measured, base) };
}

/** Of a row whose suspicion could be neither confirmed nor refuted: it stays what it was. */
const unasked = (row: JudgedComparison, base: string, why: string): JudgedComparison => ({
  ...row,
  screened: { delta: row.delta, runs: row.base?.runs ?? 0, verdict: row.verdict },
  reason: `${screening(row, base)}; ${why}`,
});

/** Rounds so wide that what was suspected may still be true. */
function isTooCoarse(row: JudgedComparison, item: JudgedComparison): boolean {
  if (row.verdict !== 'slower' && row.verdict !== 'suspect') return false;
  return item.worst === null || item.worst >= worsening(row, row.own ?? 1);
}

/** 'looked 14 % slower against 8 runs of main' */
export const screening = (row: JudgedComparison, base: string): string =>
  `looked ${row.delta === null ? 'worse' : size(row, row.delta)} against ${plural(row.base?.runs ?? 0, 'run')} of ${base}`;

function reason(row: JudgedComparison, item: JudgedComparison, base: string): string {
  const isCleared = (item.verdict === 'ok' || item.verdict === 'faster') && looksWorse(row);
  const again = item.ci === null ? item.reason : `${change(item.delta, item.ci)} ${times(item)}`;
  return isCleared
    ? `${screening(row, base)}, measured again: ${again}; ${machine(row, item)}`
    : `${screening(row, base)}, measured again: ${item.reason}`;
}

/** 'in 8 rounds here' */
const times = (row: JudgedComparison): string => `in ${plural(row.head?.runs ?? 0, 'round')} here`;

const looksWorse = (row: JudgedComparison): boolean =>
  row.verdict === 'slower' ||
  row.verdict === 'suspect' ||
  worsening(row, row.delta ?? 1) >= screenDelta;

/** A relative change, positive where it is for the worse. */
export const worsening = (row: JudgedComparison, delta: number): number =>
  row.better === 'higher' ? 1 / (1 + delta) - 1 : delta;

/** Whether the base itself, measured here, explains most of what was suspected. */
function machine(row: JudgedComparison, item: JudgedComparison): string {
  const [then, now] = [row.base?.center ?? 0, item.base?.center ?? 0];
  const moved = then === 0 ? 0 : worsening(row, now / then - 1);
  return /sec|\/s/.test(row.unit) && moved >= worsening(row, row.delta ?? 1) / 2
    ? 'this runner is slower'
    : 'the first run was slow for another reason than the code';
}

/**
 * Where everything was measured again, the rounds' profiles take the place of the stored ones.
 * Rounds of a few benchmarks have profiles of those alone: they only add what got heavier. What the
 * rounds have no profile of cannot be confirmed, and so does not fail.
 */
function functionsAfter(
  screened: Judged,
  judged: Judged,
  asked: Asked,
): Pick<Judged, 'functions' | 'profiles'> {
  const types = new Set(judged.profiles.map(kindOf));
  if (asked.only === null) {
    const seen = new Set(judged.functions.map(functionKey));
    const kept = screened.functions.filter(
      (row) => !types.has(kindOf(row)) || (isOpen(row) && !seen.has(functionKey(row))),
    );
    return {
      functions: [
        ...judged.functions,
        ...(asked.keepsRest === true ? kept : kept.map(unconfirmed)),
      ],
      profiles: [
        ...judged.profiles,
        ...screened.profiles.filter((comparison) => !types.has(kindOf(comparison))),
      ],
    };
  }
  const rose = new Map(
    judged.functions
      .filter((row) => row.verdict === 'slower')
      .map((row) => [functionKey(row), row]),
  );
  const rest = screened.functions.filter((row) => !rose.has(functionKey(row)));
  return { functions: [...rose.values(), ...rest], profiles: screened.profiles };
}

/** What the rounds must answer for: profiles of another program would clear it by not having it. */
const isOpen = (row: JudgedFunction): boolean =>
  row.gated && row.p !== null && (row.verdict === 'slower' || row.verdict === 'suspect');

/** A kind of profile, of the whole or of one slice of it. */
const kindOf = (item: JudgedFunction | ProfileComparison): string =>
  `${item.sampleType.type}\0${item.slice ?? ''}`;

const functionKey = (row: JudgedFunction): string => `${kindOf(row)}\0${row.name}`;

function unconfirmed(row: JudgedFunction): JudgedFunction {
  if (row.verdict !== 'slower') return row;
  return {
    ...row,
    verdict: 'suspect',
    reason: `heavier by ${points(row.flatDelta)} than in the base's profiles; the rounds here have no profile of it`,
  };
}
