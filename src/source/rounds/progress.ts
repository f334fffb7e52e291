/** What is said while it measures: a line a round, a line for each benchmark that is decided. */
import { duration } from '../../text/numbers.ts';
import type { RoundOutput } from './bench.ts';

interface Decided {
  readonly name: string;
  readonly verdict: string;
  /** Says the verdict too. */
  readonly text: string;
}

export interface Progress {
  /** Rounds that count, and how many there may be. */
  readonly count: number;
  readonly most: number;
  readonly last: { readonly open: readonly string[]; readonly decided: readonly Decided[] };
  /** Seconds until max-time. */
  readonly left: number;
}

/** Whoever shows rounds as they come, in place of lines, and may have seen enough. */
export interface Live {
  readonly round: (now: Progress) => void;
  /** Asked after each round: judge what there is. */
  readonly enough: () => boolean;
}

export function progress({ base, head, order }: RoundOutput, now: Progress): string {
  const times = { base: `base ${seconds(base)}`, head: `head ${seconds(head)}` };
  const both =
    order === 'base-first' ? `${times.base}, ${times.head}` : `${times.head}, ${times.base}`;
  const { open, decided } = now.last;
  const all = decided.length + open.length;
  const so =
    decided.length === 0
      ? ''
      : open.length === 0
        ? '; all decided, looking for the function that did it'
        : `; ${decided.length} of ${all} decided`;
  return `round ${now.count} of at most ${now.most}: ${both}${so}; ${duration(now.left)} left`;
}

/** What is decided now and was not before. */
export function news(before: readonly Decided[], now: readonly Decided[]): string[] {
  const key = ({ name, verdict }: Decided) => JSON.stringify([name, verdict]);
  const told = new Set(before.map(key));
  return now
    .filter((decided) => !told.has(key(decided)))
    .map(({ name, text }) => `${name}: ${text}`);
}

const seconds = (item: { readonly wallSeconds: number }): string =>
  `${item.wallSeconds.toFixed(2)} s`;
