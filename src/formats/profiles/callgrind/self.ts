/**
 * What each function of a callgrind file costs itself, for who compares two programs by it: levels of
 * recursion added up, own lines apart from code that was inlined.
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
}

/** Throws InputError where the file is not as callgrind writes it, or has no count of instructions. */
export function callgrindSelf({ bytes, file }: InputFile): SelfCosts {
  const profile = readCallgrind(bytes, file);
  const at = profile.events.findIndex(({ name }) => name === 'Ir');
  const events = Object.fromEntries(
    profile.events.map(({ name }, i) => [name, profile.totals[i] ?? 0]),
  );
  const lines = profile.functions.map(() => new Map<number, number>());
  for (const { function: index, file: of, line, self } of profile.lines) {
    const own = of === profile.functions[index]?.file ? line : 0;
    const counts = lines[index];
    counts?.set(own, (counts.get(own) ?? 0) + (self[at] ?? 0));
  }
  const functions = profile.functions.map(({ name, file: of }, i) => ({
    name: name.replace(/'\d+$/, ''),
    file: of === '???' ? '' : of,
    lines: lines[i] ?? new Map<number, number>(),
  }));
  return { events, functions };
}
