/** The time that rounds have, and for how many more it is enough. */

export interface Clock {
  /** Seconds. */
  readonly left: () => number;
  /** One try of a round has ended. */
  readonly lap: () => void;
  /** Whether so many more rounds end in time, by the longest so far and a tenth more. */
  readonly fits: (rounds?: number) => boolean;
  /**
   * Whether a round may be measured again when `done` rounds count: only where the `least` that decide
   * anything still end in time. A disturbed round says something, one that was never measured nothing.
   */
  readonly fitsAgain: (done: number, least: number) => boolean;
}

/** `now` is in milliseconds. */
export function clockOf(maxSeconds: number, now = () => performance.now()): Clock {
  const start = now();
  let mark = start;
  let longest = 0;
  const left = () => maxSeconds - (now() - start) / 1000;
  const fits = (rounds = 1) => left() >= longest * 1.1 * rounds;
  return {
    left,
    lap: () => {
      longest = Math.max(longest, (now() - mark) / 1000);
      mark = now();
    },
    fits,
    fitsAgain: (done, least) => fits(Math.max(1, least - done)),
  };
}
