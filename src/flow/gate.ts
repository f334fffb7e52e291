/**
 * The whole program on one page: collect -> load -> compare -> judge, and keep.
 *
 * The two entries (action.ts, cli.ts) translate their worlds into these calls and the answer into
 * reports and exit codes. Plain values pass between the stages; each stage knows only its own.
 */

import { wholeRounds } from '../compare/benchmarks/rounds.ts';
import { pooled } from '../compare/functions/roundprofiles.ts';
import { difference } from '../compare/gate/environment.ts';
import { type Asked, afterRounds, keyOf, suspects, toConfirm } from '../judge/confirm.ts';
import { decided, openNames, seeksCause } from '../judge/decided.ts';
import {
  InputError,
  type JudgedComparison,
  type Round,
  type RoundsUse,
  type Run,
  type Verdict,
  type Warning,
} from '../model/model.ts';
import type { ReadOptions } from '../profile/readtable.ts';
import { type Config, readOptions } from '../settings/config.ts';
import { type RunInputs, readRun } from '../source/files/collect.ts';
import { refuseTwins } from '../source/files/samefiles.ts';
import type { Look } from '../stats/spending.ts';
import { packRun, type StoredRun } from '../store/manifest.ts';
import type { BaselineStore } from '../store/store.ts';
import { compare, compareHere, conclude, gaps, idleRules, judge, judgeRows } from './judgement.ts';
import { known, load, withoutItself } from './stored.ts';

/** What the head measured: once, or in several runs of one commit (attempts, shards). */
export interface HeadInputs extends RunInputs {
  /** The other runs, earlier ones or those of other shards, each on a machine of its own. */
  readonly others?: readonly RunInputs[];
}

export interface Gated {
  readonly verdict: Verdict;
  /** The newest stored run that was compared with, for diffing by hand. */
  readonly base: StoredRun | null;
  /** Why what had to be confirmed could not be measured: bad input, whatever the verdict; or null. */
  readonly problem: string | null;
}

/** Base and head, run in turn on this machine (src/source/rounds/rounds.ts); the gate only asks. */
export interface Measurer {
  /** When to look: `looks(maxRounds)` of stats/spending.ts. */
  readonly looks: readonly Look[];
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
}

type Row = Pick<JudgedComparison, 'package' | 'benchmark' | 'unit'>;

/** The rows to be measured again, and all that the head has. */
export interface Wanted {
  readonly suspects: readonly Row[];
  readonly all: readonly Row[];
}

export interface Measured extends Omit<RoundsUse, 'rounds'> {
  readonly rounds: readonly Round[];
  readonly warnings: readonly Warning[];
  /** Why base and head may have run the same code: no failure, and never a pass. */
  readonly doubts?: readonly Warning[] | undefined;
  /** Base and head are one commit: what differs was not committed. */
  readonly baseIsHead: boolean;
}

/** Called after each number of rounds that `looks` names, with all rounds so far. */
export type LookAt = (rounds: readonly Round[]) => Looked;

export interface Looked {
  readonly verdict: Verdict;
  /** Names of benchmarks that need more rounds. */
  readonly open: readonly string[];
  /** Benchmarks that need no more, those of earlier looks too. */
  readonly decided: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly text: string;
  }[];
  /** No further round can change what is gated or name the function, or none is planned. */
  readonly done: boolean;
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
  tables: ReadOptions = readOptions(config),
  measurer: Measurer | null = null,
): Promise<Gated> {
  const runs = [inputs, ...(inputs.others ?? [])];
  refuseTwins(runs.flatMap((run) => [...run.benchmarks, ...run.profiles]));
  const newest = await readRun(inputs, tables);
  const { others, warnings } = await readOthers(inputs.others ?? [], newest, config, tables);
  const head = [newest, ...others];
  const loaded = withoutItself(await load(store, newest, config, tables), newest);
  const baseline = { ...loaded, warnings: [...warnings, ...loaded.warnings] };
  const compared = compare(head, baseline.runs, config);
  const screened = judge(head, baseline, compared, config);
  // Without stored runs nothing is suspected, and to measure everything is for who asks for it.
  const idle =
    measurer === null ||
    config.confirm === 'never' ||
    (measurer.isUnasked === true && baseline.runs.length === 0);
  const asked = idle ? null : toConfirm(screened);
  const answer =
    measurer === null || asked === null
      ? { verdict: screened, problem: null }
      : await confirm(screened, asked, measurer, config);
  return { ...answer, base: baseline.newest };
}

/** The rounds have the last word on what was asked; a measurement that failed never passes. */
async function confirm(
  screened: Verdict,
  asked: Asked,
  measurer: Measurer,
  config: Config,
): Promise<Pick<Gated, 'verdict' | 'problem'>> {
  const { looks, isUnasked = false } = measurer;
  const look = lookAt(config, looks, asked);
  const wanted = wantedOf(screened, asked);
  const found = await measurer.measure(asked.only, look, wanted).catch(nothingMeasured);
  if (found === null) return { verdict: screened, problem: null };
  const measured = unlikeItself(found);
  const here = roundsVerdict(measured, looks, config, asked);
  if (isUnasked) return { verdict: ifMeasured(screened, here, asked, measured), problem: null };
  const verdict = conclude(afterRounds(screened, here, asked), screened.environment);
  const lost = unmeasured(screened, asked, measured);
  const asks =
    lost &&
    `${lost}: does \`run\` measure what the stored runs did, and print its package and unit?`;
  return { verdict, problem: measured.warnings[0]?.message ?? asks };
}

