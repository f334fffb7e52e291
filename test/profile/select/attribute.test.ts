/** The roll-up to user code is pprof's `hide`, and says besides what the hidden frames did. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../../src/formats/profiles/readtable.ts';
import type { FunctionTable } from '../../../src/model/run.ts';
import { encode, type Model } from '../model.ts';
import { parseTop } from '../pprof.ts';

const golden = join(import.meta.dirname, '../../golden/pprof');

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
      // They stand apart, and nothing else does.
      const apart = table.functions.filter(({ background }) => background);
      expect(apart.map(({ name }) => name)).toEqual(others.map(({ name }) => name));
      expect(apart.length).toBeGreaterThan(0);
      expect(table.background).toBe(apart.reduce((all, { flat }) => all + flat, 0));
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
  ...[
    '<frozen importlib._bootstrap>',
    'importlib/__init__.py',
    '/usr/lib/python3.11/importlib/__init__.py',
    'C:\\Python311\\Lib\\importlib\\_bootstrap.py',
  ].map((file): (typeof CASES)[number] => [
    `Python’s import system in ${file}`,
    oneStack({ name: 'import_module', file }, { name: 'load', file: 'a.py' }),
    'load',
  ]),
  ...['importlib/metadata/__init__.py', 'app/importlib/__init__.py', 'site-packages/x/a.py'].map(
    (file): (typeof CASES)[number] => [
      `not the import system: ${file}`,
      oneStack({ name: 'load', file }, { name: 'main', file: 'a.py' }),
      'load',
    ],
  ),
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
  ...[
    '/usr/local/go/src/runtime/a.go',
    '/usr/lib/golang/src/runtime/a.go',
    '/usr/lib/go-1.22/src/runtime/a.s',
    '/home/u/sdk/go1.22.3/src/runtime/a.go',
    '/opt/hostedtoolcache/go/1.26.8/x64/src/runtime/a.go',
    '/opt/homebrew/Cellar/go/1.22.3/libexec/src/runtime/a.go',
    '/home/u/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.22.3.linux-amd64/src/runtime/a.go',
    'C:/Program Files/Go/src/runtime/a.go',
    '/b/external/rules_go~~go_sdk~default/src/runtime/a.go',
    'runtime/a.go',
  ].map((file): (typeof CASES)[number] => [
    `Go’s runtime in ${file}`,
    oneStack({ name: 'time.now', file }, { name: 'main.f' }),
    'main.f',
  ]),
  ...[
    '/work/gomoku/src/runtime/engine.go',
    '/work/golf/src/runtime/engine.go',
    '/work/x64/src/runtime/engine.go',
    '/work/toolchain@2/src/runtime/engine.go',
    '/work/go/src/app/runtime/engine.go',
    'app/runtime/engine.go',
  ].map((file): (typeof CASES)[number] => [
    `a user’s ${file}`,
    oneStack({ name: 'app/runtime.Step', file }, { name: 'main.f' }),
    'app/runtime.Step',
  ]),
  ...[
    'file:///srv/pool.js',
    'https://shop.example/app',
    'webpack:///src/pool',
    '/srv/pool.mjs?v=3',
    '/srv/pool.tsx',
    'C:\\srv\\pool.py',
    'lib/pool.rb',
  ].flatMap((file) =>
    ['free', 'malloc', 'memcpy', 'runtime.step', 'sync.all'].map((name): (typeof CASES)[number] => [
      `a user’s ${name} of ${file}`,
      oneStack({ name, file }, { name: 'load', file }),
      name,
    ]),
  ),
  ...['', 'malloc.c', '../sysdeps/x86_64/memmove.S', 'wasm://wasm/app-1'].map(
    (file): (typeof CASES)[number] => [
      `libc’s own by name, of ${file || 'no file'}`,
      oneStack({ name: 'free', file }, { name: 'work', file: 'work.js' }),
      'work',
    ],
  ),
];

describe('the leaf', () => {
  it.each(CASES)('%s', async (_, model, leaf) => {
    const table = await rolledUp('p', encode(model));
    const [first] = table.functions;
    expect([first?.name, first?.flat]).toEqual([leaf, 5]);
    expect(table.functions.filter(({ flat }) => flat !== 0)).toHaveLength(1);
    expect(table.total).toBe(5);
  });

  it('is found in time by the length of the names', async () => {
    const long = [
      `${'.js?'.repeat(50_000)}\nx`,
      `/${'go_sdk'.repeat(50_000)}`,
      `${'/go/1'.repeat(50_000)}/src/runtime/`,
      `a${'://'.repeat(50_000)}`,
    ];
    const started = performance.now();
    for (const file of long) await rolledUp('p', encode(oneStack({ name: 'free', file })));
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('is at the user’s line', async () => {
    const model = oneStack({ name: 'runtime.mallocgc', file: 'malloc.go' }, { name: 'main.f' });
    const [first] = (await rolledUp('p', encode(model))).functions;
    expect([first?.file, first?.line]).toEqual(['app.x', 20]);
  });
});
