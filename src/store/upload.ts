/**
 * Uploads what was measured as an artifact of the workflow run that is measuring it.
 *
 * The service's protocol is GitHub's own affair, so the official client speaks it; it is loaded
 * only here, because it is most of the bundle. An artifact appears whole or not at all: it exists
 * once the client has finalised it.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { InputError } from '../model/error.ts';
import { historyName } from './history.ts';
import { entriesOf, type StoredRun, sha256 } from './manifest.ts';
import { plainName, printable } from './path.ts';
import { within } from './within.ts';

/** Where an upload goes. The client reads the service's address and token from the environment. */
export interface UploadPlace {
  /** See `artifactName`. */
  readonly name: string;
  /** `https://github.com`, from GITHUB_SERVER_URL. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly runId: number;
  readonly attempt: number;
  /** For the files on their way; RUNNER_TEMP. */
  readonly temp?: string | undefined;
  /** Milliseconds that the whole upload may take; 120,000 unless set. */
  readonly longest?: number | undefined;
  /** 1 to 400; GitHub shortens it to what the repository allows. Unset: the repository's own. */
  readonly retentionDays?: number | undefined;
}

const prefix = 'flamegate-';

/**
 * The artifact's name: `flamegate-<key>-a<attempt>`. Names are unique within a workflow run, so
 * the key must differ between jobs, legs of a matrix and uses within a job; the attempt lets a
 * re-run upload again beside what the first attempt left.
 */
export function artifactName(key: string, attempt: number): string {
  return `${prefix}${plainKey(key)}-a${attempt}`;
}

/**
 * Whether an artifact is one of `key`, whatever the attempt; without a key, any of flamegate's.
 * Such a name is a plain one: it can name a directory.
 */
export function isArtifactOf(name: string, key?: string): boolean {
  const match = /^flamegate-([A-Za-z0-9_.+=@,-]{1,80})-a[0-9]{1,9}$/.exec(name);
  return match !== null && (key === undefined || match[1] === plainKey(key));
}

/** Which attempt uploaded an artifact of `key`; null for any other. */
export function attemptOf(name: string, key: string): number | null {
  return isArtifactOf(name, key) ? Number(/[0-9]+$/.exec(name)?.[0]) : null;
}

/** Keys that are not plain get a hash, so that two of them do not become one. */
function plainKey(key: string): string {
  const plain = plainName(key).slice(-60);
  return plain === key ? plain : `${plain}-${sha256(Buffer.from(key)).slice(0, 8)}`;
}

/** Uploads a run as a baseline artifact, with what it carries of those before; see `uploadEntries`. */
export function uploadRun(
  run: StoredRun,
  place: UploadPlace,
  history: Uint8Array | null = null,
): Promise<string> {
  const entries = entriesOf(run);
  if (history !== null) entries.set(historyName, history);
  return uploadEntries(entries, place);
}

/**
 * Uploads files, by their plain relative paths, and returns the artifact's URL. Throws InputError
 * that says what to do: not in an action's step, GitHub Enterprise Server, a name already taken,
 * no storage left, no answer in time.
 */
export function uploadEntries(
  entries: ReadonlyMap<string, Uint8Array>,
  place: UploadPlace,
): Promise<string> {
  return upload(entries, place, false);
}

/**
 * Uploads one HTML file as it is, so that a browser opens it from the run's page; as `uploadEntries`. Its artifact is
 * called like the place, with `.html`.
 */
export function uploadPage(html: string, place: UploadPlace): Promise<string> {
  return upload(new Map([[`${place.name}.html`, Buffer.from(html)]]), place, true);
}

/** `isPlain`: the one file is the artifact, and not an archive of it. */
async function upload(
  entries: ReadonlyMap<string, Uint8Array>,
  place: UploadPlace,
  isPlain: boolean,
): Promise<string> {
  refuseWhereImpossible(place.serverUrl);
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const root = await mkdtemp(join(place.temp ?? tmpdir(), 'flamegate-upload-'));
  let isDone = false;
  try {
    const files: string[] = [];
    for (const [path, bytes] of entries) {
      const file = join(root, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes, { flag: 'wx' });
      files.push(file);
    }
    const options = {
      ...(place.retentionDays === undefined ? {} : { retentionDays: place.retentionDays }),
      ...(isPlain ? { skipArchive: true } : {}),
    };
    const limit = longestUpload(process.env.ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS, place.longest);
    const uploaded = new DefaultArtifactClient().uploadArtifact(place.name, files, root, options);
    const ending = await within(limit, uploaded);
    if (ending.kind !== 'settled') throw unanswered(place.name, ending.kind, limit);
    const { id } = ending.value;
    // An answer of another shape is read as one without an id.
    if (id === undefined || !(id > 0)) {
      throw new InputError(
        `the artifact ${place.name} could not be uploaded, the artifact service did not say which one it is: run the job again`,
      );
    }
    isDone = true;
    return `${place.serverUrl}/${place.repository}/actions/runs/${place.runId}/artifacts/${id}`;
  } catch (error) {
    throw explained(error, place.name);
  } finally {
    // A client that was given up, or gave up itself, may still read, and would throw out of reach at a file that is gone.
    if (isDone) await rm(root, { recursive: true, force: true });
  }
}

/**
 * Milliseconds for a whole upload. `chosen` is the client's own variable: how long it bears an
 * upload without progress. What is no number there is the client's to complain of.
 */
function longestUpload(chosen: string | undefined, usual = 120_000): number {
  const milliseconds = Number.parseInt(chosen ?? '', 10);
  return milliseconds > 0 ? Math.min(milliseconds, 2 ** 31 - 1) : usual;
}

function unanswered(name: string, kind: 'late' | 'lost', limit: number): InputError {
  return new InputError(
    kind === 'lost'
      ? `the artifact ${name} could not be uploaded, the artifact service broke off in the middle of an answer: run the job again`
      : `the artifact ${name} could not be uploaded within ${limit / 1000} s: run the job again; where the connection is slow, give it more with \`github-time\``,
  );
}

/** Throws InputError where no artifact can be uploaded at all. */
export function refuseWhereImpossible(serverUrl: string): void {
  if (isEnterpriseServer(serverUrl)) {
    throw new InputError(
      `${serverUrl} is a GitHub Enterprise Server, which the artifact service of Actions does not support: keep the baseline in a directory instead, and carry it between runs with a step of your own`,
    );
  }
  for (const name of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']) {
    if (!process.env[name]) {
      throw new InputError(
        `${name} is not set: an artifact can be uploaded only by the action itself, not from a \`run:\` step`,
      );
    }
  }
}

/** The artifact client's own test; ghe.com (data residency) has the service, a GHES has not. */
export function isEnterpriseServer(serverUrl: string): boolean {
  const host = new URL(serverUrl).hostname.toLowerCase();
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}

/** The client reports most failures as text only. */
function explained(error: unknown, name: string): InputError {
  if (error instanceof InputError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/\(409\)/.test(message)) {
    return new InputError(
      `this workflow run already has an artifact ${name}: give each job, each leg of a matrix and each use of the action its own \`name\``,
    );
  }
  if (/insufficient usage|storage quota/i.test(message)) {
    return new InputError(
      `the artifact ${name} was refused, the account's storage for artifacts is used up: delete old artifacts or shorten their retention`,
    );
  }
  return new InputError(`the artifact ${name} could not be uploaded: ${printable(message)}`);
}
