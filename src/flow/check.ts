/**
 * How often is this gate wrong here? The gate is replayed over main's own stored runs: each in
 * turn plays the pull request, the others are its baseline. Nothing was changed on purpose between
 * neighbouring runs of main, so what fails is a false alarm (or a change that main itself made,
 * which the table cannot tell apart and therefore counts).
 */
import { conformal } from '../compare/benchmarks/conformal.ts';
import { UnreachableError } from '../model/error.ts';
import type { Run } from '../model/run.ts';
import type { Replayed, SelfCheck } from '../model/selfcheck.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Warning } from '../model/warning.ts';
import { type Config, readOptions } from '../settings/config.ts';
import { type RunInputs, readRun } from '../source/files/collect.ts';
import { wilson } from '../stats/wilson.ts';
import type { BaselineStore } from '../store/store.ts';
import { compare, judge } from './judgement.ts';
import { load } from './stored.ts';

/** Thresholds that a team may choose; the replay says what each would have cost. */
const thresholds = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5] as const;

/** `runs` of one environment, newest first; at least three, so that each has a baseline. */
export function selfCheck(
  runs: readonly Run[],
  head: Run | null,
  config: Config,
  name?: string,
): SelfCheck {
  const verdicts = replay(runs, config, name);
  const settings = [tally(config.threshold, verdicts)];
  for (const threshold of thresholds) {
    if (threshold === config.threshold) continue;
    settings.push(tally(threshold, replay(runs, { ...config, threshold })));
  }
  return {
    runs: runs.length,
    settings,
    quiet: quietFrom(settings),
    present: head === null ? null : conformal(head, runs),
    alarms: verdicts.flatMap(({ verdict, headline }, i) =>
      verdict === 'fail'
        ? [{ commit: runs[i]?.commit ?? '', time: runs[i]?.time ?? '', headline }]
        : [],
    ),
  };
}

function quietFrom(settings: readonly Replayed[]): number | null {
  const loud = Math.max(
    ...settings.filter(({ failed }) => failed > 0).map(({ threshold }) => threshold),
  );
  const quiet = settings.filter(
    (replayed) => replayed.threshold > loud && replayed.suspect + replayed.passed > 0,
  );
  return quiet.length === 0 ? null : Math.min(...quiet.map(({ threshold }) => threshold));
}

const replay = (runs: readonly Run[], config: Config, name?: string): Verdict[] =>
  runs.map((run, i) => decide(run, others(runs, i), config, name));

/** The nearest in time first, as the newest are for a head: main's level then is the run's own. */
const others = (runs: readonly Run[], i: number): Run[] =>
  runs
    .map((run, j) => ({ run, away: Math.abs(j - i) }))
    .filter(({ away }) => away > 0)
    .sort((a, b) => a.away - b.away)
    .map(({ run }) => run);

function tally(threshold: number, verdicts: readonly Verdict[]): Replayed {
  const count = (word: Verdict['verdict']) =>
    verdicts.filter(({ verdict }) => verdict === word).length;
  const [failed, suspect, passed] = [count('fail'), count('suspect'), count('pass')];
  const compared = failed + suspect + passed;
  return {
    threshold,
    failed,
    suspect,
    passed,
    incomplete: verdicts.length - compared,
    interval: wilson(failed, compared),
  };
}

/** As many stored runs as are replayed at most: enough for a rate, and still read in a minute. */
export const mostReplayed = 100;

/** The stored runs of one environment: the head's, or the newest run's where there is no head. */
export async function storedRuns(
  inputs: RunInputs | null,
  store: Pick<BaselineStore, 'load' | 'name'>,
  config: Config,
): Promise<{
  readonly head: Run | null;
  /** What the base is called. */
  readonly name: string;
  readonly runs: readonly Run[];
  readonly setAside: number;
  readonly warnings: readonly Warning[];
}> {
  const tables = readOptions(config);
  const head = inputs === null ? null : await readRun(inputs, tables);
  const all = { ...config, baselineRuns: mostReplayed };
  const baseline = await load(store, head, all, tables);
  if (baseline.unread) throw new UnreachableError(baseline.unread);
  const { name, runs, setAside, warnings } = baseline;
  return { head, name, runs, setAside: setAside.length, warnings };
}

/** The gate on runs that are read already: `baseline check` replays main's own. */
export function decide(head: Run, stored: readonly Run[], config: Config, name = 'main'): Verdict {
  const runs = stored.slice(0, config.baselineRuns);
  const baseline = { name, runs, newest: null, setAside: [], warnings: [] };
  return judge([head], baseline, compare([head], runs, config), config);
}
