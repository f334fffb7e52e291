/**
 * Go: the output names package, benchmark and GOMAXPROCS, so a test binary of each suspect's package
 * is built on both sides and run in the package's own directory, as `go test` does (testdata is
 * there). Nothing is downloaded: what the module cache or vendor lacks is a reason not to measure.
 */
import { goFilter } from '../../../formats/benchmarks/filter.ts';
import { goFixed, goName } from './fixed/go.ts';
import {
  benchmarksOf,
  benchtime,
  type Checkout,
  cannot,
  type Named,
  type NoPreset,
  type PresetCounts,
  type PresetOf,
  shortened,
  tooMany,
} from './preset.ts';
import { inDirectory, isInside, quoted } from './shell.ts';

/** Import paths (golang.org/x/mod/module.CheckImportPath): no `..`, no empty element, plain ASCII. */
const importPath = /^[A-Za-z0-9_~][A-Za-z0-9._~+-]*(?:\/[A-Za-z0-9_~][A-Za-z0-9._~+-]*)*$/;

/** Nothing is installed, whatever the user's settings are. */
const offline = {
  GOPROXY: 'off',
  // Private modules would be fetched past GOPROXY.
  GONOPROXY: 'none',
  GOVCS: '*:off',
  GOTOOLCHAIN: 'local',
};

export const goPreset: PresetOf = async (wanted, checkout, seconds) => {
  if (checkout.program('go') === null) return cannot('go is not on the PATH');
  const outside = outsideCode(checkout.env);
  if (outside !== null) return cannot(outside);
  const names = [...new Set(wanted.suspects.map((named) => named.package))].sort();
  const modules = await modulesOf(checkout);
  const packages: Package[] = [];
  for (const name of names) {
    const found = await packageOf(name, modules, checkout);
    if ('cannot' in found) return found;
    packages.push(found);
  }
  const each = packages.map((item) => {
    const all = wanted.all.filter((row) => row.package === item.name);
    const suspects = wanted.suspects.filter((row) => row.package === item.name);
    return { ...item, ...shape(all, suspects) };
  });
  const count = each.reduce((sum, item) => sum + item.runs, 0);
  const time = benchtime(count, seconds);
  if (time === null) return tooMany(count);
  const flags = `-test.benchtime=${Math.round(time * 1000)}ms`;
  const paths = each.map((item) => `./${item.path}`);
  return {
    tool: 'go test',
    setup: each.map(build).join('\n'),
    run: each.map((item) => run(item, flags)).join('\n'),
    env: offline,
    says: `go test -c ${shortened(paths)}; its test binary with -test.bench=... ${flags}`,
    directories: each.map((item) => item.directory),
    links: [],
    probe: null,
    counts: countsOf(each),
  };
};

type Shaped = Package & ReturnType<typeof shape>;

/** The same test binaries; on one CPU no name has a suffix. */
function countsOf(each: readonly Shaped[]): PresetCounts {
  const place = ({ name, directory }: Package) =>
    `printf '%s %s\\n' ${quoted(name)} "$PWD"${directory === '' ? '' : `/${quoted(directory)}`} >>"$FLAMEGATE_BIN/packages"`;
  const nameOf = ({ package: path, benchmark }: Named) => {
    const own = each.find(({ name }) => name === path);
    return stripped(benchmark, own?.cpus ?? []);
  };
  return {
    setup: each.map((shaped) => `${build(shaped)}\n${place(shaped)}`).join('\n'),
    work: goFixed({ flags: [`-test.run='^$'`], rest: [] }),
    filter: goFilter(each.flatMap((shaped) => shaped.plain)),
    nameOf,
  };
}

interface Module {
  readonly path: string;
  /** '' is the top. */
  readonly directory: string;
  readonly text: string;
}

interface Package {
  readonly name: string;
  readonly module: Module;
  /** Below the module's directory. */
  readonly path: string;
  /** Below the top. */
  readonly directory: string;
}

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join('/');

/** What makes both sides build code that is in neither tree. */
export function outsideCode(env: Checkout['env']): string | null {
  const [flag] = /-(?:modfile|overlay|C)\b/.exec(env.GOFLAGS ?? '') ?? [];
  if (flag !== undefined)
    return `GOFLAGS has ${flag}, which may name code outside of the two trees`;
  const work = env.GOWORK ?? '';
  return work === '' || work === 'off' ? null : 'GOWORK names a workspace outside of the two trees';
}

/** The modules of the repository, the longest path first. */
export async function modulesOf(checkout: Checkout): Promise<Module[]> {
  const modules: Module[] = [];
  for (const file of await checkout.named('go.mod')) {
    const directory = file.split('/').slice(0, -1).join('/');
    // What go itself does not see as a package of the repository.
    if (/(?:^|\/)(?:testdata|vendor|[._][^/]*)(?:\/|$)/.test(directory)) continue;
    if (directory !== '' && !isInside(directory)) continue;
    const text = await checkout.read(file);
    const path = text === null ? null : modulePath(text);
    if (text !== null && path !== null) modules.push({ path, directory, text });
  }
  const depth = (module: Module) => module.directory.split('/').length;
  return modules.sort((a, b) => b.path.length - a.path.length || depth(a) - depth(b));
}

