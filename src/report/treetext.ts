/** Functions with their callers and callees, as `go tool pprof -tree` prints them. */
import type { FunctionTable } from '../model/run.ts';
import { logName } from './escape.ts';
import { profilePercent } from './profilescale.ts';
import type { ProfileView } from './profileview.ts';
import { chosenRows } from './toptext.ts';

/** One function called by another. */
export interface Call {
  readonly caller: string;
  readonly callee: string;
  readonly value: number;
}

/** Functions that are listed where nobody says how many, and the part of the total under which a call is left out. */
const MOST = 80;
const LEAST_CALL = 0.001;

const NAME_WIDTH = 200;
const LINE = '----------------------------------------------------------+-------------';
const LEGEND = '      flat  flat%   sum%        cum   cum%   calls calls% + context \t \t ';

/**
 * A block for each function that the view chooses, ending in a line break. `callsOf` gives the calls among those.
 *
 * @throws {InputError} for a unit that the values cannot be in
 */
export function treeText(
  table: FunctionTable,
  callsOf: (names: ReadonlySet<string>) => readonly Call[],
  view: ProfileView = {},
): string {
  const { nodeCount = MOST } = view;
  const { rows, value, heading, flatSum } = chosenRows(table, { ...view, nodeCount });
  const least = Math.abs(Math.trunc(flatSum * LEAST_CALL));
  const callers = new Map<string, Call[]>();
  const callees = new Map<string, Call[]>();
  for (const call of callsOf(new Set(rows.map(({ name }) => name)))) {
    if (Math.abs(call.value) < least) continue;
    addTo(callers, call.callee, call);
    addTo(callees, call.caller, call);
  }
  const other = (call: Call, name: string, cum: number) =>
    `${value(call.value).padStart(50)} ${profilePercent(call.value, cum)} |   ${logName(name, NAME_WIDTH)}`;
  const lines = [...heading, LINE, LEGEND];
  let sum = 0;
  for (const { name, flat, cum } of rows) {
    sum += flat;
    const share = (amount: number) => profilePercent(amount, table.total);
    lines.push(
      LINE,
      ...largest(callers.get(name)).map((call) => other(call, call.caller, cum)),
      `${value(flat).padStart(10)} ${share(flat)} ${share(sum)} ${value(cum).padStart(10)} ${share(cum)}                | ${logName(name, NAME_WIDTH)}`,
      ...largest(callees.get(name)).map((call) => other(call, call.callee, cum)),
    );
  }
  if (rows.length > 0) lines.push(LINE);
  return `${lines.join('\n')}\n`;
}

function addTo(calls: Map<string, Call[]>, name: string, call: Call): void {
  const known = calls.get(name);
  if (known === undefined) calls.set(name, [call]);
  else known.push(call);
}

/** Largest first, then by caller and callee. */
const largest = (calls: readonly Call[] = []): Call[] =>
  calls.toSorted(
    (a, b) =>
      Math.abs(b.value) - Math.abs(a.value) ||
      byName(a.caller, b.caller) ||
      byName(a.callee, b.callee),
  );

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
