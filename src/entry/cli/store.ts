/** Where a command finds stored runs: what `--baseline` and `--workflow` mean. */
import { ancestors } from '../../github/ancestors.ts';
import { repositoryOf } from '../../github/repository.ts';
import { githubSource } from '../../github/source.ts';
import { InputError } from '../../model/error.ts';
import { storedArtifacts } from '../../store/artifact.ts';
import { directoryStore } from '../../store/directory.ts';
import type { BaselineStore } from '../../store/store.ts';
import type { Flags } from './flags.ts';
import { repositoryClient } from './repository.ts';

/** The store that `--baseline` names: `branch:NAME`, or a directory. Throws InputError. */
export async function storeAt(baseline: string): Promise<BaselineStore> {
  const [, branch] = /^branch:(.*)$/s.exec(baseline) ?? [];
  if (branch === undefined) return directoryStore(baseline);
  return (await import('./branch.ts')).branchHere(branch);
}

/** A store to read: a directory, a branch, or what the runs of one workflow on the default branch uploaded. Throws InputError. */
export async function readableStore(flags: Flags): Promise<Pick<BaselineStore, 'load' | 'name'>> {
  if (flags.baseline !== undefined && flags.workflow !== undefined) {
    throw new InputError(
      '--baseline is a directory or a branch, --workflow means artifacts: give one of them',
    );
  }
  if (flags.baseline !== undefined) return storeAt(flags.baseline);
  if (flags.workflow === undefined) {
    throw new InputError(
      'say where the stored runs are: --baseline DIR or branch:NAME, or --workflow .github/workflows/FILE for artifacts on GitHub',
    );
  }
  const client = await repositoryClient(flags);
  const { id: repositoryId, defaultBranch } = await repositoryOf(client);
  const known = await ancestors(client, defaultBranch);
  const trust = {
    repositoryId,
    defaultBranch,
    workflowPath: flags.workflow,
    isAncestor: (sha: string) => known.has(sha),
  };
  const source = githubSource(client);
  return {
    name: defaultBranch,
    load: () => storedArtifacts({ source, trust, key: flags.name ?? 'default' }),
  };
}
