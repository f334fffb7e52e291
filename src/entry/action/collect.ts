/**
 * `mode: collect`: a shard of a gate. What this job measured is uploaded for the one job that judges all shards of
 * this run (shards.ts); there is no verdict and no comment here.
 */
import { setOutput, warning } from '@actions/core';
import type { Context } from '../../github/context.ts';
import { InputError } from '../../model/error.ts';
import { annotationText } from '../../report/escape.ts';
import { readOptions } from '../../settings/config.ts';
import { readRun } from '../../source/files/collect.ts';
import { entriesOf, packRun } from '../../store/manifest.ts';
import { shardArtifact } from '../../store/shards.ts';
import { uploadEntries } from '../../store/upload.ts';
import { doing } from '../unfinished.ts';
import type { Settings } from './inputs.ts';
import { isOnMain } from './onmain.ts';
import { say } from './say.ts';
import { uploadPlace } from './store.ts';

/** Returns the exit status. Throws InputError where a file cannot be read, or nothing can be uploaded. */
export async function collect(settings: Settings, context: Context): Promise<number> {
  if (settings.pgo) {
    throw new InputError('pgo with mode: collect: a shard has not all profiles; leave it out');
  }
  const inputs = settings.run(context);
  const run = await readRun({ ...inputs, purpose: 'gate' }, readOptions(settings.config));
  for (const { message } of run.warnings) warning(annotationText(message));
  // Only who has the checkout can tell that it is the default branch's.
  const branch = (await isOnMain(settings, context)) ? branchOf(context) : undefined;
  const packed = packRun({
    ...inputs,
    environment: run.environment,
    branch,
    workflow: context.workflowPath ?? undefined,
    runId: context.runId,
  });
  doing('uploading what this shard measured');
  const url = await uploadEntries(entriesOf(packed), {
    ...uploadPlace(settings, context, 'shard', settings.times.storing),
    name: shardArtifact(settings.name, context.runAttempt),
  });
  say(`collected as ${settings.name}: ${url}`);
  setOutput('artifact-url', url);
  return 0;
}

export const branchOf = ({ ref }: Pick<Context, 'ref'>): string => ref.replace('refs/heads/', '');
