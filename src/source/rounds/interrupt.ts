/**
 * Ctrl-C and a cancelled job: the signal that stops a measurement, so that what was started is
 * ended and taken away before the process goes.
 */
import { constants } from 'node:os';
import { InputError } from '../../model/error.ts';

export interface Interruption {
  readonly signal: AbortSignal;
  /** 128 and the signal's number, as shells have it, once there was one; else null. */
  readonly status: () => number | null;
  /** Signals do again what they did before. */
  readonly release: () => void;
}

const heard = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs `work` with a signal that ends it where the process is asked to stop; `done` gets the status, or null. */
export async function heeding<T>(
  work: (signal: AbortSignal) => Promise<T>,
  done: (status: number | null) => void,
): Promise<T> {
  const interruption = listenForInterruption();
  try {
    return await work(interruption.signal);
  } finally {
    done(interruption.status());
    interruption.release();
  }
}

/** Listens from now on. A second signal changes nothing: cleaning up takes seconds at most. */
export function listenForInterruption(): Interruption {
  const controller = new AbortController();
  let status: number | null = null;
  const stop = (name: NodeJS.Signals) => {
    if (status !== null) return;
    status = 128 + constants.signals[name];
    controller.abort(new InputError(`stopped by ${name}`));
  };
  for (const name of heard) process.on(name, stop);
  return {
    signal: controller.signal,
    status: () => status,
    release: () => {
      for (const name of heard) process.removeListener(name, stop);
    },
  };
}
