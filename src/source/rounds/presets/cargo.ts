/**
 * cargo: criterion (with `--output-format bencher`) and libtest. Its output names no package, so all
 * benchmark targets of the workspace are built, and the tool's own filter chooses. Each side has a
 * target directory of its own: in a shared one cargo takes the second side's program for built and
 * runs one and the same on both.
 */
import { itsTimes, withItsTimes } from './criterion.ts';
import {
  benchmarksOf,
  benchtime,
  type Checkout,
  cannot,
  type NoPreset,
  type PresetOf,
  tooMany,
} from './preset.ts';
import { inDirectory, isInside, quoted } from './shell.ts';

/** What cargo calls packages and targets; libtest, paths of functions. */
const plainName = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;
const functionPath = /^[A-Za-z_][A-Za-z0-9_]*(?:::[A-Za-z_][A-Za-z0-9_]*)*$/;
/** Names as arguments of one command. */
const longestNames = 30_000;

export const cargoPreset: PresetOf = async (wanted, checkout, seconds) => {
  if (checkout.program('cargo') === null) return cannot('cargo is not on the PATH');
  const directory = await manifestDirectory(checkout);
  if (typeof directory !== 'string') return directory;
  const workspace = await workspaceOf(directory, checkout);
  if ('cannot' in workspace) return workspace;
  const names = benchmarksOf(wanted.suspects).map((named) => named.benchmark);
  const time = benchtime(names.length, seconds);
  if (time === null) return tooMany(names.length);
  const locked = (await checkout.isTracked(joined(workspace.root, 'Cargo.lock')))
    ? ' --locked'
    : '';
  const cargo = `${ownTarget} cargo bench --offline${locked}`;
  const programs = programsOf(workspace.targets, names, time);
  if (programs.length === 0) return cannot('cargo knows no benchmark here (`[[bench]]`)');
  const at = (command: string) => inDirectory(directory, `${cargo} ${command}`);
  const measured = (program: Program) => {
    const command = at(`${program.targets} -- ${program.flags}`);
    return program.isCriterion ? `${itsTimes}\n${withItsTimes(command)}` : command;
  };
  return {
    tool: 'cargo bench',
    setup: programs.map((program) => at(`--no-run ${program.targets}`)).join('\n'),
    run: programs.map(measured).join('\n'),
    env: { CARGO_NET_OFFLINE: 'true', CARGO_TERM_COLOR: 'never', RUSTUP_AUTO_INSTALL: '0' },
    says: `cargo bench --offline${locked} ${programs.map((program) => program.targets).join(' ')}, with a filter`,
    directories: directory === '' ? [] : [directory],
    links: [],
    probe: null,
  };
};

/** build.build-dir of the user's configuration would be shared as well. */
export const ownTarget =
  'CARGO_TARGET_DIR="$FLAMEGATE_BIN/target" CARGO_BUILD_BUILD_DIR="$FLAMEGATE_BIN/target"';

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join('/');

/** The nearest Cargo.toml from where the user stands up to the top, else the only topmost one. */
async function manifestDirectory(checkout: Checkout): Promise<string | NoPreset> {
  const found = (await checkout.named('Cargo.toml')).map((file) =>
    file.split('/').slice(0, -1).join('/'),
  );
  const usable = found.filter((text) => text === '' || isInside(text));
  const above = usable.filter(
    (text) => text === '' || `${checkout.directory}/`.startsWith(`${text}/`),
  );
  const [nearest] = above.sort((a, b) => b.length - a.length);
  if (nearest !== undefined) return nearest;
  const depth = (text: string) => text.split('/').length;
  const [first, second] = usable.sort((a, b) => depth(a) - depth(b));
  if (first === undefined) return cannot('this repository has no Cargo.toml');
  if (second === undefined || depth(second) > depth(first)) return first;
  return cannot('this repository has several Cargo.toml and none above this directory');
}

interface Target {
  readonly package: string;
  readonly name: string;
  readonly kind: 'bench' | 'lib';
  readonly isCriterion: boolean;
}

interface Workspace {
  /** Below the top. */
  readonly root: string;
  readonly targets: readonly Target[];
}

interface Metadata {
  readonly workspace_root: string;
  readonly packages: readonly {
    readonly name: string;
    readonly dependencies: readonly { readonly name: string }[];
    readonly targets: readonly {
      readonly name: string;
      readonly kind: readonly string[];
      readonly src_path: string;
    }[];
  }[];
}

