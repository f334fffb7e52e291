/**
 * Node's commands. Worktrees have no node_modules, so the checkout's are linked into both trees where
 * both ask for the same packages; with a `setup` of the user's own (`npm ci`) they are not, because
 * it would write into the checkout. `vitest bench` is run with the output that is read.
 */
import { InputError } from '../../../../model/error.ts';
import { type FixedWork, refused, wholeCommand } from '../fixed/fixed.ts';
import type { Checkout, Link } from '../preset.ts';
import { commandOf, isInside, word } from '../shell.ts';
import { manifests, vitestBench } from '../vitest.ts';
import { type Given, nothingMore } from './given.ts';

const programs = /^(?:.*\/)?(?:node|npm|npx|pnpm|yarn|bun|tsx|vitest)$/;

export const isNode = ([program = '']: readonly string[]): boolean => programs.test(program);

const runners = new Set([
  'npx',
  'npm',
  'pnpm',
  'yarn',
  'bunx',
  'exec',
  'run',
  '--no-install',
  '--',
]);

/** The arguments of `[npx] vitest bench ARG...`; null where it is another command. */
function vitestArgs(words: readonly string[]): readonly string[] | null {
  const at = words.findIndex((text) => !runners.has(text));
  return words[at] === 'vitest' && words[at + 1] === 'bench' ? words.slice(at + 2) : null;
}

export async function nodeGiven(
  words: readonly string[],
  checkout: Checkout,
  hasSetup: boolean,
): Promise<Given> {
  const found = hasSetup ? null : await packagesOf(checkout);
  const links: Link[] = found === null || found.why !== null ? [] : [found.link];
  const about =
    links.length > 0
      ? `; ${links[0]?.directory} of the checkout serves both sides`
      : found === null
        ? ''
        : `; ${found.why}: say --setup 'npm ci' if it needs packages`;
  const args = vitestArgs(words);
  const env = { npm_config_update_notifier: 'false' };
  if (args === null) {
    const run = commandOf(words);
    return {
      ...nothingMore,
      tool: 'node',
      setup: null,
      run,
      env,
      links,
      says: run + about,
      isRead: false,
      fixed: wholeScript(words),
    };
  }
  const json = args.find((text) => /^--output(?:Json|File)\b/.test(text));
  if (json !== undefined) {
    throw new InputError(`vitest: leave ${json} out: flamegate has its own file in each round`);
  }
  const flags = args.filter((text) => text !== '--run');
  const typed = flags.map(word).join(' ');
  return {
    ...nothingMore,
    tool: 'vitest bench',
    setup: null,
    run: vitestBench(typed),
    env,
    links,
    says: `npx --no-install vitest bench --run ${typed}`.trim() + about,
    fixed: refused(
      'vitest bench runs for a time and not a number of times; count a script that does the work so often: --count -- node work.js',
    ),
  };
}

/** One thread, and a compiler and a collector that work at the same places in every run. */
function wholeScript(words: readonly string[]): FixedWork {
  const [program = '', ...rest] = words;
  if (!/^(?:.*\/)?node$/.test(program)) return wholeCommand(commandOf(words));
  const { benchmark } = wholeCommand(commandOf(words));
  const fixed = wholeCommand(commandOf([program, '--predictable', '--single-threaded', ...rest]));
  return { ...fixed, benchmark };
}

type Packages = { readonly link: Link; readonly why: string | null };

/** The nearest node_modules from where the user stands up to the top. */
async function packagesOf(checkout: Checkout): Promise<Packages | null> {
  const steps = checkout.directory === '' ? [] : checkout.directory.split('/');
  for (let length = steps.length; length >= 0; length--) {
    const home = steps.slice(0, length).join('/');
    const inHome = (name: string) => [home, name].filter(Boolean).join('/');
    const directory = inHome('node_modules');
    if (!isInside(directory) || !(await checkout.isDirectory(directory))) continue;
    // What git tracks is in both trees already.
    if (await checkout.isTracked(directory)) return null;
    const out = await checkout.linksOut(directory);
    const why =
      out === null
        ? null
        : `${out} leads back into the checkout, so that ${directory} cannot serve both sides`;
    return { link: { directory, same: manifests.map(inHome) }, why };
  }
  return null;
}
