/**
 * What each function of a callgrind file costs itself and what it calls, for who compares two programs by it: levels
 * of recursion added up, own lines apart from code that was inlined.
 */
import type { InputFile } from '../../../model/run.ts';
import { readCallgrind } from './read.ts';

export interface SelfCosts {
  /** The whole program's, by the event's name. */
  readonly events: Readonly<Record<string, number>>;
  readonly functions: readonly SelfCost[];
}

export interface SelfCost {
  readonly name: string;
  /** '' where nobody says. */
  readonly file: string;
  /** Instructions by line of that file; 0 is inlined code, and what has no line. */
  readonly lines: ReadonlyMap<number, number>;
  /** Its calls by the called function's name; instructions are with all that is called there. */
  readonly calls: ReadonlyMap<string, { readonly times: number; readonly instructions: number }>;
}

/** Throws InputError where the file is not as callgrind writes it, or has no count of instructions. */
export function callgrindSelf({ bytes, file }: InputFile): SelfCosts {
  const profile = readCallgrind(bytes, file);
  const at = profile.events.findIndex(({ name }) => name === 'Ir');
  const events = Object.fromEntries(
    profile.events.map(({ name }, i) => [name, profile.totals[i] ?? 0]),
  );
  const lines = profile.functions.map(() => new Map<number, number>());
  for (const { function: index, file: text, line, self } of profile.lines) {
    const own = text === profile.functions[index]?.file ? line : 0;
    const counts = lines[index];
    counts?.set(own, (counts.get(own) ?? 0) + (self[at] ?? 0));
  }
  const nameOf = (f: number): string => (profile.functions[f]?.name ?? '').replace(/'\d+$/, '');
  const calls = profile.functions.map(
    () => new Map<string, { times: number; instructions: number }>(),
  );
  for (const { caller, callee, calls: times, inclusive } of profile.calls) {
    const map = calls[caller];
    const name = nameOf(callee);
    const known = map?.get(name) ?? { times: 0, instructions: 0 };
    known.times += times;
    known.instructions += inclusive[at] ?? 0;
    map?.set(name, known);
  }
  const functions = profile.functions.map(({ file: text }, i) => ({
    name: nameOf(i),
    file: text === '???' ? '' : text,
    lines: lines[i] ?? new Map<number, number>(),
    calls: calls[i] ?? new Map<string, never>(),
  }));
  return { events, functions };
}
