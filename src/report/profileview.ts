/**
 * How a table of functions is shown: in which order, how many rows, in which unit. The options are pprof's and
 * so are their results. Source: newTrimmedGraph, selectOutputUnit and New in internal/report of
 * github.com/google/pprof.
 */
import { InputError } from '../model/error.ts';
import { logLine } from './escape.ts';
import { commonProfileUnit, isUnitFor, profileValue } from './profilescale.ts';

export interface ProfileView {
  /** Sorted by cum, not by flat. */
  readonly cum?: boolean;
  /** Rows at most; all where it is absent or 0. */
  readonly nodeCount?: number;
  /** Rows whose cum is less than this part of the total are left out; 0.005 unless said, as in pprof. */
  readonly nodeFraction?: number;
  /** `minimum` (one unit for the table, the default), `auto` (each value its own), or a unit. */
  readonly unit?: string;
  /** Values are printed divided by it, percentages are not. */
  readonly divideBy?: number;
  /** A difference shows values, not shares; so it does with a unit or a divisor. */
  readonly values?: boolean;
}

export const LEAST_FRACTION = 0.005;

/** Prints a value of the profile's own unit. */
export type Print = (amount: number) => string;

/**
 * How the values of these rows are printed.
 *
 * @throws {InputError} for a unit that values of `from` cannot be in
 */
export function printer(
  view: ProfileView,
  rows: readonly { readonly flat: number; readonly cum: number }[],
  total: number,
  from: string,
): Print {
  const { unit = 'minimum', divideBy = 1 } = view;
  if (unit !== 'minimum' && unit !== 'auto' && !isUnitFor(unit, from)) {
    throw new InputError(
      `--unit ${JSON.stringify(unit)} is no unit of this profile's values (${from}): give minimum, auto, ${from}, or for times ns, us, ms, s, hrs, for bytes B, kB, MB, GB, TB, PB`,
    );
  }
  // pprof multiplies by the ratio and cuts the rest off.
  const ratio = 1 / divideBy;
  const part = (amount: number): number => (ratio === 1 ? amount : Math.trunc(amount * ratio));
  const to = unit === 'minimum' ? commonProfileUnit(rows, total, from, part) : unit;
  // The unit is the profile's own text.
  return (amount) => logLine(profileValue(part(amount), from, to), 100);
}

/** As `printer`, where values stand alone: each has its own unit unless one is asked for. */
export function valuePrinter(view: ProfileView, total: number, from: string): Print {
  const { unit = 'minimum' } = view;
  return printer({ ...view, unit: unit === 'minimum' ? 'auto' : unit }, [], total, from);
}

/** The first `nodeCount` of them. */
export const firstOf = <T>(rows: readonly T[], { nodeCount = 0 }: ProfileView): readonly T[] =>
  nodeCount === 0 ? rows : rows.slice(0, nodeCount);
