/**
 * The stored runs of main, newest first: most by what the newest of them carries, so that one download is enough.
 *
 * GitHub's list says which runs there are. The newest that is trusted is downloaded, and its history says of the
 * others what they measured, or that they have nothing to give. Only runs that it does not account for are looked
 * at: those that finished at the same time, or all of them where it carries nothing (an older release wrote it, it
 * has expired, it is damaged). Those are downloaded ahead, four at a time.
 */
import type { WorkflowRun } from '../model/workflow.ts';
import {
  away,
  dated,
  type Examined,
  examine,
  type Found,
  type FoundRun,
  type RunSource,
} from './examine.ts';
import type { History } from './history.ts';
import type { Limits } from './manifest.ts';
import { type Loaded, setAside } from './store.ts';
import {
  distrustOfCarried,
  distrustOfOrigin,
  distrustOfRun,
  recordingEvents,
  type TrustRule,
} from './trust/trust.ts';

/** What the store asks of GitHub. Each call throws InputError when GitHub refuses. */
export interface ArtifactSource extends RunSource {
  /** The runs of one workflow, newest first, as many as GitHub lists (1000); without an event, of any. */
  workflowRuns(filter: {
    readonly workflowPath: string;
    readonly branch: string;
    readonly event?: string;
  }): AsyncIterable<WorkflowRun>;
}

export interface ChainOptions {
  readonly source: ArtifactSource;
  readonly trust: TrustRule;
  /** Tells the baselines of several jobs of one workflow apart; see `artifactName`. */
  readonly key: string;
  readonly limits: Limits;
  /** The run in progress, which is no baseline yet. */
  readonly inProgress?: { readonly runId: number; readonly attempt: number } | undefined;
  /** What was examined before is not examined again. */
  readonly examined: Map<number, Examined>;
}

/** Workflow runs looked at, trusted or not: what GitHub lists. */
const mostListed = 1000;
/** Trusted runs whose artifacts are looked for; each costs requests of the token's 1000 an hour. */
const mostExamined = 100;
/** Runs in flight at once: the wait is the network's, the memory is ours. */
const window = 4;
/** As many are listed, although the history accounts for all before: a page of GitHub's list. */
const usuallyListed = 50;

/** What is known after a walk along the chain, for the next one. */
export interface Known {
  readonly looked: Map<number, number>;
  since: number;
}

/** The runs as they come, and what is to be said. `known` is filled on the way. */
export async function* chain(
  options: ChainOptions,
  known: Known = { looked: new Map(), since: 0 },
): AsyncGenerator<Found> {
  const stop = new AbortController();
  const walk = walkOf(options, known, stop.signal);
  const ahead: Ahead[] = [];
  try {
    for await (const next of steps(options, walk)) {
      ahead.push(next);
      while (ahead.length > 0 && (ahead.length >= window || !walk.isDark())) {
        yield* await walk.settled(ahead.shift());
      }
    }
    for (const one of ahead) yield* await walk.settled(one);
    yield* walk.rest();
  } finally {
    stop.abort();
    await Promise.allSettled(ahead.map(({ examination }) => examination));
  }
}

/** A listed run, and what is being found out of it; a run that is not looked at has its reason or nothing. */
interface Ahead {
  readonly run: WorkflowRun | null;
  readonly said: Loaded | null;
  readonly examination: Promise<Examined> | null;
}

interface Walk {
  readonly begin: (run: WorkflowRun) => Ahead;
  /** Whether some history accounts for the run. */
  readonly isCovered: (run: WorkflowRun) => boolean;
  /** Whether no history has been seen, although runs were looked at: all have to be. */
  readonly isDark: () => boolean;
  /** Whether all runs before this one are accounted for. */
  readonly isLast: (run: WorkflowRun) => boolean;
  readonly settled: (one: Ahead | undefined) => Promise<Found[]>;
  /** Carried runs that the list did not have. */
  readonly rest: () => Found[];
  readonly note: (run: WorkflowRun) => void;
}

