/** The events a callgrind file counts, and those it derives from them: `event: CEst = Ir + 10 Bm : Cycles`. */

export interface CallgrindEvent {
  readonly name: string;
  /** What it means, or ''. */
  readonly description: string;
}

/** An event that is a sum of others, each times a number. */
interface Derived {
  readonly name: string;
  readonly terms: readonly { readonly times: number; readonly name: string }[];
}

export interface EventLines {
  readonly names: string[];
  readonly descriptions: Map<string, string>;
  readonly derived: Map<string, Derived>;
}

export const newEvents = (): EventLines => ({
  names: [],
  descriptions: new Map(),
  derived: new Map(),
});

/** What follows `event:`. False where that is no event. */
export function readEvent(lines: EventLines, text: string): boolean {
  const colon = text.indexOf(':');
  const definition = (colon < 0 ? text : text.slice(0, colon)).trim();
  const equals = definition.indexOf('=');
  const name = (equals < 0 ? definition : definition.slice(0, equals)).trim();
  if (!/^[A-Za-z]\w*$/.test(name)) return false;
  if (colon >= 0) lines.descriptions.set(name, text.slice(colon + 1).trim());
  if (equals < 0) return true;
  const terms = definition
    .slice(equals + 1)
    .split('+')
    .map((term) => /^(?:(\d{1,9}) *\*? *)?([A-Za-z]\w*)$/.exec(term.trim()));
  if (!terms.every((term) => term !== null)) return false;
  lines.derived.set(name, {
    name,
    terms: terms.map(([, times = '1', item]) => ({ times: Number(times), name: item as string })),
  });
  return true;
}

/** How to make all events of the counted ones, in their order; derived ones come after. */
export interface AllEvents {
  readonly events: readonly CallgrindEvent[];
  /** For each derived event what a unit of each counted one adds to it. */
  readonly weights: readonly (readonly number[])[];
}

/** Those derived from something that was not counted are left out. */
export function allEvents({ names, descriptions, derived }: EventLines): AllEvents {
  const weightsOf = new Map(
    names.map((name, at): [string, number[]] => [name, names.map((_, i) => (i === at ? 1 : 0))]),
  );
  const events = names.map((name) => ({ name, description: descriptions.get(name) ?? '' }));
  const weights: number[][] = [];
  for (const { name, terms } of derived.values()) {
    if (weightsOf.has(name) || !terms.every((term) => weightsOf.has(term.name))) continue;
    const own = names.map((_, i) =>
      terms.reduce((sum, term) => sum + term.times * (weightsOf.get(term.name)?.[i] ?? 0), 0),
    );
    weightsOf.set(name, own);
    weights.push(own);
    events.push({ name, description: descriptions.get(name) ?? '' });
  }
  return { events, weights };
}

/** The costs with those of derived events behind them. */
export const withDerived = (costs: readonly number[], { weights }: AllEvents): number[] => [
  ...costs,
  ...weights.map((own) => own.reduce((sum, weight, i) => sum + weight * (costs[i] as number), 0)),
];
