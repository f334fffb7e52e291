/**
 * The branch store: the layout of a directory of stored runs (directory.ts) on a git branch of its own, one commit a run.
 *
 * Two who store at once both succeed: a push names the tip that it was made of, and is made anew where that has moved.
 * At `mostRuns` the branch begins anew with its newest half, so that it does not grow for ever. Whoever can push to the
 * branch is trusted; that what is read is a stored run, whole, is verified as everywhere.
 */
import { InputError } from '../model/error.ts';
import { type NamedRun, newestFirst, runName, summaryName } from './directory.ts';
import {
  type BranchFile,
  type BranchObjects,
  type BranchPlace,
  branchObjects,
  type Tip,
} from './gitobjects.ts';
import {
  checkNames,
  defaultLimits,
  entriesOf,
  isBranchName,
  type Limits,
  longestManifest,
  type Manifest,
  manifestName,
  readManifest,
  type StoredRun,
  unpackRun,
} from './manifest.ts';
import { quoted } from './path.ts';
import { type BaselineStore, damaged, type Loaded, type Summaries, withPlace } from './store.ts';
import { digestOf, packSummary, type Summary, unpackSummary } from './summary.ts';

/** With one more the newest half stays, in a history of one commit. */
const mostRuns = 100;
/** Pushes that others may win. */
const mostTries = 12;

/** Runs on a branch. Throws InputError where its name cannot be a branch's. */
export function branchStore(place: BranchPlace, limits: Limits = defaultLimits): BaselineStore {
  refuseName(place.branch);
  const objects = branchObjects(place);
  const at: At = { objects, branch: place.branch, limits };
  return {
    load: () => loadBranch(at),
    keep: (run, summaries) => keepRun(at, run, summaries),
    prune: (longest) => pruneBranch(at, longest),
  };
}

interface At {
  readonly objects: BranchObjects;
  readonly branch: string;
  readonly limits: Limits;
}

