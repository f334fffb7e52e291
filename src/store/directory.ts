/**
 * The directory store: DIR/<time>-<commit>/manifest.json and the files beside it, and what they measured in
 * DIR/.summaries (summary.ts).
 *
 * A run is written beside its place under a name that starts with a dot, brought to the disk (durable.ts) and renamed
 * at the end, so a reader sees it whole or not at all, whatever ended the writer. Nothing is followed out of DIR: a symbolic link is a
 * defect. Everyone who can write to DIR is trusted to; the trust rule is for artifacts.
 */
import { randomUUID } from 'node:crypto';
import { constants, type Dirent } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../model/error.ts';
import { syncDirectory, writeDurably } from './durable.ts';
import {
  checkNames,
  defaultLimits,
  entriesOf,
  type Limits,
  longestManifest,
  type Manifest,
  manifestName,
  readManifest,
  type StoredRun,
  unpackRun,
} from './manifest.ts';
import { quoted } from './path.ts';
import { type BaselineStore, damaged, type Loaded, type Summaries } from './store.ts';
import { digestOf, packSummary, type Summary, unpackSummary } from './summary.ts';

/** Runs in the directory `dir`. Recording one commit at one time twice is an InputError. */
export function directoryStore(dir: string, limits: Limits = defaultLimits): BaselineStore {
  return {
    load: () => loadDirectory(dir, limits),
    keep: (run, summaries) => keepRun(dir, run, summaries),
    prune: (longest) => pruneDirectory(dir, longest, limits),
  };
}

async function keepRun(
  dir: string,
  run: StoredRun,
  summaries: Summaries | undefined,
): Promise<string> {
  const name = runName(run.manifest);
  if ((await lstat(join(dir, name)).catch(() => undefined)) !== undefined) {
    throw new InputError(
      'this run is stored already, and counted twice it would pass for two measurements: remove it first, or give another time',
      { file: join(dir, name) },
    );
  }
  const summary = (await summaries?.of(run)) ?? null;
  if (summary !== null) await keepSummary(dir, name, summary);
  await removeAbandoned(dir);
  return await writeDirectory(dir, name, entriesOf(run));
}

/** What a process left that was killed while it wrote or removed a run. One that is a day old is nobody's any more. */
async function removeAbandoned(dir: string): Promise<void> {
  const day = 24 * 60 * 60 * 1000;
  for (const folder of [dir, join(dir, summaries)]) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (!/^\.(?:unfinished|removed)-[0-9a-f-]{36}$/.test(name)) continue;
      const found = await lstat(join(folder, name)).catch(() => undefined);
      if (found === undefined || Date.now() - found.mtimeMs < day) continue;
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
    }
  }
}

/**
 * Writes files, by their plain relative paths, as the directory `dir/name`, whole or not at all;
 * makes `dir` when it is not there. Returns the path. Throws InputError when `dir/name` exists or
 * cannot be written.
 */
export async function writeDirectory(
  dir: string,
  name: string,
  entries: ReadonlyMap<string, Uint8Array>,
): Promise<string> {
  const target = join(dir, name);
  const unfinished = join(dir, `.unfinished-${randomUUID()}`);
  try {
    await makeDirectory(unfinished);
    await refuseExisting(target);
    const folders = new Set([unfinished]);
    for (const [path, bytes] of entries) {
      const file = join(unfinished, path);
      await mkdir(dirname(file), { recursive: true });
      for (let at = dirname(file); at !== unfinished; at = dirname(at)) folders.add(at);
      await writeDurably(file, bytes);
    }
    for (const folder of folders) await syncDirectory(folder);
    await rename(unfinished, target);
    await syncDirectory(dir);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {});
    if (error instanceof InputError) throw error;
    // Another process was faster; a directory that holds something is never replaced.
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) await refuseExisting(target);
    throw new InputError(`it could not be written: ${messageOf(error)}`, { file: target });
  }
  return target;
}

/**
 * As mkdir -p. Not mkdir's own `recursive`: that takes ENOENT for a parent to be made and tries for
 * ever where a directory that exists gives it, as /proc does.
 */
