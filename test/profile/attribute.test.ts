/** The roll-up to user code is pprof's `hide`, and says besides what the hidden frames did. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FunctionTable } from '../../src/model.ts';
import { readTables } from '../../src/profile/readtable.ts';
import { encode, type Model } from './model.ts';
import { parseTop } from './pprof.ts';

const golden = join(import.meta.dirname, '../golden/pprof');

async function rolledUp(file: string, bytes: Uint8Array): Promise<FunctionTable> {
  const [table] = (await readTables({ file, bytes }, { attribute: 'user' })).tables;
  if (table === undefined) throw new Error('no table');
  return table;
}

const KIND = / \((?:allocations|garbage collection)\)$/;

describe('a real Go profile', () => {
  it.each(['base', 'head'])(
    'is `-hide` of the runtime, less the names of kinds: %s',
    async (kind) => {
      const file = `shop.${kind}.pprof`;
      const table = await rolledUp(file, readFileSync(join(golden, 'in', file)));
      const recorded = parseTop(
        readFileSync(join(golden, 'out', `shop.cpu.${kind}-user.txt`), 'utf8'),
      );
      expect(table.total).toBe(recorded.total);
      const flats = new Map<string, number>();
      const cums = new Map<string, number>();
      for (const { name, flat, cum } of table.functions) {
        const own = name.replace(KIND, '');
        flats.set(own, (flats.get(own) ?? 0) + flat);
        if (!KIND.test(name)) cums.set(name, cum);
      }
      for (const { name, flat, cum } of recorded.rows) {
        expect([name, flats.get(name), cums.get(name)]).toEqual([name, flat, cum]);
      }
      // What `hide` drops is there by the name of its outermost frame: background workers.
      const shown = new Set(recorded.rows.map(({ name }) => name));
      const others = table.functions.filter(({ name }) => !shown.has(name.replace(KIND, '')));
      expect(others.every(({ name }) => name.startsWith('runtime.'))).toBe(true);
      const sum = table.functions.reduce((all, { flat }) => all + flat, 0);
      expect(sum).toBe(table.total);
      expect(table.functions.map(({ name }) => name)).toContain('strconv.Itoa (allocations)');
    },
  );
});

interface Frame {
  readonly name: string;
  readonly file?: string;
  readonly mapping?: string;
}

/** One sample, leaf first; a list inside is one location, innermost first. */
function oneStack(...stack: readonly (Frame | readonly Frame[])[]): Model {
  const locations = stack.map((place) => ('name' in place ? [place] : place));
  const frames = locations.flat();
  const mappings = [...new Set(frames.map(({ mapping }) => mapping ?? '/bin/app'))];
  return {
    types: [{ type: 'cpu', unit: 'nanoseconds' }],
    functions: frames.map(({ name, file }, f) => ({
      ...{ id: f + 1, name, file: file ?? 'app.x' },
      startLine: 7,
    })),
    mappings: mappings.map((file, m) => ({ id: m + 1, file })),
    locations: locations.map((lines, l) => ({
      id: l + 1,
      mapping: mappings.indexOf(lines[0]?.mapping ?? '/bin/app'),
      lines: lines.map((frame, k) => ({ f: frames.indexOf(frame), line: 20 + k })),
    })),
    samples: [{ stack: locations.map((_, l) => l), values: [5], labels: [] }],
  };
}

const CASES: readonly (readonly [string, Model, string])[] = [
  ['own cost stays', oneStack({ name: 'main.f' }, { name: 'runtime.main' }), 'main.f'],
  ['copying is the caller’s', oneStack({ name: 'runtime.memmove' }, { name: 'main.f' }), 'main.f'],
  [
    'allocation is named',
    oneStack({ name: 'runtime.nextFree' }, { name: 'runtime.mallocgc' }, { name: 'main.f' }),
    'main.f (allocations)',
  ],
  [
    'a collection inside an allocation is the collection',
    oneStack({ name: 'runtime.gcAssistAlloc' }, { name: 'runtime.mallocgc' }, { name: 'main.f' }),
    'main.f (garbage collection)',
  ],
  [
    'an inlined runtime frame rolls up inside its location',
    oneStack([{ name: 'runtime.growslice' }, { name: 'main.f' }]),
    'main.f (allocations)',
  ],
  [
    'a stack without user code keeps its outermost frame',
    oneStack({ name: 'runtime.scanobject' }, { name: 'runtime.gcBgMarkWorker' }),
    'runtime.gcBgMarkWorker',
  ],
  [
    'libc by its mapping',
    oneStack({ name: 'whatever', mapping: '/usr/lib/libc.so.6' }, { name: 'work' }),
    'work',
  ],
  [
    'malloc of libc',
    oneStack({ name: 'malloc', mapping: '/lib/x86_64-linux-gnu/libc-2.31.so' }, { name: 'work' }),
    'work (allocations)',
  ],
  [
    'the kernel',
    oneStack({ name: 'do_syscall_64', mapping: '[kernel.kallsyms]' }, { name: 'work' }),
    'work',
  ],
  [
    'Node’s own modules by their file',
    oneStack({ name: 'readSync', file: 'node:fs' }, { name: 'load', file: 'file:///a.js' }),
    'load',
  ],
  [
    'V8’s collector',
    oneStack({ name: '(garbage collector)', file: '' }, { name: 'load', file: 'file:///a.js' }),
    'load (garbage collection)',
  ],
  [
    'the class library of Java',
    oneStack({ name: 'java/util/HashMap.put' }, { name: 'com/shop/Cart.add' }),
    'com/shop/Cart.add',
  ],
  [
    'users’ names that only look like it',
    oneStack({ name: 'runtimes.f' }, { name: 'main.g' }),
    'runtimes.f',
  ],
  ['a file called like a package', oneStack({ name: 'main.f', file: 'runtime.go' }), 'main.f'],
  [
    'what the runtime does for another package',
    oneStack({ name: 'time.now', file: '/usr/local/go/src/runtime/timestub.go' }, { name: 'f' }),
    'f',
  ],
];

describe('the leaf', () => {
  it.each(CASES)('%s', async (_, model, leaf) => {
    const table = await rolledUp('p', encode(model));
    const [first] = table.functions;
    expect([first?.name, first?.flat]).toEqual([leaf, 5]);
    expect(table.functions.filter(({ flat }) => flat !== 0)).toHaveLength(1);
    expect(table.total).toBe(5);
  });

  it('is at the user’s line', async () => {
    const model = oneStack({ name: 'runtime.mallocgc', file: 'malloc.go' }, { name: 'main.f' });
    const [first] = (await rolledUp('p', encode(model))).functions;
    expect([first?.file, first?.line]).toEqual(['app.x', 20]);
  });
});
