/** What a side's tree gets and must prove before a preset is run in it. */
import { readFile, realpath, stat, symlink } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { InputError } from '../../../model/error.ts';
import type { Side } from '../bench.ts';
import { runCommand } from '../command.ts';
import { lastLines } from '../failure.ts';
import type { Link, Preset } from './preset.ts';

/** A probe runs what is asked for once. */
const probeSeconds = 300;

/** Makes a tree ready for a preset, and proves that it is. Throws InputError that says why not. */
export async function prepareTree(preset: Preset, top: string, side: Side): Promise<void> {
  const { name, place } = side;
  for (const directory of preset.directories) await refuseAbsent(place.tree, directory, name);
  for (const link of preset.links) await linkInto(place.tree, link, { top, name });
  if (preset.probe !== null) await probe(preset.probe, side);
}

async function linkInto(
  tree: string,
  { directory, same }: Link,
  { top, name }: { readonly top: string; readonly name: string },
): Promise<void> {
  for (const file of same) {
    const [item, there] = await Promise.all([top, tree].map((text) => textOf(join(text, file))));
    // A lock file that git ignores is of the checkout alone, and says the same of both.
    if (there === null && item !== null && /lock/.test(file)) continue;
    if (item === null && there === null) continue;
    if (needsOf(item ?? '', file) === needsOf(there ?? '', file)) continue;
    throw new InputError(
      `${file} asks for other packages in the ${name} than in the checkout, whose ${directory} cannot serve both`,
    );
  }
  await symlink(join(top, directory), join(tree, directory), 'dir').catch((error: Error) => {
    throw new InputError(`${directory} cannot be linked into the ${name}'s tree: ${error.message}`);
  });
}

const textOf = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

/** What of a file decides which packages there are: of package.json only some keys. */
function needsOf(text: string, file: string): string {
  if (!file.endsWith('package.json')) return text;
  try {
    const whole = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const keys = Object.keys(whole).filter((key) =>
      /dependencies|overrides|resolutions|workspaces/i.test(key),
    );
    return JSON.stringify(keys.sort().map((key) => [key, whole[key]]));
  } catch {
    return text;
  }
}

async function refuseAbsent(tree: string, directory: string, name: string): Promise<void> {
  const [real, root] = await Promise.all([
    realpath(join(tree, directory)).catch(() => null),
    realpath(tree),
  ]);
  const isInside = real !== null && (real === root || real.startsWith(`${root}${sep}`));
  if (isInside && (await stat(real)).isDirectory()) return;
  throw new InputError(`the ${name} has no directory ${directory || '.'}`);
}

/** What a probe says of its own, as the last such line of its output. */
const said = /^flamegate: (.+)$/;

async function probe(text: string, { name, place, env, log, signal }: Side): Promise<void> {
  const file = (item: string) => join(dirname(place.bin), `probe-${item}.txt`);
  const files = { stdout: file('stdout'), stderr: file('stderr'), times: file('times') };
  const ended = await runCommand({
    text,
    directory: place.directory,
    env: { ...env, FLAMEGATE_BIN: place.bin, FLAMEGATE_SIDE: name },
    files,
    pin: null,
    limitSeconds: probeSeconds,
    signal,
  });
  signal?.throwIfAborted();
  if (ended.how.kind === 'exit' && ended.how.status === 0) return;
  const lines = [...(await lastLines(files.stdout)), ...(await lastLines(files.stderr))];
  const reason = lines.map((line) => said.exec(line)?.[1]).findLast((item) => item !== undefined);
  for (const line of lines) log(`    ${line}`);
  throw new InputError(`${name}: ${reason ?? 'what is to be measured does not run'}`);
}
