/** From names in benchmark output to commands: tables, and what a pull request could put into names. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cpusOf } from '../../../src/source/rounds/presets/go.ts';
import {
  type Checkout,
  checkoutAt,
  prepareTree,
  presetFor,
} from '../../../src/source/rounds/presets/index.ts';
import { benchtime, type Named, type Preset } from '../../../src/source/rounds/presets/preset.ts';
import { isInside, isQuotable, quoted } from '../../../src/source/rounds/presets/shell.ts';
import { vitestBench } from '../../../src/source/rounds/presets/vitest.ts';
import { gitEnv, repository, temporary } from './repository.ts';

/** A checkout of these files; programs answer what they are given. */
function checkout(
  files: Readonly<Record<string, string>>,
  { answers = {}, ...more }: Partial<Checkout> & { answers?: Record<string, string> } = {},
): Checkout {
  const paths = Object.keys(files);
  return {
    top: '/work/repo',
    directory: '',
    env: {},
    named: async (name) => paths.filter((path) => path === name || path.endsWith(`/${name}`)),
    isTracked: async (file) => paths.includes(file),
    read: async (file) => files[file] ?? null,
    isDirectory: async (path) => paths.some((of) => of.startsWith(`${path}/`)),
    linksOut: async () => null,
    program: (name) => `/usr/bin/${name}`,
    ask: async (program, args) => answers[`${program} ${args[0]}`] ?? null,
    ...more,
  };
}

const row = (benchmark: string, of = '', unit = 'sec/op'): Named => ({
  package: of,
  benchmark,
  unit,
});

const found = async (
  format: string,
  suspects: readonly Named[],
  at: Checkout,
  more: { readonly all?: readonly Named[]; readonly seconds?: number } = {},
): Promise<Preset> => {
  const wanted = { suspects, all: [...suspects, ...(more.all ?? [])] };
  const preset = await presetFor(format, wanted, at, more.seconds ?? 300);
  if ('cannot' in preset) throw new Error(preset.cannot);
  return preset;
};

const refused = async (format: string, suspects: readonly Named[], at: Checkout, seconds = 300) => {
  const preset = await presetFor(format, { suspects, all: suspects }, at, seconds);
  return 'cannot' in preset ? preset.cannot : 'it was not refused';
};

describe('a word of a command', () => {
  it.each([
    'plain-1.5/x_y',
    'a b',
    "it's",
    '$(touch x)',
    '`x`',
    '"; rm -rf / #',
    '*',
    '~root',
    '-rf',
    '\\',
    'ü',
    '!!',
  ])('%j is itself to a shell', (text) => {
    const said = execFileSync('sh', ['-c', `printf %s ${quoted(text)}`], { encoding: 'utf8' });
    expect(said).toBe(text);
  });

  it.each(['', 'a\nb', 'a\0b', 'a\rb', '\u001b[31m', 'a\u202eb', 'a\u2028b', '\ud800'])(
    '%j is none',
    (text) => {
      expect(isQuotable(text)).toBe(false);
      expect(() => quoted(text)).toThrow(TypeError);
    },
  );

  it.each(['..', '../x', 'a/../b', '/etc', 'a//b', './a', 'a/.', '', 'a/'])(
    '%j is no path below the top',
    (path) => expect(isInside(path)).toBe(false),
  );
});

it.each([
  // benchmarks, seconds of max-time, seconds each
  [1, 300, 1],
  [2, 300, 1],
  [20, 300, 0.26],
  [100, 300, 0.05],
  [200, 300, 0.05],
  [300, 300, null],
  [1, 30, 0.53],
  [1, 1, null],
])('%d benchmarks in %d s are measured for %s s each', (count, seconds, each) => {
  expect(benchtime(count, seconds)).toBe(each);
});