async function makeDirectory(path: string): Promise<void> {
  const missing: string[] = [];
  let above = resolve(path);
  while ((await stat(above).catch(() => undefined)) === undefined && dirname(above) !== above) {
    missing.push(above);
    above = dirname(above);
  }
  for (const directory of missing.reverse()) {
    await mkdir(directory).catch((error: unknown) => {
      // Another process was faster.
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  }
}

/** Throws InputError when something, a dangling link even, is at the path. */
export async function refuseExisting(target: string): Promise<void> {
  if ((await lstat(target).catch(() => undefined)) === undefined) return;
  throw new InputError('it exists already, and is not overwritten: remove it first', {
    file: target,
  });
}

/** The name of a run's directory: sorts by time in a listing, and is a plain name everywhere (no colons). */
export function runName({ time, commit }: Manifest): string {
  const stamp = new Date(time).toISOString().replace('.000', '').replaceAll(/[:.]/g, '-');
  return `${stamp}-${commit.slice(0, 12).replace(/\.$/, '_') || 'unknown'}`;
}

/** A run by the name of its directory. */
export interface NamedRun {
  readonly name: string;
  readonly manifest: Manifest;
}

/** The order of a listing is the file system's; the name breaks ties so that two loads agree. */
export const newestFirst = (a: NamedRun, b: NamedRun): number =>
  Date.parse(b.manifest.time) - Date.parse(a.manifest.time) || (a.name < b.name ? 1 : -1);

async function pruneDirectory(dir: string, longest: number, limits: Limits): Promise<Manifest[]> {
  const runs: NamedRun[] = [];
  for (const { name } of ((await list(dir)) ?? []).filter((entry) => entry.isDirectory())) {
    const manifest = await manifestOf(join(dir, name), limits).catch(unreadable);
    if (manifest !== null) runs.push({ name, manifest });
  }
  const removed = runs.sort(newestFirst).slice(longest);
  for (const { name } of removed) {
    // Hidden first: whoever reads meanwhile sees the run whole or not at all.
    const hidden = join(dir, `.removed-${randomUUID()}`);
    try {
      await rename(join(dir, name), hidden);
      await rm(hidden, { recursive: true, force: true });
      await rm(summaryPath(dir, name), { force: true });
    } catch (error) {
      throw new InputError(`it could not be removed: ${messageOf(error)}`, {
        file: join(dir, name),
      });
    }
  }
  return removed.map(({ manifest }) => manifest);
}

function unreadable(error: unknown): null {
  defectOf(error);
  return null;
}

async function* loadDirectory(dir: string, limits: Limits): AsyncGenerator<Loaded> {
  const entries = await list(dir);
  if (entries === null) {
    yield noDirectory(dir);
    return;
  }
  const found = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink());
  if (found.length === 0 && entries.length > 0) yield noRunAmong(dir, entries);
  const runs: NamedRun[] = [];
  for (const entry of found) {
    try {
      if (!entry.isDirectory()) throw new InputError('it is a symbolic link');
      runs.push({ name: entry.name, manifest: await manifestOf(join(dir, entry.name), limits) });
    } catch (error) {
      yield* damaged({ commit: '', time: '' }, join(dir, entry.name), defectOf(error));
    }
  }
  runs.sort(newestFirst);
  for (const { name, manifest } of runs) {
    const place = join(dir, name);
    try {
      await checkShape(place, manifest, limits);
      const open = () =>
        readRun(place, manifest, limits).catch((error: unknown) => {
          throw new InputError(`${place}: ${defectOf(error)}`);
        });
      const summary = await readSummary(dir, name, manifest);
      yield { kind: 'run', run: { manifest, summary, open } };
    } catch (error) {
      yield* damaged(manifest, join(dir, name), defectOf(error));
    }
  }
}

/**
 * What is in `dir`, null where there is nothing at all by that name. Hidden names are left out: unfinished
 * runs, or a repository's own files.
 */
async function list(dir: string): Promise<Dirent[] | null> {
  let entries: Dirent[];
  try {
    entries = await readdir(dir, { withFileTypes: true });
  } catch (error) {
    const code = codeOf(error);
    const isAbsent = (await lstat(dir).catch(codeOf)) === 'ENOENT';
    if (code === 'ENOENT' && isAbsent) return null;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new InputError(
        'the baseline is not a directory: record a run into it first, with `flamegate record --baseline DIR`',
        { file: dir },
      );
    }
    throw new InputError(`the baseline cannot be read: ${messageOf(error)}`, { file: dir });
  }
  return entries.filter(({ name }) => !name.startsWith('.'));
}

