/**
 * Code that both sides would have from one place outside of their trees, as far as files and variables
 * say it: Go's replacements and workspaces, links in node_modules. What it means is a warning: the
 * verdict is never a pass, because a change in there is the same on both sides.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { SidePlace } from '../tree.ts';
import { isBelow, names, other, type Sides } from './sides.ts';

/** What Go would take from outside, a sentence each. */
export async function goOutside({ top, places, commands, env }: Sides): Promise<string[]> {
  const told = new Set<string>();
  const workspace = await unseenWorkspace(top, places.head);
  const isGo =
    workspace !== null ||
    [places.base, places.head].some((sidePlace) => existsSync(join(sidePlace.directory, 'go.mod')));
  if (!isGo && !/\bgo (?:test|build|run|install|generate|tool)\b/.test(commands)) return [];
  const flags = `${env.GOFLAGS ?? ''} ${commands}`;
  for (const [, flag, path = ''] of flags.matchAll(/(-modfile|-overlay)[= ]["']?([^\s"']+)/g)) {
    if (isAbsolute(path) || path.startsWith('..')) {
      told.add(`${flag} names ${path} for both sides: give it a path in the tree`);
    }
  }
  const [, set = env.GOWORK ?? ''] = /\bGOWORK=["']?([^\s"']+)/.exec(commands) ?? [];
  if (isAbsolute(set)) {
    told.add(`GOWORK is ${set}, a workspace of both sides: unset it, or set GOWORK=off`);
  } else if (workspace !== null && set !== 'off') {
    told.add(
      `${workspace} of the checkout is not in git, and neither side has it: modules that it takes from the repository come from elsewhere, the same for both; commit it, let \`setup\` write it, or set GOWORK=off`,
    );
  }
  for (const name of names) {
    const place = places[name];
    const released =
      set === '' || set === 'off' ? await releasedModule(place, places[other(name)], set) : null;
    if (released !== null) told.add(released);
    for (let at = place.directory; isBelow(at, place.tree); at = dirname(at)) {
      for (const file of ['go.mod', 'go.work']) {
        const text = await readFile(join(at, file), 'utf8').catch(() => '');
        for (const to of directoriesOf(text)) {
          const there = resolve(at, to);
          const isShared = isAbsolute(to)
            ? isBelow(there, top) || isBelow(there, places[other(name)].tree)
            : !isBelow(there, place.tree) && existsSync(there);
          if (!isShared) continue;
          const where = relative(place.tree, join(at, file));
          told.add(
            `${where} of the ${name} takes code from ${to}, which is outside of its tree and may be the same on both sides: use a path inside the repository`,
          );
        }
      }
    }
  }
  return [...told];
}

/**
 * The checkout's go.work, where the head has none in its place (so git ignores it) and it brings together several
 * modules of the repository; else null.
 */
async function unseenWorkspace(top: string, head: SidePlace): Promise<string | null> {
  for (let at = head.directory; isBelow(at, head.tree); at = dirname(at)) {
    const name = join(top, relative(head.tree, at));
    const text = await readFile(join(name, 'go.work'), 'utf8').catch(() => null);
    if (text === null) continue;
    const ours = directoriesOf(text).filter((to) => isBelow(resolve(name, to), top));
    if (existsSync(join(at, 'go.work')) || ours.length < 2) return null;
    return relative(top, join(name, 'go.work'));
  }
  return null;
}

/**
 * A module of benchmarks in a directory of its own that requires the module above it as released: Go
 * then takes that version from the module cache, for both sides, and the change is no part of it.
 */
async function releasedModule(
  place: SidePlace,
  theirs: SidePlace,
  workspace: string,
): Promise<string | null> {
  let inner: { readonly at: string; readonly text: string } | null = null;
  for (let at = place.directory; isBelow(at, place.tree); at = dirname(at)) {
    if (workspace !== 'off' && existsSync(join(at, 'go.work'))) return null;
    const text = await readFile(join(at, 'go.mod'), 'utf8').catch(() => null);
    if (text === null) continue;
    const [, module = ''] = /^module[ \t]+"?([^\s"]+)/m.exec(text) ?? [];
    if (inner === null) inner = { at, text };
    else if (module !== '' && requires(inner.text, module)) {
      const above = join(theirs.tree, relative(place.tree, at));
      if (!(await differ(at, above, relative(at, inner.at)))) return null;
      const where = relative(place.tree, join(inner.at, 'go.mod'));
      const to = relative(inner.at, at);
      return `${where} requires ${module} as it was released, and has no \`replace\`: both sides measure that version and not the code here; \`setup\` can say \`go mod edit -replace=${module}=${to} && go mod tidy\``;
    }
  }
  return null;
}

/** Whether two directories have other Go code, but for what is in `without`. */
async function differ(one: string, two: string, without: string): Promise<boolean> {
  const [files, others] = await Promise.all(
    [one, two].map(async (text) =>
      (await readdir(text, { recursive: true }))
        .filter((file) => /(?<!_test)\.go$/.test(file) && !isBelow(file, without))
        .sort(),
    ),
  );
  if (files === undefined || files.join('\n') !== others?.join('\n')) return true;
  for (const file of files) {
    const [a, b] = await Promise.all([one, two].map((text) => readFile(join(text, file))));
    if (a === undefined || b === undefined || !a.equals(b)) return true;
  }
  return false;
}

/** Whether go.mod takes `module` by its version. */
function requires(text: string, module: string): boolean {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/\/\/.*$/, '').trim());
  const isRequired = lines.some(
    (line) => !line.includes('=>') && line.replace(/^require\s+/, '').startsWith(`${module} `),
  );
  const isReplaced = lines.some(
    (line) => line.includes('=>') && line.replace(/^replace\s+/, '').startsWith(`${module} `),
  );
  return isRequired && !isReplaced;
}

