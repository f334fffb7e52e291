/**
 * How long a job waits for GitHub in all, and when it stops asking: so that an outage costs minutes, whatever
 * is asked how often.
 */
import { InputError, UnreachableError } from '../model/error.ts';

export interface Patience {
  /**
   * Makes a call, with all its tries, in the time that is left. Rejects as the call does; with UnreachableError when
   * the time is over, or without a call when the last three of its kind failed alike.
   */
  readonly call: <T>(kind: string, make: () => Promise<T>) => Promise<T>;
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
}

/** As many calls of a kind fail alike before it is not asked again. */
const likeFailures = 3;

/**
 * `milliseconds` are those in which at least one call is on its way; what the job does in between costs nothing.
 * `purpose` completes "GitHub took more than 75 seconds to ...".
 */
export function patience(milliseconds: number, purpose: string): Patience {
  const over = new AbortController();
  const failures = new Map<string, { readonly how: string; readonly times: number }>();
  let left = milliseconds;
  let since = 0;
  let calls = 0;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = () =>
    new UnreachableError(
      `GitHub took more than ${milliseconds / 1000} seconds to ${purpose}: run the job again, or give it more with \`github-time\``,
    );
  const begin = () => {
    if (calls++ > 0) return;
    since = performance.now();
    timer = setTimeout(() => over.abort(tooLate()), left);
  };
  const end = () => {
    if (--calls > 0) return;
    clearTimeout(timer);
    left = Math.max(0, left - (performance.now() - since));
  };
  const noted = (kind: string, error: unknown): void => {
    const how = failureOf(error);
    const before = failures.get(kind);
    if (how === null) failures.delete(kind);
    else failures.set(kind, { how, times: before?.how === how ? before.times + 1 : 1 });
  };
  return {
    signal: over.signal,
    async call(kind, make) {
      if (over.signal.aborted) throw tooLate();
      const before = failures.get(kind);
      if (before !== undefined && before.times >= likeFailures) {
        throw new UnreachableError(
          `GitHub was not asked, because it failed ${likeFailures} times at the like (${before.how}): run the job again`,
        );
      }
      begin();
      try {
        const made = await orAborted(make(), over.signal);
        failures.delete(kind);
        return made;
      } catch (error) {
        if (!over.signal.aborted) noted(kind, error);
        throw error;
      } finally {
        end();
      }
    },
  };
}

/** What the next call of the kind would most likely meet, too; null for an answer about this one alone. */
function failureOf(error: unknown): string | null {
  if (error instanceof UnreachableError) return error.message;
  if (error instanceof InputError) return null;
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
  if (status === 0) return 'no answer';
  return status === 401 || status === 403 || status === 429 || status >= 500 ? `${status}` : null;
}

/** A call that heeds no signal, or waits for its next try, is left to itself. */
function orAborted<T>(call: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    call.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
