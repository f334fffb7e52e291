/**
 * What keeps base and head apart: caches, installed packages and links through which both would run
 * the same code, whatever differs between their trees. What can be put right is (a variable for each
 * side); what is certain is refused; the rest becomes a doubt, which is never a pass.
 */
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../../model/error.ts';
import type { Warning } from '../../../model/warning.ts';
import { type Git, gitIn } from '../git.ts';
import { answer } from '../presets/place.ts';
import type { SideName, SidePlace } from '../tree.ts';
import { ownCaches, sloppyCaches } from './caches.ts';
import { goOutside, linkedPackages } from './outside.ts';
import { codeDiffers, isOneProgram } from './program.ts';
import { pythonPaths } from './python.ts';
import { type Reads, watchReads } from './reads.ts';
import { beside, isBelow, other, type Sides, type Variables } from './sides.ts';

export interface Apart {
  /** What a side's commands see, as far as it is known by now. */
  readonly env: (name: SideName) => Variables;
  /** To be called when both sides are built: what `setup` installed is looked at, too. Throws InputError. */
  readonly built: () => Promise<void>;
  /** Looks at what a command reads, until it is stopped; the first run of each side is enough. */
  readonly watch: (name: SideName, group: number) => () => void;
  /** Why the sides may not be two, and what else is worth saying; complete when all rounds are run. */
  readonly doubts: () => Promise<readonly Warning[]>;
}

export interface Measured {
  readonly places: Readonly<Record<SideName, SidePlace>>;
  readonly commits: Readonly<Record<SideName, string>>;
  readonly setup: string | null;
  readonly run: string;
  readonly env: Variables;
  readonly signal?: AbortSignal | undefined;
  /** The commands are a preset's, which proves in each tree that the sides are two. */
  readonly isProven: boolean;
}

/** Throws InputError where the commands themselves name one place for both sides. */
export async function keepApart(git: Git, options: Measured): Promise<Apart> {
  const { places, commits, env, signal, isProven } = options;
  const top = await realpath(await git(['rev-parse', '--show-toplevel']));
  const commands = `${options.setup ?? ''}\n${options.run}`;
  const sides: Sides = { top, places, commands, run: options.run, env };
  const caches = await ownCaches(sides);
  const paths = async () =>
    isProven
      ? null
      : pythonPaths(sides, (program, args, { directory, env }) =>
          answer(program, args, { cwd: directory, env, signal }),
        );
  let python = await paths();
  const reads: Record<SideName, Set<string>> = { base: new Set(), head: new Set() };
  const found: string[] = [];
  return {
    env: (name) => ({
      ...env,
      ...caches.env[name],
      ...(python === null ? {} : { PYTHONPATH: python[name] }),
    }),
    built: async () => {
      if (options.setup !== null) python = await paths();
      found.push(...(await goOutside(sides)), ...(await linkedPackages(sides)));
      if (!isProven && (await isOneProgram(places, (place) => [join(beside(place), 'target')]))) {
        const file = await codeDiffers(git, commits.base, commits.head);
        if (file !== null) found.push(sameBuilt(file));
      }
    },
    watch: (name, group) => {
      if (process.platform !== 'linux') return () => {};
      const theirs = places[other(name)];
      const ours = [beside(places[name]), join(top, '.git'), ...cachesOf(env)];
      const seen = watchReads(group, [top, theirs.tree, theirs.bin, ...caches.shared], ours);
      return () => keep(seen, reads[name]);
    },
    doubts: async () => {
      // Without the signal: what was measured before a stop is told with its doubts.
      const plain = gitIn(top, env);
      const read = await Promise.all(
        (['base', 'head'] as const).map((name) =>
          readBy(name, [...reads[name]], { sides, git: plain }),
        ),
      );
      return [
        ...[...found, ...read.flat()].map((message) => ({ kind: 'unmeasured', message }) as const),
        ...sloppyCaches(env),
      ];
    },
  };
}

function keep(seen: Reads, into: Set<string>): void {
  for (const file of seen.stop()) into.add(file);
}

const sameBuilt = (file: string): string =>
  `both sides built the same program, although ${file} differs: $FLAMEGATE_BIN has the same contents on both. Do both use one cache or one installed package? If the change is not part of the program, nothing can be slower`;

/** Caches that may lie in a checkout, and are made to be shared. */
const cacheVariables = ['GOCACHE', 'GOMODCACHE', 'GOPATH', 'CARGO_HOME', 'RUSTUP_HOME'].concat([
  'XDG_CACHE_HOME',
  'CCACHE_DIR',
  'SCCACHE_DIR',
  'npm_config_cache',
  'PIP_CACHE_DIR',
]);

const cachesOf = (env: Variables): string[] =>
  cacheVariables.map((text) => env[text] ?? '').filter((path) => path.startsWith('/'));

/**
 * Directories of packages, tools and caches, shared on purpose where git does not track what is in
 * them; what is hidden and built from the code is not among them.
 */
const packages =
  /(?:^|\/)(?:node_modules|venv|virtualenv|site-packages|dist-packages|__pypackages__|vendor\/bundle|\.(?!build\/|stack-work\/|next\/|nuxt\/|output\/)[^/]+)\//;

const mostNamed = 3;

/** One sentence of what a side read elsewhere; none where that is shared on purpose. */
async function readBy(
  name: SideName,
  files: readonly string[],
  { sides: { top, places }, git }: { readonly sides: Sides; readonly git: Git },
): Promise<string[]> {
  const named: string[] = [];
  for (const file of files.toSorted()) {
    if (named.length > mostNamed) break;
    const isPackages = isBelow(file, top) && packages.test(`${file.slice(top.length + 1)}/`);
    if (isPackages && !(await isTracked(git, top, file))) continue;
    named.push(file);
  }
  const [first] = named;
  if (first === undefined) return [];
  const theirs = places[other(name)];
  const text = isBelow(first, beside(theirs))
    ? `${first.slice(beside(theirs).length + 1)} of the ${other(name)}`
    : isBelow(first, top)
      ? `${first === top ? 'the directory' : first.slice(top.length + 1)} of the checkout itself`
      : `${first}, which belongs to neither side`;
  const more = named.length > mostNamed ? ' and more' : '';
  return [
    `the ${name} read ${text}${more} in place of its own tree, so that both sides may run the same code: use paths relative to the directory that \`run\` starts in, or $FLAMEGATE_BIN`,
  ];
}

async function isTracked(git: Git, top: string, file: string): Promise<boolean> {
  if (!isBelow(file, top) || file === top) return false;
  const path = `:(literal)${file.slice(top.length + 1)}`;
  try {
    return (await git.attempt(['ls-files', '--error-unmatch', '--', path])) !== null;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
