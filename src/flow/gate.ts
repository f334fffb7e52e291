/**
 * The main job on one page: collect -> load -> compare -> judge, then what looks slower is measured again.
 *
 * The two entries translate their worlds into these calls and the answer into reports and exit codes.
 * Plain values pass between the stages; each stage knows only its own.
 */
import { unlike } from '../compare/gate/environment.ts';
import { type Asked, afterRounds, suspects, toConfirm } from '../judge/confirm.ts';
import { isClearedByCounts, withInstructions } from '../judge/instructions.ts';
import type { JudgedComparison } from '../model/comparison.ts';
import { InputError } from '../model/error.ts';
import type { Evidence } from '../model/evidence.ts';
import { seriesKey } from '../model/keys.ts';
import type { Run } from '../model/run.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Warning } from '../model/warning.ts';
import { type Config, readOptions } from '../settings/config.ts';
import { type RunInputs, type RunOptions, readRun } from '../source/files/collect.ts';
import { refuseTwins } from '../source/files/samefiles.ts';
import type { PlannedLook } from '../stats/spending.ts';
import type { BaselineStore, ListedRun } from '../store/store.ts';
import { countFirst } from './countfirst.ts';
import type { CountedBenchmarks, CountPlan } from './counting.ts';
import { evidenceOf, type RunFiles, withRounds } from './evidence.ts';
import { compare, conclude, judge } from './judgement.ts';
import { type LookAt, lookAt, type Measured, roundsEvidence, roundsVerdict } from './measure.ts';
import { type Baseline, known, load, runFilesOf, withoutItself } from './stored.ts';

/** What the head measured: once, or in several runs of one commit (attempts, shards). */
export interface HeadInputs extends RunInputs {
  /** The other runs, earlier ones or those of other shards, each on a machine of its own. */
  readonly others?: readonly RunInputs[];
}

export interface Gated {
  readonly verdict: Verdict;
  /** The newest stored run that was compared with, for diffing by hand. */
  readonly base: ListedRun | null;
  /** What the verdict rests on, for reports that draw; nothing is read before they ask. */
  readonly evidence: Evidence;
  /** Why what had to be confirmed could not be measured: bad input, whatever the verdict; or null. */
  readonly problem: string | null;
  /** Why nothing was compared although there are stored runs: none could be had; or null. */
  readonly unread: string | null;
}

/** Base and head, run in turn on this machine (src/source/rounds/rounds.ts); the gate only asks. */
export interface Measurer {
  /** When to look: `looks(maxRounds)` of stats/spending.ts. */
  readonly looks: readonly PlannedLook[];
  /**
   * Nobody said how to measure (`confirm: auto`): what cannot be measured then leaves the stored
   * runs' verdict as it is, with a warning.
   */
  readonly isUnasked?: boolean;
  /**
   * Measures these benchmarks (null: all) until `look` is done or time runs out; `wanted` are their
   * rows. Throws InputError where nothing could be measured; what was measured before a later
   * failure is returned with a warning of kind `unmeasured`. Null where there is nothing to measure and
   * nobody expects it: no repository.
   */
  readonly measure: (
    only: readonly string[] | null,
    look: LookAt,
    wanted: Wanted,
  ) => Promise<Measured | null>;
  /**
   * Counts the instructions of the suspects before they are measured, in a part of the same time. Null where that
   * cannot be done, which needs no reason: rounds follow. Absent where nothing is to be counted.
   */
  readonly count?:
    | ((wanted: ToCount, threshold: CountPlan['threshold']) => Promise<CountedBenchmarks | null>)
    | undefined;
}

/** Counts and rounds that share something: base and head are built once, and gone when `work` ends. */
export interface SharedMeasurer {
  readonly isUnasked: true;
  readonly during: <T>(work: (measurer: Measurer) => Promise<T>) => Promise<T>;
}

type Row = Pick<JudgedComparison, 'package' | 'benchmark' | 'unit'>;

/** The rows to be measured again, and all that the head has. */
export interface Wanted {
  readonly suspects: readonly Row[];
  readonly all: readonly Row[];
}

/** `suspects` are those whose instructions say something. */
export interface ToCount extends Wanted {
  /** All that rounds may be asked for later. */
  readonly later: readonly Row[];
}

/**
 * The main job: the head against the stored runs of main. With a `measurer`, what looks slower
 * is measured base against head on this machine, and only what is confirmed fails. Throws
 * InputError.
 */
