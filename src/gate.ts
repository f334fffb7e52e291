/**
 * The whole program on one page: collect -> load -> compare -> judge, and keep.
 *
 * The two entries (action.ts, cli.ts) translate their worlds into these calls and the answer into
 * reports and exit codes. Plain values pass between the stages; each stage knows only its own.
 */
import { packRun, type StoredRun } from './baseline/manifest.ts';
import type { BaselineStore } from './baseline/store.ts';
import { type RunInputs, readRun } from './collect.ts';
import { compareBenchmarks } from './compare/benchmarks.ts';
import { difference } from './compare/environment.ts';
import { adjust } from './compare/multiplicity.ts';
import { compareSlices, refuseUnshared, sliceGaps } from './compare/slices.ts';
import {
  type Config,
  functionPolicyFor,
  type Policy,
  policyFor,
  readOptions,
  unmatched,
  unmatchedFunctions,
} from './config.ts';
import { advice } from './judge/advice.ts';
import { judgeComparison } from './judge/benchmarks.ts';
import { judgeFunction } from './judge/functions.ts';
import { judgeGate } from './judge/gate.ts';
import { headline } from './judge/headline.ts';
import {
  type Comparison,
  InputError,
  type ProfileComparison,
  type Run,
  type SetAside,
  type Shift,
  type Verdict,
  type Warning,
} from './model.ts';
import type { ReadOptions } from './profile/readtable.ts';

/** What the head measured: once, or in several runs of one commit (attempts, shards). */
export interface HeadInputs extends RunInputs {
  /** The other runs, earlier ones or those of other shards, each on a machine of its own. */
  readonly others?: readonly RunInputs[];
}

export interface Gated {
  readonly verdict: Verdict;
  /** The newest stored run that was compared with, for diffing by hand. */
  readonly base: StoredRun | null;
}

/** The main job: the head against the stored runs of main. Throws InputError. */
export async function gate(
  inputs: HeadInputs,
  store: BaselineStore,
  config: Config,
  tables: ReadOptions = readOptions(config),
): Promise<Gated> {
  const newest = await readRun(inputs, tables);
  const { others, warnings } = await readOthers(inputs.others ?? [], newest, config, tables);
  const head = [newest, ...others];
  const loaded = await load(store, newest, config, tables);
  const baseline = { ...loaded, warnings: [...warnings, ...loaded.warnings] };
  const compared = compare(head, baseline.runs, config);
  return { verdict: judge(head, baseline, compared, config), base: baseline.newest };
}

/** Further runs of the head count where they were measured on a machine of the same kind. */
async function readOthers(
  inputs: readonly RunInputs[],
  newest: Run,
  config: Config,
  tables: ReadOptions,
): Promise<{ readonly others: readonly Run[]; readonly warnings: readonly Warning[] }> {
  const others: Run[] = [];
  const warnings: Warning[] = [];
  for (const input of inputs) {
    const run = await readRun(input, tables);
    const reason = difference(newest.environment, run.environment, known(newest, config));
    if (reason === null) others.push(run);
    else {
      const message = `another run of this commit does not count beside this one: ${reason}`;
      warnings.push({ kind: 'policy', message });
    }
  }
  return { others, warnings };
}

/** As many stored runs as are replayed at most: enough for a rate, and still read in a minute. */
const mostReplayed = 100;

/** The stored runs of one environment: the head's, or the newest run's where there is no head. */
export async function storedRuns(
  inputs: RunInputs | null,
  store: Pick<BaselineStore, 'load'>,
  config: Config,
): Promise<{
  readonly head: Run | null;
  readonly runs: readonly Run[];
  readonly setAside: number;
}> {
  const tables = readOptions(config);
  const head = inputs === null ? null : await readRun(inputs, tables);
  const all = { ...config, baselineRuns: mostReplayed };
  const baseline = await load(store, head, all, tables);
  return { head, runs: baseline.runs, setAside: baseline.setAside.length };
}

