/**
 * vitest bench: the files of the suspects are run whole, because its own filter knows other names than
 * its output. Its packages are the checkout's, linked into both trees where both ask for the same ones.
 */
import { directoryOf } from './directory.ts';
import { benchmarksOf, type Checkout, cannot, type PresetOf, shortened } from './preset.ts';
import { inDirectory, isInside, quoted } from './shell.ts';

export const vitestPreset: PresetOf = async (wanted, checkout) => {
  if (checkout.program('npx') === null) return cannot('npx is not on the PATH');
  const files = [
    ...new Set(benchmarksOf(wanted.suspects).map((named) => fileOf(named.benchmark))),
  ].sort();
  const odd = files.find((file) => !isFile(file));
  if (odd !== undefined) {
    return cannot(`${JSON.stringify(odd.slice(0, 100))} is not the file of a benchmark`);
  }
  const root = await directoryOf(files, checkout);
  if (typeof root !== 'string') return root;
  // From version 5 on files are seen from the top of the repository, wherever the packages are.
  const directory =
    (await packagesOf(root, checkout)) === null ? await deeper(root, files, checkout) : root;
  const home = directory === null ? null : await packagesOf(directory, checkout);
  if (directory === null || home === null) return cannot('no node_modules here has vitest');
  const links = await checkout.linksOut(joined(home, 'node_modules'));
  if (links !== null) {
    return cannot(`${links} leads back into the checkout, and would be the same on both sides`);
  }
  const below = joined(root, 'x').slice(0, -1);
  const ours = files.map((file) => `${below}${file}`.slice(joined(directory, 'x').length - 1));
  const words = ours.map(quoted).join(' ');
  return {
    tool: 'vitest bench',
    setup: null,
    run: inDirectory(directory, vitestBench(words)),
    env: { npm_config_offline: 'true', npm_config_update_notifier: 'false' },
    says: `npx --no-install vitest bench --run ${shortened(ours)}`,
    directories: directory === '' ? [] : [directory],
    links: [
      {
        directory: joined(home, 'node_modules'),
        same: manifests.map((text) => joined(home, text)),
      },
    ],
    probe: null,
  };
};

/**
 * The command of a shell that runs vitest's benchmarks and has their JSON in $FLAMEGATE_OUTPUT.
 * Versions 1 to 4 have an output of their own for it, later ones the reporter of tests. Which one a
 * side has is asked there: a change may be the upgrade. `words` are arguments of a shell.
 */
export function vitestBench(words: string): string {
  const version = `"$(node -p 'require("vitest/package.json").version' 2>/dev/null)"`;
  const old = 'set -- --outputJson="$FLAMEGATE_OUTPUT"';
  const now = 'set -- --reporter=json --outputFile="$FLAMEGATE_OUTPUT"';
  const flags = `case ${version} in [1-4].*) ${old} ;; *) ${now} ;; esac`;
  return `{ ${flags}; npx --no-install vitest bench --run "$@" ${words}; }`.replace(' ; }', '; }');
}

/** What says which packages there are. */
export const manifests = [
  'package.json',
  'package-lock.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
];

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join('/');

/** `src/sum.bench.ts > sum > small`. */
const fileOf = (name: string): string => name.split(' > ', 1)[0] ?? '';

const isFile = (file: string): boolean =>
  isInside(file) && /^[\w.@][\w./@+ -]*\.[cm]?[jt]sx?$/.test(file);

/** The directory below `root` that has all the files and is the first whose node_modules has vitest. */
async function deeper(
  root: string,
  files: readonly string[],
  checkout: Checkout,
): Promise<string | null> {
  const steps = (files[0] ?? '').split('/').slice(0, -1);
  for (let length = 1; length <= steps.length; length++) {
    const step = steps.slice(0, length).join('/');
    if (!files.every((file) => file.startsWith(`${step}/`))) return null;
    const directory = joined(root, step);
    if (await checkout.isDirectory(joined(directory, 'node_modules/vitest'))) return directory;
  }
  return null;
}

/** The nearest directory, from the benchmarks' up to the top, whose node_modules has vitest. */
async function packagesOf(directory: string, checkout: Checkout): Promise<string | null> {
  const steps = directory === '' ? [] : directory.split('/');
  for (let length = steps.length; length >= 0; length--) {
    const home = steps.slice(0, length).join('/');
    if (await checkout.isDirectory(joined(home, 'node_modules/vitest'))) return home;
  }
  return null;
}
