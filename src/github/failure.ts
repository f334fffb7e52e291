/**
 * What a refused call means to the user: which call, GitHub's own words, and what to change.
 */
import { UnreachableError } from '../model/error.ts';

/** The status of an HTTP answer that octokit threw, or undefined for any other error. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;
}

/**
 * Makes a call, and turns an HTTP failure into an UnreachableError: `doing` completes "GitHub would not
 * ..." and `permission` is the right that the call needs, for example `actions: read`.
 */
export async function calling<T>(
  doing: string,
  permission: string,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (statusOf(error) === undefined) throw error;
    throw new UnreachableError(describe(error, doing, permission));
  }
}

/** The same as a sentence. Throws what is not an HTTP failure. */
export function describe(error: unknown, doing: string, permission: string): string {
  const status = statusOf(error);
  if (status === undefined || !(error instanceof Error)) throw error;
  const said = error.message.replaceAll(/\s+/g, ' ').slice(0, 300);
  return `GitHub would not ${doing} (${status}: ${said})${isRateLimit(error) ? rateLimit : isLocked(error) ? locked : hint(status, permission)}`;
}

const rateLimit = ': the rate limit is reached, run the job again later';

const locked = ': the conversation is locked, unlock it to get comments';

const isLocked = (error: Error): boolean =>
  statusOf(error) === 403 && /\blocked\b/i.test(error.message);

/** A limit comes as 403 as often as 429: the primary one with a count of 0, a secondary one by its words. */
function isRateLimit(error: Error): boolean {
  const status = statusOf(error);
  if (status === 429) return true;
  if (status !== 403) return false;
  const { headers = {} } =
    'response' in error ? ((error.response ?? {}) as { headers?: Record<string, unknown> }) : {};
  return (
    String(headers['x-ratelimit-remaining']) === '0' ||
    headers['retry-after'] !== undefined ||
    /rate limit|abuse detection/i.test(error.message)
  );
}

/** An answer that is not of the shape that GitHub documents: a proxy's page, or something cut. */
export function misshapen(doing: string): UnreachableError {
  return new UnreachableError(
    `GitHub would not ${doing}: the answer is not what its API promises (a proxy, or an outage?); run the job again`,
  );
}

function hint(status: number, permission: string): string {
  switch (status) {
    case 401:
      return ': the token is not valid, or has expired';
    case 410:
      return ': it has expired';
    case 403:
    case 404:
      return `: the token needs \`permissions: ${permission}\``;
    default:
      return status >= 500 ? ': GitHub or the network failed, run the job again' : '';
  }
}
