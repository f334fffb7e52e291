/**
 * From runs to a verdict: compared by statistics that know no policy, then judged by a policy that
 * computes nothing; stored runs or rounds.
 */
import { type BenchmarkOptions, compareBenchmarks } from '../compare/benchmarks/compare.ts';
import { withElsewhere } from '../compare/benchmarks/elsewhere.ts';
import { withPresentNames } from '../compare/benchmarks/renamed.ts';
import { compareRounds, marginOfThreshold } from '../compare/benchmarks/rounds.ts';
import type { Against } from '../compare/benchmarks/storedruns.ts';
import { compareSlices, refuseUnshared, sliceGaps } from '../compare/functions/slices.ts';
import { adjust } from '../compare/gate/multiplicity.ts';
import { advice } from '../judge/advice.ts';
import { judgeComparison } from '../judge/benchmarks.ts';
import type { Asked } from '../judge/confirm.ts';
import { isGated, judgeFunction } from '../judge/functions.ts';
import { type Judged, judgeGate, sightOf } from '../judge/gate.ts';
import { headline } from '../judge/headline.ts';
import { withTellers } from '../judge/told.ts';
import { acceptedComparison, acceptedFunction } from '../judge/waivers.ts';
import type { Comparison, JudgedComparison } from '../model/comparison.ts';
import type { CountsUse } from '../model/counts.ts';
import type { ProfileComparison } from '../model/functions.ts';
import { benchmarkKey } from '../model/keys.ts';
import type { Environment, Round, Run } from '../model/run.ts';
import { isTime, isTimed } from '../model/units.ts';
import type { BaselineUse, Verdict } from '../model/verdict.ts';
import type { Warning } from '../model/warning.ts';
import type { Config } from '../settings/config.ts';
import {
  directionOf,
  functionPolicyFor,
  functionWaiverFor,
  type Policy,
  policyFor,
  unmatched,
  unmatchedFunctions,
  unmatchedProfiles,
  unmatchedUnits,
  unmatchedWaivers,
  waiverFor,
} from '../settings/policy.ts';
import type { PlannedLook } from '../stats/spending.ts';
import { plainText } from '../text/marked.ts';
import type { Baseline } from './stored.ts';

export interface Compared extends Against {
  readonly comparisons: readonly Comparison[];
  readonly profiles: readonly ProfileComparison[];
}

/**
 * The head's runs against the base's. Where the base has none, what no hardware changes is compared with
 * the runs that were measured `elsewhere`.
 */
export function compare(
  head: readonly Run[],
  base: readonly Run[],
  config: Config,
  elsewhere: readonly Run[] = [],
): Compared {
  const policies = policiesOf(config);
  const options: BenchmarkOptions = {
    test: config.test,
    trustSingleRun: config.trustSingleRun,
    alpha: config.alpha,
    suspect: config.suspect,
    host: config.runner,
    machineKnown: isMachineKnown(head[0]?.environment, config),
    policy: (series) => policies.series({ ...series, exact: false }),
    better: (unit) => directionOf(config, unit),
  };
  const { comparisons, ...against } = compareBenchmarks(head, base, options);
  const rows = base.length > 0 ? comparisons : withElsewhere(comparisons, head, elsewhere, options);
  return { ...adjusted(rows, head, base, config), ...against };
}

/** Runs whose CPU nobody names may be of any machine, but for a runner that there is one of. */
const isMachineKnown = (environment: Environment | undefined, config: Config): boolean =>
  config.runner === 'dedicated' || (config.match.includes('cpu') && environment?.cpu !== undefined);

export function compareHere(
  rounds: readonly Round[],
  whole: readonly Round[],
  looks: readonly PlannedLook[],
  config: Config,
  asked: Asked | null,
): Compared {
  const policies = policiesOf(config);
  const named = rounds.map((round) => ({
    ...round,
    base: withPresentNames(round.base, config.renamed),
  }));
  const comparisons = compareRounds(named, {
    test: config.test,
    alpha: config.alpha,
    margin: (series) => marginOfThreshold * policies.series({ ...series, exact: false }).threshold,
    better: (unit) => directionOf(config, unit),
    looks,
  });
  // What stored runs suspect is answered by its own rounds, not by CPU time.
  const wanted =
    asked === null
      ? comparisons
      : comparisons.filter(asked.wanted).map(({ toldBy: _, ...item }) => item);
  const heads = whole.map((round) => round.head);
  const bases = whole.map((round) => round.base);
  return { ...adjusted(wanted, heads, bases, config), p: null, shift: null, dedicated: false };
}

