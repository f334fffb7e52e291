/**
 * Python's packages that come from the user's checkout (`pip install -e .`, or without -e) are one and
 * the same for both sides. Where Python has such packages, each side's own directories go first on its
 * path; what is then still imported from elsewhere is refused.
 */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { InputError } from '../../../model/error.ts';
import type { SideName } from '../tree.ts';
import { beside, isBelow, names, other, type Sides, type Variables } from './sides.ts';

/** What a Python has of the checkout or of a side. */
interface Installed {
  readonly program: string;
  /** Directories on its path that are of one of these roots, below it. */
  readonly directories: readonly string[];
  /** Modules in these directories, by their names. */
  readonly modules: readonly string[];
  /** What is installed from one of the roots, by its packages' names. */
  readonly packages: readonly string[];
}

export type Ask = (
  program: string,
  args: readonly string[],
  place: { readonly directory: string; readonly env: Variables },
) => Promise<string | null>;

/** PYTHONPATH of each side, or null where no Python has a package of the checkout. Throws InputError. */
export async function pythonPaths(
  sides: Sides,
  ask: Ask,
): Promise<Readonly<Record<SideName, string>> | null> {
  // An environment that setup made for each side has what it installed there.
  if (ownEnvironment.test(sides.run)) return null;
  const found: Installed[] = [];
  for (const program of pythons(sides)) {
    const installed = await installedIn(program, sides, ask);
    if (installed !== null) found.push(installed);
  }
  if (found.every((item) => item.directories.length + item.packages.length === 0)) return null;
  const directories = [...new Set(found.flatMap((item) => item.directories))];
  const path = (name: SideName) => pathOf(name, directories, sides);
  const paths = { base: path('base'), head: path('head') };
  for (const name of names) {
    for (const item of found) await refuseForeign(name, item, { ...sides, paths }, ask);
  }
  return paths;
}

const projects = ['pyproject.toml', 'setup.py', 'setup.cfg', 'pytest.ini', 'tox.ini'];
const ownEnvironment = /FLAMEGATE_BIN\}?"?\/\S*\b(?:python|pytest|py\.test)/;
const word = /(?<![\w./$}-])(python[\d.]*|pypy[\d.]*|pytest|py\.test)(?![\w/.-])/g;

/** The interpreters that the commands call, and those that a script of a Python project would. */
function pythons({ commands, places, env }: Sides): string[] {
  const called = [...commands.matchAll(word)].map(([name]) => name);
  const isProject = [places.base, places.head].some(({ tree, directory }) =>
    [tree, directory].some((text) => projects.some((file) => existsSync(join(text, file)))),
  );
  const usual = ['python', 'python3'];
  const programs = called.map((name) => (/test$/.test(name) ? interpreterOf(name, env) : name));
  const all = [...programs.filter((text) => text !== null), ...(isProject ? usual : [])];
  // Without a word of its own, a script called pytest may be of any of the usual ones.
  return [...new Set(all.length === 0 && called.length > 0 ? usual : all)];
}

/** From the first line of a script on the PATH; null where that tells nothing (a shim). */
function interpreterOf(name: string, env: Variables): string | null {
  const directories = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const script = directories.map((text) => join(text, name)).find(existsSync);
  if (script === undefined) return null;
  const [, program = ''] = /^#!\s*(\/\S*python[\d.]*)\s*\n/.exec(headOf(script)) ?? [];
  return program === '' ? null : program;
}

function headOf(file: string): string {
  try {
    return readFileSync(file).subarray(0, 500).toString('latin1');
  } catch {
    return '';
  }
}

async function installedIn(program: string, sides: Sides, ask: Ask): Promise<Installed | null> {
  const { top, places, env } = sides;
  const roots = [places.base.tree, places.head.tree, top];
  // Not in a tree: Python puts the directory that it is started in first.
  const place = { directory: beside(places.base), env };
  const text = await ask(program, ['-c', listing, ...roots], place);
  const line = text?.trim().split('\n').at(-1) ?? '';
  try {
    return { program, ...(JSON.parse(line) as Omit<Installed, 'program'>) };
  } catch {
    // No such Python, or one that is too old: nothing is known of it.
    return null;
  }
}

/** The side's own directories first; of the user's path, what is of the checkout becomes the side's. */
function pathOf(name: SideName, directories: readonly string[], { top, places, env }: Sides) {
  const { tree, directory } = places[name];
  const given = (env.PYTHONPATH ?? '').split(delimiter).filter(Boolean);
  return [
    ...new Set([
      ...directories.map((text) => join(tree, text)),
      directory,
      join(directory, 'src'),
      tree,
      join(tree, 'src'),
      ...given.map((text) =>
        isBelow(resolve(text), top) ? tree + resolve(text).slice(top.length) : text,
      ),
    ]),
  ].join(delimiter);
}