export async function gate(
  inputs: HeadInputs,
  store: BaselineStore,
  config: Config,
  tables: RunOptions = readOptions(config),
  measurer: Measurer | SharedMeasurer | null = null,
): Promise<Gated> {
  const runs = [inputs, ...(inputs.others ?? [])];
  refuseTwins(runs.flatMap((run) => [...run.benchmarks, ...run.profiles]));
  const newest = await readRun({ ...inputs, purpose: 'gate' }, tables);
  const { others, warnings } = await readOthers(inputs.others ?? [], newest, config, tables);
  const heads = [filesOf(newest, inputs), ...others];
  const head = heads.map(({ run }) => run);
  const loaded = withoutItself(await load(store, newest, config, tables), newest);
  const baseline = { ...loaded, warnings: [...warnings, ...loaded.warnings] };
  const compared = compare(head, baseline.runs, config, baseline.elsewhere);
  const screened = judge(head, baseline, compared, config);
  // Without stored runs nothing is suspected, and to measure everything is for who asks for it.
  const idle =
    measurer === null ||
    config.confirm === 'never' ||
    (measurer.isUnasked === true && baseline.runs.length === 0);
  const asked = idle ? null : toConfirm(screened);
  const { verdict, problem, rounds } =
    measurer === null || asked === null
      ? { verdict: screened, problem: null, rounds: null }
      : await during(measurer)((item) => confirm(screened, asked, item, { config, tables }));
  const stored = evidenceOf({ base: runFilesOf(baseline), head: heads }, tables);
  const unread = rounds === null ? unreadBaseline(baseline) : null;
  return {
    verdict,
    problem,
    unread,
    base: baseline.newest,
    evidence: withRounds(stored, rounds),
  };
}

const during = (item: Measurer | SharedMeasurer): SharedMeasurer['during'] =>
  'during' in item ? item.during : (work) => work(item);

/** That nothing was compared because no stored run could be had: an empty baseline is another thing. */
function unreadBaseline({ runs, setAside, unread }: Baseline): string | null {
  const lost = unread ?? setAside.find((aside) => aside.unreachable)?.reason;
  return runs.length > 0 || lost === undefined
    ? null
    : `the baseline could not be read, so nothing was compared: ${lost}`;
}

/** How what is measured again is compared, and how its profiles are read. */
interface Settings {
  readonly config: Config;
  readonly tables: RunOptions;
}

type Answer = Pick<Gated, 'verdict' | 'problem'> & {
  /** What the rounds showed, where the verdict rests on it; else null. */
  readonly rounds: Evidence | null;
};

/** What evidently takes more instructions is slower; of the rest the rounds have the last word. */
async function confirm(
  screened: Verdict,
  asked: Asked,
  measurer: Measurer,
  settings: Settings,
): Promise<Answer> {
  const first = await countFirst(screened, asked, measurer, settings.config);
  const [before, left] = first === null ? [screened, asked] : [first.verdict, first.asked];
  if (left === null) {
    return { verdict: withCounts(before, before, false), problem: null, rounds: null };
  }
  const { problem, rounds, ...after } = await confirmByRounds(before, left, measurer, settings);
  const verdict =
    first === null ? after.verdict : withCounts(after.verdict, before, after.mayClear);
  return { verdict: withReason(verdict, after.notMeasured), problem, rounds };
}

interface Confirmed extends Answer {
  /** Why rounds that nobody asked for did not decide; or null. */
  readonly notMeasured: string | null;
  /** Nothing failed that should have cleared: equal instructions may do it for rounds that could not be run. */
  readonly mayClear: boolean;
}

/** The rounds' verdict with what was counted before them. */
function withCounts(after: Verdict, first: Verdict, mayClear: boolean): Verdict {
  const judged = withInstructions(after, first, mayClear);
  return conclude({ ...judged, counts: first.counts }, after.environment);
}

/** Why nothing was measured again, and what that leaves of the verdict. */
function withReason(verdict: Verdict, why: string | null): Verdict {
  if (why === null) return verdict;
  const but = verdict.comparisons.some(isClearedByCounts)
    ? ', but for what equal instructions clear'
    : '';
  const message = `${why}; so the verdict of the stored runs stands${but} (see the log): say in \`run\` how to measure, or set \`confirm: never\``;
  const warnings: Warning[] = [...verdict.warnings, { kind: 'policy', message }];
  return conclude({ ...verdict, warnings }, verdict.environment);
}

