/**
 * The artifact store: the runs of main are the artifacts that this workflow's runs on the default branch uploaded,
 * and each carries what those before it measured.
 *
 * Which runs there are is chain.ts, what one of them uploaded examine.ts, what may be believed trust/trust.ts. It
 * knows GitHub only by the interface of chain.ts; src/github/ implements it.
 */
import { InputError } from '../model/error.ts';
import { type ArtifactSource, chain, type Known } from './chain.ts';
import type { Examined, FoundRun } from './examine.ts';
import { type CarriedRun, packHistory } from './history.ts';
import { defaultLimits, type Limits, type StoredRun } from './manifest.ts';
import type { BaselineStore, Loaded, Summaries } from './store.ts';
import type { TrustRule } from './trust/trust.ts';
import { refuseWhereImpossible, type UploadPlace, uploadRun } from './upload.ts';

export type { ArtifactSource } from './chain.ts';

export interface ArtifactOptions {
  readonly source: ArtifactSource;
  readonly trust: TrustRule;
  /** Tells the baselines of several jobs of one workflow apart; see `artifactName`. */
  readonly key: string;
  readonly limits?: Limits | undefined;
}

export interface ArtifactStoreOptions extends ArtifactOptions {
  readonly upload: UploadPlace;
}

/**
 * Runs in GitHub's artifacts. `keep` uploads to the workflow run in progress: it becomes baseline
 * when that run is a finished one of the default branch, and only then.
 */
export function artifactStore(options: ArtifactStoreOptions): BaselineStore {
  const { upload, limits = defaultLimits } = options;
  const own = { runId: upload.runId, attempt: upload.attempt };
  const walking = { ...options, limits, inProgress: own, examined: new Map<number, Examined>() };
  return {
    name: options.trust.defaultBranch,
    async *load() {
      for await (const found of chain(walking)) {
        if (found.kind === 'said') yield found.item;
        // An earlier attempt of the run in progress is no baseline of it.
        else if (found.runId !== own.runId) yield { kind: 'run', run: found.run };
      }
    },
    async keep(run, summaries) {
      refuseWhereImpossible(upload.serverUrl);
      const known: Known = { looked: new Map(), since: 0 };
      const before = await carriedBefore(chain(walking, known), known, summaries);
      const history = await historyOf(run, own, before, known, summaries);
      return uploadRun(run, upload, history);
    },
  };
}

/** What the store loads, for who only reads. */
export async function* storedArtifacts(options: ArtifactOptions): AsyncGenerator<Loaded> {
  const { limits = defaultLimits } = options;
  for await (const found of chain({ ...options, limits, examined: new Map() })) {
    yield found.kind === 'said' ? found.item : { kind: 'run', run: found.run };
  }
}

/** Runs that are carried at most, and of those as many that are opened to be summed up anew. */
const mostCarried = 100;
const mostOpened = 30;
/** Opened at once. */
const window = 4;

/** The runs before, as far as they can be had: what is lost here is looked at again by the next run. */
async function carriedBefore(
  runs: AsyncIterable<{ kind: 'said' } | ({ kind: 'run' } & FoundRun)>,
  known: Known,
  summaries: Summaries | undefined,
): Promise<CarriedRun[]> {
  const found: FoundRun[] = [];
  let opened = 0;
  try {
    for await (const item of runs) {
      if (item.kind !== 'run') continue;
      if (item.run.isAway !== true && ++opened > mostOpened) {
        known.since = Math.max(known.since, item.runId + 1);
        break;
      }
      found.push(item);
      if (found.length === mostCarried) break;
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  const carried: CarriedRun[] = [];
  for (let from = 0; from < found.length; from += window) {
    const some = found.slice(from, from + window);
    // A new release reads all anew: the newest at once, the others as they are needed.
    const by = from < mostOpened ? summaries : undefined;
    carried.push(...(await Promise.all(some.map((one) => carriedOf(one, by)))));
  }
  return carried;
}

/** With the summary that it came with, where that is of use or there is no better one. */
async function carriedOf(
  { runId, attempt, run: { manifest, summary, open } }: FoundRun,
  summaries: Summaries | undefined,
): Promise<CarriedRun> {
  const as = { runId, attempt, manifest };
  const isUsable = summary !== null && (summaries?.isUsable(manifest, summary) ?? true);
  if (isUsable || summaries === undefined) return { ...as, summary };
  try {
    return { ...as, summary: (await summaries.of(await open())) ?? summary };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...as, summary };
  }
}

async function historyOf(
  run: StoredRun,
  own: { readonly runId: number; readonly attempt: number },
  before: readonly CarriedRun[],
  { looked, since }: Known,
  summaries: Summaries | undefined,
): Promise<Uint8Array | null> {
  const summary = (await summaries?.of(run)) ?? null;
  const runs = [{ ...own, manifest: run.manifest, summary }, ...before];
  return packHistory({ runs, looked: new Map([...looked, [own.runId, own.attempt]]), since });
}
