/**
 * The input `count`: base and head counted on this runner. A command in plain words is run as
 * `measure --count -- WORDS` has it, any other text whole. Where nothing counts, `count: true` installs
 * valgrind as the runner's user may.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CountedBenchmarks, counterHere, countHere, refuse } from '../../flow/counting.ts';
import { countThresholdOf } from '../../flow/judgement.ts';
import { InputError } from '../../model/error.ts';
import type { Config } from '../../settings/config.ts';
import type { MeasureOptions } from '../../source/rounds/bench.ts';
import { runCommand } from '../../source/rounds/command.ts';
import { outsideGit } from '../../source/rounds/git.ts';
import { type FixedWork, wholeText } from '../../source/rounds/presets/fixed/fixed.ts';
import { givenCommand } from '../../source/rounds/presets/given/index.ts';
import { wordsOf } from '../../source/rounds/presets/given/typed.ts';
import { checkoutAt, prepareTree } from '../../source/rounds/presets/index.ts';

/** Null where time is to be measured (`count: auto`); the log says why. Throws InputError. */
export async function countForAction(
  options: MeasureOptions,
  config: Config,
): Promise<CountedBenchmarks | null> {
  try {
    const { work, ...more } = await workOf(options);
    refuse(work);
    const counter = await counterHere(options).catch(async (error: unknown) => {
      options.signal?.throwIfAborted();
      if (config.count !== 'true' || !(await installValgrind(options))) throw error;
      return counterHere(options);
    });
    const { log, signal } = options;
    const plan = { counter, work, alpha: config.alpha, threshold: countThresholdOf(config) };
    return await countHere({ ...options, ...more }, { ...plan, log, signal });
  } catch (error) {
    const isOpen = config.count === 'auto' && error instanceof InputError;
    if (!isOpen || options.signal?.aborted) throw error;
    options.log(`${error.message}; so time is measured`);
    return null;
  }
}

type Work = { readonly work: FixedWork } & Partial<MeasureOptions>;

/** Nothing that a shell would read otherwise than as a word. */
const plainWords = /^[\w@%+=:,./ -]+$/;

async function workOf(options: MeasureOptions): Promise<Work> {
  const { run, setup, directory, env, signal } = options;
  const text = run.trim();
  const words = wordsOf(run) ?? (plainWords.test(text) ? text.split(/ +/) : null);
  const checkout =
    words !== null ? await checkoutAt({ directory, env: outsideGit(env), signal }) : null;
  if (checkout === null || words === null) return { work: wholeText(run) };
  const given = await givenCommand(words, checkout, setup !== null);
  const both = [setup, given.setup].filter((name) => name !== null);
  return {
    work: given.fixed,
    setup: both.length === 0 ? null : both.join('\n'),
    filter: given.filter ?? undefined,
    env: { ...env, ...given.env },
    prepare: (side) => prepareTree(given, checkout.top, side),
  };
}

const installSeconds = 300;
const apt = 'sudo -n env DEBIAN_FRONTEND=noninteractive apt-get';

/** Whether it worked; what it printed is nobody's business then, and the counter's error is said else. */
async function installValgrind({ env, log, signal }: MeasureOptions): Promise<boolean> {
  log('instructions cannot be counted here yet: installing valgrind');
  const directory = await mkdtemp(join(tmpdir(), 'flamegate-install-'));
  const file = (name: string) => join(directory, name);
  try {
    const { how } = await runCommand({
      // The runner's lists of packages are as old as its image.
      text: `${apt} install -y -q valgrind || { ${apt} update -q && ${apt} install -y -q valgrind; }`,
      directory,
      env,
      files: { stdout: file('stdout'), stderr: file('stderr'), times: file('times') },
      pin: null,
      limitSeconds: installSeconds,
      signal,
    });
    signal?.throwIfAborted();
    return how.kind === 'exit' && how.status === 0;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
