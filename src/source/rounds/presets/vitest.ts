/**
 * vitest bench (versions 1 to 4, which have --outputJson): the files of the suspects are run whole,
 * because its own filter knows other names than its output. Its packages are the checkout's, linked
 * into both trees where both ask for the same ones.
 */
import { directoryOf } from './directory.ts';
import { benchmarksOf, type Checkout, cannot, type PresetOf, shortened } from './preset.ts';
import { inDirectory, isInside, quoted } from './shell.ts';

export const vitestPreset: PresetOf = async (wanted, checkout) => {
  if (checkout.program('npx') === null) return cannot('npx is not on the PATH');
  const files = [
    ...new Set(benchmarksOf(wanted.suspects).map((of) => fileOf(of.benchmark))),
  ].sort();
  const odd = files.find((file) => !isFile(file));
  if (odd !== undefined) {
    return cannot(`${JSON.stringify(odd.slice(0, 100))} is not the file of a benchmark`);
  }
  const directory = await directoryOf(files, checkout);
  if (typeof directory !== 'string') return directory;
  const home = await packagesOf(directory, checkout);
  if (home === null) return cannot('no node_modules here has vitest');
  const links = await checkout.linksOut(joined(home, 'node_modules'));
  if (links !== null) {
    return cannot(`${links} leads back into the checkout, and would be the same on both sides`);
  }
  const words = files.map(quoted).join(' ');
  return {
    tool: 'vitest bench',
    setup: null,
    run: inDirectory(
      directory,
      `npx --no-install vitest bench --run --outputJson="$FLAMEGATE_OUTPUT" ${words}`,
    ),
    env: { npm_config_offline: 'true', npm_config_update_notifier: 'false' },
    says: `npx --no-install vitest bench --run ${shortened(files)}`,
    directories: directory === '' ? [] : [directory],
    links: [
      { directory: joined(home, 'node_modules'), same: manifests.map((of) => joined(home, of)) },
    ],
    probe: null,
  };
};

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

/** The nearest directory, from the benchmarks' up to the top, whose node_modules has vitest. */
async function packagesOf(directory: string, checkout: Checkout): Promise<string | null> {
  const steps = directory === '' ? [] : directory.split('/');
  for (let length = steps.length; length >= 0; length--) {
    const home = steps.slice(0, length).join('/');
    if (await checkout.isDirectory(joined(home, 'node_modules/vitest'))) return home;
  }
  return null;
}
