/**
 * Screen cheaply, confirm before failing: which rows of a comparison with stored runs must be
 * measured again, base against head on one machine, and what their verdict is after that. Policy
 * only; the measuring is passed to the gate.
 *
 * The screen needs no error rate, because nothing fails by it: to be strict here only loses power.
 * Metrics that never vary need no confirmation: another machine does not change them.
 */
import type { Comparison, JudgedComparison, JudgedFunction, ProfileComparison } from '../model.ts';
import type { Judged } from './gate.ts';
import { plural, points, signed } from './words.ts';

/** A row that is worse by this much (apart from what the whole suite moved by) is measured again. */
const screenDelta = 0.02;
/** ... and so is a smaller worsening with less than this p. */
const screenP = 0.2;

type Confirm = 'auto' | 'suspects' | 'never';

/** What must be measured again. */
export interface Asked {
  /** Names of benchmarks, or null for all there are. */
  readonly only: readonly string[] | null;
  /** Whether a row that was measured here is part of the question. */
  readonly wanted: (of: Comparison) => boolean;
  /** What the rounds do not measure keeps its verdict, in place of becoming undecided. */
  readonly keepsRest?: boolean;
}

export const keyOf = (of: Pick<Comparison, 'package' | 'benchmark' | 'unit'>): string =>
  `${of.package}\0${of.benchmark}\0${of.unit}`;

/** Null where nothing needs to be measured again. `alpha` is the gate's. */
export function toConfirm(of: Judged, confirm: Confirm, alpha: number): Asked | null {
  if (confirm === 'never') return null;
  const everything =
    of.baseline.runs === 0 ||
    of.shift?.verdict === 'beyond-history' ||
    of.functions.some((row) => isHeavy(row, alpha));
  const certain = new Set(of.comparisons.filter(isCertain).map(keyOf));
  if (everything) return { only: null, wanted: (row) => !certain.has(keyOf(row)) };
  const suspects = of.comparisons.filter(
    (row) => !isCertain(row) && isSuspect(row, of.shift?.delta ?? 0),
  );
  if (suspects.length === 0) return null;
  const keys = new Set(suspects.map(keyOf));
  return {
    only: [...new Set(suspects.map((row) => row.benchmark))],
    wanted: (row) => keys.has(keyOf(row)),
  };
}

/** The rows that the rounds must answer for: those asked by name; of everything, what looks regressed. */
export const suspects = (screened: Judged, asked: Asked): JudgedComparison[] =>
  screened.comparisons.filter(
    (row) =>
      row.gated &&
      row.base !== null &&
      row.head !== null &&
      asked.wanted(row) &&
      (asked.only !== null || row.verdict === 'regressed'),
  );

const isCertain = (of: Comparison): boolean => of.test === 'exact';

function isSuspect(of: JudgedComparison, shift: number): boolean {
  if (!of.gated || of.base === null || of.head === null) return false;
  if (of.verdict === 'regressed') return true;
  if (of.verdict !== 'inconclusive') return false;
  const sign = of.better === 'higher' ? -1 : 1;
  // Only times carry the suite's shift (compare/shift.ts).
  const suite = of.unit === 'sec/op' ? 1 + shift : 1;
  const worse = sign * ((1 + (of.delta ?? sign)) / suite - 1);
  return worse >= screenDelta || (worse > 0 && of.p !== null && of.p < screenP);
}

/** A function that fails, or would with more profiles of the head. */
function isHeavy(of: JudgedFunction, alpha: number): boolean {
  if (!of.gated) return false;
  if (of.verdict === 'regressed') return true;
  if (of.verdict !== 'inconclusive') return false;
  return of.pAdjusted !== null && of.pAdjusted < alpha && of.flatDelta >= of.threshold;
}

/** The rows after the rounds: `here` holds what was measured, judged among itself. */
export function afterRounds(screened: Judged, here: Judged, asked: Asked): Judged {
  const measured = new Map(here.comparisons.filter(asked.wanted).map((row) => [keyOf(row), row]));
  const comparisons = screened.comparisons.map((row) => {
    const again = measured.get(keyOf(row));
    measured.delete(keyOf(row));
    return asked.wanted(row) ? confirmed(row, again, asked.keepsRest === true) : row;
  });
  return {
    comparisons: [...comparisons, ...measured.values()],
    ...functionsAfter(screened, here, asked),
    shift: screened.shift,
    baseline: screened.baseline,
    rounds: here.rounds,
    warnings: [...screened.warnings, ...here.warnings],
  };
}

