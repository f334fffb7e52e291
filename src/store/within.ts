/**
 * Waiting for a promise that may never settle. The artifact client's is one: where an answer breaks
 * off in its middle, the client neither goes on nor fails.
 */

export type Ending<T> =
  | { readonly kind: 'settled'; readonly value: T }
  /** The time is over; the promise may still settle. */
  | { readonly kind: 'late' }
  /** Nothing is left in this process that could settle it. */
  | { readonly kind: 'lost' };

/**
 * Waits `milliseconds` at most; rejects as the promise does.
 *
 * The timer does not hold the event loop open. So either something else does, and the timer goes off
 * in time, or nothing does: then nothing can settle the promise any more, which Node tells at once
 * with `beforeExit`, and a lost connection does not cost the whole time.
 */
export function within<T>(milliseconds: number, promise: Promise<T>): Promise<Ending<T>> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      process.removeListener('beforeExit', lost);
      settle();
    };
    const lost = () => end(() => resolve({ kind: 'lost' }));
    const timer = setTimeout(() => end(() => resolve({ kind: 'late' })), milliseconds);
    timer.unref();
    process.once('beforeExit', lost);
    promise.then(
      (value) => end(() => resolve({ kind: 'settled', value })),
      (error: unknown) => end(() => reject(error)),
    );
  });
}
