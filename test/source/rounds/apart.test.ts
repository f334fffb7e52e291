/** What keeps two sides apart, by the texts it goes by; with real tools in test/e2e/apart.test.ts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/model/error.ts';
import { ownCaches, sloppyCaches } from '../../../src/source/rounds/apart/caches.ts';
import { goOutside } from '../../../src/source/rounds/apart/outside.ts';
import { isProgramText } from '../../../src/source/rounds/apart/program.ts';
import type { Sides } from '../../../src/source/rounds/apart/sides.ts';
import { temporary } from './repository.ts';

/** Two sides with these files in both trees. */
function sides(files: Readonly<Record<string, string>>, more: Partial<Sides> = {}): Sides {
  const root = temporary();
  const place = (name: string) => {
    const at = join(root, name);
    const tree = join(at, 'tree');
    mkdirSync(tree, { recursive: true });
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), text);
    }
    return { tree, directory: tree, bin: join(at, 'bin'), out: join(at, 'out') };
  };
  const places = { base: place('base'), head: place('head') };
  return { top: join(root, 'checkout'), places, commands: '', run: '', env: {}, ...more };
}

describe('cargo’s target directory', () => {
  const own = async (text: string, env = {}) =>
    Object.keys((await ownCaches(sides({ '.cargo/config.toml': text }, { env }))).env.head);

  it.each<[string, string[]]>([
    ['[build]\ntarget-dir = "/shared"', ['CARGO_TARGET_DIR']],
    ["[ build ]\n  target-dir='../../../../shared' # all", ['CARGO_TARGET_DIR']],
    ['build.target-dir = "/shared"', ['CARGO_TARGET_DIR']],
    ['build = { jobs = 2, target-dir = "/shared" }', ['CARGO_TARGET_DIR']],
    ['[build]\nbuild-dir = "/shared"', ['CARGO_BUILD_BUILD_DIR']],
    ['[build]\nbuild-dir = "/shared/{workspace-path-hash}"', []],
    ['[build]\ntarget-dir = "out"', []],
    ['[build]\n# target-dir = "/shared"', []],
    ['[other]\ntarget-dir = "/shared"', []],
    ['', []],
  ])('of the configuration %j', async (text, variables) => {
    expect(await own(text)).toEqual(variables);
  });

  it('of the user’s own configuration and environment', async () => {
    const home = temporary();
    writeFileSync(join(home, 'config.toml'), '[build]\ntarget-dir = "/shared"\n');
    expect(await own('', { CARGO_HOME: home })).toEqual(['CARGO_TARGET_DIR']);
    expect(await own('', { CARGO_TARGET_DIR: '/shared' })).toEqual(['CARGO_TARGET_DIR']);
    expect(await own('', { CARGO_TARGET_DIR: '../target' })).toEqual(['CARGO_TARGET_DIR']);
    expect(await own('', { CARGO_TARGET_DIR: 'target/bench' })).toEqual([]);
  });

  it('is one path for each side, of one length', async () => {
    const of = sides({}, { env: { CARGO_TARGET_DIR: '/shared' } });
    const { env, shared } = await ownCaches(of);
    expect(shared).toEqual(['/shared']);
    expect(env.base.CARGO_TARGET_DIR).toBe(join(dirname(of.places.base.bin), 'target'));
    expect(env.head.CARGO_TARGET_DIR).toBe(join(dirname(of.places.head.bin), 'target'));
  });

  it('that the environment names is refused in a command as a word, not as a part of one', async () => {
    const shared = (commands: string) =>
      ownCaches(sides({}, { commands, env: { CARGO_TARGET_DIR: '/target' } }));
    await expect(shared('make; /target/release/x')).rejects.toThrow(/write \$CARGO_TARGET_DIR/);
    expect((await shared('make; ./target/release/x /targets')).shared).toEqual(['/target']);
  });

  it.each([
    'CARGO_TARGET_DIR=/tmp/x cargo build',
    'export CARGO_TARGET_DIR="$HOME/target"; cargo build',
    'cargo build --target-dir ~/x',
    'cargo build --target-dir=../x',
  ])('in a command is refused: %s', async (commands) => {
    await expect(ownCaches(sides({}, { commands }))).rejects.toThrow(InputError);
  });

  it.each([
    'CARGO_TARGET_DIR="$FLAMEGATE_BIN/target" cargo build',
    'CARGO_TARGET_DIR=$PWD/x cargo build',
    'CARGO_TARGET_DIR=$(pwd)/x cargo build',
    'cargo build --target-dir x/y',
    'cargo build --target-dir /tmp/$FLAMEGATE_SIDE',
  ])('in a command may be the side’s: %s', async (commands) => {
    expect((await ownCaches(sides({}, { commands }))).shared).toEqual([]);
  });
});