/** The gate on runs that are read already: `baseline check` replays main's own. */
export function decide(head: Run, stored: readonly Run[], config: Config): Verdict {
  const runs = stored.slice(0, config.baselineRuns);
  const baseline = { runs, newest: null, setAside: [], warnings: [] };
  return judge([head], baseline, compare([head], runs, config), config);
}

/** Two runs side by side, both trusted to be of one machine: `flamegate diff`. */
export function diff(base: Run, head: Run, config: Config): Verdict {
  const single: Config = { ...config, trustSingleRun: true };
  refuseApart(base, head);
  const warnings = [...base.warnings, ...unlike(base, head, config)];
  const baseline = { runs: [base], newest: null, setAside: [], warnings };
  return judge([head], baseline, compare([head], [base], single), single);
}

/** Two profiles of different kinds, or two sides with nothing in common, are no diff. */
function refuseApart(base: Run, head: Run): void {
  const types = (run: Run) => [...new Set(run.tables.map((table) => table.sampleType.type))];
  const [before, after] = [types(base), types(head)];
  const shared = before.some((type) => after.includes(type));
  const benchmarks = base.series.length > 0 && head.series.length > 0;
  if (shared || benchmarks || before.length + after.length === 0) return;
  throw new InputError(
    `nothing to compare: the old side has ${before.join(', ') || 'no'} profiles, the new side ${after.join(', ') || 'no'}`,
  );
}

/** Two files may come from two machines: a table does not show that, so it is said. */
function unlike(base: Run, head: Run, config: Config): Warning[] {
  const reason = difference(head.environment, base.environment, config.match);
  if (reason === null) return [];
  const message = `the two sides were measured on unlike machines (${reason}): what differs may be the machine`;
  return [{ kind: 'policy', message }];
}

/** Adds a run to a baseline, whole or not at all. Returns where it is. Throws InputError. */
export async function record(
  inputs: RunInputs & { readonly workflow?: string | undefined; readonly runId?: number },
  store: BaselineStore,
): Promise<string> {
  const run = await readRun(inputs, {});
  const failure = run.warnings.find((warning) => warning.kind === 'failed');
  if (failure !== undefined) {
    throw new InputError(
      `${failure.message}; a run that failed is not stored, because a baseline must be whole`,
      {
        ...(failure.file === undefined ? {} : { file: failure.file }),
        ...(failure.line === undefined ? {} : { line: failure.line }),
      },
    );
  }
  return store.keep(packRun({ ...inputs, environment: run.environment }));
}

/** Stored runs of the head's environment, newest first, and what was set aside. */
interface Baseline {
  readonly runs: readonly Run[];
  readonly newest: StoredRun | null;
  readonly setAside: readonly SetAside[];
  readonly warnings: readonly Warning[];
}

async function load(
  store: Pick<BaselineStore, 'load'>,
  head: Run | null,
  config: Config,
  tables: ReadOptions,
): Promise<Baseline> {
  let model = head;
  const runs: Run[] = [];
  let newest: StoredRun | null = null;
  const setAside: SetAside[] = [];
  const warnings: Warning[] = [];
  for await (const item of store.load()) {
    if (item.kind === 'set-aside') setAside.push(item.setAside);
    if (item.kind === 'warning') warnings.push(item.warning);
    if (item.kind !== 'run') continue;
    const { commit, time } = item.run.manifest;
    try {
      const run = await readStored(item.run, tables);
      model ??= run;
      const reason = difference(model.environment, run.environment, known(model, config));
      if (reason !== null) {
        setAside.push({ commit, time, reason });
        continue;
      }
      newest ??= item.run;
      runs.push(run);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      setAside.push({ commit, time, reason: error.message });
      warnings.push({ kind: 'baseline', message: `stored run set aside: ${error.message}` });
    }
    if (runs.length === config.baselineRuns) break;
  }
  return { runs, newest, setAside, warnings };
}

