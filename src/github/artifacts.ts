/**
 * Artifacts over REST: the list of a run's, and the bytes of one.
 *
 * The artifact client's own download is not used: it extracts before it compares the digest, and
 * knows no limit. Here nothing is extracted; the caller compares and unzips.
 */
import { InputError, UnreachableError } from '../model/error.ts';
import type { Artifact } from '../model/workflow.ts';
import type { GitHubClient } from './client.ts';
import { calling, describe, misshapen } from './failure.ts';

/** The artifacts of a workflow run, at most 1000. Throws InputError when GitHub refuses. */
export async function artifacts(client: GitHubClient, runId: number): Promise<Artifact[]> {
  const found: Artifact[] = [];
  for (let page = 1; page <= 10; page++) {
    const doing = `list the artifacts of run ${runId}`;
    const { data } = await calling(doing, 'actions: read', () =>
      client.octokit.rest.actions.listWorkflowRunArtifacts({
        owner: client.owner,
        repo: client.repo,
        run_id: runId,
        per_page: 100,
        page,
      }),
    );
    if (!isList(data)) throw misshapen(doing);
    for (const artifact of data.artifacts) {
      const run = artifact.workflow_run;
      found.push({
        id: artifact.id,
        name: artifact.name,
        expired: artifact.expired,
        digest: artifact.digest ?? null,
        sizeInBytes: artifact.size_in_bytes,
        run: run
          ? {
              id: run.id ?? null,
              repositoryId: run.repository_id ?? null,
              headRepositoryId: run.head_repository_id ?? null,
              headSha: run.head_sha ?? null,
            }
          : null,
      });
    }
    if (data.artifacts.length < 100) break;
  }
  return found;
}

/** A proxy's page is no empty list. */
function isList(data: unknown): boolean {
  const list = (data as { readonly artifacts?: unknown } | null)?.artifacts;
  return (
    Array.isArray(list) &&
    list.every((item) => typeof item?.id === 'number' && typeof item.name === 'string')
  );
}

const attempts = 3;
const longestDownload = 5 * 60 * 1000;
/** A store that sends nothing for so long sends nothing more. */
const longestSilence = 30_000;

/**
 * The zip archive of an artifact. GitHub answers with a redirect that lives a minute to a store
 * that must not see the token. Throws InputError when the artifact has expired, cannot be had
 * after three attempts, or is longer than `maxBytes`; the rest is then not read.
 */
export function downloadArtifact(
  client: GitHubClient,
  id: number,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const download = () => downloaded(client, id, maxBytes, signal);
  return client.patience === null
    ? download()
    : client.patience.call('the store of artifacts', download);
}

async function downloaded(
  client: GitHubClient,
  id: number,
  maxBytes: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const stop = new AbortController();
  const ends = [signal, client.patience?.signal].filter((abortSignal) => abortSignal !== undefined);
  const abort = () => stop.abort();
  for (const end of ends) {
    if (end.aborted) abort();
    end.addEventListener('abort', abort, { once: true });
  }
  const late = setTimeout(abort, longestDownload);
  try {
    for (let attempt = 1; ; attempt++) {
      const location = await redirectOf(client, id, stop.signal);
      const got = await readBlob(client.fetch, location, maxBytes, stop.signal);
      if (got.kind === 'bytes') return got.bytes;
      if (attempt === attempts || !got.again || stop.signal.aborted) {
        throw new UnreachableError(`it could not be downloaded: ${got.reason}`);
      }
      await new Promise((resolve) => setTimeout(resolve, client.retryMilliseconds * attempt ** 2));
    }
  } finally {
    clearTimeout(late);
    for (const end of ends) end.removeEventListener('abort', abort);
  }
}

async function redirectOf(client: GitHubClient, id: number, signal: AbortSignal): Promise<string> {
  const doing = `give artifact ${id}`;
  try {
    const { status, headers } = await client.octokit.rest.actions.downloadArtifact({
      owner: client.owner,
      repo: client.repo,
      artifact_id: id,
      archive_format: 'zip',
      request: { redirect: 'manual', signal },
    });
    // Typed as 302; anything else that is not an error would be a body sent with the token.
    if (Number(status) !== 302 || headers.location === undefined) {
      throw new UnreachableError(`GitHub did not say where artifact ${id} is (${status})`);
    }
    return headers.location;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new UnreachableError(describe(error, doing, 'actions: read'));
  }
}

type Blob =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string; readonly again: boolean };

async function readBlob(
  fetch: typeof globalThis.fetch,
  location: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Blob> {
  const tooLong: Blob = {
    kind: 'failed',
    reason: `it is longer than the limit of ${maxBytes} bytes`,
    again: false,
  };
  const call = new AbortController();
  const stop = () => call.abort();
  signal.addEventListener('abort', stop, { once: true });
  const silence = setTimeout(
    () => call.abort(new Error(`nothing came in ${longestSilence / 1000} seconds`)),
    longestSilence,
  );
  try {
    const response = await fetch(location, { signal: call.signal });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      const again = response.status >= 500 || response.status === 429;
      return { kind: 'failed', reason: `the store answered ${response.status}`, again };
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body) {
      silence.refresh();
      length += chunk.length;
      if (length > maxBytes) return tooLong; // leaving the loop cancels the download
      chunks.push(chunk);
    }
    return { kind: 'bytes', bytes: Buffer.concat(chunks) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', reason: `the connection was lost (${reason})`, again: true };
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', stop);
  }
}
