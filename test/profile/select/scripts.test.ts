/**
 * The roll-up to user code on stacks that Node and py-spy recorded (producers/src/runtime.*): what Node, V8 and
 * Python's import system did belongs to the function that asked for it. Packages, installed ones and Python's
 * standard library, are code as any other: a dependency that got slower is named.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../../src/formats/profiles/readtable.ts';
import type { FunctionTable } from '../../../src/model/run.ts';

const producers = join(import.meta.dirname, '../producers');
const content = (file: string) => readFileSync(join(producers, file));

async function tableOf(file: string, attribute?: 'user'): Promise<FunctionTable> {
  const { tables } = await readTables(
    { file, bytes: content(file) },
    { sampleType: 'samples', ...(attribute === undefined ? {} : { attribute }) },
  );
  if (tables[0] === undefined) throw new Error('no table');
  return tables[0];
}

const flats = (table: FunctionTable, isWanted: (of: { background?: boolean }) => boolean) =>
  Object.fromEntries(
    table.functions
      .filter((row) => row.flat > 0 && isWanted(row))
      .map(({ name, flat }) => [name, flat] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const add = (to: Record<string, number>, name: string, count: number) => {
  to[name] = (to[name] ?? 0) + count;
};

const sorted = (of: Record<string, number>) =>
  Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));

interface V8Node {
  readonly id: number;
  readonly hitCount: number;
  readonly callFrame: { functionName: string; url: string; scriptId: string };
  readonly children?: readonly number[];
}

/** Counted by hand: of each sample of the clock the first ancestor that has a file of the user, or an installed one. */
function countNode() {
  const { nodes } = JSON.parse(`${content('node.runtime.cpuprofile')}`) as { nodes: V8Node[] };
  const parents = new Map(nodes.flatMap((of) => (of.children ?? []).map((id) => [id, of.id])));
  const byId = new Map(nodes.map((of) => [of.id, of]));
  const user: Record<string, number> = {};
  for (const node of nodes) {
    if (node.hitCount === 0) continue;
    let at: V8Node | undefined = node;
    while (at !== undefined && !at.callFrame.url.startsWith('file:')) {
      at = byId.get(parents.get(at.id) ?? -1);
    }
    if (at === undefined) continue;
    add(user, at.callFrame.functionName || '(anonymous runtime.mjs)', node.hitCount);
  }
  return sorted(user);
}

function countPython() {
  const user: Record<string, number> = {};
  for (const line of `${content('py-spy.runtime.raw')}`.trimEnd().split('\n')) {
    const [, stack = '', count] = /^(.*) (\d+)$/.exec(line) ?? [];
    const own = stack
      .split(';')
      .findLast((of) => !of.includes('(<frozen ') && !of.includes('(importlib/__init__.py:'));
    if (own) add(user, own.replace(/:\d+\)$/, ')'), Number(count));
  }
  return sorted(user);
}

describe('Node', () => {
  it('its modules and native code belong to who called them, an installed package to itself', async () => {
    const raw = await tableOf('node.runtime.cpuprofile');
    const user = await tableOf('node.runtime.cpuprofile', 'user');
    // The recording has what this is about.
    const files = raw.functions.filter(({ flat }) => flat > 0).map(({ file }) => file);
    for (const file of ['node:internal/util/inspect', 'node:path', 'v8:native']) {
      expect(files).toContain(file);
    }
    expect(raw.functions.map(({ name }) => name)).toContain('existsSync');

    const own = flats(user, ({ background }) => background !== true);
    expect(own).toEqual(countNode());
    expect(Object.keys(own)).toEqual([
      '(anonymous runtime.mjs)',
      'area',
      'files',
      'listener',
      'paths',
      'shapes',
      'texts',
    ]);
    // Most of `texts` is Node's own `format`.
    const before = flats(raw, () => true);
    expect(own.texts).toBeGreaterThan(2 * (before.texts ?? 0));
    const area = user.functions.find(({ name }) => name === 'area');
    expect(area?.file).toContain('node_modules/shapes/');
    // What V8 does beside the program, and Node before it.
    const apart = flats(user, ({ background }) => background === true);
    expect(Object.keys(apart)).toContain('(garbage collector)');
    expect(user.background).toBe(Object.values(apart).reduce((a, b) => a + b, 0));
  });
});

describe('Python', () => {
  it('an import belongs to who asked for it, packages and the standard library to themselves', async () => {
    const raw = await tableOf('py-spy.runtime.raw');
    const user = await tableOf('py-spy.runtime.raw', 'user');
    const before = flats(raw, () => true);
    expect(before['FileLoader.get_data (<frozen importlib._bootstrap_external>)']).toBeGreaterThan(
      0,
    );
    expect(before['load (runtime.py)']).toBeUndefined();

    const own = flats(user, ({ background }) => background !== true);
    expect(own).toEqual(countPython());
    for (const name of [
      'load (runtime.py)', // importlib.import_module
      'lazy (runtime.py)', // import
      'area (shapes/__init__.py)', // site-packages
      '<module> (plugin.py)', // what is imported runs for itself
      '_make_iterencode.<locals>._iterencode_list (json/encoder.py)',
    ]) {
      expect(own[name]).toBeGreaterThan(0);
    }
    expect(Object.keys(own).filter((name) => /frozen|importlib\/__init__/.test(name))).toEqual([]);
  });
});
