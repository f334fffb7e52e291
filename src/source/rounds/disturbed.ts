/**
 * Rounds that something else on the machine disturbed: the host that took CPU time away (steal), or other
 * work that the side had to wait for. They are measured again, as long as that promises anything: a
 * machine that is always disturbed is measured as it is, and one sentence says so.
 */
import type { Taken } from '../../model/verdict.ts';
import { percent } from './machine.ts';

/** What was seen while one side ran, as shares of the machine's CPU time; null where nobody knows. */
export interface Seen {
  /** Taken by the host. */
  readonly steal: number | null;
  /** Taken by other work, where there was waiting for a CPU. */
  readonly other: number | null;
}

/** More than this during either side, and the round is repeated. */
const heavySteal = 0.1;
const heavyOther = 0.1;
/** So many in all, or this part of the rounds that count if that is more: the time is for rounds. */
const mostRepeats = 5;
const mostRepeated = 0.25;
/** Tries after which a machine that is disturbed in most of them is taken for one that always is. */
const enoughTries = 8;

export interface Disturbed {
  /** The largest share that the host took during a run that counted; null if unknown. */
  readonly steal: number | null;
  /** Rounds that were thrown away and measured again. */
  readonly repeated: number;
  /** What disturbed most tries, or null. */
  readonly always: Taken | null;
}

export interface Watch {
  /** One try of the round: whether it is to be measured again, and what disturbed it. */
  readonly look: (
    number: number,
    sides: readonly [Seen, Seen],
    mayRepeat: () => boolean,
  ) => { readonly again: boolean; readonly disturbed: string | null };
  readonly so: () => Disturbed;
}

export function watchRounds(log: (line: string) => void): Watch {
  const tries: { readonly steal: number; readonly other: number }[] = [];
  let repeated = 0;
  let steal: number | null = null;
  let isTold = false;

  const look: Watch['look'] = (number, sides, mayRepeat) => {
    const most = (word: keyof Seen) => Math.max(...sides.map((side) => side[word] ?? 0));
    const now = { steal: most('steal'), other: most('other') };
    tries.push(now);
    const disturbed = sentenceOf(now, number);
    if (disturbed !== null) {
      const why = reasonToKeep(number, mayRepeat);
      if (why === null) {
        repeated++;
        log(`${disturbed}: measured again`);
        return { again: true, disturbed };
      }
      // Of a machine that is always disturbed one line is enough.
      if (!isTold) log(`${disturbed}: kept, ${why}`);
      isTold = alwaysIn(tries) !== null;
    }
    if (sides.some((side) => side.steal !== null)) steal = Math.max(steal ?? 0, now.steal);
    return { again: false, disturbed };
  };

  const reasonToKeep = (number: number, mayRepeat: () => boolean): string | null => {
    if (alwaysIn(tries) !== null)
      return 'because most rounds here are disturbed, and another would be, too';
    if (repeated >= Math.max(mostRepeats, Math.floor(mostRepeated * number))) {
      return `because ${repeated} rounds were repeated already`;
    }
    return mayRepeat() ? null : 'because there is no time for another';
  };

  return { look, so: () => ({ steal, repeated, always: alwaysIn(tries) }) };
}

function sentenceOf({ steal, other }: { steal: number; other: number }, number: number) {
  if (steal > heavySteal) {
    return `the host took ${percent(steal)} of the CPU time during a run of round ${number}`;
  }
  if (other > heavyOther) {
    return `other work took ${percent(other)} of the CPU time during a run of round ${number}`;
  }
  return null;
}

function alwaysIn(
  tries: readonly { readonly steal: number; readonly other: number }[],
): Taken | null {
  if (tries.length < enoughTries) return null;
  for (const [by, word, heavy] of [
    ['host', 'steal', heavySteal],
    ['other', 'other', heavyOther],
  ] as const) {
    if (2 * tries.filter((one) => one[word] > heavy).length <= tries.length) continue;
    return { by, share: tries.reduce((sum, one) => sum + one[word], 0) / tries.length };
  }
  return null;
}
