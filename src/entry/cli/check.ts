/** `flamegate baseline check`: how often this project's own gate would be wrong. */
import { selfCheck, storedRuns } from '../../flow/check.ts';
import { ancestors } from '../../github/ancestors.ts';
import { repositoryOf } from '../../github/repository.ts';
import { githubSource } from '../../github/source.ts';
import { InputError } from '../../model/error.ts';
import { checkText } from '../../report/checktext.ts';
import { resolveConfig } from '../../settings/config.ts';
import { storedArtifacts } from '../../store/artifact.ts';
import { directoryStore } from '../../store/directory.ts';
import type { BaselineStore } from '../../store/store.ts';
import { configLayers, emit, type Flags, inputsOf, measuredInputs } from './flags.ts';
import { repositoryClient } from './repository.ts';

export async function checkCommand(flags: Flags): Promise<number> {
  const config = resolveConfig(...(await configLayers(flags)));
  const present = flags.benchmarks !== undefined || flags.profiles !== undefined;
  const inputs = present ? await measuredInputs(flags, config) : null;
  const stored = await storedRuns(inputs, await storeOf(flags), config);
  const { head, name, runs, setAside, warnings } = stored;
  if (runs.length < 3) {
    throw new InputError(
      `a replay takes at least 3 stored runs of one environment, here are ${runs.length} (${setAside} set aside${warnings[0] === undefined ? '' : `; ${warnings[0].message}`})`,
      { file: flags.baseline ?? flags.workflow ?? '' },
    );
  }
  await emit(flags, checkText(selfCheck(runs, head, config, name)), inputsOf(inputs));
  return 0;
}

/** A directory, or what the runs of one workflow on the default branch uploaded. */
async function storeOf(flags: Flags): Promise<Pick<BaselineStore, 'load' | 'name'>> {
  if (flags.baseline !== undefined && flags.workflow !== undefined) {
    throw new InputError('--baseline is a directory, --workflow means artifacts: give one of them');
  }
  if (flags.baseline !== undefined) return directoryStore(flags.baseline);
  if (flags.workflow === undefined) {
    throw new InputError(
      'say where the stored runs are: --baseline DIR, or --workflow .github/workflows/FILE for artifacts on GitHub',
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
