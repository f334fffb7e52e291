/** Which preset goes with which tool's output, and what a side's tree gets before it. */
import { realpath, stat, symlink } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { InputError } from '../../model.ts';
import { runCommand } from '../command.ts';
import { lastLines } from '../failure.ts';
import type { Side } from '../index.ts';
import { cargoPreset } from './cargo.ts';
import { goPreset } from './go.ts';
import {
  type Checkout,
  cannot,
  type NoPreset,
  type Preset,
  type PresetOf,
  type Wanted,
} from './preset.ts';
import { pytestPreset } from './pytest.ts';

export { checkoutAt } from './place.ts';
export type { Checkout, NoPreset, Preset, Wanted } from './preset.ts';

/** By the format of the head's output (bench/index.ts). */
const presets: ReadonlyMap<string, PresetOf> = new Map([
  ['go', goPreset],
  ['pytest-benchmark', pytestPreset],
  ['bencher', cargoPreset],
]);

/** How what is wanted is measured in this checkout, in `seconds` at most; or why it cannot be. */
export async function presetFor(
  format: string | null,
  wanted: Wanted,
  checkout: Checkout,
  seconds: number,
): Promise<Preset | NoPreset> {
  if (process.platform === 'win32') return cannot('this is Windows');
  if (format === null) return cannot('there is no benchmark output that says what to run');
  const preset = presets.get(format);
  if (preset === undefined) return cannot(`how ${format} is run is not known`);
  return preset(wanted, checkout, seconds);
}

/** A probe runs what is asked for once. */
const probeSeconds = 300;

/** Makes a tree ready for a preset, and proves that it is. Throws InputError that says why not. */
export async function prepareTree(preset: Preset, top: string, side: Side): Promise<void> {
  const { name, place } = side;
  for (const directory of preset.directories) await refuseAbsent(place.tree, directory, name);
  for (const link of preset.links) {
    await symlink(join(top, link), join(place.tree, link), 'dir').catch((error: Error) => {
      throw new InputError(`${link} cannot be linked into the ${name}'s tree: ${error.message}`);
    });
  }
  if (preset.probe !== null) await probe(preset.probe, side);
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
  const file = (of: string) => join(dirname(place.bin), `probe-${of}.txt`);
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
  const reason = lines.map((line) => said.exec(line)?.[1]).findLast((of) => of !== undefined);
  for (const line of lines) log(`    ${line}`);
  throw new InputError(`${name}: ${reason ?? 'what is to be measured does not run'}`);
}
