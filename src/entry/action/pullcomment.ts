/**
 * The comment on the pull request over the time of one job: that its commit is being measured, then the
 * verdict, or why there is none. Bounded in time, because nothing here may hold a job or take the place of
 * its answer.
 */
import { randomBytes } from 'node:crypto';
import { debug, notice } from '@actions/core';
import { createClient } from '../../github/client.ts';
import {
  type CommentOutcome,
  type Compose,
  longestBody,
  mostPages,
  writeComment,
} from '../../github/comment.ts';
import type { Context } from '../../github/context.ts';
import { InputError } from '../../model/error.ts';
import type { Verdict } from '../../model/verdict.ts';
import { annotationText } from '../../report/escape.ts';
import { isQuiet } from '../../report/markdown/comment.ts';
import { measuringComment, unfinishedComment } from '../../report/markdown/interim.ts';
import type { About } from '../../report/markdown/links.ts';
import { within } from '../../store/within.ts';
import type { CommentChoice, Telling } from './inputs.ts';
import { say } from './say.ts';

export interface PullComment {
  /** Says in a comment that exists that this commit is being measured. Returns at once, and never fails. */
  readonly measuring: () => void;
  /** The comment's address. A comment that exists is always updated; none is created but where it is wanted. */
  readonly verdict: (body: string, isWanted: boolean) => Promise<string | undefined>;
  /** Why the job ended without an answer; nothing where the verdict is told. Never fails. */
  readonly unfinished: (reason: string) => Promise<void>;
}

export interface Limits {
  /** For each request, tried anew or not. */
  readonly call: number;
  /** For all that one text needs: to find the comment and to write it. */
  readonly all: number;
  /** The same for what is only said in between. */
  readonly interim: number;
}

/** Two jobs of one run gave the same `name`: the verdict of neither may stand alone on the pull request. */
export class NameClash extends InputError {}

/** This job, as its comment names it. */
const thisJob = randomBytes(4).toString('hex');

/** `all`: milliseconds. */
export const limitsWithin = (all: number): Limits => ({ call: 30_000, interim: 10_000, all });

/**
 * Null where there is no pull request, or no comment is wanted at all. A cancelled job changes the comment
 * that exists, and creates none: mostly a newer push has cancelled it, and has its own to say. `job` tells the jobs of
 * one run apart; undefined where another run's verdict is told.
 */
export function pullComment(
  { comment, name, token }: Pick<Telling, 'comment' | 'name' | 'token'>,
  context: Context,
  isCancelled: () => boolean,
  limits: Limits,
  job: string | undefined = thisJob,
): PullComment | null {
  const { pullRequest, repository } = context;
  if (pullRequest === null || comment === 'never') return null;
  const target = {
    pullRequest: pullRequest.number,
    key: `${context.workflowPath ?? ''}/${name}`,
    runId: context.runId,
    runAttempt: context.runAttempt,
    job,
  };
  const clash = `two jobs of this run have a gate called ${name}, and one comment cannot be of both: give each job, each leg of a matrix and each use of the action its own \`name\`, or judge all legs in one job (docs/matrix.md)`;
  const links = { ...runLinks(context, name), maxChars: longestBody };

  const write = async (compose: Compose, isInterim = false): Promise<CommentOutcome> => {
    const outcome = await writeOnce(compose, isInterim, false);
    if (outcome.kind !== 'clash' || isInterim) return outcome;
    await writeOnce(() => unfinishedComment(clash, links), false, true);
    throw new NameClash(clash);
  };
  const writeOnce = async (compose: Compose, isInterim: boolean, replaces: boolean) => {
    const given = new AbortController();
    const client = await createClient({
      ...{ token, owner: repository.owner, repo: repository.name, apiUrl: context.apiUrl },
      callMilliseconds: limits.call,
      signal: given.signal,
      ...(isInterim ? { retries: 0 } : {}),
    });
    const time = isInterim ? limits.interim : limits.all;
    const how = { pages: isInterim ? 1 : mostPages, replaces };
    const writing = writeComment(client, target, compose, how);
    const ending = await within(time, writing);
    if (ending.kind === 'settled') return ending.value;
    // What comes too late must not overwrite what is said next.
    given.abort(new Error('given up'));
    throw new InputError(
      ending.kind === 'late'
        ? `GitHub took more than ${time / 1000} seconds`
        : "GitHub's answer broke off",
    );
  };

  let said: Promise<unknown> = Promise.resolve();
  let isAnswered = false;
  return {
    measuring() {
      // A fork's token can only read.
      if (pullRequest.fork) return;
      const body: Compose = (old) => (old === null ? null : measuringComment(old, links));
      said = write(body, true).then(
        (outcome) => debug(annotationText(`comment while measuring: ${JSON.stringify(outcome)}`)),
        notWritten,
      );
    },
    async verdict(body, isWanted) {
      isAnswered = true;
      await said;
      const writing = write((old) => (old === null && (!isWanted || isCancelled()) ? null : body));
      said = writing.catch(() => {});
      const outcome = await writing;
      if (outcome.kind === 'denied') {
        notice(annotationText(`no comment, the report is in the job summary: ${outcome.reason}`));
        return undefined;
      }
      if (outcome.kind === 'none') {
        say(`no comment: there is none yet, and this result creates none (comment: ${comment})`);
        return undefined;
      }
      say(`comment ${outcome.kind}: ${outcome.url || 'GitHub did not say where'}`);
      return outcome.url;
    },
    async unfinished(reason) {
      await said;
      if (isAnswered) return;
      const body = unfinishedComment(isCancelled() ? 'the job was cancelled' : reason, links);
      const isMade = comment === 'always' && !isCancelled();
      const compose: Compose = (old) => (old === null && !isMade ? null : body);
      await write(compose).then(
        (outcome) => debug(annotationText(`comment on the failure: ${JSON.stringify(outcome)}`)),
        notWritten,
      );
    },
  };
}

function notWritten(failure: unknown): void {
  debug(annotationText(`no comment: ${failure instanceof Error ? failure.message : failure}`));
}

/** Whether a verdict is worth a comment where there is none yet. `fails`: the job fails, whatever the verdict. */
export function isWanted(choice: CommentChoice, verdict: Verdict, fails: boolean): boolean {
  switch (choice) {
    case 'always':
      return true;
    case 'changes':
      // Without a baseline nobody knows of a change.
      return fails || !(isQuiet(verdict) || verdict.verdict === 'no-baseline');
    case 'failures':
      return fails || verdict.verdict === 'fail' || verdict.verdict === 'incomplete';
    case 'never':
      return false;
  }
}

/** What every text about this run links to. */
export function runLinks({ serverUrl, repository, pullRequest, ...item }: Context, name: string) {
  const repositoryUrl = `${serverUrl}/${repository.owner}/${repository.name}`;
  return {
    gate: name === 'default' ? '' : name,
    commit: pullRequest?.headSha ?? item.sha,
    repositoryUrl,
    runUrl: `${repositoryUrl}/actions/runs/${item.runId}`,
  } satisfies About;
}
