/**
 * `mode: comment`: the verdict of a fork's pull request, told by a workflow that may write. What the fork's run uploaded is
 * data: its measurements are compared again here with main's runs where that can be done, else its report is shown as what
 * it says of itself. No code of the fork runs here, and none is checked out.
 */
import { setOutput } from '@actions/core';
import { gate } from '../../flow/gate.ts';
import { inputsOf } from '../../flow/stored.ts';
import { ancestors } from '../../github/ancestors.ts';
import { longestBody } from '../../github/comment.ts';
import type { Context } from '../../github/context.ts';
import { type ForkRun, pullOfForkRun, readForkRun } from '../../github/forkrun.ts';
import { defaultBranchOf } from '../../github/repository.ts';
import { githubSource } from '../../github/source.ts';
import { InputError } from '../../model/error.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Artifact } from '../../model/workflow.ts';
import { comment } from '../../report/markdown/comment.ts';
import type { Claim } from '../../report/markdown/links.ts';
import { readGateReport } from '../../report/readgate.ts';
import { gateText } from '../../report/text.ts';
import { storedArtifacts } from '../../store/artifact.ts';
import { bundleKey } from '../../store/bundle.ts';
import type { ArchiveSource } from '../../store/download.ts';
import { downloadBundle } from '../../store/fetch.ts';
import { isArtifactOf } from '../../store/upload.ts';
import { doing } from '../unfinished.ts';
import type { Settings } from './inputs.ts';
import { isWanted, limitsWithin, pullComment, runLinks } from './pullcomment.ts';
import { say } from './say.ts';
import { clientFor } from './store.ts';

/** A fork may send what it likes, to a job that has better things to do. */
const limits = { archiveBytes: 64 << 20, inflatedBytes: 256 << 20, entries: 1000 };

/** Returns the exit status: 0 where the comment is as it should be. Throws InputError where it refuses, with the reason. */
export async function commentForFork(
  settings: Settings,
  workflowPath: string,
  job: Context,
): Promise<number> {
  doing('finding the pull request');
  const run = await readForkRun(process.env, job, workflowPath);
  const client = await clientFor(settings, job);
  const pullRequest = await pullOfForkRun(client, run);
  doing("reading what the fork's run uploaded");
  const source = githubSource(client);
  const artifact = (await source.artifacts(run.id))
    .filter(({ name }) => isArtifactOf(name, bundleKey(settings.name)))
    .reduce<Artifact | null>((a, b) => (a !== null && a.id > b.id ? a : b), null);
  if (artifact === null) {
    throw new InputError(
      `the workflow run ${run.id} (${run.conclusion}) uploaded no report of the gate ${settings.name}: it did not get as far, or \`name\` is not the one it uses`,
    );
  }
  const { bundle, claimed } = await uploaded(source, { artifact, run });
  doing("comparing the fork's measurements with the stored runs");
  const context: Context = {
    ...job,
    ...{ pullRequest, workflowPath, sha: run.headSha },
    ...{ runId: run.id, runAttempt: run.attempt },
  };
  const known = await ancestors(client, pullRequest.baseSha);
  const trust = {
    repositoryId: job.repository.id,
    defaultBranch: await defaultBranchOf(client, job),
    workflowPath,
    isAncestor: (sha: string) => known.has(sha),
  };
  const head = inputsOf(bundle.head);
  const judged = isOfStoredRuns(claimed)
    ? await gate(
        head,
        {
          name: trust.defaultBranch,
          load: () => storedArtifacts({ source, trust, key: settings.name }),
          keep: async () => {
            throw new TypeError('nothing of a fork is stored');
          },
        },
        settings.config,
      )
    : null;
  if (judged?.unread) throw new InputError(judged.unread);
  const verdict = judged?.verdict ?? claimed;
  const claim: Claim = judged === null ? 'report' : 'measurements';
  say(gateText(verdict));
  setOutput('verdict', verdict.verdict);
  doing('writing the comment');
  const times = limitsWithin(settings.times.comment);
  // Of the fork's run, which another attempt of this one may have told before.
  const told = pullComment(settings, context, () => false, times, undefined);
  const body = comment(verdict, {
    ...runLinks(context, settings.name),
    maxChars: longestBody,
    claim,
  });
  const fails = verdict.verdict === 'fail';
  const url = await told?.verdict(body, isWanted(settings.comment, verdict, fails));
  setOutput('comment-url', url ?? '');
  return 0;
}

/** Verified, and its report read. Throws InputError that names the artifact. */
async function uploaded(source: ArchiveSource, job: { artifact: Artifact; run: ForkRun }) {
  try {
    const bundle = await downloadBundle(source, job, limits);
    return { bundle, claimed: readGateReport(bundle.report) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`artifact ${job.artifact.name}: ${error.message}`);
  }
}

/** Rounds and counts compared the fork's two sides on its own machine: there is nothing to compare again. */
const isOfStoredRuns = ({ rounds, counts }: Verdict): boolean =>
  rounds === null && counts === undefined;