/** Functions are compared too, and each is one of many. */
function adjusted(
  comparisons: readonly Comparison[],
  head: readonly Run[],
  base: readonly Run[],
  config: Config,
): Pick<Compared, 'comparisons' | 'profiles'> {
  const policies = policiesOf(config);
  const thresholds = config.functions.map((rule) => rule.threshold ?? Number.POSITIVE_INFINITY);
  if (config.profileGroupBy !== undefined) refuseUnshared(config.profileGroupBy, head, base);
  const profiles = compareSlices(head, base, {
    alpha: config.alpha,
    floor: Math.min(config.profileThreshold, ...thresholds),
  });
  return adjust(comparisons, profiles, {
    comparison: (row) =>
      row.follows === null && row.better !== 'unknown' && policies.comparison(row).gated,
    function: (row) => isGated(row, policies.function(row.name)),
  });
}

/** `doubt`: why a time that looks slower may be the machine's, and is a suspect at most. */
export function judge(
  head: readonly Run[],
  baseline: Baseline,
  compared: Compared,
  config: Config,
  doubt: string | null = null,
): Verdict {
  const rows = judgeRows(compared, config, baseline.name);
  const judged = {
    ...rows,
    comparisons: doubt === null ? rows.comparisons : rows.comparisons.map(cappedBy(doubt)),
    baseline: {
      name: baseline.name,
      runs: baseline.runs.length,
      commits: [...new Set(baseline.runs.map((run) => run.commit))],
      setAside: baseline.setAside,
      ...elsewhereUse(rows.comparisons, baseline),
    },
    rounds: null,
    warnings: [
      ...head.flatMap((run) => run.warnings),
      ...baseline.warnings,
      ...gaps(head, baseline.runs),
      ...idleRules(config, compared),
    ],
  };
  return conclude(judged, head[0]?.environment ?? {});
}

/** A time that may be of another machine is no evidence that the code got slower; `doubt` says why. */
const cappedBy =
  (doubt: string) =>
  (row: JudgedComparison): JudgedComparison =>
    (isTime(row.unit) || isTimed(row.unit)) && row.verdict === 'slower'
      ? { ...row, verdict: 'suspect', reason: `${row.reason}; ${doubt}` }
      : row;

/** How many runs of other hardware were compared with, where nothing else was. */
function elsewhereUse(
  rows: readonly JudgedComparison[],
  { runs, elsewhere = [] }: Baseline,
): Pick<BaselineUse, 'elsewhere'> {
  const isUsed = runs.length === 0 && rows.some((row) => row.test === 'exact');
  return isUsed ? { elsewhere: elsewhere.length } : {};
}

type Rows = Pick<Judged, 'comparisons' | 'functions' | 'profiles' | 'p' | 'shift' | 'dedicated'>;

/** `base` is what the base is called. */
export function judgeRows(
  { comparisons, profiles, ...against }: Compared,
  config: Config,
  base?: string,
): Rows {
  const policies = policiesOf(config);
  const otherWork = otherWorkIn(comparisons);
  const today = new Date().toISOString().slice(0, 10);
  const waiver = waiverFor(config);
  const functionWaiver = functionWaiverFor(config);
  return {
    comparisons: withTellers(
      comparisons.map((item) =>
        judgeComparison(item, { ...policies.comparison(item), see: config.see, base }, config),
      ),
    ).map((row) => {
      const isGone = row.verdict === 'missing';
      return acceptedComparison(row, waiver({ ...row, isGone }), today);
    }),
    functions: profiles.flatMap(({ functions }) =>
      functions.map((item) => {
        const policy = { ...policies.function(item.name), otherWork };
        return acceptedFunction(
          judgeFunction(item, policy, config.alpha),
          functionWaiver(item.name),
          today,
        );
      }),
    ),
    profiles,
    ...against,
  };
}

