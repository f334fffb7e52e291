/** Filters, slices and roll-ups of profiles on the bundled command line. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flamegate-cli-'));
  for (const name of ['shop.base', 'shop.head', 'shop.requests', 'goroutine.head']) {
    const file = `${name}.pprof`;
    copyFileSync(join(root, 'test/golden/pprof/in', file), join(folder, file));
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function flamegate(...args: string[]) {
  const env = { PATH: process.env.PATH, HOME: folder };
  const cli = join(root, 'dist/cli.js');
  return spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', env });
}

/** The gate of head against one stored base. */
function gate(config: string, head = 'shop.head.pprof') {
  writeFileSync(join(folder, 'flamegate.yml'), config);
  const baseline = ['--baseline', 'stored'];
  const recorded = flamegate('record', ...baseline, '--profiles', 'shop.base.pprof');
  expect(recorded.stderr).toBe('');
  return flamegate(
    ...['gate', ...baseline, '--profiles', head, '--config', 'flamegate.yml'],
    ...['--format', 'json', '--fail-on', 'incomplete'],
  );
}

describe('top', () => {
  it('shows what is focused on, of all samples', () => {
    const { stdout } = flamegate('top', '--focus', 'main[.]search', 'shop.base.pprof');
    expect(stdout).toMatch(/^Showing nodes accounting for 970ms, 38\.80% of 2500ms total$/m);
    expect(stdout).not.toContain('main.encode');
  });

  it('says on stderr that a filter matches nothing', () => {
    const { status, stderr } = flamegate('top', '--hide', 'zzz', 'shop.base.pprof');
    expect([status, stderr]).toEqual([
      0,
      'flamegate: hide "zzz" matches nothing in the profiles of this run\n',
    ]);
  });

  it('shows slices one after the other, the largest first', () => {
    const { stdout } = flamegate('top', '--group-by', 'endpoint', 'shop.base.pprof');
    expect([...stdout.matchAll(/^Slice: (.*)$/gm)].map(([, slice]) => slice)).toEqual([
      ...['endpoint=/search', 'endpoint=/checkout', 'endpoint=/cart', 'no endpoint'],
    ]);
    const json = flamegate(
      'top',
      '--group-by',
      'shard',
      '--format',
      'json',
      'goroutine.head.pprof',
    );
    expect(JSON.parse(json.stdout).slices).toHaveLength(3);
  });
});

describe('diff', () => {
  it('names the allocating user function', () => {
    const { stdout } = flamegate(
      'diff',
      '--attribute',
      'user',
      'shop.base.pprof',
      'shop.head.pprof',
    );
    expect(stdout).toContain('strconv.Itoa (allocations)');
    expect(stdout).not.toContain('runtime.mallocgc');
  });
});

describe('gate', () => {
  it('compares each endpoint, and names it in every row', () => {
    const { stdout, stderr } = gate('profile-group-by: endpoint\nattribute: user\n');
    expect(stderr).toBe('');
    const report = JSON.parse(stdout);
    const slices = ['endpoint=/cart', 'endpoint=/checkout', 'endpoint=/search', 'no endpoint'];
    expect(report.profiles.map((of: { slice: string }) => of.slice).sort()).toEqual(slices);
    for (const row of report.functions) expect(slices).toContain(row.slice);
    expect(report.warnings).toEqual([]);
  });

  it('refuses request ids', () => {
    const { status, stderr } = gate('profile-group-by: request\n', 'shop.requests.pprof');
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^flamegate: shop\.requests\.pprof: the label "request" has more than 50/,
    );
  });

  it('is incomplete where the filters of its file leave nothing', () => {
    const { status, stdout } = gate('profile-filters: { focus: nothing }\n');
    const report = JSON.parse(stdout);
    expect([status, report.verdict]).toEqual([3, 'incomplete']);
    expect(report.warnings).toContainEqual({
      kind: 'profile',
      message: 'focus "nothing" matches nothing in the profiles of this run',
    });
  });

  it('applies them to both sides', () => {
    const { stdout } = gate("profile-filters: { hide: '^(runtime|internal)' }\n");
    const { functions } = JSON.parse(stdout);
    expect(functions.length).toBeGreaterThan(5);
    for (const { name } of functions) expect(name).not.toMatch(/^runtime[./]/);
  });
});