function refuseName(name: string): void {
  const isOne = isBranchName(name) && !/^[-/.]|\.\.|\/\/|\/\.|@\{|\.lock(?:\/|$)|[/.]$/.test(name);
  if (isOne) return;
  throw new InputError(`${quoted(name)} is not the name of a branch: write branch:flamegate-runs`);
}

/** Names of directories that this store made. */
const ofRun = /^\d{4}-\d\d-\d\dT[\d-]+Z-[\w.-]+$/;

const folderOf = (path: string): string => path.split('/')[0] ?? '';

/** Throws InputError where the branch is used for something else: it would be overwritten. */
async function tipOf({ objects, branch }: At): Promise<Tip> {
  const tip = await objects.tip();
  const other = tip.files.find(
    ({ path }) =>
      !path.includes('/') ||
      !(ofRun.test(folderOf(path)) || folderOf(path) === folderOf(summaryName('x'))),
  );
  if (other === undefined) return tip;
  throw new InputError(
    `the branch ${branch} holds ${quoted(other.path)}, which is no stored run: name a branch that is for stored runs alone`,
  );
}

interface BranchRun extends NamedRun {
  readonly files: readonly BranchFile[];
}

/** The runs of a tip newest first, and the names of those without a manifest that can be used. */
async function runsOf({ objects, limits }: At, { files }: Tip) {
  const folders = new Map<string, BranchFile[]>();
  for (const file of files) {
    const name = folderOf(file.path);
    if (!ofRun.test(name)) continue;
    const path = file.path.slice(name.length + 1);
    folders.set(name, [...(folders.get(name) ?? []), { ...file, path }]);
  }
  const manifestOf = (list: readonly BranchFile[]) =>
    list.find(({ path }) => path === manifestName);
  const ids = [...folders.values()]
    .map(manifestOf)
    .filter((branchFile) => branchFile !== undefined && branchFile.bytes <= longestManifest)
    .map((branchFile) => branchFile?.id ?? '');
  const read = await objects.read([...new Set(ids)]);
  const runs: BranchRun[] = [];
  const unusable: { name: string; reason: string }[] = [];
  for (const [name, list] of folders) {
    try {
      const manifest = readManifest(read.get(manifestOf(list)?.id ?? ''), limits);
      runs.push({ name, manifest, files: list });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      unusable.push({ name, reason: error.message });
    }
  }
  return { runs: runs.sort(newestFirst), unusable };
}

async function* loadBranch(at: At): AsyncGenerator<Loaded> {
  const { objects, branch, limits } = at;
  const tip = await tipOf(at);
  if (tip.commit === '') {
    const message = `the branch ${branch} does not exist yet: this is normal for the first run; later look for a mistake in its name`;
    yield { kind: 'warning', warning: { kind: 'baseline', message } };
    return;
  }
  const { runs, unusable } = await runsOf(at, tip);
  for (const { name, reason } of unusable) {
    yield* damaged({ commit: '', time: '' }, `${branch}:${name}`, reason);
  }
  const summaries = await summariesOf(objects, tip);
  for (const { name, manifest, files } of runs) {
    const where = `${branch}:${name}`;
    try {
      checkShape(manifest, files);
      const open = () => openRun(objects, files, limits).catch(withPlace(where));
      const summary = summaries.get(digestOf(manifest)) ?? null;
      yield { kind: 'run', run: { manifest, summary, open } };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      yield* damaged(manifest, where, error.message);
    }
  }
}

/** What can be seen of a run without reading it. */
function checkShape(manifest: Manifest, files: readonly BranchFile[]): void {
  const link = files.find(({ mode }) => !mode.startsWith('100'));
  if (link !== undefined) throw new InputError(`${quoted(link.path)} is not a regular file`);
  checkNames(
    manifest,
    files.map(({ path }) => path),
  );
  for (const { path, bytes } of manifest.files) {
    const size = files.find((file) => file.path === path)?.bytes;
    if (size !== bytes) {
      throw new InputError(`${path} has ${size} bytes, the manifest says ${bytes}`);
    }
  }
}

async function openRun(
  objects: BranchObjects,
  files: readonly BranchFile[],
  limits: Limits,
): Promise<StoredRun> {
  const read = await objects.read([...new Set(files.map(({ id }) => id))]);
  const entries = new Map<string, Uint8Array>();
  for (const { path, id } of files) entries.set(path, read.get(id) ?? new Uint8Array());
  return unpackRun(entries, limits);
}

/** No larger one is read. */
const longestSummary = 64 << 20;

/** By the digest of their manifests; one that cannot be read is as if it was not there. */
async function summariesOf(objects: BranchObjects, { files }: Tip): Promise<Map<string, Summary>> {
  const folder = folderOf(summaryName('x'));
  const wanted = files.filter(
    ({ path, bytes, mode }) =>
      folderOf(path) === folder && bytes <= longestSummary && mode.startsWith('100'),
  );
  const found = new Map<string, Summary>();
  for (const bytes of (await objects.read([...new Set(wanted.map(({ id }) => id))])).values()) {
    try {
      const summary = unpackSummary(bytes);
      found.set(summary.manifest, summary);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
  return found;
}

async function keepRun(at: At, run: StoredRun, summaries: Summaries | undefined): Promise<string> {
  const { objects, branch } = at;
  const name = runName(run.manifest);
  const entries = new Map<string, Uint8Array>();
  for (const [path, bytes] of entriesOf(run)) entries.set(`${name}/${path}`, bytes);
  const summary = (await summaries?.of(run)) ?? null;
  const packed = summary === null ? null : packSummary(summary);
  if (packed !== null) entries.set(summaryName(name), packed);
  const added = await objects.add(entries);
  const where = `branch:${branch}/${name}`;
  const manifest = added[0]?.id;
  await changed(
    at,
    `run of ${run.manifest.commit.slice(0, 12) || 'an unnamed commit'}\n`,
    async (tip, tries) => {
      const there = tip.files.find(({ path }) => path === `${name}/${manifestName}`);
      // The answer to an earlier push may have been lost on its way.
      if (tries > 0 && there !== undefined && there.id === manifest) return null;
      if (there !== undefined) {
        throw new InputError(
          'this run is stored already, and counted twice it would pass for two measurements: give another time',
          { file: where },
        );
      }
      const { runs } = await runsOf(at, tip);
      const all = [...runs, { name, manifest: run.manifest }].sort(newestFirst);
      if (all.length <= mostRuns) return { files: [...tip.files, ...added], isNew: false };
      const gone = namesOf(all.slice(mostRuns / 2));
      return { files: [...tip.files, ...added].filter((file) => !gone(file)), isNew: true };
    },
  );
  return where;
}

async function pruneBranch(at: At, longest: number): Promise<readonly Manifest[]> {
  let removed: readonly Manifest[] = [];
  await changed(at, `the newest ${longest} runs\n`, async (tip) => {
    const { runs } = await runsOf(at, tip);
    const old = runs.slice(longest);
    removed = old.map(({ manifest }) => manifest);
    if (old.length === 0) return null;
    const gone = namesOf(old);
    return { files: tip.files.filter((file) => !gone(file)), isNew: true };
  });
  return removed;
}

/** Whether a file belongs to one of these runs: its own, or the summary. */
function namesOf(runs: readonly NamedRun[]): (file: BranchFile) => boolean {
  const names = new Set(runs.flatMap(({ name }) => [name, summaryName(name)]));
  return ({ path }) => names.has(folderOf(path)) || names.has(path);
}

interface Change {
  readonly files: readonly BranchFile[];
  /** The history begins anew. */
  readonly isNew: boolean;
}

/**
 * Makes a change of the tip as it is, and again where others were faster. Null is no change. Throws InputError with git's
 * words where the remote refuses.
 */
async function changed(
  at: At,
  message: string,
  change: (tip: Tip, tries: number) => Promise<Change | null>,
): Promise<void> {
  const { objects, branch } = at;
  let tip = await tipOf(at);
  let mayBeginAnew = true;
  let refused = '';
  for (let tries = 0; tries < mostTries; tries++) {
    const next = await change(tip, tries);
    if (next === null) return;
    const parent = next.isNew && mayBeginAnew ? '' : tip.commit;
    const commit = await objects.commit(next.files, parent, message);
    const failure = await objects.push(commit, tip.commit);
    if (failure === null) return;
    const before = tip.commit;
    tip = await tipOf(at);
    if (tip.commit === commit) return;
    if (tip.commit === before) {
      // Nobody was faster: a rule against force pushes, no right to push, or a connection that broke.
      if (parent === '' && before !== '') mayBeginAnew = false;
      else if (refused === failure) break;
      refused = failure;
    }
    await new Promise((resolve) =>
      setTimeout(resolve, Math.random() * Math.min(4000, 100 * 2 ** tries)),
    );
  }
  throw new InputError(
    `the branch ${branch} could not be pushed${refused === '' ? ': others were faster each time' : `: ${refused}; the job needs \`contents: write\`, and a rule for the branch must let it push`}`,
  );
}