function walkOf(
  { source, trust, key, limits, inProgress, examined }: ChainOptions,
  known: Known,
  signal: AbortSignal,
): Walk {
  const listed = new Map<number, WorkflowRun>();
  const histories: { readonly carrier: number; readonly history: History }[] = [];
  const carried = new Map<string, FoundRun>();
  const given = new Set<string>();
  /** Answers there are. */
  let looks = 0;
  const placeOf = ({ runId, attempt }: { runId: number; attempt: number }) => `${runId} ${attempt}`;

  const absorb = (history: History, carrier: number): void => {
    histories.push({ carrier, history });
    known.since = Math.max(known.since, history.since);
    for (const [id, attempt] of history.looked) look(id, attempt);
    for (const one of history.runs) {
      look(one.runId, one.attempt);
      if (carried.has(placeOf(one))) continue;
      const { commit } = one.manifest;
      const { repositoryId } = trust;
      const origin = {
        id: one.runId,
        headSha: commit,
        repositoryId,
        headRepositoryId: repositoryId,
      };
      carried.set(placeOf(one), away(one, origin, { source, key, limits }));
    }
  };
  const look = (id: number, attempt: number): void => {
    known.looked.set(id, Math.max(attempt, known.looked.get(id) ?? 0));
  };
  /** Those not given yet of the workflow runs from this one on, newest first. */
  const carriedFrom = (id: number): Found[] => {
    const due = [...carried.values()]
      .filter((foundRun) => foundRun.runId >= id && !given.has(placeOf(foundRun)))
      .sort((a, b) => b.runId - a.runId || b.attempt - a.attempt);
    return due.map((foundRun): Found => {
      given.add(placeOf(foundRun));
      const { manifest, summary } = foundRun.run;
      const one = { runId: foundRun.runId, attempt: foundRun.attempt, manifest, summary };
      const distrust = distrustOfCarried(one, listed.get(foundRun.runId), trust);
      if (distrust === undefined) return { kind: 'run', ...foundRun };
      const reason = `workflow run ${foundRun.runId}, which a later run carries, ${distrust}`;
      return { kind: 'said', item: setAside(manifest, reason) };
    });
  };
  return {
    note: (run) => listed.set(run.id, run),
    isCovered: (run) => run.id < known.since || (known.looked.get(run.id) ?? 0) >= run.attempt,
    isDark: () => looks > 0 && histories.length === 0,
    isLast: (run) => histories.some(({ carrier }) => run.id < carrier),
    begin(run) {
      const isOwn = run.id === inProgress?.runId;
      const before = isOwn ? inProgress.attempt : undefined;
      const once = examined.get(run.id);
      const examination =
        once === undefined
          ? examine(run, { source, key, limits, signal }, before)
          : Promise.resolve(once);
      examination.catch(() => {}); // awaited later, but perhaps only after it has failed
      return { run, said: null, examination };
    },
    async settled(one) {
      if (one === undefined) return [];
      if (one.run === null || one.examination === null) {
        const before = one.run === null ? [] : carriedFrom(one.run.id);
        return one.said === null ? before : [...before, { kind: 'said', item: one.said }];
      }
      const { id, attempt } = one.run;
      const found = await one.examination;
      looks++;
      if (found.isWhole) {
        examined.set(id, found);
        look(id, attempt);
      }
      const before = carriedFrom(id + 1);
      if (found.history !== null) absorb(found.history, id);
      const own = found.found.filter((item) => item.kind === 'said' || !given.has(placeOf(item)));
      for (const item of own) if (item.kind === 'run') given.add(placeOf(item));
      return [...before, ...own, ...carriedFrom(id)];
    },
    rest: () => carriedFrom(0),
  };
}

/** What is to be done about each listed run. */
async function* steps(
  { source, trust, inProgress }: ChainOptions,
  walk: Walk,
): AsyncGenerator<Ahead> {
  const step = (run: WorkflowRun | null, said: Loaded | null): Ahead => ({
    ...{ run, said, examination: null },
  });
  let listed = 0;
  let examined = 0;
  for await (const run of listedRuns(source, trust)) {
    if (listed++ === mostListed || examined === mostExamined) {
      yield step(null, onlySome(trust.defaultBranch));
      return;
    }
    walk.note(run);
    const isOurs = distrustOfOrigin(run, trust) === undefined;
    if (run.id === inProgress?.runId) {
      // What its earlier attempts measured is of this commit, too: trusted once it has ended well.
      if (inProgress.attempt > 1 && isOurs) yield walk.begin(run);
    } else if (isOurs && walk.isCovered(run)) {
      // Whoever carries it has seen that it came before; so it came before the base, as its carrier did.
      yield step(run, null);
    } else {
      const distrust = await distrustOfRun(run, trust);
      if (distrust !== undefined) {
        yield step(null, setAside(dated(run), `workflow run ${run.id} ${distrust}`));
      } else {
        examined++;
        yield walk.begin(run);
      }
    }
    if (listed >= usuallyListed && walk.isLast(run)) return;
  }
}

/** Runs of any event, looked at before the list is asked for by event. */
const mostOfOthers = 100;

/**
 * One list for all events. Where it holds none of main's own, as when somebody fills it with pull requests from a
 * branch called like the default one, a list for each event that counts.
 */
async function* listedRuns(
  source: ArtifactSource,
  { workflowPath, defaultBranch: branch, ...rule }: TrustRule,
): AsyncGenerator<WorkflowRun> {
  const met = new Set<number>();
  let isUseful = false;
  for await (const run of source.workflowRuns({ workflowPath, branch })) {
    met.add(run.id);
    isUseful ||=
      distrustOfOrigin(run, { workflowPath, defaultBranch: branch, ...rule }) === undefined;
    yield run;
    if (!isUseful && met.size === mostOfOthers) break;
  }
  if (isUseful || met.size < mostOfOthers) return;
  for (const event of recordingEvents) {
    for await (const run of source.workflowRuns({ workflowPath, branch, event })) {
      if (!met.has(run.id)) yield run;
    }
  }
}

const onlySome = (branch: string): Loaded => ({
  kind: 'warning',
  warning: {
    kind: 'baseline',
    message: `only the newest workflow runs of ${branch} were searched for a baseline (${mostExamined} finished ones, ${mostListed} in all)`,
  },
});
