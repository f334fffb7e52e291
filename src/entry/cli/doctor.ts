/** `flamegate doctor`: why a gate does not decide, from stored runs and the files of a run. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examine } from '../../flow/doctor.ts';
import type { GateJob } from '../../model/diagnosis.ts';
import { gateJobs } from '../../recipe/reading.ts';
import { doctorText } from '../../report/doctortext.ts';
import { resolveConfig } from '../../settings/config.ts';
import { gitIn, outsideGit } from '../../source/rounds/git.ts';
import { configLayers, emit, type Flags, inputsOf, measuredInputs } from './flags.ts';
import { topHere } from './repositorytop.ts';
import { storeAt } from './store.ts';

/** Exit status 0 whatever is found: it is no gate. */
export async function doctorCommand(flags: Flags): Promise<number> {
  const config = resolveConfig(...(await configLayers(flags)));
  const isGiven = flags.benchmarks !== undefined || flags.profiles !== undefined;
  const inputs = isGiven ? await measuredInputs(flags, config) : null;
  const git = gitIn(process.cwd(), outsideGit(process.env));
  const isShallow = (await git.attempt(['rev-parse', '--is-shallow-repository'])) === 'true';
  const store = await storeAt(flags.baseline ?? '');
  const found = await examine(inputs, store, config, { isShallow, jobs: await jobsHere() });
  await emit(flags, doctorText(found), inputsOf(inputs));
  return 0;
}

const workflows = '.github/workflows';

async function jobsHere(): Promise<GateJob[]> {
  const top = topHere() ?? process.cwd();
  const names = await readdir(join(top, workflows)).catch(() => []);
  const jobs: GateJob[] = [];
  for (const name of names.filter((item) => /\.ya?ml$/.test(item)).sort()) {
    const text = await readFile(join(top, workflows, name), 'utf8').catch(() => '');
    jobs.push(...gateJobs(`${workflows}/${name}`, text));
  }
  return jobs;
}
