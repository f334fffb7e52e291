/**
 * Whether this run measures what the default branch is now: only such a run is recorded. A push does; a scheduled
 * run and one that was started by hand do where the checkout proves it.
 */
import { createClient } from '../../github/client.ts';
import { type Context, isOfBranch } from '../../github/context.ts';
import { defaultBranchOf } from '../../github/repository.ts';
import { InputError } from '../../model/error.ts';
import { doubtOfCheckout } from '../../source/rounds/own.ts';
import type { Settings } from './inputs.ts';
import { say } from './say.ts';

export async function isOnMain(settings: Settings, context: Context): Promise<boolean> {
  const { eventName } = context;
  if (eventName === 'push') return isOfBranch(context, context.defaultBranch);
  if (eventName !== 'schedule' && eventName !== 'workflow_dispatch') return false;
  const doubt = await doubtOf(settings, context);
  if (doubt !== null) say(`this run is not stored as baseline: ${doubt}`);
  return doubt === null;
}

async function doubtOf(settings: Settings, context: Context): Promise<string | null> {
  try {
    const branch = await branchOf(settings, context);
    if (!isOfBranch(context, branch)) return `it is of ${context.ref}, not of ${branch}`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `the default branch is not known: ${error.message}`;
  }
  const files = filesOf(settings, context);
  return doubtOfCheckout(settings.workspace, context.sha, files, process.env);
}

/** The event of a schedule does not name it. */
async function branchOf(settings: Settings, context: Context): Promise<string> {
  if (context.defaultBranch !== null) return context.defaultBranch;
  const { owner, name: repo } = context.repository;
  const client = await createClient({
    ...{ token: settings.token, owner, repo, apiUrl: context.apiUrl },
    patience: settings.patience,
  });
  return defaultBranchOf(client, context);
}

function filesOf(settings: Settings, context: Context): string[] {
  const { benchmarks, profiles } = settings.run(context);
  return [...benchmarks, ...profiles].map(({ file }) => file);
}