/** What cargo says the workspace has; without dependencies it needs neither network nor lock file. */
async function workspaceOf(directory: string, checkout: Checkout): Promise<Workspace | NoPreset> {
  const args = ['metadata', '--offline', '--no-deps', '--format-version', '1'];
  const text = await checkout.ask('cargo', args, directory);
  if (text === null) return cannot('cargo metadata fails here');
  const metadata = metadataOf(text);
  if (metadata === null) return cannot('cargo metadata says nothing that can be read');
  const root = below(metadata.workspace_root, checkout.top);
  if (root === null) return cannot('the Cargo workspace begins outside of this repository');
  const targets: Target[] = [];
  for (const { name: item, dependencies, targets: all } of metadata.packages) {
    const uses = dependencies.some(({ name }) => /criterion/.test(name));
    for (const { name, kind: kinds, src_path } of all) {
      const kind = kinds.includes('bench') ? 'bench' : kinds.includes('lib') ? 'lib' : null;
      if (kind === null || !plainName.test(item) || !plainName.test(name)) continue;
      const source = below(src_path, checkout.top);
      const code = source === null ? null : await checkout.read(source);
      // A package may have benchmarks of both kinds, whose flags differ.
      const isCriterion = uses && kind === 'bench' && /criterion/.test(code ?? 'criterion');
      targets.push({ package: item, name, kind, isCriterion });
    }
  }
  return { root, targets };
}

/** The toolchain may be of the checkout's choosing, and so is what it prints. */
function metadataOf(text: string): Metadata | null {
  const isText = (...values: readonly unknown[]) =>
    values.every((item) => typeof item === 'string');
  try {
    const whole = JSON.parse(text) as Metadata;
    const packages = whole.packages.map(({ name, dependencies, targets }) => ({
      name,
      dependencies: dependencies.filter((item) => isText(item.name)),
      targets: targets.filter((item) => isText(item.name, item.src_path, ...item.kind)),
    }));
    return isText(whole.workspace_root, ...packages.map(({ name }) => name))
      ? { workspace_root: whole.workspace_root, packages }
      : null;
  } catch {
    return null;
  }
}

/** A path of the machine as one of the repository; null where it is none. */
function below(path: string, top: string): string | null {
  if (path === top) return '';
  return path.startsWith(`${top}/`) ? path.slice(top.length + 1) : null;
}

/** Targets that take the same flags. */
interface Program {
  readonly targets: string;
  readonly flags: string;
  readonly isCriterion: boolean;
}

function programsOf(targets: readonly Target[], names: readonly string[], time: number): Program[] {
  const benches = targets.filter((target) => target.kind === 'bench');
  const criterion = benches.filter((target) => target.isCriterion);
  const libtest = benches.filter((target) => !target.isCriterion);
  // #[bench] in the library itself has the path of a module.
  const inLibrary = names.some((name) => name.includes('::')) || benches.length === 0;
  const libraries = inLibrary ? targets.filter((target) => target.kind === 'lib') : [];
  const programs: Program[] = [];
  if (criterion.length > 0) {
    const times = `--warm-up-time ${Math.max(0.05, time / 2)} --measurement-time ${time}`;
    const flags = `--output-format bencher ${times} "$FLAMEGATE_FILTER"`;
    programs.push({ targets: chosen(criterion), flags, isCriterion: true });
  }
  if (libtest.length + libraries.length > 0) {
    const targets = chosen([...libtest, ...libraries]);
    programs.push({ targets, flags: exactly(names), isCriterion: false });
  }
  return programs;
}

function chosen(targets: readonly Target[]): string {
  const packages = [...new Set(targets.map((target) => target.package))].map(
    (text) => `-p ${quoted(text)}`,
  );
  const benches = targets
    .filter((target) => target.kind === 'bench')
    .map((target) => `--bench ${quoted(target.name)}`);
  const library = targets.some((target) => target.kind === 'lib') ? ['--lib'] : [];
  return [...packages, ...library, ...new Set(benches)].join(' ');
}

/** libtest takes names, not expressions; without one it runs all. */
function exactly(names: readonly string[]): string {
  const plain = names.every((name) => functionPath.test(name));
  const all = names.map(quoted).join(' ');
  return plain && all.length <= longestNames ? `--exact ${all}` : '';
}
