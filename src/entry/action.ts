/**
 * The action: the runner's inputs and event in; summary, annotations, artifact, comment, outputs
 * and the job's result out. It holds no logic that the command line would need too; the pipeline
 * is flow/gate.ts, what the event asks for is decided here.
 */
import { error as fail, warning } from '@actions/core';
import { gate } from '../flow/gate.ts';
import { record } from '../flow/record.ts';
import { inputsOf } from '../flow/stored.ts';
import { type Context, readContext } from '../github/context.ts';
import { exitStatus } from '../judge/gate.ts';
import { InputError } from '../model/error.ts';
import type { FailOn } from '../model/verdict.ts';
import { annotationText, logLine } from '../report/escape.ts';
import { readOptions } from '../settings/config.ts';
import type { BaselineStore } from '../store/store.ts';
import { isAccepted } from './action/accepted.ts';
import { heedCancelling } from './action/cancelled.ts';
import {
  readMode,
  readSettings,
  readTelling,
  type Settings,
  type Telling,
} from './action/inputs.ts';
import type { Here } from './action/measurer.ts';
import { isOnMain } from './action/onmain.ts';
import { type Publication, publish } from './action/publish.ts';
import { limitsWithin, type PullComment, pullComment } from './action/pullcomment.ts';
import { say } from './action/say.ts';
import { attemptsOf, baselineFor } from './action/store.ts';
import { doing } from './unfinished.ts';

async function main(context: Context, telling: Telling, told: PullComment | null): Promise<number> {
  const mode = readMode();
  const settings = await readSettings(process.env, telling);
  if (mode.kind === 'comment') {
    const { commentForFork } = await import('./action/forkcomment.ts');
    return commentForFork(settings, mode.workflow, context);
  }
  if (mode.kind === 'collect') {
    const { collect } = await import('./action/collect.ts');
    return collect(settings, context);
  }
  if (mode.shards !== null) {
    const { gateShards } = await import('./action/shards.ts');
    return gateShards({ settings, context, told }, mode.shards);
  }
  told?.measuring();
  const onMain = await isOnMain(settings, context);
  const files = settings.run(context);
  const given = files.benchmarks.length + files.profiles.length > 0;
  // On main, files are recorded, and nothing is confirmed that blocks nobody.
  const measuring = given && onMain ? null : await measurer(settings, context, onMain);
  const status = await finished({ settings, context, onMain, told, given, here: measuring });
  // A cancelled job ends with the signal's status, however far it had come.
  const stopped = measuring?.interrupted() ?? null;
  if (stopped !== null && status === 0) fail('stopped');
  return stopped ?? status;
}

interface Work extends Pick<Publication, 'settings' | 'context' | 'onMain' | 'told'> {
  /** There are files to judge. */
  readonly given: boolean;
  readonly here: Here | null;
}

/** Measured, judged and told. */
async function finished({
  settings,
  context,
  onMain,
  told,
  given,
  here: measuring,
}: Work): Promise<number> {
  const run = settings.run(context);
  // Main is measured to know it: its own verdict is shown and never blocks it.
  const failOn = onMain ? [] : settings.config.failOn;
  if (measuring !== null && !given) {
    return publishRounds(measuring, { settings, context, onMain, told }, failOn);
  }
  doing('looking for stored runs');
  const store = baselineFor(settings, context);
  const head = { ...run, others: await otherAttempts(settings, context, onMain) };
  doing('comparing this run with the stored ones');
  const { verdict, base, evidence, problem, unread } = await gate(
    head,
    store,
    settings.config,
    undefined,
    measuring?.confirming ?? null,
  );
  // A red run of main is no baseline: what could not be read now must not freeze it.
  const open = problem ?? (onMain ? null : unread);
  const judged = open === null ? exitStatus(verdict, failOn) : 2;
  const accepted = await isAccepted(verdict, judged, settings, context);
  const status = accepted ? 0 : judged;
  const behind = store.behind?.(verdict.baseline.commits[0] ?? '') ?? null;
  const how = { told, problem: open, fails: status !== 0, accepted, behind };
  await publish({ verdict, base, evidence, head: run, settings, context, onMain, ...how });
  if (onMain) await keep(settings, context, store);
  if (status !== 0) fail(logLine(open ?? verdict.headline));
  return status;
}