describe('GOMAXPROCS of names', () => {
  it.each<[string, string[], string[], number[]]>([
    ['one suffix everywhere', ['A-8', 'B/x-16-8'], ['A-8'], [8]],
    ['no suffix', ['A', 'B/x'], ['A'], [1]],
    ['numbers that belong to names', ['A/size-16', 'A/size-32', 'B'], ['A/size-16'], [1]],
    ['a list of -cpu', ['A', 'A-4', 'B', 'B-4'], ['B-4'], [4]],
    ['a list of -cpu, both suspect', ['A', 'A-4'], ['A', 'A-4'], [1, 4]],
    ['a list without 1', ['A-2', 'A-4', 'B-2', 'B-4'], ['B-2'], [2]],
    ['nothing that is a number of CPUs', ['A-0', 'B-99999'], ['A-0'], [1]],
  ])('%s', (_, all, suspects, cpus) => {
    expect(cpusOf(all, suspects)).toEqual(cpus);
  });
});

describe('Go', () => {
  const module = {
    'go.mod': 'module example.com/demo // a comment\n',
    'codec/codec.go': '',
    'index/index.go': '',
  };

  it('builds a test binary a package, and runs it in the package’s own directory', async () => {
    const all = [row('Encode-8', 'example.com/demo/codec', 'B/op')];
    const suspects = [
      row('Encode/size=4k|x-8', 'example.com/demo/codec'),
      row('Encode-8', 'example.com/demo/index'),
    ];
    const preset = await found('go', suspects, checkout(module), { all });
    expect(preset).toEqual({
      tool: 'go test',
      setup: `(go test -c -o "$FLAMEGATE_BIN"/example.com%demo%codec.test ./codec && test -x "$FLAMEGATE_BIN"/example.com%demo%codec.test)
(go test -c -o "$FLAMEGATE_BIN"/example.com%demo%index.test ./index && test -x "$FLAMEGATE_BIN"/example.com%demo%index.test)`,
      run: `(cd ./codec && "$FLAMEGATE_BIN"/example.com%demo%codec.test -test.run='^$' -test.bench="$FLAMEGATE_FILTER" -test.benchtime=1000ms -test.count=1 -test.cpu=8 -test.benchmem -test.cpuprofile="$FLAMEGATE_PROFILES"/example.com%demo%codec.pprof)
(cd ./index && "$FLAMEGATE_BIN"/example.com%demo%index.test -test.run='^$' -test.bench="$FLAMEGATE_FILTER" -test.benchtime=1000ms -test.count=1 -test.cpu=8 -test.cpuprofile="$FLAMEGATE_PROFILES"/example.com%demo%index.pprof)`,
      env: { GOPROXY: 'off', GONOPROXY: 'none', GOVCS: '*:off', GOTOOLCHAIN: 'local' },
      says: 'go test -c ./codec ./index; its test binary with -test.bench=... -test.benchtime=1000ms',
      directories: ['codec', 'index'],
      links: [],
      probe: null,
      counts: expect.anything(),
    });
  });

  it('counts with the same binaries, on one CPU, where no name has its number', async () => {
    const suspects = [
      row('Encode/size=4k|x-8', 'example.com/demo/codec'),
      row('Top-8', 'example.com/demo'),
    ];
    const { counts } = await found('go', suspects, checkout(module));
    // The top is a package, too.
    expect(
      counts?.setup,
    ).toBe(`(go test -c -o "$FLAMEGATE_BIN"/example.com%demo.test ./ && test -x "$FLAMEGATE_BIN"/example.com%demo.test)
printf '%s %s\\n' example.com/demo "$PWD" >>"$FLAMEGATE_BIN/packages"
(go test -c -o "$FLAMEGATE_BIN"/example.com%demo%codec.test ./codec && test -x "$FLAMEGATE_BIN"/example.com%demo%codec.test)
printf '%s %s\\n' example.com/demo/codec "$PWD"/codec >>"$FLAMEGATE_BIN/packages"`);
    expect(suspects.map((of) => counts?.nameOf(of))).toEqual(['Encode/size=4k|x', 'Top']);
    expect(counts?.filter).toContain('size=4k\\|x');
    expect(counts?.work.list).toContain('name=$(printf %s "$package" | tr / %)');
  });

  it('finds the module with the longest path, wherever it is', async () => {
    const at = checkout({
      ...module,
      'tools/go.mod': 'module "example.com/demo/tools"\n',
      'tools/deep/x.go': '',
      'vendor/example.com/demo/tools/go.mod': 'module example.com/demo/tools\n',
      'vendor/example.com/demo/tools/deep/x.go': '',
      'old/testdata/m/go.mod': 'module example.com/demo/tools/deep\n',
      'a b/go.mod': 'module example.com/spaced\n',
    });
    const preset = await found('go', [row('X', 'example.com/demo/tools/deep')], at);
    expect(preset.setup).toMatch(/^\(cd \.\/tools && go test -c -o \S+ \.\/deep && /);
    expect(preset.run).toMatch(/^\(cd \.\/tools\/deep && /);
    const top = await found('go', [row('X', 'example.com/spaced')], at);
    expect(top.setup).toMatch(/^\(cd \.\/'a b' && go test -c -o \S+ \.\/ && /);
    expect(top.directories).toEqual(['a b']);
  });

  it.each<[string, string, RegExp]>([
    ['', 'no package', /does not name the package/],
    ['example.org/x', 'another module', /^the package example\.org\/x is not of a module of this/],
    ['example.com/demo/gone', 'no directory', /has no directory here/],
    ['example.com/demolition', 'no level of a path', /is not of a module/],
    ['example.com/demo/../../etc', 'a way out', /is not the path of a package/],
    ['example.com/demo/$(touch x)', 'a command', /is not the path of a package/],
    ['example.com/demo/codec;x', 'a separator', /is not the path of a package/],
    ['example.com/demo/-exec=x', 'a flag', /is not the path of a package/],
    ['example.com/demo/co\ndec', 'a line break', /is not the path of a package/],
    ['/etc', 'an absolute path', /is not the path of a package/],
  ])('refuses the package %j (%s)', async (name, _, reason) => {
    expect(await refused('go', [row('X-8', name)], checkout(module))).toMatch(reason);
  });

  const codec = [row('X-8', 'example.com/demo/codec')];
  it.each<[string, Checkout, RegExp]>([
    ['go is missing', checkout(module, { program: () => null }), /^go is not on the PATH$/],
    ['there is no module', checkout({ 'codec/x.go': '' }), /^this repository has no go\.mod$/],
    [
      'GOFLAGS names code elsewhere',
      checkout(module, { env: { GOFLAGS: '-mod=mod -modfile=/x/go.mod' } }),
      /^GOFLAGS has -modfile/,
    ],
    ['a workspace elsewhere', checkout(module, { env: { GOWORK: '/x/go.work' } }), /^GOWORK/],
    [
      'a replace leads into the checkout',
      checkout({
        ...module,
        'go.mod': 'module example.com/demo\nreplace example.com/y => /work/repo/y\n',
      }),
      /^go\.mod replaces a module by \/work\/repo\/y/,
    ],
  ])('says why where %s', async (_, at, reason) => {
    expect(await refused('go', codec, at)).toMatch(reason);
  });

  it('lets relative replaces and GOWORK=off be', async () => {
    const text = 'module example.com/demo\nreplace example.com/y => ./y\n';
    const at = checkout({ ...module, 'go.mod': text }, { env: { GOWORK: 'off' } });
    expect((await found('go', codec, at)).tool).toBe('go test');
  });

  it('has names of benchmarks nowhere but in the filter', async () => {
    const evil = 'X/$(touch /tmp/x)`id`"\'\n;-8';
    const preset = await found('go', [row(evil, 'example.com/demo/codec')], checkout(module));
    const { counts, ...rest } = preset;
    expect(JSON.stringify(rest)).not.toContain('touch');
    expect(JSON.stringify({ ...counts, filter: '' })).not.toContain('touch');
  });

  it('says so where there are too many for the time', async () => {
    const many = Array.from({ length: 500 }, (_, i) => row(`X${i}`, 'example.com/demo/codec'));
    expect(await refused('go', many, checkout(module))).toMatch(/^500 benchmarks are too many/);
  });
});

describe('pytest-benchmark', () => {
  const answers = { 'python -c': '/usr/bin/python3.12\n' };
  const files = { 'tests/test_a.py': '', 'src/demo/__init__.py': '' };

  it('runs the node ids with the side’s own tree first on the path', async () => {
    const ids = ["tests/test_a.py::TestX::test_y[it's $(x)]", 'tests/test_a.py::test_z'];
    const env = { PYTHONPATH: '/opt/lib:/work/repo/plugins' };
    const preset = await found(
      'pytest-benchmark',
      ids.map((id) => row(id)),
      checkout(files, { answers, env }),
    );
    expect(preset.run).toBe(
      `(PYTHONPATH="$PWD":"$PWD"/src:/opt/lib:"$PWD"/plugins /usr/bin/python3.12 -m pytest -q -p no:cacheprovider --rootdir=. --benchmark-only --benchmark-max-time=1 --benchmark-json="$FLAMEGATE_OUTPUT" 'tests/test_a.py::TestX::test_y[it'\\''s $(x)]' tests/test_a.py::test_z)`,
    );
    expect(preset.env).toEqual({ PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' });
    expect(preset.probe).toContain(' /work/repo . -q ');
  });

  it('finds the directory that the ids begin in', async () => {
    const at = checkout(
      { 'py/tests/test_a.py': '', 'py/src/x.py': '', 'rust/tests/test_a.py': '' },
      { answers, directory: 'py/tests' },
    );
    const { run } = await found('pytest-benchmark', [row('tests/test_a.py::test_z')], at);
    expect(run).toMatch(
      /^\(cd \.\/py && PYTHONPATH="\$\(cd \.\. && pwd\)"\/py:"\$\(cd \.\. && pwd\)"\/py\/src:"\$\(cd \.\. && pwd\)" /,
    );
    expect(
      await refused('pytest-benchmark', [row('tests/test_a.py::test_z')], { ...at, directory: '' }),
    ).toBe('tests/test_a.py is in several directories of this repository');
  });

  it.each<[string, RegExp]>([
    ['test_z', /is not the node id of a test/],
    ['../x/test_a.py::test_z', /is not the node id of a test/],
    ['/etc/test_a.py::test_z', /is not the node id of a test/],
    ['--rootdir=x.py::test_z', /is not the node id of a test/],
    ['tests/$(x).py::test_z', /is not the node id of a test/],
    ['tests/test_a.py::test_z[\n]', /is not the node id of a test/],
    ['tests/test_b.py::test_z', /^the file tests\/test_b\.py is not in this repository$/],
  ])('refuses %j', async (id, reason) => {
    expect(await refused('pytest-benchmark', [row(id)], checkout(files, { answers }))).toMatch(
      reason,
    );
  });

  it('says what Python lacks', async () => {
    const id = [row('tests/test_a.py::test_z')];
    const none = checkout(files, { program: () => null });
    expect(await refused('pytest-benchmark', id, none)).toMatch(/^neither python nor python3/);
    expect(await refused('pytest-benchmark', id, checkout(files))).toBe(
      'python and python3 cannot import pytest_benchmark',
    );
  });
});

describe('cargo', () => {
  const metadata = (dependencies: string[], targets: [string, string][], name = 'demo') =>
    JSON.stringify({
      workspace_root: '/work/repo',
      packages: [
        {
          name,
          dependencies: dependencies.map((of) => ({ name: of })),
          targets: targets.map(([target, kind]) => ({
            name: target,
            kind: [kind],
            src_path: `/work/repo/benches/${target}.rs`,
          })),
        },
      ],
    });
  const files = {
    'Cargo.toml': '',
    'Cargo.lock': '',
    'benches/sum.rs': 'use criterion::Criterion;',
    'benches/plain.rs': 'fn main() {}',
  };
  const at = (answer: string, of: Readonly<Record<string, string>> = files) =>
    checkout(of, { answers: { 'cargo metadata': answer } });
  const own =
    'CARGO_TARGET_DIR="$FLAMEGATE_BIN/target" CARGO_BUILD_BUILD_DIR="$FLAMEGATE_BIN/target"';

  it('builds and runs criterion with the filter, each side in its own target directory', async () => {
    const cargo = at(
      metadata(
        ['criterion'],
        [
          ['sum', 'bench'],
          ['demo', 'lib'],
        ],
      ),
    );
    const preset = await found('bencher', [row('sum/bytes 64')], cargo);
    expect(preset.setup).toBe(
      `(${own} cargo bench --offline --locked --no-run -p demo --bench sum)`,
    );
    expect(preset.run.split('\n')).toContain(
      `(${own} cargo bench --offline --locked -p demo --bench sum -- --output-format bencher --warm-up-time 0.5 --measurement-time 1 "$FLAMEGATE_FILTER") >"$FLAMEGATE_BIN/printed" || { status=$?; cat "$FLAMEGATE_BIN/printed"; exit $status; }`,
    );
  });

  it('gives libtest names, where they are names of functions', async () => {
    const plain = metadata(
      [],
      [
        ['plain', 'bench'],
        ['demo', 'lib'],
      ],
    );
    const { run } = await found('bencher', [row('a::b'), row('c')], at(plain));
    expect(run).toMatch(/ -p demo --lib --bench plain -- --exact a::b c\)$/);
    const odd = await found('bencher', [row('$(touch x)')], at(plain));
    expect(JSON.stringify(odd)).not.toContain('touch');
    const { 'Cargo.lock': _, ...without } = files;
    expect((await found('bencher', [row('c')], at(plain, without))).run).not.toContain('--locked');
  });

  it.each<[string, string, RegExp]>([
    ['{', 'no JSON', /says nothing that can be read/],
    ['{"packages":[{}]}', 'odd JSON', /says nothing that can be read/],
    [metadata([], [['x', 'bin']]), 'no benchmark', /^cargo knows no benchmark here/],
    [metadata([], [['$(x)', 'bench']]), 'a hostile target', /^cargo knows no benchmark here/],
    [metadata([], [['sum', 'bench']], '--config=x'), 'a hostile package', /knows no benchmark/],
  ])('refuses %j (%s)', async (answer, _, reason) => {
    expect(await refused('bencher', [row('c')], at(answer))).toMatch(reason);
  });

  it('says what is missing', async () => {
    expect(await refused('bencher', [row('c')], checkout(files, { program: () => null }))).toBe(
      'cargo is not on the PATH',
    );
    expect(await refused('bencher', [row('c')], checkout({}))).toBe(
      'this repository has no Cargo.toml',
    );
    expect(await refused('bencher', [row('c')], checkout(files))).toBe('cargo metadata fails here');
  });
});

describe('vitest bench', () => {
  const files = { 'web/src/sum.bench.ts': '', 'web/node_modules/vitest/package.json': '' };

  it('runs the suspects’ files, with the checkout’s packages', async () => {
    const suspects = [row('src/sum.bench.ts > sum > $(x)'), row('src/sum.bench.ts > other')];
    const preset = await found('vitest', suspects, checkout(files));
    expect(preset.run).toBe(`(cd ./web && ${vitestBench('src/sum.bench.ts')})`);
    expect(preset.links).toEqual([
      { directory: 'web/node_modules', same: expect.arrayContaining(['web/package.json']) },
    ]);
  });

  it('finds packages where files are named from the top, as by version 5', async () => {
    const preset = await found('vitest', [row('web/src/sum.bench.ts > x')], checkout(files));
    expect(preset.run).toBe(`(cd ./web && ${vitestBench('src/sum.bench.ts')})`);
    expect(preset.says).toMatch(/ src\/sum\.bench\.ts$/);
    expect(preset.links).toMatchObject([{ directory: 'web/node_modules' }]);
    const more = { ...files, 'api/b.bench.ts': '' };
    const both = [row('web/src/sum.bench.ts > x'), row('api/b.bench.ts > y')];
    expect(await refused('vitest', both, checkout(more))).toMatch(/no node_modules here has/);
  });

  it.each<[string, string]>([
    ['1.6.1', 'bench --run --outputJson=/out dir/x a b.ts'],
    ['4.1.12', 'bench --run --outputJson=/out dir/x a b.ts'],
    ['5.1.1', 'bench --run --reporter=json --outputFile=/out dir/x a b.ts'],
    ['14.0.0', 'bench --run --reporter=json --outputFile=/out dir/x a b.ts'],
  ])('asks version %s for the JSON that it has', (version, said) => {
    const folder = temporary();
    mkdirSync(join(folder, 'node_modules/vitest'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/vitest/package.json'), JSON.stringify({ version }));
    const fake = join(folder, 'npx');
    writeFileSync(fake, '#!/bin/sh\nshift 2\necho "$*"\n', { mode: 0o755 });
    const env = {
      PATH: `${folder}:${process.env.PATH}`,
      FLAMEGATE_OUTPUT: '/out dir/x',
    };
    const run = vitestBench("'a b.ts'");
    const printed = execFileSync('sh', ['-ec', run], { cwd: folder, env, encoding: 'utf8' });
    expect(printed).toBe(`${said}\n`);
  });

  it.each<[string, Partial<Checkout>, RegExp]>([
    ['../sum.bench.ts > x', {}, /is not the file of a benchmark/],
    ['--config=x.ts > x', {}, /is not the file of a benchmark/],
    ['src/other.bench.ts > x', {}, /is not in this repository/],
    ['src/sum.bench.ts > x', { program: () => null }, /^npx is not on the PATH$/],
    ['src/sum.bench.ts > x', { isDirectory: async () => false }, /^no node_modules here/],
    [
      'src/sum.bench.ts > x',
      { linksOut: async () => 'web/node_modules/own' },
      /^web\/node_modules\/own leads back into the checkout/,
    ],
  ])('refuses %j, %j', async (name, more, reason) => {
    expect(await refused('vitest', [row(name)], checkout(files, more))).toMatch(reason);
  });
});

it.each<[string | null, RegExp]>([
  ['google-benchmark', /^how google-benchmark is run is not known$/],
  [null, /^there is no benchmark output/],
])('of the format %s nothing is known', async (format, reason) => {
  expect(await refused(format as string, [row('X')], checkout({}))).toMatch(reason);
});

describe('a tree that is made ready', () => {
  const nothing = { directories: [], links: [], probe: null };
  const made = (files: Readonly<Record<string, string>>) => {
    const folder = temporary();
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return folder;
  };
  const prepare = async (tree: string, of: Partial<Preset>, top = temporary()) => {
    const root = temporary();
    mkdirSync(join(root, 'bin'));
    const place = { tree, directory: tree, bin: join(root, 'bin'), out: join(root, 'out') };
    const side = { name: 'base', place, env: gitEnv, log: () => undefined } as const;
    const preset = { tool: 't', setup: null, run: 'true', env: {}, says: '', ...nothing, ...of };
    return prepareTree(preset, top, side);
  };

  it('has the directories that are run in, and no link to another place', async () => {
    const tree = made({ 'codec/x.go': '' });
    symlinkSync(temporary(), join(tree, 'out'));
    await prepare(tree, { directories: ['', 'codec'] });
    for (const directory of ['gone', 'out', 'codec/x.go', '../../..']) {
      await expect(prepare(tree, { directories: [directory] })).rejects.toThrow(
        `the base has no directory ${directory}`,
      );
    }
  });

  const link = { directory: 'node_modules', same: ['package.json', 'package-lock.json'] };
  const needs = (of: object) => JSON.stringify({ name: 'x', ...of });
  it.each<[string, Record<string, string>, Record<string, string>, boolean]>([
    ['the same', { 'package-lock.json': '1' }, { 'package-lock.json': '1' }, true],
    [
      'another version of its own',
      { 'package.json': needs({ version: '1' }) },
      { 'package.json': needs({ version: '2' }) },
      true,
    ],
    ['a lock file that git ignores', { 'package-lock.json': '1' }, {}, true],
    [
      'another dependency',
      { 'package.json': needs({ dependencies: { a: '1' } }) },
      { 'package.json': needs({ dependencies: { a: '2' } }) },
      false,
    ],
    ['another lock file', { 'package-lock.json': '1' }, { 'package-lock.json': '2' }, false],
    ['a lock file more', {}, { 'package-lock.json': '2' }, false],
    ['no package.json', { 'package.json': needs({ dependencies: { a: '1' } }) }, {}, false],
  ])('has the checkout’s packages only with %s', async (_, here, there, isLinked) => {
    const [top, tree] = [made({ ...here, 'node_modules/a/index.js': 'x' }), made(there)];
    const ready = prepare(tree, { links: [link] }, top);
    if (isLinked) {
      await ready;
      expect(readFileSync(join(tree, 'node_modules/a/index.js'), 'utf8')).toBe('x');
    } else await expect(ready).rejects.toThrow(/asks for other packages in the base than in the/);
  });

  it('is refused with what its probe says', async () => {
    const tree = temporary();
    await prepare(tree, { probe: 'true' });
    const says = 'echo "flamegate: not yet"; echo; echo "flamegate: it is the same"; exit 1';
    await expect(prepare(tree, { probe: says })).rejects.toThrow('base: it is the same');
    await expect(prepare(tree, { probe: 'exit 3' })).rejects.toThrow(
      'base: what is to be measured',
    );
  });
});

describe('a real checkout', () => {
  const open = async (directory: string) => {
    const found = await checkoutAt({ directory, env: gitEnv });
    if (found === null) throw new Error('no checkout');
    return found;
  };

  it('knows its own files, and nothing that a link leads to elsewhere', async () => {
    const at = repository();
    const outside = temporary();
    writeFileSync(join(outside, 'go.mod'), 'module elsewhere\n');
    at.write('.gitignore', 'ignored\n');
    at.write('ignored/go.mod', '');
    at.write('sub/[x]/go.mod', '');
    at.commit('go.mod', 'module example.com/x\n');
    at.write('new/go.mod', '');
    at.write('new/no-go.mod', '');
    symlinkSync(outside, join(at.folder, 'link'));
    const found = await open(join(at.folder, 'sub'));
    expect([found.top, found.directory]).toEqual([at.folder, 'sub']);
    expect([...(await found.named('go.mod'))].sort()).toEqual([
      'go.mod',
      'new/go.mod',
      'sub/[x]/go.mod',
    ]);
    expect(await found.read('go.mod')).toBe('module example.com/x\n');
    expect(await found.read('link/go.mod')).toBeNull();
    expect(await found.isDirectory('sub/[x]')).toBe(true);
    expect(await found.isDirectory('link')).toBe(false);
    expect(await found.isDirectory('..')).toBe(false);
    expect([await found.isTracked('go.mod'), await found.isTracked('new/go.mod')]).toEqual([
      true,
      false,
    ]);
    expect(found.program('git')).not.toBeNull();
    expect(found.program('no-such-program')).toBeNull();
    expect(await found.ask('git', ['--version'], '')).toMatch(/^git version/);
    expect(await found.ask('git', ['no-such-command'], '')).toBeNull();
    expect(await found.ask('no-such-program', [], '')).toBeNull();
  });

  it('tells packages that are links into it', async () => {
    const at = repository();
    at.commit('packages/own/package.json', '{}');
    for (const of of ['node_modules/@a/b', 'node_modules/.bin', 'node_modules/c']) {
      mkdirSync(join(at.folder, of), { recursive: true });
    }
    symlinkSync('../c', join(at.folder, 'node_modules/.bin/c'));
    expect(await (await open(at.folder)).linksOut('node_modules')).toBeNull();
    symlinkSync('../../packages/own', join(at.folder, 'node_modules/@a/own'));
    expect(await (await open(at.folder)).linksOut('node_modules')).toBe('node_modules/@a/own');
  });

  it('is none outside of a repository', async () => {
    expect(await checkoutAt({ directory: temporary(), env: gitEnv })).toBeNull();
  });
});