/** The first run of a workflow that carries the directory in a cache has none. */
function noDirectory(dir: string): Loaded {
  const message = `the baseline directory ${dir} does not exist yet: this is normal for the first run; later look for a mistake in its name`;
  return { kind: 'warning', warning: { kind: 'baseline', message } };
}

function noRunAmong(dir: string, entries: readonly Dirent[]): Loaded {
  const message = `the baseline ${dir} holds files (${quoted(entries[0]?.name ?? '')}) but no stored run: make a run of them with \`flamegate record --baseline DIR\``;
  return { kind: 'warning', warning: { kind: 'baseline', message } };
}

async function manifestOf(root: string, limits: Limits): Promise<Manifest> {
  const path = join(root, manifestName);
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) throw new InputError(`there is no ${manifestName}`);
  if (!found.isFile()) throw new InputError(`its ${manifestName} is not a regular file`);
  return readManifest(await readPlain(path, longestManifest + 1), limits);
}

/** What can be seen of a run without reading it: its files, each of the size that the manifest says. */
async function checkShape(root: string, manifest: Manifest, limits: Limits): Promise<void> {
  checkNames(manifest, await namesBelow(root, limits));
  for (const { path, bytes } of manifest.files) {
    const { size } = await lstat(join(root, path));
    if (size !== bytes) {
      throw new InputError(`${path} has ${size} bytes, the manifest says ${bytes}`);
    }
  }
}

/** Hidden, so that no release takes it for a run, nor a file in it for a profile. */
const summaries = '.summaries';

/** Where the summary of the run in the directory `name` is. */
export const summaryName = (name: string): string => `${summaries}/${name}.json.gz`;

const summaryPath = (dir: string, name: string): string => join(dir, summaryName(name));

/** No larger file is read; those written are much smaller. */
const longestSummary = 64 << 20;

/** Null where there is none that is of this very run: then the run is opened, which is always right. */
async function readSummary(dir: string, name: string, manifest: Manifest): Promise<Summary | null> {
  try {
    const summary = unpackSummary(await readPlain(summaryPath(dir, name), longestSummary));
    return summary.manifest === digestOf(manifest) ? summary : null;
  } catch (error) {
    return unreadable(error);
  }
}

/** Written before its run: one without a run is never read. */
async function keepSummary(dir: string, name: string, summary: Summary): Promise<void> {
  const bytes = packSummary(summary);
  if (bytes === null) return;
  const target = summaryPath(dir, name);
  const unfinished = join(dir, summaries, `.unfinished-${randomUUID()}`);
  try {
    await makeDirectory(dirname(target));
    await writeDurably(unfinished, bytes);
    await rename(unfinished, target);
    await removeIdle(dir, basename(target));
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw new InputError(`it could not be written: ${messageOf(error)}`, { file: target });
  }
}

/** Those of runs that were removed since. One whose run is just being written is at worst made in vain. */
async function removeIdle(dir: string, kept: string): Promise<void> {
  const runs = new Set((await readdir(dir)).map((name) => basename(summaryPath(dir, name))));
  for (const name of await readdir(join(dir, summaries))) {
    const isIdle = !name.startsWith('.') && name !== kept && !runs.has(name);
    if (isIdle) await rm(join(dir, summaries, name), { force: true });
  }
}

async function readRun(root: string, manifest: Manifest, limits: Limits): Promise<StoredRun> {
  checkNames(manifest, await namesBelow(root, limits));
  const entries = new Map<string, Uint8Array>();
  entries.set(manifestName, await readPlain(join(root, manifestName), longestManifest + 1));
  for (const { path, bytes } of manifest.files) {
    // One byte more than promised: a longer file shows, and is not read to its end.
    entries.set(path, await readPlain(join(root, path), bytes + 1));
  }
  return unpackRun(entries, limits);
}

/** Every file below `root`, by its path with `/`. Throws InputError at a link or a device. */
async function namesBelow(root: string, limits: Limits): Promise<string[]> {
  const names: string[] = [];
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(name);
      else if (entry.isFile()) names.push(name);
      else throw new InputError(`${quoted(name)} is not a regular file`);
      if (names.length > limits.entries) {
        throw new InputError(`the run has more than ${limits.entries} files`);
      }
    }
  };
  await walk('');
  return names;
}

/** The first `limit` bytes of a regular file; a link is not followed. */
async function readPlain(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, limit));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}

function defectOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  if (codeOf(error) === undefined) throw error;
  return messageOf(error);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