/**
 * Events that have no more rights than a pull request's. A workflow for others may have checked out
 * what it does not trust, and run none of it.
 */
const plainEvents = new Set([
  ...['pull_request', 'pull_request_review', 'merge_group', 'push', 'schedule'],
  'workflow_dispatch',
]);

/** Null where nothing is measured here: no command, and no suspects that a preset may run. */
async function measurer(settings: Settings, context: Context, onMain: boolean) {
  const { measuring } = settings;
  if (measuring === null) return null;
  if (measuring.commands === null && !plainEvents.has(context.eventName)) return null;
  const { measurerHere } = await import('./action/measurer.ts');
  return measurerHere(settings, measuring, context, onMain);
}

/** Without files, the rounds on this runner are all there is. */
async function publishRounds(
  measuring: Here,
  item: Pick<Publication, 'settings' | 'context' | 'onMain' | 'told'>,
  failOn: FailOn,
): Promise<number> {
  doing('measuring base and head');
  const { publication, problem } = await measuring.verdict();
  const judged = problem?.status ?? exitStatus(publication.verdict, failOn);
  const accepted = await isAccepted(publication.verdict, judged, item.settings, item.context);
  const status = accepted ? 0 : judged;
  const how = { problem: problem?.message ?? null, fails: status !== 0, accepted, behind: null };
  await publish({ ...publication, ...item, ...how });
  if (status !== 0) fail(logLine(problem?.message ?? publication.verdict.headline));
  return status;
}

/** What earlier attempts of a pull request's job measured. */
async function otherAttempts(settings: Settings, context: Context, onMain: boolean) {
  if (onMain || context.runAttempt < 2) return [];
  const { runs, warnings } = await attemptsOf(settings, context);
  for (const { message } of warnings) warning(annotationText(message));
  return runs.map(inputsOf);
}

/** A baseline that is not stored must not go unnoticed: this fails the job on main. */
async function keep(settings: Settings, context: Context, store: BaselineStore): Promise<void> {
  doing('storing this run as baseline');
  const place = await record(
    {
      ...settings.run(context),
      purpose: 'store',
      branch: context.defaultBranch ?? undefined,
      workflow: context.workflowPath ?? undefined,
      runId: context.runId,
    },
    store,
    readOptions(settings.config),
  ).catch(notStored);
  say(`recorded as baseline: ${place}`);
  if (settings.pgo) {
    doing('uploading the profiles for builds');
    const { uploadPgo } = await import('./action/pgo.ts');
    say(`uploaded for go build -pgo: ${await uploadPgo(settings, context)}`);
  }
}

function notStored(error: unknown): never {
  if (!(error instanceof InputError)) throw error;
  throw new InputError(`not stored as baseline: ${error.message}`);
}

/**
 * All of it, said to whom it may concern. Returns the command line's exit status: 1 the gate, 2 bad
 * input, 3 undecided. Never throws.
 */
export async function action(): Promise<number> {
  let told: PullComment | null = null;
  const cancelling = heedCancelling();
  try {
    doing('reading the event, the inputs and the files');
    const context = await readContext(process.env);
    const telling = readTelling();
    const limits = limitsWithin(telling.times.comment);
    // The comment is the business of the job that judges.
    told = telling.isShard
      ? null
      : pullComment(telling, context, () => cancelling.status() !== null, limits);
    return await cancelling.orCancelled(main(context, telling, told));
  } catch (error) {
    const reason = shown(error);
    doing('writing the comment');
    await told?.unfinished(reason);
    return cancelling.status() ?? 2;
  }
}

/** Why the work could not be done, to the log and as annotations; returns it in a sentence. */
function shown(error: unknown): string {
  if (error instanceof InputError) {
    for (const { message } of [error, ...error.others]) fail(annotationText(message));
    const more = error.others.length === 0 ? '' : ` (+${error.others.length} more, in the log)`;
    return `${error.message}${more}`;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  for (const line of stack.split('\n')) say(line);
  fail('flamegate stopped by a defect of its own; please report the lines above');
  return 'a defect of its own; please report what the log says';
}
