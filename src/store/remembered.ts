/** A source that several stores of one job read: what was asked once is not asked again. */
import type { Artifact, WorkflowRun } from '../model/workflow.ts';
import type { ArtifactSource } from './chain.ts';

export function remembered(source: ArtifactSource): ArtifactSource {
  const artifacts = new Map<number, Promise<readonly Artifact[]>>();
  const runs = new Map<string, () => AsyncIterable<WorkflowRun>>();
  return {
    ...source,
    artifacts(runId) {
      const known = artifacts.get(runId) ?? source.artifacts(runId);
      artifacts.set(runId, known);
      // What failed is asked for again.
      known.catch(() => artifacts.delete(runId));
      return known;
    },
    workflowRuns(filter) {
      const key = JSON.stringify(filter);
      const known = runs.get(key) ?? replayed(source.workflowRuns(filter), () => runs.delete(key));
      runs.set(key, known);
      return known();
    },
  };
}

/** The same items to each reader in turn, as far as the first that wants them. */
function replayed<T>(items: AsyncIterable<T>, failed: () => void): () => AsyncIterable<T> {
  const seen: T[] = [];
  const rest = items[Symbol.asyncIterator]();
  let isOver = false;
  return async function* () {
    for (let i = 0; ; i++) {
      if (i === seen.length) {
        if (isOver) return;
        const next = await rest.next().catch((error: unknown) => {
          failed();
          throw error;
        });
        if (next.done === true) {
          isOver = true;
          return;
        }
        seen.push(next.value);
      }
      yield seen[i] as T;
    }
  };
}
