/**
 * Build caches that both sides would share. cargo takes a target directory's program for fresh when it
 * is newer than the sources, be they of another tree: with one directory for both, both run one program.
 * So each side gets its own where the user's lies outside of the tree. Go's build cache stays: its keys
 * are the contents. ccache's are too, unless it is told to be sloppy, and then a warning says so.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '../../../model/error.ts';
import type { Warning } from '../../../model/warning.ts';
import type { SidePlace } from '../tree.ts';
import { beside, isBelow, names, type Sides, type Variables } from './sides.ts';

export interface OwnCaches {
  /** Variables of each side, the same ones on both. */
  readonly env: Readonly<Record<'base' | 'head', Readonly<Record<string, string>>>>;
  /** Directories that both sides would have shared. */
  readonly shared: readonly string[];
}

/** Throws InputError where a command itself names a directory for both sides. */
export async function ownCaches(sides: Sides): Promise<OwnCaches> {
  refuseNamed(sides.commands);
  const shared = new Map<string, Set<string>>();
  for (const name of names) {
    for (const [variable, directory] of await outside(sides.places[name], sides.env)) {
      shared.set(variable, new Set([...(shared.get(variable) ?? []), directory]));
    }
  }
  const directories = [...new Set([...shared.values()].flatMap((set) => [...set]))];
  const named = directories.find((directory) => isNamed(directory, sides.commands));
  if (named !== undefined) {
    throw new InputError(
      `the commands name ${named}, cargo's target directory, which both sides would share: write $CARGO_TARGET_DIR, which each side has of its own`,
    );
  }
  const own = (place: SidePlace) =>
    Object.fromEntries([...shared.keys()].map((text) => [text, join(beside(place), 'target')]));
  return {
    env: { base: own(sides.places.base), head: own(sides.places.head) },
    shared: directories,
  };
}

/** As a word, or the beginning of one. */
const isNamed = (directory: string, commands: string): boolean =>
  commands
    .split(directory)
    .slice(1)
    .some((after, i) => {
      const before = commands.split(directory)[i] ?? '';
      return /(?:^|[\s"'=:(])$/.test(before) && /^(?:$|[\s"'/;:&|)])/.test(after);
    });

/** `CARGO_TARGET_DIR=/x cargo bench`, `--target-dir /x`: only what is of the side may be named there. */
function refuseNamed(commands: string): void {
  const named = /(?:CARGO_(?:BUILD_)?TARGET_DIR=|--target-dir[= ])["']?([^\s"';&|]+)/g;
  for (const [, directory = ''] of commands.matchAll(named)) {
    const isOwn =
      /^\$(?:\{?(?:PWD|CARGO_TARGET_DIR)\b|\(pwd\))/.test(directory) ||
      /\$\{?FLAMEGATE_(?:BIN|SIDE)\b/.test(directory);
    if (isOwn || !/^[/~$]|(?:^|\/)\.\.(?:\/|$)/.test(directory)) continue;
    throw new InputError(
      `the commands set cargo's target directory to ${directory}, which both sides would share: leave it out, or write $FLAMEGATE_BIN/target`,
    );
  }
}

const settings = {
  'target-dir': 'CARGO_TARGET_DIR',
  'build-dir': 'CARGO_BUILD_BUILD_DIR',
} as const;

/** The variable that sets each directory of cargo's that is outside of a side's tree, and that directory. */
async function outside(place: SidePlace, env: Variables): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const add = (variable: string, directory: string) => {
    if (!isBelow(directory, place.tree)) found.set(variable, directory);
  };
  for (const [file, home] of configurations(place, env)) {
    const text = await readFile(file, 'utf8').catch(() => '');
    for (const [key, value] of directoriesIn(text)) {
      // A directory for each workspace, by a hash of its path.
      if (!value.includes('{workspace-')) add(settings[key], resolve(home, value));
    }
  }
  for (const variable of ['CARGO_BUILD_BUILD_DIR', 'CARGO_BUILD_TARGET_DIR', 'CARGO_TARGET_DIR']) {
    const value = env[variable] ?? '';
    if (value !== '' && !value.includes('{workspace-'))
      add(variable, resolve(place.directory, value));
  }
  return found;
}

/** cargo's configuration files as a side sees them, each with what its paths are relative to. */
function configurations({ tree, directory }: SidePlace, env: Variables): [string, string][] {
  const home = env.CARGO_HOME || join(env.HOME ?? '/', '.cargo');
  const folders = [home];
  for (let at = directory; isBelow(at, tree); at = dirname(at)) folders.push(join(at, '.cargo'));
  return folders.flatMap((folder) =>
    ['config', 'config.toml'].map((name): [string, string] => [
      join(folder, name),
      dirname(folder),
    ]),
  );
}

/** `target-dir` and `build-dir` of the table `build`, in the ways people write it. */
function directoriesIn(toml: string): (readonly [keyof typeof settings, string])[] {
  let table = '';
  return toml.split('\n').flatMap((line) => {
    const [, header] = /^\s*\[([^\]]+)\]/.exec(line) ?? [];
    if (header !== undefined) table = header.trim();
    const [, prefix = '', key, value] =
      /^\s*(build\s*\.\s*|build\s*=\s*\{.*?)?(target-dir|build-dir)\s*=\s*["']([^"']+)["']/.exec(
        line,
      ) ?? [];
    if (value === undefined || (prefix === '') !== (table === 'build')) return [];
    return [[key as keyof typeof settings, value] as const];
  });
}

/** What ccache and sccache were told that lets one side's objects stand for the other's. */
export function sloppyCaches(env: Variables): Warning[] {
  if (env.CCACHE_DISABLE !== undefined) return [];
  const sloppy = (env.CCACHE_SLOPPINESS ?? '').split(/[\s,]+/).filter(Boolean);
  const byDate = sloppy.find((text) => text.startsWith('file_stat_matches'));
  if (byDate !== undefined) {
    const message = `CCACHE_SLOPPINESS has ${byDate}: ccache takes files of one size and date for the same, and may give both sides one object; set CCACHE_DISABLE=1`;
    return [{ kind: 'unmeasured', message }];
  }
  const told = [
    ...(sloppy.length === 0 ? [] : ['CCACHE_SLOPPINESS']),
    ...['CCACHE_BASEDIR', 'SCCACHE_BASEDIR', 'SCCACHE_BASEDIRS'].filter((text) => env[text]),
  ];
  return told.map((variable) => ({
    kind: 'policy',
    message: `${variable} is set: objects of one side may be used for the other; where both build the same program although the code differs, set CCACHE_DISABLE=1`,
  }));
}