async function refuseForeign(
  name: SideName,
  { program, modules, packages }: Installed,
  { top, places, env, paths }: Sides & { readonly paths: Readonly<Record<SideName, string>> },
  ask: Ask,
): Promise<void> {
  const { tree } = places[name];
  const args = ['-c', finding, tree, places[other(name)].tree, top, ...packages, '--', ...modules];
  const place = { directory: beside(places[name]), env: { ...env, PYTHONPATH: paths[name] } };
  const text = await ask(program, args, place);
  const foreign = /^foreign (\S+) (.*)$/m.exec(text ?? '');
  if (foreign === null) return;
  const [, found, where = ''] = foreign;
  const from = isBelow(where, top) ? `the checkout (${where.slice(top.length + 1)})` : where;
  throw new InputError(
    `${name}: Python imports ${found} from ${from} and not from this side's tree, so that both sides would run the same code: install each side in \`setup\`, as with python -m venv $FLAMEGATE_BIN/venv && $FLAMEGATE_BIN/venv/bin/pip install ., or uninstall it and call python -m pytest`,
  );
}

/** Arguments: the trees and the checkout. Prints what of Python's path is in them, and which packages. */
const listing = `
import json, os, sys
from importlib import metadata
from urllib.parse import urlparse
from urllib.request import url2pathname
roots = [os.path.realpath(of) for of in sys.argv[1:]]
def root(path):
    return next((of for of in roots if path == of or path.startswith(of + os.sep)), None)
prefixes = [p for p in map(os.path.realpath, (sys.prefix, sys.base_prefix)) if root(p) not in (None, p)]
def installed(path):
    parts = path.split(os.sep)
    return "site-packages" in parts or "dist-packages" in parts or any(path.startswith(p + os.sep) for p in prefixes)
directories, modules, packages = [], set(), set()
def add(path):
    path = os.path.realpath(path)
    of = root(path)
    if of is None or installed(path):
        return
    below = os.path.relpath(path, of)
    if below not in directories:
        directories.append(below)
    try:
        entries = sorted(os.listdir(path))[:2000]
    except OSError:
        return
    for entry in entries:
        name = entry[:-3] if entry.endswith(".py") else entry
        if name.isidentifier() and (entry != name or os.path.exists(os.path.join(path, entry, "__init__.py"))):
            modules.add(name)
for entry in filter(None, sys.path):
    add(entry)
for key, module in list(sys.modules.items()):
    mapping = getattr(module, "MAPPING", None) if key.startswith("__editable__") else None
    for name, path in (mapping or {}).items():
        if root(os.path.realpath(path)) is not None:
            modules.add(name.partition(".")[0])
            for _ in range(name.count(".") + 1):
                path = os.path.dirname(path)
            add(path)
for each in metadata.distributions():
    told = each.read_text("direct_url.json")
    url = urlparse(json.loads(told).get("url", "")) if told else None
    if url is None or url.scheme != "file" or root(os.path.realpath(url2pathname(url.path))) is None:
        continue
    found = set((each.read_text("top_level.txt") or "").split())
    found.add((each.metadata["Name"] or "").replace("-", "_"))
    found.update(str(file).replace(os.sep, "/").split("/")[0].partition(".")[0] for file in each.files or ())
    packages.update(name for name in found if name.isidentifier() and not name.startswith("__"))
print()
print(json.dumps({"directories": directories, "modules": sorted(modules)[:500], "packages": sorted(packages)[:500]}))
`;

/**
 * Arguments: this side's tree, the other's, the checkout, what is installed from them, and other modules
 * behind `--`. Prints the first that is not imported from this tree although it is there.
 */
const finding = `
import os, sys
from importlib import metadata, util
tree, *others = [os.path.realpath(of) for of in sys.argv[1:4]]
def below(path, of):
    return path == of or path.startswith(of + os.sep)
def place(name):
    try:
        spec = util.find_spec(name)
    except Exception:
        return None
    if spec is None:
        return None
    if spec.origin and os.path.isabs(spec.origin):
        return os.path.realpath(spec.origin)
    return next((os.path.realpath(of) for of in spec.submodule_search_locations or []), None)
end = sys.argv.index("--")
for name in sys.argv[4:end] + sys.argv[end + 1:]:
    where = place(name)
    if where is None or below(where, tree):
        continue
    of = next((of for of in others if below(where, of)), None)
    parts = where.split(os.sep)
    if of is not None and not ("site-packages" in parts or "dist-packages" in parts):
        # A module that only the head has is no part of the base.
        if not os.path.exists(os.path.join(tree, os.path.relpath(where, of))):
            continue
    elif name not in sys.argv[4:end] or name in getattr(sys, "stdlib_module_names", ()):
        continue
    print("foreign %s %s" % (name, where))
    break
`;