it('ccache is told of by name, and not where it is off', () => {
  const kinds = (env: Record<string, string>) => sloppyCaches(env).map((of) => of.kind);
  expect(kinds({ CCACHE_SLOPPINESS: 'file_stat_matches,time_macros' })).toEqual(['unmeasured']);
  expect(kinds({ CCACHE_SLOPPINESS: 'time_macros', CCACHE_BASEDIR: '/x' })).toEqual([
    'policy',
    'policy',
  ]);
  expect(kinds({ CCACHE_BASEDIR: '/x', CCACHE_DISABLE: '1' })).toEqual([]);
  expect(kinds({})).toEqual([]);
});

describe('what may be part of a program', () => {
  it.each([
    'src/a.ts',
    'main.go',
    'CMakeLists.txt',
    'lib/CMakeLists.txt',
    'requirements.txt',
    'requirements-dev.txt',
    'package.json',
    'Makefile',
    'latest.go',
    'contest/a.c',
  ])('%s', (file) => {
    expect(isProgramText(file)).toBe(true);
  });

  it.each([
    'README.md',
    'docs/a.html',
    'notes.txt',
    '.github/workflows/a.yml',
    'LICENSE',
    'sub/LICENSE-MIT',
    '.gitignore',
    'a_test.go',
    'tests/a.py',
    'pkg/test_a.py',
    'conftest.py',
    'src/a.test.tsx',
    'src/__tests__/a.js',
    'spec/a_spec.rb',
  ])('not %s', (file) => {
    expect(isProgramText(file)).toBe(false);
  });
});

