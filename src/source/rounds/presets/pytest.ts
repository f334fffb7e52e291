/**
 * pytest-benchmark: its names are pytest's own node ids, so the suspects are run by them, with each
 * side's tree first on Python's path. What is installed from the checkout (`pip install -e .`, or
 * without -e) may still be one and the same on both sides: a probe runs the benchmarks once in each
 * tree and asks Python where the modules that they loaded come from.
 */
import { delimiter } from 'node:path';
import { plainFilter } from '../../../formats/benchmarks/filter.ts';
import { directoryOf } from './directory.ts';
import type { Each } from './fixed/fixed.ts';
import { countPlugin, filterPlugin, pytestFixed } from './fixed/pytest.ts';
import {
  benchmarksOf,
  benchtime,
  type Checkout,
  cannot,
  type PresetOf,
  shortened,
  tooMany,
} from './preset.ts';
import { inDirectory, isInside, isQuotable, quoted, quotedScript } from './shell.ts';

/** The kernel takes 128 KiB as one argument of a program, which a command is for the shell. */
const longestWords = 60_000;

export const pytestPreset: PresetOf = async (wanted, checkout, seconds) => {
  const python = await pythonOf(checkout);
  if (typeof python !== 'string') return python;
  const ids = benchmarksOf(wanted.suspects).map((item) => item.benchmark);
  const odd = ids.find((id) => !isNodeId(id));
  if (odd !== undefined) {
    return cannot(`${JSON.stringify(odd.slice(0, 100))} is not the node id of a test`);
  }
  const files = [...new Set(ids.map(fileOf))];
  // pytest's rootdir, which node ids are relative to.
  const root = await directoryOf(files, checkout);
  if (typeof root !== 'string') return root;
  const time = benchtime(ids.length, seconds);
  if (time === null) return tooMany(ids.length);
  // Whole files run more than was asked for, which costs time and nothing else.
  const named = ids.join(' ').length > longestWords / 2 ? files : ids;
  const words = named.map(quoted).join(' ');
  if (words.length > longestWords) return tooMany(ids.length);
  const path = await pathOf(root, checkout);
  const command = (rest: string) =>
    inDirectory(root, `PYTHONPATH=${path} ${quoted(python)} ${rest}`);
  const flags = (seconds: number) =>
    `-q -p no:cacheprovider --rootdir=. --benchmark-only --benchmark-max-time=${seconds}`;
  const once = '--benchmark-min-rounds=1 --benchmark-warmup=off';
  const top = root === '' ? '.' : up(root);
  return {
    tool: 'pytest-benchmark',
    setup: null,
    run: command(`-m pytest ${flags(time)} --benchmark-json="$FLAMEGATE_OUTPUT" ${words}`),
    env: { PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' },
    says: `python -m pytest --benchmark-only --benchmark-max-time=${time} ${shortened(named)}`,
    directories: root === '' ? [] : [root],
    links: [],
    probe: command(
      `-c ${quotedScript(probe)} ${quoted(checkout.top)} ${top} ${flags(0.001)} ${once} ${words}`,
    ),
    counts: {
      setup: `${filterPlugin}\n${countPlugin(quoted(python))}`,
      work: inRoot(
        root,
        pytestFixed({ path, python: quoted(python), args: `--rootdir=. ${words}` }),
      ),
      filter: plainFilter(ids),
      nameOf: ({ benchmark }) => benchmark,
    },
  };
};

/** Node ids are of the root directory. */
const inRoot = (root: string, work: Each): Each => ({
  ...work,
  list: inDirectory(root, work.list),
  run: (...args) => inDirectory(root, work.run(...args)),
});

/** The interpreter itself: a shim of pyenv would choose another one in another directory. */
async function pythonOf(checkout: Checkout) {
  const names = ['python', 'python3'].filter((name) => checkout.program(name) !== null);
  if (names.length === 0) return cannot('neither python nor python3 is on the PATH');
  const script = 'import sys, pytest, pytest_benchmark; print(sys.executable)';
  for (const name of names) {
    const said = await checkout.ask(name, ['-c', script], checkout.directory);
    const program = said?.trim().split('\n').at(-1) ?? '';
    if (program.startsWith('/') && isQuotable(program)) return program;
  }
  return cannot(`${names.join(' and ')} cannot import pytest_benchmark`);
}

/** `tests/test_x.py::TestA::test_b[5]`: a file, and anything that can be seen after it. */
const isNodeId = (id: string): boolean =>
  id.length <= 1000 &&
  isQuotable(id) &&
  id.includes('::') &&
  isInside(fileOf(id)) &&
  /^[\w.][\w./+@ -]*\.py$/.test(fileOf(id));

const fileOf = (id: string): string => id.split('::', 1)[0] ?? '';

/** The way from a directory back to the top. */
export const up = (root: string): string =>
  root
    .split('/')
    .map(() => '..')
    .join('/');

/** The side's own tree first, and what the user's path has of the checkout is the tree's too. */
export async function pathOf(root: string, { top, env, isDirectory }: Checkout): Promise<string> {
  const tree = root === '' ? '"$PWD"' : `"$(cd ${up(root)} && pwd)"`;
  const inTree = (path: string) => (path === '' ? tree : `${tree}/${quoted(path)}`);
  const first = [...new Set([root, `${root}/src`.replace(/^\//, ''), '', 'src'])];
  const there = await Promise.all(first.map((path) => path === '' || isDirectory(path)));
  const given = (env.PYTHONPATH ?? '').split(delimiter).filter(isQuotable);
  const entries = [
    ...first.filter((_, i) => there[i]).map(inTree),
    ...given.map((path) =>
      path === top || path.startsWith(`${top}/`)
        ? inTree(path.slice(top.length + 1))
        : quoted(path),
    ),
  ];
  return [...new Set(entries)].join(':');
}

/** Its arguments: the checkout, the tree, and pytest's. It prints why not, behind `flamegate: `. */
export const probe = `
import os, sys
import pytest
from importlib import metadata
from urllib.parse import urlparse
from urllib.request import url2pathname
top, tree = os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2])
sys.path[0] = os.getcwd()
status = pytest.main(sys.argv[3:])
def refuse(text):
    print()
    print("flamegate: " + text)
    sys.exit(1)
if status != 0:
    refuse("pytest ended with exit status %d" % status)
def below(path, of):
    return path == of or path.startswith(of.rstrip(os.sep) + os.sep)
prefixes = [p for p in map(os.path.realpath, (sys.prefix, sys.base_prefix)) if below(p, top) and p != top]
def installed(path):
    parts = path.split(os.sep)
    return "site-packages" in parts or "dist-packages" in parts or any(below(path, p) for p in prefixes)
foreign = {}
for name, module in sorted(sys.modules.items()):
    file = getattr(module, "__file__", None)
    if isinstance(file, str) and not below(os.path.realpath(file), tree):
        foreign[name] = os.path.realpath(file)
for name, file in foreign.items():
    if below(file, top) and not installed(file):
        refuse("%s is imported from the checkout (%s) on both sides: it is installed from there, as by pip install -e" % (name, os.path.relpath(file, top)))
packages = {name.partition(".")[0] for name in foreign}
for each in metadata.distributions():
    told = each.read_text("direct_url.json")
    url = urlparse(__import__("json").loads(told).get("url", "")) if told else None
    if url is None or url.scheme != "file" or not below(os.path.realpath(url2pathname(url.path)), top):
        continue
    names = set((each.read_text("top_level.txt") or "").split())
    names.update(str(file).replace(os.sep, "/").split("/")[0].partition(".")[0] for file in each.files or ())
    for name in sorted(names & packages):
        if name.startswith("__editable__"):
            continue
        refuse("%s is installed from this checkout and is imported from there (%s) on both sides" % (name, foreign.get(name, name)))
`;