function wantedOf(screened: Verdict, asked: Asked): Wanted {
  const all = screened.comparisons.filter((row) => row.head !== null);
  return { suspects: asked.only === null ? all : suspects(screened, asked), all };
}

/**
 * After rounds that nobody asked for: they have the last word where they can tell something, and
 * the stored runs have it where not. A failure of theirs is no failure of what was asked.
 */
function ifMeasured(screened: Verdict, here: Verdict, asked: Asked, measured: Measured): Verdict {
  const failure = here.warnings.find(
    ({ kind }) => kind === 'failed' || kind === 'unmeasured',
  )?.message;
  const told = failure ?? unmeasured(screened, asked, measured);
  const rows =
    failure === undefined ? afterRounds(screened, here, { ...asked, keepsRest: true }) : screened;
  const message = `${told}; so the verdict of the stored runs stands (the log may say more): say in \`run\` how to measure, or \`confirm: never\``;
  const warnings: Warning[] = told === null ? [] : [{ kind: 'policy', message }];
  return conclude({ ...rows, warnings: [...rows.warnings, ...warnings] }, screened.environment);
}

/** A command that does not run what is suspected would clear everything. */
function unmeasured(screened: Verdict, asked: Asked, { rounds }: Measured): string | null {
  const ran = new Set(rounds.flatMap((of) => of.head.series.map(keyOf)));
  const lost = suspects(screened, asked).find((row) => !ran.has(keyOf(row)));
  return lost === undefined
    ? null
    : `the rounds here did not measure ${lost.package}${lost.package === '' ? '' : ' '}${lost.benchmark} ${lost.unit}`;
}

/** What main's runs suspect is in the commit, and so it is in a base that is the same commit. */
function unlikeItself(measured: Measured): Measured {
  if (!measured.baseIsHead) return measured;
  const message =
    'base and head are the same commit: that clears nothing; say what to measure against, like HEAD~1';
  const warnings: Warning[] = [...measured.warnings, { kind: 'unmeasured', message }];
  return { ...measured, rounds: [], warnings };
}

function nothingMeasured(error: unknown): Measured {
  if (!(error instanceof InputError)) throw error;
  const message = `base and head could not be measured here: ${error.message}`;
  const warnings: Warning[] = [{ kind: 'unmeasured', message }];
  return { rounds: [], repeated: 0, seed: 0, base: '', machine: [], warnings, baseIsHead: false };
}

/** What the loop of rounds asks after each block: is it decided? */
export function lookAt(config: Config, looks: readonly Look[], asked: Asked | null = null): LookAt {
  return (rounds) => {
    const use = { rounds, repeated: 0, seed: 0, base: rounds[0]?.base.commit ?? '', machine: [] };
    const measured = { ...use, warnings: [], baseIsHead: false };
    const verdict = roundsVerdict(measured, looks, config, asked);
    const open = openNames(verdict);
    const compared = verdict.comparisons.some((row) => row.gated && row.base && row.head);
    const last = rounds.length >= (looks.at(-1)?.after ?? 0);
    return {
      verdict,
      open,
      decided: decided(verdict),
      done: last || (compared && open.length === 0 && !seeksCause(verdict)),
    };
  };
}

/** The verdict on rounds alone: `flamegate measure`. Never a pass before the first look. */
export function roundsVerdict(
  measured: Measured,
  looks: readonly Look[],
  config: Config,
  asked: Asked | null = null,
): Verdict {
  const { rounds, warnings, doubts = [], baseIsHead: _, ...use } = measured;
  const heads = rounds.map((of) => of.head);
  const enough = rounds.length >= (looks[0]?.after ?? Number.POSITIVE_INFINITY);
  const whole = enough ? pooled(wholeRounds(rounds)) : [];
  const compared = compareHere(rounds, whole, looks, config, asked);
  const sides = { heads: whole.map((of) => of.head), bases: whole.map((of) => of.base) };
  const runs = rounds.flatMap((of) => [...of.base.warnings.map(notTheHeads), ...of.head.warnings]);
  return conclude(
    {
      ...judgeRows(compared, config),
      p: null,
      baseline: { runs: 0, commits: [], setAside: [] },
      rounds: { ...use, rounds: rounds.length },
      warnings: [
        ...warnings,
        ...doubts,
        ...once(runs),
        // Why nothing at all was measured is said by whoever could not.
        ...(enough || rounds.length === 0 ? [] : [tooFew(rounds.length, looks)]),
        ...gaps(sides.heads, sides.bases),
        ...(asked === null ? idleRules(config, compared) : []),
      ],
    },
    heads[0]?.environment ?? {},
  );
}

/** A base that fails leaves nothing to compare with, and is not what the pull request did. */
const notTheHeads = (warning: Warning): Warning =>
  warning.kind === 'failed'
    ? { ...warning, kind: 'unmeasured', message: `the base failed: ${warning.message}` }
    : warning;

function tooFew(rounds: number, looks: readonly Look[]): Warning {
  const message = `only ${rounds} of at least ${looks[0]?.after ?? 0} rounds could be measured: nothing was decided by them`;
  return { kind: 'unmeasured', message };
}

/** Twenty rounds say the same thing twenty times. */
const once = (warnings: readonly Warning[]): Warning[] => [
  ...new Map(
    warnings.map((of) => [`${of.kind}\0${of.file}\0${of.line}\0${of.message}`, of]),
  ).values(),
];

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
