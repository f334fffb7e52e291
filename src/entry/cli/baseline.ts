/** `flamegate baseline list|show|prune|verify|export|import`: the stored runs themselves. */
import { type Copied, copyRuns, listing, verified } from '../../flow/baseline.ts';
import { InputError } from '../../model/error.ts';
import { logLine } from '../../report/escape.ts';
import {
  type ShownRuns,
  storedRunsJson,
  storedRunsText,
  storedRunText,
} from '../../report/storedruns.ts';
import { readOptions, resolveConfig } from '../../settings/config.ts';
import { directoryStore } from '../../store/directory.ts';
import { configLayers, emit, type Flags } from './flags.ts';
import { readableStore, storeAt } from './store.ts';

export async function listCommand(flags: Flags): Promise<number> {
  const { runs, setAside, warnings } = await listing(await readableStore(flags));
  // What was set aside is told in its own lines.
  for (const { message } of warnings.filter(
    (warning) => !/^stored run set aside/.test(warning.message),
  )) {
    process.stderr.write(`${logLine(`flamegate: ${message}`)}\n`);
  }
  await print(flags, { runs: runs.map(({ manifest }) => manifest), setAside }, '');
  return 0;
}

export async function showCommand(flags: Flags, [commit = '']: readonly string[]): Promise<number> {
  const { runs } = await listing(await readableStore(flags));
  const found =
    commit === '' ? runs.slice(0, 1) : runs.filter((run) => run.manifest.commit.startsWith(commit));
  if (found.length === 0) {
    throw new InputError(
      `no stored run ${commit === '' ? 'is there' : `is of the commit ${JSON.stringify(commit)}`}: \`flamegate baseline list\` shows what there is`,
    );
  }
  for (const { open } of found) await open();
  const shown = { runs: found.map(({ manifest }) => manifest), setAside: [] };
  await emit(flags, flags.format === 'json' ? storedRunsJson(shown) : storedRunText(shown));
  return 0;
}

/** Exit status 2 where a run is damaged: then the baseline is not what was stored. */
export async function verifyCommand(flags: Flags): Promise<number> {
  const { whole, setAside } = await verified(await readableStore(flags));
  if (whole.length + setAside.length === 0) throw nothing(flags.baseline ?? flags.workflow ?? '');
  await print(flags, { runs: whole, setAside }, 'verified:');
  return setAside.length === 0 ? 0 : 2;
}

export async function pruneCommand(flags: Flags): Promise<number> {
  const baseline = flags.baseline ?? '';
  const { keep } = flags;
  if (keep === undefined || !/^\d{1,6}$/.test(keep)) {
    throw new InputError(`--keep ${keep ?? ''} must be how many of the newest runs stay, like 30`);
  }
  const removed = await (await storeAt(baseline)).prune?.(Number(keep));
  if (removed === undefined) throw new InputError('its runs cannot be removed', { file: baseline });
  await print(flags, { runs: removed, setAside: [] }, 'removed:');
  return 0;
}

/** Into a directory of stored runs. Exit status 2 where a run could not be copied. */
export async function exportCommand(flags: Flags, [to = '']: readonly string[]): Promise<number> {
  const config = resolveConfig(...(await configLayers(flags)));
  const copied = await copyRuns(
    await readableStore(flags),
    directoryStore(to),
    readOptions(config),
  );
  refuseNothing(copied, flags.baseline ?? flags.workflow ?? '');
  await print(flags, { ...copied, runs: copied.copied }, 'exported:');
  return copied.setAside.length === 0 ? 0 : 2;
}

/** From a directory of stored runs. Exit status 2 where a run could not be copied. */
export async function importCommand(flags: Flags, [from = '']: readonly string[]): Promise<number> {
  const config = resolveConfig(...(await configLayers(flags)));
  const to = await storeAt(flags.baseline ?? '');
  const copied = await copyRuns(directoryStore(from), to, readOptions(config));
  refuseNothing(copied, from);
  await print(flags, { ...copied, runs: copied.copied }, 'imported:');
  return copied.setAside.length === 0 ? 0 : 2;
}

const nothing = (file: string): InputError =>
  new InputError('holds no stored run: look for a mistake in its name', { file });

/** What copied nothing may not look like success. */
function refuseNothing({ copied, present, setAside }: Copied, file: string): void {
  if (copied.length + present + setAside.length === 0) throw nothing(file);
}

function print(flags: Flags, shown: ShownRuns, done: string): Promise<void> {
  return emit(flags, flags.format === 'json' ? storedRunsJson(shown) : storedRunsText(done, shown));
}
