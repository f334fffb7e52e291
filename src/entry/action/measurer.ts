/**
 * Base and head measured on this runner: what the gate asks to confirm a suspicion, or all there
 * is when the workflow gives no files. The measured code sees what a `run:` step would see of the
 * job, and nothing of this action: no token, no input, none of the files the runner obeys.
 */
import { countsEvidence } from '../../flow/countevidence.ts';
import { countFile } from '../../flow/counting.ts';
import type { Measurer, SharedMeasurer } from '../../flow/gate.ts';
import { judgeCounts } from '../../flow/judgement.ts';
import { type LookAt, lookAt, roundsEvidence, roundsVerdict } from '../../flow/measure.ts';
import { withSuspects } from '../../flow/remeasure.ts';
import { formatOf } from '../../formats/benchmarks/read.ts';
import type { Context } from '../../github/context.ts';
import { maxTimeOf, readOptions } from '../../settings/config.ts';
import { heeding } from '../../source/rounds/interrupt.ts';
import { environmentHere } from '../../source/rounds/machine.ts';
import type { Files } from '../../source/rounds/output.ts';
import { completed } from '../../source/rounds/presets/given/typed.ts';
import { measureRounds } from '../../source/rounds/rounds.ts';
import type { SideName } from '../../source/rounds/tree.ts';
import { looks } from '../../stats/spending.ts';
import { type NewRun, packRun } from '../../store/manifest.ts';
import { countForAction } from './count.ts';
import type { Measuring, Settings } from './inputs.ts';
import type { Publication } from './publish.ts';
import { say } from './say.ts';

export interface Here {
  /** What the gate asks for a confirmation. */
  readonly confirming: Measurer | SharedMeasurer;
  /** Everything measured, and what becomes of it. */
  readonly verdict: () => Promise<{
    readonly publication: Pick<Publication, 'verdict' | 'base' | 'head' | 'evidence'>;
    /** Why the job fails whatever the verdict is, or null. */
    readonly problem: { readonly message: string; readonly status: number } | null;
  }>;
  /** 130 or 143 once the job was cancelled while something ran here; else null. */
  readonly interrupted: () => number | null;
}

export function measurerHere(
  settings: Settings,
  measuring: Measuring,
  context: Context,
  onMain: boolean,
): Here {
  const { config, workspace } = settings;
  const given = settings.run(context);
  const [first] = given.benchmarks;
  const environment = { ...environmentHere(), ...given.environment };
  const plan = looks(config.maxRounds);
  const { commands, pin, timeCommand } = measuring;
  const options = {
    directory: workspace,
    against: onMain && config.against === 'merge-base' ? 'HEAD~1' : config.against,
    baseBranch: context.pullRequest?.baseRef ?? context.defaultBranch ?? undefined,
    pullMerge: /^refs\/pull\/\d+\/merge$/.test(context.ref) ? context.sha : undefined,
    pin,
    timeCommand,
    maxSeconds: maxTimeOf(config, commands !== null),
    env: measuredEnvironment(process.env),
    log: say,
    looks: plan,
    environment,
    tables: readOptions(config),
    redact: config.redact,
    workspace,
    keep: null,
  };
  let interrupted: number | null = null;
  const heed = <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    heeding(work, (found) => {
      interrupted ??= found;
    });
  const byCommands = async (given: Commands, only: readonly string[] | null, look: LookAt) => {
    const format = first === undefined ? null : await formatOf(first, { format: config.format });
    return heed(async (signal) =>
      measureRounds(await completed({ ...options, ...given, signal, format }), only, look),
    );
  };
  // What is checked out may be the pull request's own commit, and not the merge that is its name.
  const head = { ...given, commit: '' };
  const suspects: SharedMeasurer['during'] = (work) =>
    heed((signal) => withSuspects({ ...options, signal }, head, config, work));
  const confirming: Measurer | SharedMeasurer =
    commands === null
      ? { isUnasked: true, during: suspects }
      : { looks: plan, measure: (only, look) => byCommands(commands, only, look) };
  const countedVerdict = async (commands: Commands) => {
    const counted = await heed((signal) =>
      countForAction({ ...options, ...commands, signal }, config),
    );
    if (counted === null) return null;
    const { rows, warnings, costs: _, ...counts } = counted;
    const about = { warnings, environment };
    const files = (side: SideName) => ({
      ...{ commit: counts.base, environment, time: given.time, profiles: [] },
      benchmarks: [countFile(side, counts.benchmarks)],
    });
    const publication = {
      verdict: judgeCounts(rows, counts, about, config),
      base: inMemory(files('base')),
      head: { ...files('head'), commit: context.sha },
      evidence: countsEvidence(counted),
    };
    const problem = interrupted === null ? null : { message: 'stopped', status: interrupted };
    return { publication, problem };
  };
  const verdict = async () => {
    if (commands === null) throw new TypeError('without commands nothing is measured on its own');
    const isCounted = config.count !== undefined && config.count !== 'false';
    const counted = isCounted ? await countedVerdict(commands) : null;
    if (counted !== null) return counted;
    const measured = await byCommands(commands, null, lookAt(config, plan));
    const pack = (files: Files) => ({ ...files, environment, time: given.time });
    const [warning] = measured.warnings;
    const publication = {
      verdict: roundsVerdict(measured, plan, config),
      base: inMemory(pack(measured.files.base)),
      head: pack(measured.files.head),
      evidence: roundsEvidence(measured, readOptions(config)),
    };
    const problem =
      warning === undefined ? null : { message: warning.message, status: interrupted ?? 2 };
    return { publication, problem };
  };
  return { confirming, verdict, interrupted: () => interrupted };
}

/** What was measured here, as a store would give it. */
function inMemory(run: NewRun) {
  const packed = packRun(run);
  return { open: async () => packed };
}

type Commands = NonNullable<Measuring['commands']>;

/** What only an action is given: inputs, state, tokens of the artifact service and of OIDC. */
const ours = /^(?:INPUT_|STATE_|ACTIONS_)/;
/** Whoever writes to these speaks for this step, or changes the steps after it. */
const commandFiles = /^GITHUB_(?:OUTPUT|STATE|ENV|PATH|STEP_SUMMARY)$/;

/** The environment of the measured code. */
export function measuredEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(([name]) => !ours.test(name) && !commandFiles.test(name));
  return Object.fromEntries(kept);
}
