/** Where this job's baseline is: a directory of the workflow's own, or GitHub's artifacts. */
import { resolve } from 'node:path';
import { type Ancestry, ancestry } from '../../github/ancestors.ts';
import { createClient, type GitHubClient } from '../../github/client.ts';
import type { Context } from '../../github/context.ts';
import { defaultBranchOf } from '../../github/repository.ts';
import { githubSource } from '../../github/source.ts';
import { InputError } from '../../model/error.ts';
import { artifactStore } from '../../store/artifact.ts';
import { type Attempts, earlierAttempts } from '../../store/attempts.ts';
import { directoryStore } from '../../store/directory.ts';
import type { BaselineStore } from '../../store/store.ts';
import { artifactName, type UploadPlace, uploadRun } from '../../store/upload.ts';
import type { Settings } from './inputs.ts';

export interface JobBaseline extends BaselineStore {
  /** How many commits the base is ahead of one that was stored; null where that is not known. */
  readonly behind?: (commit: string) => number | null;
}

/** Nothing is asked of GitHub before the store is read. Throws InputError where there can be none. */
export function baselineFor(settings: Settings, context: Context): JobBaseline {
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
  let known: Ancestry | null = null;
  const reached = once(async () => {
    const client = await clientFor(settings, context);
    known = await ancestry(client, context);
    const trust = {
      repositoryId: context.repository.id,
      defaultBranch: await defaultBranchOf(client, context),
      workflowPath,
      isAncestor: known.has,
    };
    return artifactStore({ source: githubSource(client), trust, key: settings.name, upload });
  });
  return {
    ...(defaultBranch === null ? {} : { name: defaultBranch }),
    behind: (commit) => known?.behind(commit) ?? null,
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