/** Directories that `replace` and `use` lines name. */
function directoriesOf(text: string): string[] {
  const lines = text.replaceAll(/\/\/.*$/gm, '');
  const replaced = [...lines.matchAll(/=>[ \t]*["`]?((?:\.{1,2})?\/[^\s"`]*|\.{1,2}(?=\s|$))/g)];
  const used = /^use\b/m.test(lines)
    ? [
        ...lines.matchAll(
          /^(?:use)?[ \t]*\(?[ \t]*["`]?((?:\.{1,2})?\/[^\s"`]*|\.{1,2})["`]?[ \t]*\)?$/gm,
        ),
      ]
    : [];
  return [...replaced, ...used].map(([, path = '']) => path);
}

/** Packages in a side's node_modules that are links to code of the checkout or the other side. */
export async function linkedPackages({ top, places, env }: Sides): Promise<string[]> {
  const told = new Set<string>();
  for (const name of names) {
    const place = places[name];
    const theirs = places[other(name)].tree;
    const given = (env.NODE_PATH ?? '').split(':').filter(isAbsolute);
    for (const folder of [...foldersAbove(place), ...given]) {
      for (const [shown, real] of await packagesIn(folder)) {
        const isShared =
          isBelow(real, theirs) || (isBelow(real, top) && !isBelow(real, place.tree));
        // What a package manager put there is shared on purpose; what is linked out of there is code.
        if (!isShared || /(?:^|\/)node_modules\//.test(`${relative(top, real)}/`)) continue;
        const where = isBelow(real, top)
          ? `the checkout (${relative(top, real)})`
          : 'the other side';
        told.add(
          `${shown} of the ${name} is a link into ${where}, and may be the same on both sides: let \`setup\` install the packages of each tree (npm ci)`,
        );
      }
    }
  }
  return [...told];
}

function foldersAbove({ directory, tree }: SidePlace): string[] {
  const folders: string[] = [];
  for (let at = directory; isBelow(at, tree); at = dirname(at))
    folders.push(join(at, 'node_modules'));
  return folders;
}

/** More than any project has at the top. */
const mostPackages = 5000;

/** Each entry, of scopes too: as people name it, and where it is. */
async function packagesIn(folder: string): Promise<[string, string][]> {
  const entries = await readdir(folder).catch(() => []);
  const all: string[] = [];
  for (const entry of entries.slice(0, mostPackages)) {
    if (!entry.startsWith('@')) all.push(entry);
    else {
      const scoped = await readdir(join(folder, entry)).catch(() => []);
      all.push(...scoped.map((text) => `${entry}/${text}`));
    }
  }
  const found: [string, string][] = [];
  for (const entry of all) {
    const real = await realpath(join(folder, entry)).catch(() => null);
    if (real !== null) found.push([`node_modules/${entry}`, real]);
  }
  return found;
}
