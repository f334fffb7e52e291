/**
 * Two commands where the user stands: no git, no worktrees, one directory for both, as hyperfine
 * compares. What each command leaves still has its own place.
 */
import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bench, type MeasureOptions, rounds, type Side } from './bench.ts';
import { outsideGit } from './git.ts';
import { endAllGroups, endGroup } from './group.ts';
import { cpuToPin } from './machine.ts';
import { setUp } from './side.ts';
import type { SideName } from './tree.ts';

/** `setup` runs once: both sides have its $FLAMEGATE_BIN. Throws InputError; leaves nothing behind. */
export async function openInPlace(options: MeasureOptions): Promise<Bench> {
  const { directory, log, signal } = options;
  const env = outsideGit(options.env);
  const pinned = options.pin === true ? cpuToPin(env) : null;
  const root = await realpath(await mkdtemp(join(tmpdir(), 'flamegate-')));
  const bin = join(root, 'bin');
  await mkdir(bin);
  const removeNow = () => {
    endAllGroups();
    rmSync(root, { recursive: true, force: true });
  };
  process.once('exit', removeNow);
  const services: number[] = [];
  const close = async () => {
    for (const group of services) endGroup(group);
    await rm(root, { recursive: true, force: true }).catch(() => undefined);
    process.removeListener('exit', removeNow);
  };
  const side = async (name: SideName): Promise<Side> => {
    const out = join(root, name, 'out');
    await mkdir(out, { recursive: true });
    return { name, place: { tree: directory, directory, bin, out }, env, log, signal };
  };
  try {
    const sides = { base: await side('base'), head: await side('head') };
    if (options.setup !== null) {
      await setUp(sides.base, options.setup, (group) => services.push(group));
    }
    const seed = options.seed ?? randomInt(2 ** 32);
    const same = options.commands?.every((commands) => commands.base === commands.head) ?? true;
    return {
      baseCommit: '',
      baseName: '',
      headCommit: '',
      ofOneCommit: false,
      identical: same,
      changed: 0,
      maxSeconds: options.maxSeconds,
      trees: { base: directory, head: directory },
      close,
      // Two commands in one directory: that they are two is for whoever typed them.
      doubts: () => Promise.resolve([]),
      ...rounds(sides, { ...options, services }, pinned, seed),
    };
  } catch (error) {
    await close();
    throw error;
  }
}
