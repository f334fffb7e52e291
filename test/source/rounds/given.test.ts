/** From the words of a user to commands, as tables; that they run is test/e2e/command.test.ts. */
import { describe, expect, it } from 'vitest';
import { givenCommand } from '../../../src/source/rounds/presets/given/index.ts';
import type { Checkout } from '../../../src/source/rounds/presets/index.ts';
import { vitestBench } from '../../../src/source/rounds/presets/vitest.ts';

const checkout = (files: readonly string[] = [], more: Partial<Checkout> = {}): Checkout => ({
  top: '/work/repo',
  directory: '',
  env: {},
  named: async (name) => files.filter((path) => path === name || path.endsWith(`/${name}`)),
  isTracked: async (file) => files.some((of) => of === file || of.startsWith(`${file}/`)),
  read: async () => '',
  isDirectory: async (path) => path === 'node_modules' || path === 'web/node_modules',
  linksOut: async () => null,
  program: (name) => `/usr/bin/${name}`,
  ask: async (program) =>
    program.startsWith('/venv') || program === 'python' ? '/venv/bin/python' : null,
  ...more,
});

const given = (line: string, at = checkout(), hasSetup = false) =>
  givenCommand(line.split(' ').filter(Boolean), at, hasSetup);

describe('go test', () => {
  it.each([
    ['-bench=A ./x ./y', './x ./y', "-test.benchtime=100ms -test.count=1 '-test.run=^$'", 'A'],
    ['', '.', '-test.benchtime=100ms -test.count=1', '.'],
    ['-bench A/b -benchtime 5x -count=3 .', '.', '-test.benchtime=5x -test.count=3', 'A/b'],
    ['-test.bench=A -benchmem -args -x -bench=B', '.', '-test.benchmem', 'A'],
    ['./x --cpu=1,2 -short', './x', '-test.cpu=1,2 -test.short', '.'],
    ['-v -json', '.', '-test.v', '.'],
    ['-memprofile=m.out', '.', '-test.memprofile="$FLAMEGATE_PROFILES/$name.mem.pprof"', '.'],
  ])('%j', async (typed, packages, flags, filter) => {
    const preset = await given(`go test ${typed}`);
    expect(preset.setup).toContain(`{{.Dir}}{{end}}' ${packages} >`);
    expect(preset.run).toContain(flags);
    expect(preset.run).toContain('-test.cpuprofile="$FLAMEGATE_PROFILES/$name.pprof"');
    expect(preset.filter).toBe(filter);
  });

  it('gives build flags to the build, and what follows -args to the program', async () => {
    const preset = await given('/opt/go/bin/go test -race -tags x,y -ldflags=-s . -args -size=5');
    expect(preset.setup).toContain('/opt/go/bin/go test -c -race -tags=x,y -ldflags=-s -o');
    expect(preset.run).toMatch(/\.pprof" -size=5 <\/dev\/null\)/);
    expect(preset.run).not.toContain('-race');
  });

  it.each([
    ['GOFLAGS', { GOFLAGS: '-overlay=o.json' }, /-overlay/],
    ['GOWORK', { GOWORK: '/x/go.work' }, /GOWORK/],
  ])('refuses what %s makes one on both sides', async (_, env, message) => {
    await expect(given('go test .', checkout([], { env }))).rejects.toThrow(message);
  });

  it('refuses a go.mod that replaces a module by the checkout', async () => {
    const at = checkout(['go.mod'], { read: async () => 'module x\nreplace y => /work/repo/y\n' });
    await expect(given('go test .', at)).rejects.toThrow(/replaces a module by \/work\/repo\/y/);
  });

  it('go build, and a program called gotest, are commands', async () => {
    for (const line of ['go run ./bench', 'gotest -bench=.', 'go vet']) {
      expect(await given(line)).toMatchObject({ run: line, setup: null, isRead: false });
    }
  });
});

describe('cargo bench', () => {
  it.each([
    ['cargo bench', '--warm-up-time 0.3 --measurement-time 1 "$F', '--bench </dev', null],
    ['cargo bench -- enc', '--measurement-time 1 "$F', '--bench enc </dev', 'enc'],
    ['cargo bench -- --sample-size 10 enc', '--sample-size 10 "$F', '10 enc </dev', 'enc'],
    ['cargo bench -- --output-format bencher', '--measurement-time 1 "$F', '--bench </dev', null],
    ['cargo bench -- --measurement-time=3', '0.3 --measurement-time=3 "$F', '=3 </dev', null],
    ['cargo bench -- a b', '--measurement-time 1 "$F', '--bench a b </dev', null],
  ])('%j', async (line, criterion, libtest, filter) => {
    const preset = await given(line);
    expect(preset.run).toContain(criterion);
    expect(preset.run).toContain(libtest);
    expect(preset.filter).toBe(filter);
  });

  it('keeps the toolchain, packages and features', async () => {
    const preset = await given('cargo +nightly bench -p x --features a,b');
    expect(preset.setup).toContain('cargo +nightly bench -p x --features a,b --no-run --message-f');
    expect(preset.setup).toMatch(/^export CARGO_TARGET_DIR="\$FLAMEGATE_BIN\/target"/);
  });

  it.each([
    '--target-dir=x',
    '--target-dir x',
    '--manifest-path /x/Cargo.toml',
    '--message-format=json',
  ])('refuses %s', async (flag) => {
    await expect(given(`cargo bench ${flag}`)).rejects.toThrow(/cannot be used here/);
  });
});

describe('pytest', () => {
  it.each(['pytest', 'python -m pytest', '/venv/bin/python3.11 -m pytest', '/venv/bin/pytest'])(
    '%j is run by the interpreter itself',
    async (typed) => {
      const { run, probe, setup } = await given(`${typed} bench -x`);
      expect(run).toMatch(/^PYTHONPATH="\$PWD":"\$FLAMEGATE_BIN" \/venv\/bin\/python -m pytest /);
      expect(run).toMatch(/--benchmark-only .*--benchmark-json="\$FLAMEGATE_OUTPUT" bench -x$/);
      expect(probe).toContain('/work/repo . -q -p no:cacheprovider bench -x --benchmark-only');
      expect(setup).toContain('FLAMEGATE_FILTER');
    },
  );

  it('keeps what was given, and has its own file', async () => {
    const { run } = await given('pytest --benchmark-max-time=2 --benchmark-only');
    expect(run.match(/--benchmark-(only|max-time)/g)).toHaveLength(2);
    await expect(given('pytest --benchmark-json=x')).rejects.toThrow(
      /leave --benchmark-json=x out/,
    );
  });

  it('without pytest-benchmark says where it is missing', async () => {
    const at = checkout([], { ask: async () => null });
    await expect(given('python3 -m pytest', at)).rejects.toThrow(/python3: none can import pytest/);
  });

  it('another module of Python is a command', async () => {
    expect(await given('python -m timeit -n 5 pass')).toMatchObject({ isRead: false });
  });
});

describe('Node', () => {
  const link = { directory: 'node_modules' };

  it.each([
    'npx vitest bench',
    'vitest bench --run',
    'pnpm exec vitest bench',
    'npx --no-install vitest bench',
  ])('%j is run with the output that is read', async (typed) => {
    const preset = await given(`${typed} src/a.bench.ts`);
    expect(preset.run).toBe(vitestBench('src/a.bench.ts'));
    expect(preset.says).toMatch(/^npx --no-install vitest bench --run src\/a\.bench\.ts; /);
    expect(preset.links).toMatchObject([link]);
  });

  it('has its own file for the output', async () => {
    for (const flag of ['--outputJson', '--outputFile=a.json', '--outputFile.json=a.json']) {
      await expect(given(`npx vitest bench ${flag} x`)).rejects.toThrow(`leave ${flag} out`);
    }
  });

  it('a script is run as it is, with the packages of the checkout', async () => {
    const preset = await given('node --expose-gc bench.js 10');
    expect(preset).toMatchObject({ run: 'node --expose-gc bench.js 10', links: [link] });
    const inWeb = await given('npm run bench', checkout([], { directory: 'web' }));
    expect(inWeb.links).toMatchObject([{ directory: 'web/node_modules' }]);
  });

  it('has none of them where setup makes them, git has them, or they lead back here', async () => {
    expect((await given('node x.js', checkout(), true)).links).toEqual([]);
    expect((await given('node x.js', checkout(['node_modules/a']))).links).toEqual([]);
    const at = checkout([], { linksOut: async () => 'node_modules/own' });
    const back = await given('node x.js', at);
    expect(back.links).toEqual([]);
    expect(back.says).toMatch(/node_modules\/own leads back into the checkout.*npm ci/);
  });
});

it.each(['node /work/repo/bench.js', './tool --in=/work/repo/bench.js'])(
  '%j names one file for both sides',
  async (line) => {
    await expect(given(line, checkout(['bench.js']))).rejects.toThrow(/the same on both sides/);
    expect(await given(line, checkout())).toMatchObject({ isRead: false });
    expect(await given('cat /work/repository/x', checkout())).toMatchObject({ isRead: false });
  },
);