describe('Go’s code from outside', () => {
  const told = async (files: Readonly<Record<string, string>>, more: Partial<Sides> = {}) => {
    const of = sides({ 'go.mod': 'module m\n', ...files }, more);
    return (await goOutside(of)).join('\n').replaceAll(of.top, 'TOP');
  };

  it.each<[string, Partial<Sides>, RegExp]>([
    [
      'GOFLAGS',
      { env: { GOFLAGS: '-mod=mod -modfile=/x/go.mod' } },
      /^-modfile names \/x\/go\.mod/,
    ],
    ['a command', { commands: 'go test -overlay ../o.json' }, /^-overlay names \.\.\/o\.json/],
    ['GOWORK', { env: { GOWORK: '/x/go.work' } }, /^GOWORK is \/x\/go\.work/],
  ])('by %s', async (_, more, message) => {
    expect(await told({}, more)).toMatch(message);
  });

  it.each<[string, Partial<Sides>]>([
    ['off', { env: { GOWORK: 'off' } }],
    ['a file of the tree', { commands: 'go test -modfile=bench.mod' }],
    ['nothing', {}],
  ])('not by %s', async (_, more) => {
    expect(await told({}, more)).toBe('');
  });

  it('by a line of go.mod or go.work', async () => {
    const replace = (to: string) => ({ 'go.mod': `module m\n\nreplace x => ${to}\n` });
    expect(await told(replace('../../../../'))).toMatch(
      /^go\.mod of the base takes code from \.\./,
    );
    expect(await told(replace('../not-there'))).toBe('');
    expect(await told(replace('./x'))).toBe('');
    expect(await told(replace('/opt/x'))).toBe('');
    expect(await told(replace('example.com/y v1.0.0 // ../../..'))).toBe('');
    const work = { 'go.work': 'go 1.21\n\nuse (\n\t.\n\t../../..\n\t./x\n)\n' };
    expect(await told(work)).toMatch(/^go\.work of the base takes code from \.\.\/\.\.\/\.\.,/);
  });

  describe('by a module of benchmarks that requires the one above', () => {
    const inBench = async (text: string, more: Record<string, string> = {}, differs = 'm.go') => {
      const of = sides({
        'go.mod': 'module example.com/m\n',
        'm.go': '',
        'bench/go.mod': text,
        ...more,
      });
      writeFileSync(join(of.places.head.tree, differs), 'package m');
      const at = ({ tree, ...place }: Sides['places']['base']) => ({
        ...place,
        tree,
        directory: join(tree, 'bench'),
      });
      const places = { base: at(of.places.base), head: at(of.places.head) };
      return (await goOutside({ ...of, places })).join('\n');
    };
    const block =
      'module bench\n\nrequire (\n\texample.com/other v1.0.0\n\texample.com/m v1.2.0\n)\n';

    it('as it was released', async () => {
      const message =
        /^bench\/go\.mod requires example\.com\/m as it was released.*=\.\. && go mod tidy`$/;
      expect(await inBench(block)).toMatch(message);
      expect(await inBench('module bench\nrequire example.com/m v1.2.0 // x\n')).toMatch(message);
    });

    it.each<[string, string, Record<string, string>?, string?]>([
      ['with a replacement', `${block}replace example.com/m => ../\n`],
      ['with a workspace', block, { 'go.work': 'use (\n\t.\n\t./bench\n)\n' }],
      ['another module', 'module bench\nrequire example.com/m/v2 v2.0.0\n'],
      ['where only the benchmarks differ', block, {}, 'bench/b.go'],
      ['where only tests differ', block, {}, 'm_test.go'],
    ])('not %s', async (_, ...of) => {
      expect(await inBench(...of)).toBe('');
    });
  });

  describe('by a go.work of the checkout that git ignores', () => {
    const mine = (text: string) => {
      const top = temporary();
      writeFileSync(join(top, 'go.work'), text);
      return { top };
    };
    const ofTwo = 'go 1.21\n\nuse (\n\t.\n\t./lib\n)\n';
    const message =
      /^go\.work of the checkout is not in git, and neither side has it: .*GOWORK=off$/;

    it.each<[string, string]>([
      ['of the root and another', ofTwo],
      ['of two, a line each', 'use ./lib\nuse "./other" // more\n'],
    ])('%s', async (_, text) => {
      expect(await told({}, mine(text))).toMatch(message);
      // Modules below the root, and nothing in it but what builds them.
      const of = sides({}, { ...mine(text), commands: 'make bench' });
      expect(await goOutside(of)).toEqual([expect.stringMatching(message)]);
    });

    it('which stands above the directory that is measured', async () => {
      const of = sides({ 'app/go.mod': 'module app\n' }, mine(ofTwo));
      const place = (at: 'base' | 'head') => ({
        ...of.places[at],
        directory: join(of.places[at].tree, 'app'),
      });
      const places = { base: place('base'), head: place('head') };
      expect(await goOutside({ ...of, places })).toEqual([expect.stringMatching(message)]);
    });

    it.each<[string, Record<string, string>, string, Partial<Sides>]>([
      ['that setup wrote', { 'go.work': ofTwo }, ofTwo, {}],
      ['of one module of the repository', {}, 'use (\n\t.\n\t../../sibling\n)\n', {}],
      ['that is off', {}, ofTwo, { env: { GOWORK: 'off' } }],
      ['that a command puts off', {}, ofTwo, { commands: 'GOWORK=off go test' }],
    ])('but not %s', async (_, files, text, more) => {
      expect(await told(files, { ...mine(text), ...more })).toBe('');
    });
  });

  it('is no question without Go', async () => {
    const of = sides({}, { env: { GOWORK: '/x/go.work' }, commands: 'node bench.js' });
    expect(await goOutside(of)).toEqual([]);
  });
});
