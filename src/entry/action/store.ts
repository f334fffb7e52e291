/** Where this job's baseline is: a directory of the workflow's own, or GitHub's artifacts. */
import { join, resolve } from 'node:path';
import { type Ancestry, ancestry } from '../../github/ancestors.ts';
import { createClient, type GitHubClient } from '../../github/client.ts';
import type { Context } from '../../github/context.ts';
import { defaultBranchOf } from '../../github/repository.ts';
import { githubSource } from '../../github/source.ts';
import { InputError } from '../../model/error.ts';
import { type ArtifactSource, artifactStore } from '../../store/artifact.ts';
import { type Attempts, earlierAttempts } from '../../store/attempts.ts';
import { directoryStore } from '../../store/directory.ts';
import { remembered } from '../../store/remembered.ts';
import type { BaselineStore } from '../../store/store.ts';
import { artifactName, type UploadPlace, uploadRun } from '../../store/upload.ts';
import type { Settings } from './inputs.ts';

export interface JobBaseline extends BaselineStore {
  /** How many commits the base is ahead of one that was stored; null where that is not known. */
  readonly behind?: (commit: string) => number | null;
}

/** Nothing is asked of GitHub before the store is read. Throws InputError where there can be none. */
export function baselineFor(
  settings: Settings,
  context: Context,
  github: () => Promise<Reached> = () => reach(settings, context),
): JobBaseline {
  if (settings.baseline !== 'artifact') {
    return directoryStore(resolve(settings.workspace, settings.baseline));
  }
  if (context.workflowPath === null) {
    throw new InputError(
      'the workflow that called this one lives in another repository, so flamegate cannot know which of its runs are of the default branch: keep the baseline in a directory (input `baseline`)',
    );
  }
  const { workflowPath, defaultBranch } = context;
  const upload = uploadPlace(settings, context, settings.name, settings.times.storing);
  let behind: Ancestry['behind'] | null = null;
  const reached = once(async () => {
    const at = await github();
    behind = at.behind;
    const { source, isAncestor, branch } = at;
    const trust = {
      ...{ repositoryId: context.repository.id, defaultBranch: branch },
      ...{ workflowPath, isAncestor },
    };
    return artifactStore({ source, trust, key: settings.name, upload });
  });
  return {
    ...(defaultBranch === null ? {} : { name: defaultBranch }),
    behind: (commit) => behind?.(commit) ?? null,
    async *load() {
      yield* (await reached()).load();
    },
    async keep(run, summaries) {
      // A run is stored although those before it cannot be read: it carries none of them.
      const store = await reached().catch(unreachable);
      return store === null ? uploadRun(run, upload) : store.keep(run, summaries);
    },
  };
}

/** What all stored runs of a job are read by. */
interface Reached {
  readonly source: ArtifactSource;
  readonly isAncestor: (sha: string, at: string) => boolean | Promise<boolean>;
  readonly behind: Ancestry['behind'];
  /** The default one. */
  readonly branch: string;
}

async function reach(settings: Settings, context: Context): Promise<Reached> {
  const client = await clientFor(settings, context);
  const known = await ancestry(client, context);
  const branch = await defaultBranchOf(client, context);
  return { source: githubSource(client), isAncestor: known.has, behind: known.behind, branch };
}

/** The baseline of each group of a gate; what they have in common is asked of GitHub once. */
export function baselinesFor(
  settings: Settings,
  context: Context,
  groups: number,
): (group: string) => BaselineStore {
  const github = once(async () => {
    const { source, ...rest } = await reach(settings, context);
    return { ...rest, source: remembered(source) };
  });
  const { storing } = settings.times;
  return (group) => {
    const times = { ...settings.times, storing: storing / groups };
    return baselineFor({ ...settingsOf(settings, group), times }, context, github);
  };
}

/** Those of one group: its artifacts and its directory are its own. */
export function settingsOf(settings: Settings, group: string): Settings {
  const { name, baseline } = settings;
  return {
    ...settings,
    // A gate's own name has no plus.
    name: `${name}+${group}`,
    baseline: baseline === 'artifact' ? baseline : join(baseline, group),
  };
}

function unreachable(error: unknown): null {
  if (error instanceof InputError) return null;
  throw error;
}

/** The first call's answer to all. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** What earlier attempts of this job uploaded. Throws InputError when GitHub refuses to list it. */
export async function attemptsOf(settings: Settings, context: Context): Promise<Attempts> {
  return earlierAttempts(githubSource(await clientFor(settings, context)), {
    runId: context.runId,
    attempt: context.runAttempt,
    name: settings.name,
    commit: context.sha,
  });
}

export function clientFor(settings: Settings, context: Context): Promise<GitHubClient> {
  const { owner, name: repo } = context.repository;
  return createClient({
    ...{ token: settings.token, owner, repo, apiUrl: context.apiUrl },
    patience: settings.patience,
  });
}

/** `longest`: milliseconds that the upload may take. */
export function uploadPlace(
  settings: Settings,
  context: Context,
  key: string,
  longest: number,
): UploadPlace {
  return {
    longest,
    name: artifactName(key, context.runAttempt),
    serverUrl: context.serverUrl,
    repository: `${context.repository.owner}/${context.repository.name}`,
    runId: context.runId,
    attempt: context.runAttempt,
    temp: settings.temp,
    retentionDays: settings.retentionDays,
  };
}
