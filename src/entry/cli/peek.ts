/** `flamegate diff --peek FUNCTION`: callers and callees on both sides, of the functions that match. */
import { InputError } from '../../model/error.ts';
import type { Evidence } from '../../model/evidence.ts';
import { type Peek, peek } from '../../profile/peek.ts';
import type { PeekedFunction, PeekedSide } from '../../report/peektext.ts';

/**
 * The report. `expression` is RE2, as for `go tool pprof -peek`; names are matched anywhere. Throws
 * InputError for an expression that is none, and where no function matches on either side.
 */
export async function peekReport(evidence: Evidence, expression: string): Promise<string> {
  const matches = await expressionTest(expression);
  const { peekText } = await import('../../report/peektext.ts');
  const parts: string[] = [];
  for (const kind of evidence.profiles) {
    const [base, head] = [await kind.base(), await kind.head()];
    if (base === null || head === null) continue;
    const functions = peeked(peek(base, matches), peek(head, matches));
    if (functions.length > 0) parts.push(peekText(functions, kind.sampleType));
  }
  if (parts.length > 0) return parts.join('\n');
  throw new InputError(
    `--peek ${JSON.stringify(expression)} matches no function of these profiles`,
  );
}

async function expressionTest(expression: string): Promise<(name: string) => boolean> {
  const { RE2JS, RE2JSException } = await import('re2js');
  try {
    const compiled = RE2JS.compile(expression);
    return (name) => compiled.test(name);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw new InputError(`--peek ${JSON.stringify(expression)}: ${error.message} (as in Go, RE2)`);
  }
}

/** Functions by their change of cum, the largest first. */
export function peeked(base: Peek, head: Peek): PeekedFunction[] {
  const rows = new Map([...base.functions, ...head.functions].map((row) => [row.name, row]));
  const [baseOf, headOf] = [sideOf(base), sideOf(head)];
  const functions = [...rows.values()].map((row) => ({
    function: row,
    base: baseOf(row.name),
    head: headOf(row.name),
  }));
  const change = ({ base: old, head: now }: PeekedFunction) =>
    Math.abs(now.cum / (now.total || 1) - old.cum / (old.total || 1));
  return functions.toSorted((a, b) => change(b) - change(a));
}

/** One side of any function, by its name: an expression may match thousands of them. */
function sideOf({ total, functions, calls }: Peek): (name: string) => PeekedSide {
  const rows = new Map(functions.map((row) => [row.name, row]));
  const callers = new Map<string, Map<string, number>>();
  const callees = new Map<string, Map<string, number>>();
  const add = (to: typeof callers, name: string, other: string, value: number) => {
    const calls = to.get(name);
    if (calls === undefined) to.set(name, new Map([[other, value]]));
    else calls.set(other, value);
  };
  for (const { caller, callee, value } of calls) {
    add(callers, callee, caller, value);
    add(callees, caller, callee, value);
  }
  return (name) => {
    const { flat = 0, cum = 0 } = rows.get(name) ?? {};
    return {
      total,
      flat,
      cum,
      callers: callers.get(name) ?? new Map(),
      callees: callees.get(name) ?? new Map(),
    };
  };
}
