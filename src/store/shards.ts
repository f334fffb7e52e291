/**
 * What the jobs of one workflow run measured for one gate: each shard is an artifact of that run, a stored run like
 * those of main (manifest.ts), and one job reads them all. Which of them were expected is the caller's to say.
 *
 * The name of the artifact has eight digits of chance in it, so that two jobs of one name both upload, and are found
 * out here: a service that refuses the second leaves nobody who knows of it.
 */
import { randomBytes } from 'node:crypto';
import { InputError } from '../model/error.ts';
import type { Artifact } from '../model/workflow.ts';
import type { AttemptSource } from './attempts.ts';
import { downloadEntries } from './download.ts';
import { defaultLimits, type Limits, type StoredRun, unpackRun } from './manifest.ts';
import { distrustOfArtifact } from './trust/trust.ts';

/** `linux`, a group of one, or `linux/3`, a shard of the group `linux`. */
const shardName = /^([A-Za-z0-9][A-Za-z0-9._-]{0,49})(?:\/([A-Za-z0-9][A-Za-z0-9._-]{0,49}))?$/;

export const isShardName = (name: string): boolean => shardName.test(name);

/** The group that a shard is of. */
export const groupOf = (name: string): string => shardName.exec(name)?.[1] ?? name;

/** What a shard's artifact is called; no other artifact is called so. */
export const shardArtifact = (name: string, attempt: number): string =>
  `flamegate-shard+${name.replace('/', '+')}+${randomBytes(4).toString('hex')}-a${attempt}`;

/** Shard and attempt; null for any other artifact. */
function shardIn(artifact: string): { readonly name: string; readonly attempt: number } | null {
  const match = /^flamegate-shard\+([^+]+(?:\+[^+]+)?)\+[0-9a-f]{8}-a([0-9]{1,9})$/.exec(artifact);
  const [, plain = '', attempt] = match ?? [];
  const name = plain.replace('+', '/');
  return isShardName(name) ? { name, attempt: Number(attempt) } : null;
}

/** The run in progress, as GitHub's records and the shards' manifests must name it. */
export interface ShardedRun {
  readonly id: number;
  readonly attempt: number;
  /** What was checked out: of a pull request the merge commit. */
  readonly commit: string;
  /** GitHub's own: of a pull request its newest commit. */
  readonly headSha: string;
  readonly repositoryId: number;
  /** Null where it is a fork's. */
  readonly headRepositoryId: number | null;
}

export interface Shard {
  readonly name: string;
  readonly run: StoredRun;
  /** What earlier attempts of it measured, newest first: a leg that was run again counts beside itself. */
  readonly earlier: readonly StoredRun[];
}

export interface Shards {
  /** By name. */
  readonly shards: readonly Shard[];
  /** Those that are there and cannot be used, and why. */
  readonly lost: ReadonlyMap<string, string>;
  readonly warnings: readonly string[];
}

/** Downloaded at once. */
const window = 8;
/** Attempts before the newest that are read; more are somebody pressing a button. */
const mostEarlier = 4;

/**
 * All shards of the run, each as its newest attempt measured it. Throws InputError where GitHub does not list them,
 * and where two of one attempt have one name.
 */
export async function shardsOf(
  source: AttemptSource,
  run: ShardedRun,
  limits: Limits = defaultLimits,
): Promise<Shards> {
  const found = byName(await source.artifacts(run.id), run);
  refuseTooLarge([...found.values()].flat(), limits);
  const shards: Shard[] = [];
  const lost = new Map<string, string>();
  const warnings: string[] = [];
  const left = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  const reader = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [name, [newest, ...before]] = next;
      if (newest === undefined) continue;
      try {
        const own = await read(source, newest, run, limits);
        const earlier: StoredRun[] = [];
        for (const artifact of before.slice(0, mostEarlier)) {
          const one = await read(source, artifact, run, limits).catch((error: unknown) => {
            warnings.push(`an earlier attempt of ${name} is left out: ${why(error)}`);
          });
          if (one !== undefined) earlier.push(one);
        }
        shards.push({ name, run: own, earlier });
      } catch (error) {
        lost.set(name, why(error));
      }
    }
  };
  await Promise.all(Array.from({ length: window }, reader));
  return { shards: shards.sort((a, b) => (a.name < b.name ? -1 : 1)), lost, warnings };
}

function why(error: unknown): string {
  if (!(error instanceof InputError)) throw error;
  return error.message;
}

/** The artifacts of each shard, newest attempt first. */
function byName(artifacts: readonly Artifact[], run: ShardedRun): Map<string, Artifact[]> {
  const found = new Map<string, Map<number, Artifact>>();
  for (const artifact of artifacts) {
    const shard = shardIn(artifact.name);
    if (shard === null || shard.attempt > run.attempt) continue;
    const attempts = found.get(shard.name) ?? new Map<number, Artifact>();
    if (attempts.has(shard.attempt)) {
      throw new InputError(
        `two jobs of this run collect as ${shard.name}: give each leg its own \`name\`, like linux/1 and linux/2, so that none takes the place of another`,
      );
    }
    found.set(shard.name, attempts.set(shard.attempt, artifact));
  }
  return new Map(
    [...found].map(([name, attempts]) => [
      name,
      [...attempts].sort(([a], [b]) => b - a).map(([, artifact]) => artifact),
    ]),
  );
}

/** They are in memory together. */
function refuseTooLarge(artifacts: readonly Artifact[], limits: Limits): void {
  const bytes = artifacts.reduce((sum, { sizeInBytes }) => sum + sizeInBytes, 0);
  if (!(bytes <= limits.archiveBytes)) {
    throw new InputError(
      `the shards of this run have ${bytes} bytes together, the limit is ${limits.archiveBytes}: collect fewer profiles, or gate in several jobs`,
    );
  }
}

async function read(
  source: AttemptSource,
  artifact: Artifact,
  run: ShardedRun,
  limits: Limits,
): Promise<StoredRun> {
  const headRepositoryId = run.headRepositoryId ?? artifact.run?.headRepositoryId ?? null;
  const distrust = distrustOfArtifact(artifact, { ...run, headRepositoryId }, limits);
  if (distrust !== undefined) throw new InputError(`its artifact ${distrust}`);
  const stored = unpackRun(await downloadEntries(source, artifact, limits), limits);
  const { commit, runId } = stored.manifest;
  if (commit !== run.commit) {
    throw new InputError(`it measured the commit ${commit}, not ${run.commit}`);
  }
  if (runId !== run.id) throw new InputError(`it is of the workflow run ${runId}, not ${run.id}`);
  return stored;
}