function confirmed(
  row: JudgedComparison,
  here: JudgedComparison | undefined,
  keepsRest: boolean,
): JudgedComparison {
  const stored = row.base !== null && row.head !== null;
  if (keepsRest && stored && (here === undefined || here.test === 'none')) return row;
  if (here === undefined)
    return stored ? undecided(row, 'the rounds here did not measure it') : row;
  if (!stored) return here;
  if (here.verdict === 'new') return undecided(row, 'the base does not have it here');
  const screened = { delta: row.delta, runs: row.base.runs };
  return { ...here, screened, reason: reason(row, here) };
}

/** Of a row whose suspicion could be neither confirmed nor refuted. */
function undecided(row: JudgedComparison, why: string): JudgedComparison {
  const screened = { delta: row.delta, runs: row.base?.runs ?? 0 };
  return { ...row, verdict: 'inconclusive', screened, reason: `${screening(row)}; ${why}` };
}

/** 'screened +14 % against 8 runs of main' */
const screening = (row: JudgedComparison): string =>
  `screened ${row.delta === null ? 'from zero' : signed(row.delta)} against ${plural(row.base?.runs ?? 0, 'run')} of main`;

function reason(row: JudgedComparison, here: JudgedComparison): string {
  switch (here.verdict) {
    case 'regressed':
      return `${screening(row)}, confirmed ${here.reason}`;
    case 'unchanged':
    case 'improved':
      return looksWorse(row)
        ? `not confirmed: ${machine(row, here)}; ${screening(row)}, ${here.reason}`
        : `${screening(row)}, ${here.reason}`;
    default:
      return `${screening(row)}, ${here.reason}`;
  }
}

const looksWorse = (row: JudgedComparison): boolean =>
  row.verdict === 'regressed' || worsening(row, row.delta ?? 1) >= screenDelta;

/** A relative change, positive where it is for the worse. */
const worsening = (row: JudgedComparison, delta: number): number =>
  row.better === 'higher' ? 1 / (1 + delta) - 1 : delta;

/** Whether the base itself, measured here, explains most of what was suspected. */
function machine(row: JudgedComparison, here: JudgedComparison): string {
  const [then, now] = [row.base?.center ?? 0, here.base?.center ?? 0];
  const moved = then === 0 ? 0 : worsening(row, now / then - 1);
  return /sec|\/s/.test(row.unit) && moved >= worsening(row, row.delta ?? 1) / 2
    ? 'this runner is slower'
    : "main's runs differ for another reason";
}

/**
 * Where everything was measured again, the rounds' profiles take the place of the stored ones.
 * Rounds of a few benchmarks have profiles of those alone: they only add what regressed. What the
 * rounds have no profile of cannot be confirmed, and so does not fail.
 */
function functionsAfter(
  screened: Judged,
  here: Judged,
  asked: Asked,
): Pick<Judged, 'functions' | 'profiles'> {
  const types = new Set(here.profiles.map(kindOf));
  if (asked.only === null) {
    const seen = new Set(here.functions.map(functionKey));
    const kept = screened.functions.filter(
      (row) => !types.has(kindOf(row)) || (isOpen(row) && !seen.has(functionKey(row))),
    );
    return {
      functions: [...here.functions, ...(asked.keepsRest === true ? kept : kept.map(unconfirmed))],
      profiles: [...here.profiles, ...screened.profiles.filter((of) => !types.has(kindOf(of)))],
    };
  }
  const rose = new Map(
    here.functions
      .filter((row) => row.verdict === 'regressed')
      .map((row) => [functionKey(row), row]),
  );
  const rest = screened.functions.filter((row) => !rose.has(functionKey(row)));
  return { functions: [...rose.values(), ...rest], profiles: screened.profiles };
}

/** What the rounds must answer for: profiles of another program would clear it by not having it. */
const isOpen = (row: JudgedFunction): boolean =>
  row.gated && row.p !== null && (row.verdict === 'regressed' || row.verdict === 'inconclusive');

/** A kind of profile, of the whole or of one slice of it. */
const kindOf = (of: JudgedFunction | ProfileComparison): string =>
  `${of.sampleType.type}\0${of.slice ?? ''}`;

const functionKey = (of: JudgedFunction): string => `${kindOf(of)}\0${of.name}`;

function unconfirmed(row: JudgedFunction): JudgedFunction {
  if (row.verdict !== 'regressed') return row;
  return {
    ...row,
    verdict: 'inconclusive',
    reason: `heavier by ${points(row.flatDelta)} than in the base's profiles; the rounds here have no profile of it`,
  };
}
