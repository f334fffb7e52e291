/**
 * A job that GitHub cancels: SIGINT, 7.5 s later SIGTERM, 2.5 s later the end. While base and head are
 * measured the rounds stop by themselves and say what they have; at any other time the work is left at
 * once. Both leave seconds to say so on the pull request.
 */
import { constants } from 'node:os';
import { InputError } from '../../model/error.ts';

const heard = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Cancelling {
  /** The work's end, or InputError at the first signal that nothing within it listens to. */
  readonly orCancelled: <T>(work: Promise<T>) => Promise<T>;
  /** 128 and the signal's number once there was one; else null. */
  readonly status: () => number | null;
}

/** Listens from now on for one signal; a second one does what it always did. */
export function heedCancelling(): Cancelling {
  let status: number | null = null;
  let leave: (error: InputError) => void;
  const cancelled = new Promise<never>((_, reject) => {
    leave = reject;
  });
  cancelled.catch(() => {}); // nobody may be waiting yet
  const stop = (name: NodeJS.Signals) => {
    status = 128 + constants.signals[name];
    for (const word of heard) process.removeListener(word, stop);
    if (process.listenerCount(name) === 0) leave(new InputError(`stopped by ${name}`));
  };
  for (const name of heard) process.on(name, stop);
  return {
    orCancelled: (work) => Promise.race([work, cancelled]),
    status: () => status,
  };
}