/** A benchmark of one side only: its work is in that side's profiles, and shifts every share. */
function otherWorkIn(comparisons: readonly Comparison[]): string | undefined {
  const namesOf = (side: 'base' | 'head') =>
    new Map(
      comparisons
        .filter((row) => row[side] !== null)
        .map((row) => [benchmarkKey(row), row.benchmark]),
    );
  const [before, now] = [namesOf('base'), namesOf('head')];
  const added = [...now].find(([key]) => !before.has(key));
  const lost = [...before].find(([key]) => !now.has(key));
  const [, name] = added ?? lost ?? [];
  if (name === undefined) return undefined;
  const how = added === undefined ? 'is not run any more' : 'is new';
  return `the benchmark ${name} ${how}: the profiles of the two sides are of different work`;
}

/** The verdict on what was counted here alone; `rows` are of test `counted`, or of one side only. */
export function judgeCounts(
  rows: readonly Comparison[],
  counts: CountsUse,
  about: { readonly warnings: readonly Warning[]; readonly environment: Environment },
  config: Config,
): Verdict {
  const compared = { comparisons: rows, profiles: [], p: null, shift: null, dedicated: false };
  const judged = {
    ...judgeRows(compared, config),
    baseline: noStoredRuns(counts.name),
    rounds: null,
    counts,
    warnings: about.warnings,
  };
  return conclude(judged, about.environment);
}

/** Where base and head were measured here alone; `name` is what the base was asked for by: a commit is shortened. */
export const noStoredRuns = (name = ''): BaselineUse => ({
  name: name === '' ? 'the base' : name.replace(/^([0-9a-f]{10})[0-9a-f]{2,54}(?=$|[~^])/, '$1'),
  runs: 0,
  commits: [],
  setAside: [],
});

/** What of a counted row is the team's and not the machine's: from which change on it fails. */
export const countThresholdOf =
  (config: Config) =>
  (row: Pick<Comparison, 'package' | 'benchmark' | 'unit'>): number =>
    policyFor(config)({ ...row, exact: false, counted: true }).threshold;

/** From judged rows to the whole answer. */
export function conclude(judged: Judged, environment: Environment): Verdict {
  const verdict = judgeGate(judged);
  const seen = { ...judged, sight: sightOf(judged) };
  const sentence = headline(verdict, seen);
  return {
    ...seen,
    verdict,
    headline: plainText(sentence),
    sentence,
    environment,
    advice: advice(seen, environment.cpu),
  };
}

/** Profiles of one side only: what the base has must not get lost, what is new is told. */
export function gaps(head: readonly Run[], base: readonly Run[]): Warning[] {
  const { open, told } = sliceGaps(head, base);
  return [
    ...open.map((message) => ({ kind: 'profile', message }) as const),
    ...told.map((message) => ({ kind: 'policy', message }) as const),
  ];
}

/** A rule that matches nothing guards nothing: most often a name or a unit is misspelt. */
export function idleRules(config: Config, { comparisons, profiles }: Compared): Warning[] {
  const functions = profiles.flatMap((profile) => profile.functions);
  return [
    ...unmatched(config, comparisons),
    ...unmatchedUnits(config, comparisons),
    ...unmatchedWaivers(config, comparisons, functions),
    ...(functions.length === 0
      ? []
      : [...unmatchedFunctions(config, functions), ...unmatchedProfiles(config, profiles)]),
  ].map((message) => ({ kind: 'policy', message }));
}

interface Policies {
  readonly series: ReturnType<typeof policyFor>;
  readonly comparison: (row: Comparison) => Policy;
  readonly function: ReturnType<typeof functionPolicyFor>;
}

function policiesOf(config: Config): Policies {
  const series = policyFor(config);
  return {
    series,
    comparison: (row) =>
      series({ ...row, exact: row.test === 'exact', counted: row.test === 'counted' }),
    function: functionPolicyFor(config),
  };
}
