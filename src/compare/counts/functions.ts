/**
 * Which functions moved: the instructions of each function itself, an operation, head less base. Costs
 * are absolute, so that they add up to the benchmark's change: no share of anything rises because
 * another fell.
 */
import type {
  CallCost,
  CountedFunction,
  CountedFunctions,
  FunctionCost,
} from '../../model/counts.ts';

/** What one side's runs took an operation, function by function. */
export type Costs = ReadonlyMap<string, OwnCost>;

export interface OwnCost extends FunctionCost {
  readonly own: number;
}

/**
 * Of one run: its longer part less its shorter one (none for a command run whole), over `operations`. Files
 * and functions are named as in the repository, without the side's `tree`.
 */
export function costsOf(
  longer: readonly FunctionCost[],
  shorter: readonly FunctionCost[],
  operations: number,
  tree = '',
): Costs {
  const costs = new Map<string, Growing>();
  const nameOf = (name: string): string =>
    identity(tree === '' ? name : name.replaceAll(`${tree}/`, ''));
  const named = (list: readonly FunctionCost[]): FunctionCost[] =>
    list.map(({ name, file, lines, calls }) => ({
      name: nameOf(name),
      file: tree !== '' && file.startsWith(`${tree}/`) ? file.slice(tree.length + 1) : file,
      lines,
      calls: renamed(calls, nameOf),
    }));
  addTo(costs, named(longer), 1 / operations);
  addTo(costs, named(shorter), -1 / operations);
  return costs;
}

/** Two that become one are added up. */
function renamed(calls: FunctionCost['calls'], nameOf: (name: string) => string) {
  const found = new Map<string, CallCost>();
  for (const [name, cost] of calls) addCall(found, nameOf(name), cost, 1);
  return found;
}

function addCall(
  calls: Map<string, CallCost>,
  name: string,
  { times, instructions }: CallCost,
  factor: number,
): void {
  const known = calls.get(name) ?? { times: 0, instructions: 0 };
  calls.set(name, {
    times: known.times + times * factor,
    instructions: known.instructions + instructions * factor,
  });
}

/** Rust's hash at the end of a name is another one in each build. */
const identity = (name: string): string => name.replace(/::h[0-9a-f]{16}$/, '');

/** The mean of several runs. */
export function meanCosts(runs: readonly Costs[]): Costs {
  const costs = new Map<string, Growing>();
  for (const run of runs) addTo(costs, [...run.values()], 1 / runs.length);
  return costs;
}

interface Growing extends OwnCost {
  own: number;
  readonly lines: Map<number, number>;
  readonly calls: Map<string, CallCost>;
}

function addTo(costs: Map<string, Growing>, list: readonly FunctionCost[], factor: number): void {
  for (const { name, file, lines, calls } of list) {
    let cost = costs.get(name);
    if (cost === undefined) {
      cost = { name, file, own: 0, lines: new Map(), calls: new Map() };
      costs.set(name, cost);
    }
    for (const [line, count] of lines) {
      cost.own += count * factor;
      cost.lines.set(line, (cost.lines.get(line) ?? 0) + count * factor);
    }
    for (const [called, count] of calls) addCall(cost.calls, called, count, factor);
  }
}

/** So many are named in reports; the rest is below the smallest of them. */
const mostMoved = 20;

/** A change below this part of the largest is one of the rest. */
const leastPart = 0.005;

export function movedFunctions(base: Costs, head: Costs): CountedFunctions {
  const names = new Set([...base.keys(), ...head.keys()]);
  const all = [...names].map((name): CountedFunction => {
    const [before, after] = [base.get(name), head.get(name)];
    return {
      name,
      file: after?.file || before?.file || '',
      line: lineOf(before, after),
      base: before?.own ?? 0,
      head: after?.own ?? 0,
    };
  });
  const size = (countedFunction: CountedFunction): number =>
    Math.abs(countedFunction.head - countedFunction.base);
  const order = all.toSorted((a, b) => size(b) - size(a) || (a.name < b.name ? -1 : 1));
  const largest = order[0] === undefined ? 0 : size(order[0]);
  const isOne = (countedFunction: CountedFunction): boolean =>
    size(countedFunction) > Math.max(0.5, leastPart * largest);
  const moved = order.slice(0, mostMoved).filter(isOne);
  const next = order[moved.length];
  return { moved, rest: next === undefined ? 0 : size(next), all: all.length };
}

/** The line with the largest change, else the one with most instructions. */
function lineOf(base: OwnCost | undefined, head: OwnCost | undefined): number {
  // Where a line went to another number nothing of the base's numbers can be compared.
  const lines = head?.lines ?? base?.lines ?? new Map<number, number>();
  let [best, most] = [0, 0];
  for (const [line, count] of lines) {
    if (line > 0 && count > most) [best, most] = [line, count];
  }
  return best;
}