/** Profiles do not name their machine: alone they are held to what is known of it. */
const known = (head: Run, config: Config): Config['match'] =>
  head.series.length > 0
    ? config.match
    : config.match.filter((field) => head.environment[field] !== undefined);

const readStored = (run: StoredRun, tables: ReadOptions): Promise<Run> =>
  readRun(inputsOf(run), tables);

/** A stored run as the files it was made of. */
export function inputsOf({ manifest, files }: StoredRun): RunInputs {
  return {
    benchmarks: files.filter((file) => file.kind === 'benchmarks'),
    profiles: files.filter((file) => file.kind === 'profile'),
    commit: manifest.commit,
    time: manifest.time,
    environment: manifest.environment,
  };
}

interface Compared {
  readonly comparisons: readonly Comparison[];
  readonly profiles: readonly ProfileComparison[];
  readonly shift: Shift | null;
}

function compare(head: readonly Run[], base: readonly Run[], config: Config): Compared {
  const policies = policiesOf(config);
  const better = (unit: string) => config.units[unit] ?? 'unknown';
  const { comparisons, shift } = compareBenchmarks(head, base, {
    test: config.test,
    trustSingleRun: config.trustSingleRun,
    alpha: config.alpha,
    margin: (of) => policies.series({ ...of, exact: false }).threshold,
    better,
  });
  const thresholds = config.functions.map((rule) => rule.threshold ?? Number.POSITIVE_INFINITY);
  if (config.profileGroupBy !== undefined) refuseUnshared(config.profileGroupBy, head, base);
  const profiles = compareSlices(head, base, {
    alpha: config.alpha,
    floor: Math.min(config.profileThreshold, ...thresholds),
  });
  const adjusted = adjust(comparisons, profiles, {
    comparison: (of) => of.better !== 'unknown' && policies.comparison(of).gated,
    function: (of) => policies.function(of.name).gated,
  });
  return { ...adjusted, shift };
}

function judge(
  head: readonly Run[],
  baseline: Baseline,
  compared: Compared,
  config: Config,
): Verdict {
  const policies = policiesOf(config);
  const judged = {
    comparisons: compared.comparisons.map((of) =>
      judgeComparison(of, policies.comparison(of), config.alpha),
    ),
    functions: compared.profiles.flatMap(({ functions }) =>
      functions.map((of) => judgeFunction(of, policies.function(of.name), config.alpha)),
    ),
    profiles: compared.profiles,
    shift: compared.shift,
    baseline: {
      runs: baseline.runs.length,
      commits: [...new Set(baseline.runs.map((run) => run.commit))],
      setAside: baseline.setAside,
    },
    warnings: [
      ...head.flatMap((run) => run.warnings),
      ...baseline.warnings,
      ...sliceGaps(head, baseline.runs).map((message) => ({ kind: 'profile', message }) as const),
      ...idleRules(config, compared).map((message) => ({ kind: 'policy', message }) as const),
    ],
  };
  const verdict = judgeGate(judged);
  const environment = head[0]?.environment ?? {};
  return {
    ...judged,
    verdict,
    headline: headline(verdict, judged),
    environment,
    advice: advice(judged, environment.cpu),
  };
}

/** A rule that matches nothing guards nothing: most often a name or a unit is misspelt. */
function idleRules(config: Config, { comparisons, profiles }: Compared): string[] {
  const functions = profiles.flatMap((profile) => profile.functions);
  return [
    ...unmatched(config, comparisons),
    ...(functions.length === 0 ? [] : unmatchedFunctions(config, functions)),
  ];
}

interface Policies {
  readonly series: ReturnType<typeof policyFor>;
  readonly comparison: (of: Comparison) => Policy;
  readonly function: (name: string) => Policy;
}

function policiesOf(config: Config): Policies {
  const series = policyFor(config);
  return {
    series,
    comparison: (of) => series({ ...of, exact: of.test === 'exact' }),
    function: functionPolicyFor(config),
  };
}