describe('diff --pprof', () => {
  it('writes what the filters leave', () => {
    const files = ['shop.base.pprof', 'shop.head.pprof'];
    const written = (...filters: string[]) => {
      const diff = flamegate('diff', ...files, ...filters, '--pprof', 'out.pb.gz');
      expect(diff.stderr).toBe('');
      return flamegate('top', 'out.pb.gz').stdout;
    };
    expect(written()).toMatch(/ runtime[.]/);
    expect(written('--hide', '^runtime')).not.toMatch(/ runtime[.]/);
    expect(written('--attribute', 'user')).toMatch(/[(]allocations[)]/);
  });
});

describe('a profile of another tool', () => {
  it('is stored as pprof, and compared', () => {
    const recorded = join(root, 'test/profile/producers/py-spy.speedscope.json');
    copyFileSync(recorded, join(folder, 'cpu.json'));
    const record = flamegate('record', '--baseline', 'stored', '--profiles', 'cpu.json');
    expect(record.stderr).toBe('');
    const [run = ''] = readdirSync(join(folder, 'stored')).filter((name) => !name.startsWith('.'));
    expect(readdirSync(join(folder, 'stored', run, 'profiles'))).toEqual(['cpu.json.pb.gz']);
    const { status, stdout } = flamegate(
      ...['gate', '--baseline', 'stored', '--profiles', 'cpu.json', '--format', 'json'],
    );
    const { functions } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(functions[0]).toMatchObject({ flatDelta: 0 });
    expect(functions.length).toBeGreaterThan(3);
  });
});

describe('leaks', () => {
  const series = (kind: string) => join(root, `test/golden/pprof/leak/out/${kind}.*.pprof`);

  it('fails for what grows, and names it', () => {
    const { status, stdout } = flamegate('leaks', series('leaking.heap'));
    expect([status, stdout.split('\n')[0]]).toEqual([
      1,
      '1 function growing: inuse_space over 8 profiles',
    ]);
    expect(stdout).toMatch(/growing {2}main\.keepSession \(example\.com\/leak\/main\.go:\d+\)/);
  });

  it('passes what is steady, as JSON, too', () => {
    const { status, stdout } = flamegate('leaks', '--format', 'json', series('steady.goroutine'));
    expect([status, JSON.parse(stdout).total.verdict]).toEqual([0, 'steady']);
  });

  it('takes no copies for a series', () => {
    const [first = ''] = readdirSync(join(root, 'test/golden/pprof/leak/out')).filter((name) =>
      name.startsWith('leaking.heap'),
    );
    for (let i = 0; i < 5; i++) {
      copyFileSync(join(root, 'test/golden/pprof/leak/out', first), join(folder, `${i}.copy`));
    }
    const { status, stderr } = flamegate('leaks', join(folder, '*.copy'));
    expect([status, stderr]).toEqual([2, expect.stringContaining('byte for byte')]);
  });

  it('takes no fewer than five', () => {
    const { status, stderr } = flamegate('leaks', series('leaking.heap').replace('*', '[1-4]'));
    expect([status, stderr]).toEqual([2, expect.stringContaining('at least 5 profiles')]);
  });
});

describe('profiles of other tools', () => {
  it('are told from benchmark output by their content', () => {
    const file = (name: string) => join(root, 'test/profile/producers', name);
    const { status, stdout } = flamegate('diff', file('perf.script'), file('perf.flat.script'));
    expect([status, stdout.split('\n')[0]]).toEqual([0, 'Type: cpu']);
    expect(stdout).not.toContain('go tool pprof');
  });
});