/** `module example.com/x`, `module "example.com/x" // Deprecated`. */
function modulePath(text: string): string | null {
  const [, path = null] = /^[ \t]*module[ \t]+["`]?([^\s"`()]+)/m.exec(text) ?? [];
  return path !== null && importPath.test(path) ? path : null;
}

async function packageOf(
  name: string,
  modules: readonly Module[],
  checkout: Checkout,
): Promise<Package | NoPreset> {
  if (name === '') return cannot('the output does not name the package (its line `pkg:`)');
  if (!importPath.test(name)) return cannot(`${JSON.stringify(name)} is not the path of a package`);
  if (modules.length === 0) return cannot('this repository has no go.mod');
  const own = modules.filter((item) => name === item.path || name.startsWith(`${item.path}/`));
  if (own.length === 0) return cannot(`the package ${name} is not of a module of this repository`);
  for (const module of own) {
    const path = name.slice(module.path.length + 1);
    const directory = joined(module.directory, path);
    if (directory !== '' && !(await checkout.isDirectory(directory))) continue;
    const elsewhere = replacedBy(module.text, checkout.top);
    if (elsewhere === null) return { name, module, path, directory };
    return cannot(
      `${joined(module.directory, 'go.mod')} replaces a module by ${elsewhere}, which is the same on both sides`,
    );
  }
  return cannot(`the package ${name} has no directory here`);
}

/** A `replace` by an absolute path of the checkout: both sides would build that one. */
export function replacedBy(text: string, top: string): string | null {
  const targets = [...text.matchAll(/=>[ \t]*["`]?([^\s"`]+)/g)].map(([, to = '']) => to);
  return targets.find((to) => to === top || to.startsWith(`${top}/`)) ?? null;
}

const memory = new Set(['B/op', 'allocs/op']);

/** How a package's benchmarks were run, as its output shows. */
function shape(all: readonly Named[], suspects: readonly Named[]) {
  const cpus = cpusOf(
    benchmarksOf(all).map((named) => named.benchmark),
    benchmarksOf(suspects).map((named) => named.benchmark),
  );
  const plain = new Set(benchmarksOf(suspects).map((named) => stripped(named.benchmark, cpus)));
  return {
    cpus,
    benchmem: [...all, ...suspects].some((named) => memory.has(named.unit)),
    plain: [...plain],
    runs: plain.size * cpus.length,
  };
}

const suffix = /-([1-9]\d{0,3})$/;
const suffixOf = (name: string): number => Number(suffix.exec(name)?.[1] ?? 1);

/** GOMAXPROCS in the order in which it was seen; a name without a suffix was run with 1. */
export function cpusOf(all: readonly string[], suspects: readonly string[]): readonly number[] {
  const suffixes = (names: readonly string[]) => new Set(names.map(suffixOf));
  const seen = suffixes(all);
  // One for all is what `go test` prints without -cpu.
  if (seen.size <= 1 && !seen.has(1)) return [...seen];
  // With -cpu=1,4 there is each name with each suffix; else `size-16` is the benchmark's own name.
  const have = new Set(all);
  const isList = all.every((name) => {
    const bare = name.replace(suffix, '');
    return [...seen].every((cpu) => have.has(cpu === 1 ? bare : `${bare}-${cpu}`));
  });
  return isList && seen.size > 1 ? [...suffixes(suspects)].sort((a, b) => a - b) : [1];
}

const stripped = (name: string, cpus: readonly number[]): string =>
  cpus.includes(suffixOf(name)) ? name.replace(suffix, '') : name;

/** A package without tests builds nothing, and says so with success. */
const build = ({ name, module, path }: Package): string =>
  inDirectory(
    module.directory,
    `go test -c -o ${binary(name)} ./${path === '' ? '' : quoted(path)} && test -x ${binary(name)}`,
  );

const binary = (name: string): string => `"$FLAMEGATE_BIN"/${quoted(`${goName(name)}.test`)}`;

function run(shaped: Shaped, flags: string): string {
  const all = [
    binary(shaped.name),
    `-test.run='^$'`,
    `-test.bench="$FLAMEGATE_FILTER"`,
    flags,
    '-test.count=1',
    `-test.cpu=${shaped.cpus.join(',')}`,
    ...(shaped.benchmem ? ['-test.benchmem'] : []),
    `-test.cpuprofile="$FLAMEGATE_PROFILES"/${quoted(`${goName(shaped.name)}.pprof`)}`,
  ];
  return inDirectory(shaped.directory, all.join(' '));
}