/** The rounds have the last word on what was asked; a measurement that failed never passes. */
async function confirmByRounds(
  screened: Verdict,
  asked: Asked,
  measurer: Measurer,
  { config, tables }: Settings,
): Promise<Confirmed> {
  const { looks, isUnasked = false } = measurer;
  const look = lookAt(config, looks, asked);
  const wanted = wantedOf(screened, asked);
  const found = await measurer.measure(asked.only, look, wanted).catch(nothingMeasured);
  if (found === null) {
    return { verdict: screened, problem: null, rounds: null, mayClear: false, notMeasured: null };
  }
  const measured = unlikeItself(found);
  const byRounds = roundsVerdict(measured, looks, config, asked);
  const rounds = asFarAsUsed(roundsEvidence(measured, tables), byRounds, asked);
  const mayClear = !found.baseIsHead && !byRounds.warnings.some(({ kind }) => kind === 'failed');
  if (isUnasked) {
    const answer = ifMeasured(screened, byRounds, asked, measured);
    return { ...answer, problem: null, rounds: answer.stands ? null : rounds, mayClear };
  }
  const verdict = conclude(afterRounds(screened, byRounds, asked), screened.environment);
  const lost = unmeasured(screened, asked, measured);
  const asks =
    lost &&
    `${lost}: does \`run\` measure what the stored runs did, and print its package and unit?`;
  const problem = measured.warnings[0]?.message ?? asks;
  return { verdict, problem, rounds, mayClear, notMeasured: null };
}

/** Rounds of a few benchmarks have profiles of those alone, and the stored ones are compared. */
function asFarAsUsed(rounds: Evidence, verdict: Verdict, asked: Asked): Evidence {
  const isUsed = ({ sampleType, slice }: Evidence['profiles'][number]) =>
    verdict.profiles.some(
      (comparison) => comparison.sampleType.type === sampleType.type && comparison.slice === slice,
    );
  return { ...rounds, profiles: asked.only === null ? rounds.profiles.filter(isUsed) : [] };
}

function wantedOf(screened: Verdict, asked: Asked): Wanted {
  const all = screened.comparisons.filter((row) => row.head !== null);
  return { suspects: asked.only === null ? all : suspects(screened, asked), all };
}

/**
 * After rounds that nobody asked for: they have the last word where they can tell something, and
 * the stored runs have it where not. A failure of theirs is no failure of what was asked.
 */
function ifMeasured(
  screened: Verdict,
  verdict: Verdict,
  asked: Asked,
  measured: Measured,
): Pick<Confirmed, 'verdict' | 'notMeasured'> & { readonly stands: boolean } {
  const failure = verdict.warnings.find(
    ({ kind }) => kind === 'failed' || kind === 'unmeasured',
  )?.message;
  const notMeasured = failure ?? unmeasured(screened, asked, measured);
  if (failure !== undefined) return { verdict: screened, notMeasured, stands: true };
  const rows = afterRounds(screened, verdict, { ...asked, keepsRest: true });
  return { verdict: conclude(rows, screened.environment), notMeasured, stands: false };
}

/** A command that does not run what is suspected would clear everything. */
function unmeasured(screened: Verdict, asked: Asked, { rounds }: Measured): string | null {
  const ran = new Set(rounds.flatMap((round) => round.head.series.map(seriesKey)));
  const lost = suspects(screened, asked).find((row) => !ran.has(seriesKey(row)));
  return lost === undefined
    ? null
    : `the rounds here did not measure ${lost.package}${lost.package === '' ? '' : ' '}${lost.benchmark} ${lost.unit}`;
}

/** What main's runs suspect is in the commit, and so it is in a base that is the same commit. */
function unlikeItself(measured: Measured): Measured {
  if (!measured.baseIsHead) return measured;
  const message =
    'base and head are the same commit, so nothing can be confirmed: say what to measure against, like HEAD~1';
  const warnings: Warning[] = [...measured.warnings, { kind: 'unmeasured', message }];
  return { ...measured, rounds: [], warnings };
}

function nothingMeasured(error: unknown): Measured {
  if (!(error instanceof InputError)) throw error;
  const message = `base and head could not be measured here: ${error.message}`;
  const warnings: Warning[] = [{ kind: 'unmeasured', message }];
  return { rounds: [], repeated: 0, seed: 0, base: '', machine: [], warnings, baseIsHead: false };
}

/** Further runs of the head count where they were measured on a machine of the same kind. */
async function readOthers(
  inputs: readonly RunInputs[],
  newest: Run,
  config: Config,
  tables: RunOptions,
): Promise<{ readonly others: readonly RunFiles[]; readonly warnings: readonly Warning[] }> {
  const others: RunFiles[] = [];
  const warnings: Warning[] = [];
  for (const input of inputs) {
    const run = await readRun(input, tables);
    const reason = unlike(newest, run, known(newest, config));
    if (reason === null) others.push(filesOf(run, input));
    else {
      const message = `another run of this commit is not used: ${reason}`;
      warnings.push({ kind: 'policy', message });
    }
  }
  return { others, warnings };
}

const filesOf = (run: Run, { profiles }: RunInputs): RunFiles => ({
  run,
  profiles: async () => profiles,
});
