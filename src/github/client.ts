/**
 * The connection to GitHub's REST API: one repository, one token, retries, one API version.
 *
 * Loaded lazily by whoever talks to GitHub: the command line mostly does not. What is asked is in
 * the other files of this folder; what a failure means to the user is in failure.ts.
 */
import { InputError } from '../model/error.ts';
import type { Patience } from './patience.ts';

type Octokit = InstanceType<typeof import('@actions/github/lib/utils').GitHub>;

export interface GitHubClient {
  readonly owner: string;
  readonly repo: string;
  readonly octokit: Octokit;
  /** Goes through the runner's proxy as the API calls do, and never carries the token. */
  readonly fetch: typeof globalThis.fetch;
  /** Bounds a call beside the API's, like the store's. */
  readonly patience: Patience | null;
  /** The first wait before a failed call is made again; further waits are 4 and 9 times it. */
  readonly retryMilliseconds: number;
}

export interface ClientOptions {
  readonly token: string;
  readonly owner: string;
  readonly repo: string;
  /** `https://api.github.com`, from GITHUB_API_URL. */
  readonly apiUrl?: string | undefined;
  readonly retryMilliseconds?: number | undefined;
  /** How often a failed call is made again; 3 unless said otherwise. */
  readonly retries?: number | undefined;
  /** A call without its whole answer after this time has failed, 30 s unless said otherwise; each try has it anew. */
  readonly callMilliseconds?: number | undefined;
  /** Ends the calls that are on their way, and lets none begin. */
  readonly signal?: AbortSignal | undefined;
  /** Bounds what all calls of a job take; shared by its clients. */
  readonly patience?: Patience | undefined;
}

const longestCall = 30_000;

/** Longer than this the job does not wait for a rate limit to pass. */
const longestWaitSeconds = 60;

/**
 * Makes a client. Answers of 429 and 5xx, and lost connections, are tried again three times;
 * `retry-after` is honoured up to a minute. Throws InputError without a token.
 */
export async function createClient(options: ClientOptions): Promise<GitHubClient> {
  if (options.token === '') {
    throw new InputError(
      "there is no token for GitHub's API: leave the action's `token` input at its default, or set GITHUB_TOKEN on the command line",
    );
  }
  const { GitHub, defaults, getOctokitOptions } = await import('@actions/github/lib/utils');
  const { retry } = await import('@octokit/plugin-retry');
  const retryMilliseconds = options.retryMilliseconds ?? 1000;
  const Retrying = GitHub.plugin(honourRetryAfter, retry);
  const fetch: typeof globalThis.fetch = defaults.request?.fetch ?? globalThis.fetch;
  const octokit = new Retrying(
    getOctokitOptions(options.token, {
      userAgent: 'flamegate',
      ...(options.apiUrl === undefined ? {} : { baseUrl: options.apiUrl }),
      request: { ...defaults.request, fetch: bounded(fetch, options) },
      retry: { retryAfterBaseValue: retryMilliseconds, retries: options.retries ?? 3 },
      // The default logger writes what the server says to the console, which the runner parses.
      log: { debug: silent, info: silent, warn: silent, error: silent },
    }),
  );
  octokit.hook.before('request', (request) => {
    request.headers['x-github-api-version'] = '2022-11-28';
  });
  const { owner, repo, patience = null } = options;
  if (patience !== null) {
    // Registered last it is the outermost: a call is one with all its tries.
    octokit.hook.wrap('request', (request, given) =>
      patience.call(`${given.method} ${given.url}`, async () => request(given)),
    );
  }
  return { owner, repo, octokit, fetch, patience, retryMilliseconds };
}

function silent(): void {}

/** Not `AbortSignal.any`: Node 20 forgets signals that it made of others (nodejs/node#54614). */
function bounded(
  fetch: typeof globalThis.fetch,
  { callMilliseconds = longestCall, signal, patience }: ClientOptions,
): typeof globalThis.fetch {
  return (input, init) => {
    const call = new AbortController();
    for (const ends of [signal, patience?.signal, init?.signal]) {
      const stop = () => call.abort(ends?.reason);
      if (ends?.aborted) stop();
      ends?.addEventListener('abort', stop, { once: true });
    }
    const late = new Error(`no answer in ${callMilliseconds / 1000} seconds`);
    setTimeout(() => call.abort(late), callMilliseconds).unref();
    return fetch(input, { ...init, signal: call.signal });
  };
}

/**
 * Waits as long as the answer asks before the retry plugin, which does not read the header, tries
 * again. A secondary rate limit comes as 403, which the plugin takes for a refusal.
 */
function honourRetryAfter(octokit: { hook: Octokit['hook'] }): void {
  octokit.hook.error('request', async (error) => {
    const headers = 'response' in error ? error.response?.headers : undefined;
    const seconds = Number(headers?.['retry-after'] ?? Number.NaN);
    if (seconds >= 0 && seconds <= longestWaitSeconds && 'status' in error) {
      if (error.status === 403) error.status = 429;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
    throw error;
  });
}
