/**
 * The calls that baseline/ needs, bound to one client: it satisfies that folder's interfaces by
 * its shape, so neither folder imports the other.
 */
import type { Artifact, WorkflowRun } from '../model/workflow.ts';
import { artifacts, downloadArtifact } from './artifacts.ts';
import type { GitHubClient } from './client.ts';
import { pullRequest } from './pulls.ts';
import { type RunFilter, runsOfCommit, workflowRuns } from './runs.ts';

export interface GitHubSource {
  workflowRuns(filter: RunFilter): AsyncIterable<WorkflowRun>;
  runsOfCommit(sha: string): AsyncIterable<WorkflowRun>;
  artifacts(runId: number): Promise<readonly Artifact[]>;
  download(artifactId: number, maxBytes: number, signal?: AbortSignal): Promise<Uint8Array>;
  pullRequest(number: number): Promise<{ readonly headSha: string; readonly baseSha: string }>;
}

export function githubSource(client: GitHubClient): GitHubSource {
  return {
    workflowRuns: (filter) => workflowRuns(client, filter),
    runsOfCommit: (sha) => runsOfCommit(client, sha),
    artifacts: (runId) => artifacts(client, runId),
    download: (id, maxBytes, signal) => downloadArtifact(client, id, maxBytes, signal),
    pullRequest: (number) => pullRequest(client, number),
  };
}
