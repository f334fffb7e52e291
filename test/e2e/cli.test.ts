/** The bundled command line as a user calls it: the README's commands, bad input, exit statuses. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flamegate-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function flamegate(...args: string[]): Outcome {
  return flamegateWith({}, ...args);
}

function flamegateWith(variables: Readonly<Record<string, string>>, ...args: string[]): Outcome {
  const env = { PATH: process.env.PATH, HOME: folder, ...variables };
  return spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', env });
}

/** Hidden names are not runs. */
const isShown = (name: string): boolean => !name.startsWith('.');

const example = (name: string): string => join(root, 'examples', name);
const baseline = example('baseline');
const head = (name: string): string[] => [
  '--benchmarks',
  example(`${name}/bench.txt`),
  '--profiles',
  example(`${name}/*.pprof`),
];
const policy = ['--threshold', '10%', '--profile-threshold', '3pp'];

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

describe('the README’s commands', () => {
  it('the slow pull request fails, and the function is named at its line', () => {
    const { status, stdout } = flamegate(
      'gate',
      '--baseline',
      baseline,
      ...head('slow'),
      ...policy,
    );
    expect(status).toBe(1);
    expect(stdout.split('\n')[0]).toMatch(
      /slower.*because of codec\.appendEscaped \(.*escape\.go:\d+\), against 5 runs of main/,
    );
  });

  it('the clean pull request passes', () => {
    const { status, stdout } = flamegate(
      'gate',
      '--baseline',
      baseline,
      ...head('clean'),
      ...policy,
    );
    expect([status, stdout.split('\n')[0]]).toEqual([0, expect.stringContaining('Nothing slower')]);
  });

  it('diff shows two files and two profiles, and the next command', () => {
    const files = flamegate('diff', example('clean/bench.txt'), example('slow/bench.txt'));
    expect(files.status).toBe(0);
    expect(files.stdout).toContain('vs base');
    const profiles = flamegate(
      'diff',
      example('clean/codec.cpu.pprof'),
      example('slow/codec.cpu.pprof'),
    );
    expect(profiles.stdout).toContain('codec.appendEscaped');
    expect(profiles.stdout).toContain('go tool pprof -http=: -sample_index=cpu -diff_base=');
    // Not a terminal: no bar, no colour.
    expect(profiles.stdout).not.toMatch(/[│█]/);
  });

  it('diff as Markdown speaks of old and new, not of main', () => {
    const { stdout } = flamegate('diff', example('clean'), example('slow'), '--format', 'markdown');
    expect(stdout).toMatch(/^### .*clean.* → .*slow/);
    expect(stdout).toContain('| benchmark | old | new | change |');
    expect(stdout).toMatch(/codec\.<wbr>appendEscaped<.code> \| <code>.*escape\.go:\d+/);
    expect(stdout.replaceAll(root, '')).not.toMatch(/\bmain\b(?!\.)/); // wherever it is checked out
  });

  it('each --help ends in an example, with flags that are there', () => {
    const commands = flamegate('--help').stdout.matchAll(/^ {2}([a-z]+) \[/gm);
    const names = [...commands]
      .map(([, name = '']) => name)
      .filter((name) => !['baseline', 'help'].includes(name));
    expect(names.length).toBeGreaterThan(8);
    const ofBaseline = ['check', 'list', 'show', 'prune', 'verify', 'export', 'import'];
    for (const name of [...names, ...ofBaseline.map((of) => `baseline ${of}`)]) {
      const { stdout } = flamegate(...name.split(' '), '--help');
      const [help = '', example = ''] = stdout.split(/^Examples?:/m);
      expect(example, name).toContain(`flamegate ${name} `);
      const own = name === 'measure' ? [] : (example.match(/ --?[a-z]+(?= )/g) ?? []);
      for (const flag of own) expect(help, name).toMatch(new RegExp(` ${flag.trim()}[ ,]`));
    }
  });

  it('tags shows what each value of a label costs', () => {
    const file = join(root, 'test/golden/pprof/in/shop.base.pprof');
    const { status, stdout } = flamegate('tags', file, '--unit', 'ms');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/endpoint: Total .*\n +970ms/)]);
    expect(flamegate('tags', example('clean/bench.txt'))).toMatchObject({ status: 2, stdout: '' });
  });

  it('diff --peek shows callers and callees before and after', () => {
    const files = ['clean', 'slow'].map((name) => example(`${name}/codec.cpu.pprof`));
    const { stdout, status } = flamegate('diff', ...files, '--peek', 'codec[.]appendEscaped$');
    expect(status).toBe(0);
    expect(stdout.split('\n').slice(0, 2).join('\n')).toMatch(
      /base +base% +head +head% +delta \| callers, the function, callees\n1.69s +100% +2.09s +100% +\+6.4 pp \| +example.com\/ledger\/codec.appendEntry/,
    );
    const bad = (...args: string[]) => flamegate('diff', ...files, ...args);
    expect(bad('--peek', 'nowhere')).toMatchObject({
      status: 2,
      stderr: 'flamegate: --peek "nowhere" matches no function of these profiles\n',
    });
    expect(bad('--peek', '(').stderr).toMatch(/^flamegate: --peek "\(": .*RE2/);
    expect(bad('--peek', 'x', '--format', 'json').stderr).toContain('text only');
    const texts = ['clean', 'slow'].map((name) => example(`${name}/bench.txt`));
    expect(flamegate('diff', ...texts, '--peek', 'x').stderr).toContain('--peek is for profiles');
  });

  it('--version is the package’s', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(flamegate('--version').stdout.trim()).toBe(version);
  });

  it('record, then gate', () => {
    const runs = join(folder, 'runs');
    for (const [run, day] of [
      ['slow', '2026-11-01'],
      ['clean', '2026-11-02'],
    ] as const) {
      const to = ['--baseline', runs, '--time', day];
      const { status, stderr } = flamegate('record', ...to, ...head(run));
      expect([status, stderr]).toEqual([0, '']);
    }
    const gate = flamegate(
      'gate',
      '--baseline',
      runs,
      ...head('clean'),
      '--format',
      'json',
      ...policy,
    );
    // The clean one is the head itself.
    expect(JSON.parse(gate.stdout).baseline).toMatchObject({
      runs: 1,
      setAside: [{ reason: 'it is this run itself' }],
    });
  });
});

describe('formats', () => {
  it.each(['text', 'markdown', 'json', 'csv', 'junit', 'openmetrics'])(
    '%s goes to a file as it goes to the terminal',
    (format) => {
      const args = ['gate', '--baseline', baseline, ...head('slow'), ...policy, '--format', format];
      const shown = flamegate(...args);
      const written = flamegate(...args, '--output', 'report');
      expect(written.stdout).toBe('');
      expect(readFileSync(join(folder, 'report'), 'utf8')).toBe(shown.stdout);
      expect(shown.status).toBe(1);
    },
  );

  it('html is one file with the sentence, every sample and the stacks, of gate and of diff', () => {
    const page = (...args: string[]) => {
      const { status, stderr } = flamegate(...args, '--format', 'html', '--output', 'r.html');
      const text = readFileSync(join(folder, 'r.html'), 'utf8');
      const [, packed = ''] = /<script type="text\/plain" id="data">([^<]*)</.exec(text) ?? [];
      expect(text, stderr).toContain(`content="default-src 'none'; script-src 'sha256-`);
      const data = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString());
      return { status, text, data };
    };
    const gated = page('gate', '--baseline', baseline, ...head('slow'), ...policy);
    expect(gated.status).toBe(1);
    expect(gated.text).toMatch(/<h1><b><bdi>codec\.Encode[^<]*<\/bdi><\/b><b>[^<]*slower/);
    const [worst] = gated.data.rows;
    expect(worst.name).toContain('Encode/size=4k');
    expect(worst.base.map(({ samples }: { samples: number[] }) => samples.length)).toEqual([
      10, 10, 10, 10, 10,
    ]);
    expect(gated.data.graphs.map((of: { base: unknown }) => of.base)).toMatchObject([
      { profiles: 15 },
    ]);
    expect(gated.data.graphs[0].functions.name).toContain('example.com/ledger/codec.appendEscaped');
    const profile = (side: string) => join(root, `test/golden/pprof/in/shop.${side}.pprof`);
    const diffed = page('diff', profile('base'), profile('head'));
    expect(diffed.status).toBe(0);
    expect(diffed.data).toMatchObject({ verdict: 'diff', rows: [], graphs: [{ title: 'cpu' }] });
    expect(diffed.data.graphs[0].tags.map(({ key }: { key: string }) => key)).toContain('endpoint');
  });
});

describe('standard input and labels', () => {
  const [old, now] = [example('clean/bench.txt'), example('slow/bench.txt')];
  const piped = (input: string | Uint8Array, ...args: string[]): Outcome => {
    const env = { PATH: process.env.PATH, HOME: folder };
    const options = { cwd: folder, encoding: 'utf8', env, input } as const;
    return spawnSync(process.execPath, [cli, ...args], options);
  };

  it('- is a file of diff, gate, record and top', () => {
    const text = readFileSync(now, 'utf8');
    const named = flamegate('diff', `x=${old}`, `y=${now}`);
    expect(named.status).toBe(0);
    expect(piped(text, 'diff', `x=${old}`, 'y=-').stdout).toBe(named.stdout);
    const gate = ['gate', '--baseline', baseline, ...policy, '--format', 'csv', '--benchmarks'];
    expect(piped(text, ...gate, '-').stdout).toBe(flamegate(...gate, now).stdout);
    expect(piped(text, 'record', '--baseline', 'runs', '--benchmarks', '-').status).toBe(0);
    const [run = ''] = readdirSync(join(folder, 'runs')).filter(isShown);
    expect(readFileSync(join(folder, 'runs', run, 'benchmarks/stdin'), 'utf8')).toBe(text);
    const profile = example('slow/codec.cpu.pprof');
    expect(piped(readFileSync(profile), 'top', '-').stdout).toBe(flamegate('top', profile).stdout);
  });

  it('nothing in it, or two files from it, is an error', () => {
    const empty = piped('', 'diff', old, '-');
    expect([empty.status, empty.stderr]).toEqual([2, expect.stringContaining('is empty')]);
    const twice = piped('x', 'diff', '-', '-');
    expect([twice.status, twice.stderr]).toEqual([2, expect.stringContaining('for one file only')]);
  });

  it('label=file is a heading; a file whose name has an = is that file', () => {
    const lines = flamegate('diff', `main=${old}`, `feature=${now}`).stdout.split('\n');
    expect(lines.find((line) => line.includes('│'))).toMatch(/^ +│ +main +│ +feature +│$/);
    cpSync(old, join(folder, 'a=b.txt'));
    const plain = flamegate('diff', 'a=b.txt', now).stdout.split('\n');
    expect(plain.find((line) => line.includes('│'))).toMatch(/│ +a=b\.txt +│/);
    expect(flamegate('diff', 'main=nothing.txt', now).stderr).toContain('nothing.txt: there is no');
  });
});

describe('the text report on a screen', () => {
  const gate = ['gate', '--baseline', baseline, ...head('slow'), ...policy];

  it.each([80, 140])('of %i columns fits, and is coloured', (columns) => {
    const env = { COLUMNS: String(columns), FORCE_COLOR: '1' };
    const { stdout: written, status } = flamegateWith(env, ...gate);
    expect(status).toBe(1);
    const stdout = written.replaceAll('\x1b[', '<');
    const lines = stdout.replaceAll(/<\d+m/g, '').split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
    expect(stdout).toMatch(/^<1m<31mfail<39m<22m: codec/);
    expect(stdout).toMatch(/^<31mcodec\.Encode\/small-2 .* slower<39m$/m);
    expect(lines).toContain('36 ok (--verbose shows all)');
    expect(flamegateWith({ ...env, NO_COLOR: '1', FORCE_COLOR: '' }, ...gate).stdout).toBe(
      lines.join('\n'),
    );
  });

  it('is its first line, or has every row, on request', () => {
    const { stdout } = flamegate(...gate, '-q');
    expect(stdout).toMatch(/^fail: codec\.Encode.*\n$/);
    const all = flamegate(...gate, '-v').stdout;
    expect(all).not.toContain('--verbose');
    expect(all).toMatch(/^index\.\S+ .* ok/m);
    expect(flamegate(...gate, '-q', '-v').status).toBe(2);
  });
});

describe('the commit of a recorded run', () => {
  const ofCi = 'c'.repeat(40);
  const record = (...more: string[]) => {
    const args = ['--baseline', 'runs', '--benchmarks', example('clean/bench.txt'), ...more];
    expect(flamegateWith({ CI_COMMIT_SHA: ofCi }, 'record', ...args).status).toBe(0);
    const [run = ''] = readdirSync(join(folder, 'runs')).filter(isShown);
    return JSON.parse(readFileSync(join(folder, 'runs', run, 'manifest.json'), 'utf8')).commit;
  };
  const git = (...args: string[]) => {
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
    const { stdout } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
    return stdout.trim();
  };

  it('is what is checked out, and then the gate knows the run again', () => {
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '--message', 'one');
    const head = git('rev-parse', 'HEAD');
    expect(head).toMatch(/^[0-9a-f]{40}$/);
    expect(record()).toBe(head);
    const gate = ['gate', '--baseline', 'runs', '--benchmarks', example('clean/bench.txt')];
    const report = JSON.parse(flamegate(...gate, '--format', 'json').stdout);
    expect(report.baseline.setAside).toMatchObject([
      { commit: head, reason: 'it is this run itself' },
    ]);
  });

  it('is what --commit says, in a checkout too', () => {
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '--message', 'one');
    expect(record('--commit', 'v1')).toBe('v1');
  });

  it('is what the CI says where nothing is checked out', () => {
    expect(record()).toBe(ofCi);
  });
});

describe('several reports of one run', () => {
  const gate = ['gate', '--baseline', baseline, ...head('slow'), ...policy];

  it('each --format goes to the --output after it, and one of them to the terminal', () => {
    const files = ['--format', 'json', '--output', 'r.json', '--format', 'markdown'];
    const { status, stdout } = flamegate(...gate, '--format', 'text', ...files, '--output', 'r.md');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^fail: /);
    expect(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')).verdict).toBe('fail');
    expect(readFileSync(join(folder, 'r.md'), 'utf8')).toMatch(/^❌ .*slower/m);
  });

  it('diff and top write them, too', () => {
    const pairs = [
      '--format',
      'csv',
      '--output',
      'r.csv',
      '--format',
      'json',
      '--output',
      'r.json',
    ];
    const profile = example('slow/codec.cpu.pprof');
    for (const args of [
      ['diff', example('clean/codec.cpu.pprof'), profile],
      ['top', profile],
    ]) {
      expect(flamegate(...args, ...pairs)).toEqual(
        expect.objectContaining({ status: 0, stdout: '' }),
      );
      expect(readFileSync(join(folder, 'r.csv'), 'utf8')).toContain('codec.appendEscaped');
      expect(readFileSync(join(folder, 'r.json'), 'utf8')).toMatch(/^\{/);
      for (const name of ['r.csv', 'r.json']) rmSync(join(folder, name));
    }
  });

  it('what would be lost is refused, and nothing is written', () => {
    const { status, stderr } = flamegate(...gate, '--output', 'a', '--output', 'b');
    expect([status, stderr]).toEqual([2, expect.stringContaining('in pairs')]);
    const measure = [
      'measure',
      '--format',
      'json',
      '--output',
      'a',
      '--format',
      'csv',
      '--',
      'true',
    ];
    expect(flamegate(...measure).stderr).toContain('measure writes one report');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('exit statuses', () => {
  it('no baseline is 0, and 3 where --fail-on incomplete blocks; the old word does too', () => {
    const empty = join(folder, 'runs');
    mkdirSync(empty);
    const args = ['gate', '--baseline', empty, ...head('clean')];
    expect(flamegate(...args).status).toBe(0);
    expect(flamegate(...args, '--fail-on', 'suspect').status).toBe(0);
    expect(flamegate(...args, '--fail-on', 'incomplete').status).toBe(3);
    expect(flamegate(...args, '--fail-on', 'inconclusive').status).toBe(3);
  });

  it('a baseline directory that does not exist is none yet, named in the first line', () => {
    const args = ['gate', '--baseline', 'mian', ...head('clean')];
    const { status, stdout } = flamegate(...args);
    expect(stdout).toMatch(
      /^no-baseline: No baseline yet: nothing was compared\. The baseline directory mian does not exist yet: this is normal for the first run/,
    );
    expect(status).toBe(0);
    expect(flamegate(...args, '--fail-on', 'incomplete').status).toBe(3);
    expect(readdirSync(folder)).toEqual([]);
    const check = flamegate('baseline', 'check', '--baseline', 'mian');
    expect([check.status, check.stderr]).toEqual([2, expect.stringContaining('does not exist')]);
  });

  it('a failure is 1, and 0 where --fail-on never passes', () => {
    const args = ['gate', '--baseline', baseline, ...head('slow'), ...policy];
    expect(flamegate(...args).status).toBe(1);
    expect(flamegate(...args, '--fail-on', 'never').status).toBe(0);
  });

  const clean = readFileSync(example('clean/bench.txt'), 'utf8');
  const gateOf = (text: string, ...more: string[]) => {
    const file = join(folder, 'head.txt');
    writeFileSync(file, text);
    const profiles = ['--profiles', example('clean/*.pprof')];
    return flamegate('gate', '--baseline', baseline, '--benchmarks', file, ...profiles, ...more);
  };
  /** The output with the times of one benchmark multiplied. */
  const scaled = (name: string, factor: number) =>
    clean.replaceAll(
      new RegExp(`^(Benchmark${name}-\\d+\\s+\\d+\\s+)(\\S+)( ns/op)`, 'gm'),
      (_, before, time, after) => `${before}${Number(time) * factor}${after}`,
    );

  it('a suspect is 0, and 3 where --fail-on names it; it says how rare that is', () => {
    const report = JSON.parse(gateOf(clean, '--format', 'json').stdout);
    const row = report.comparisons.find(
      (of: { benchmark: string; unit: string }) =>
        of.benchmark.startsWith('Encode/small') && of.unit === 'sec/op',
    );
    const between = (row.limits.suspect + row.limits.slower) / 2;
    const text = scaled('Encode/small', (1 + between) / (1 + row.own));
    const { status, stdout } = gateOf(text);
    expect(stdout).toMatch(
      /^suspect: codec\.Encode\/small-2 looks \d+ % slower; 1 in \d+ runs without a change/,
    );
    expect(status).toBe(0);
    expect(gateOf(text, '--fail-on', 'suspect').status).toBe(3);
    expect(gateOf(text, '--fail-on', 'incomplete').status).toBe(0);
  });

  it('a faster one is named in the first line of a pass', () => {
    const { status, stdout } = gateOf(scaled('Encode/small', 0.5));
    expect(status).toBe(0);
    expect(stdout).toMatch(/^pass: codec\.Encode\/small-2 is 2\.\dx faster; nothing slower in 12/);
  });

  it('benchmarks that cannot show what the team asks to see leave it incomplete', () => {
    const blind = gateOf(clean, '--see', '6%');
    expect(blind.stdout).toMatch(/^incomplete: .* cannot show a change as small as `see` asks for/);
    expect(blind.status).toBe(0);
    expect(gateOf(clean, '--see', '6%', '--fail-on', 'incomplete').status).toBe(3);
    expect(gateOf(clean, '--see', '50%').stdout).toMatch(/^pass: /);
  });

  it('a benchmark program that failed is 1', () => {
    const { status, stdout } = gateOf(`${clean}--- FAIL: BenchmarkJoin\nFAIL\n`);
    expect(stdout).toMatch(/^fail: The benchmark program failed \(.*BenchmarkJoin/);
    expect(status).toBe(1);
  });
});

describe('bad input: exit status 2, a clear error, nothing written', () => {
  const bench = 'goos: linux\nBenchmarkA 1 100 ns/op\nBenchmarkA 1 101 ns/op\n';
  const profile = readFileSync(example('clean/codec.cpu.pprof'));
  const cases: [string, () => string[], string | RegExp][] = [
    ['an empty benchmark file', () => ['--benchmarks', write('b.txt', '')], /b\.txt.*empty/],
    [
      'a file without a result',
      () => ['--benchmarks', write('b.txt', 'PASS\nok  \tx\t0.1s\n')],
      'b.txt',
    ],
    ['binary garbage', () => ['--benchmarks', write('b.txt', profile)], 'b.txt'],
    ['a directory', () => ['--benchmarks', '.'], 'is a directory'],
    ['a glob that matches nothing', () => ['--benchmarks', '*.bench'], 'nothing matches'],
    [
      'a truncated profile',
      () => ['--profiles', write('p', profile.subarray(0, 1000))],
      /^flamegate: p:/,
    ],
    [
      'text in place of a profile',
      () => ['--profiles', write('p', '<!doctype html>')],
      /^flamegate: p:/,
    ],
    ['an empty profile', () => ['--profiles', write('p', '')], /^flamegate: p:/],
    ['nothing to measure', () => [], 'no benchmarks and no profiles'],
    [
      'a threshold without a unit',
      () => ['--benchmarks', write('b.txt', bench), '--threshold', '5'],
      'write 5% for 5 percent',
    ],
    [
      'an unknown test',
      () => ['--benchmarks', write('b.txt', bench), '--test', 'student'],
      'is not known',
    ],
    [
      'an unknown key',
      () => ['--benchmarks', write('b.txt', bench), '--config', write('c.yml', 'treshold: 5%')],
      'c.yml:1: treshold: unknown key; did you mean "threshold"',
    ],
    [
      'an unknown sample type',
      () => ['--profiles', write('p', profile), '--sample-type', 'cpus'],
      /cpus.*cpu/,
    ],
  ];
  it.each(cases)('%s', (_, args, message) => {
    const given = args();
    const gate = flamegate('gate', '--baseline', baseline, ...given, '--output', 'report.txt');
    expect(gate.status, gate.stdout).toBe(2);
    expect(gate.stderr).toMatch(message);
    expect(gate.stderr.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).not.toContain('report.txt');
  });

  it.each(cases.slice(0, 8))('%s is never recorded', (_, args) => {
    expect(flamegate('record', '--baseline', 'runs', ...args()).status).toBe(2);
    expect(readdirSync(folder)).not.toContain('runs');
  });

  it.each(['NaN', '+Inf'])(
    '%s in place of a time: incomplete, and told where it is recorded',
    (value) => {
      const args = ['--benchmarks', write('b.txt', `${bench}BenchmarkA 1 ${value} ns/op\n`)];
      const gate = flamegate('gate', '--baseline', baseline, ...args, '--fail-on', 'incomplete');
      expect(gate.status, gate.stdout).toBe(3);
      expect(gate.stdout).toContain('b.txt:4');
      const { status, stderr } = flamegate('record', '--baseline', 'runs', ...args);
      expect(status).toBe(0);
      expect(stderr).toMatch(/^flamegate: warning: b\.txt:4: /);
    },
  );

  it('a gzip bomb', () => {
    const bomb = gzipSync(Buffer.alloc(1100 * 1024 * 1024), { level: 1 });
    const { status, stderr } = flamegate('top', write('bomb.pb.gz', bomb));
    expect(status).toBe(2);
    expect(stderr).toMatch(/bomb\.pb\.gz.*1 GiB|1073741824/);
  });

  it('a run that failed is compared, never passed, never recorded', () => {
    write('b.txt', `${bench}--- FAIL: BenchmarkB\nFAIL\nexit status 1\nFAIL\tx\t0.1s\n`);
    const record = flamegate('record', '--baseline', 'runs', '--benchmarks', 'b.txt');
    expect([record.status, record.stderr]).toEqual([
      2,
      expect.stringMatching(/b\.txt:4.*must be whole/),
    ]);
  });

  it.each([[[]], [['nonsense']], [['gate']], [['diff', 'one']], [['gate', '--baselin', 'x']]])(
    'usage: %j',
    (args) => {
      expect(flamegate(...args).status).toBe(2);
    },
  );

  it('a baseline with one corrupt run uses the others and says so', () => {
    const runs = join(folder, 'runs');
    cpSync(baseline, runs, { recursive: true });
    const [first = ''] = readdirSync(runs).filter(isShown).sort();
    writeFileSync(join(runs, first, 'benchmarks/bench.txt'), 'BenchmarkA 1 1 ns/op\n');
    const { status, stdout } = flamegate(
      'gate',
      '--baseline',
      runs,
      ...head('slow'),
      ...policy,
      '--format',
      'json',
    );
    const report = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(report.baseline.runs).toBe(4);
    expect(report.baseline.setAside).toHaveLength(1);
    expect(report.warnings[0].message).toContain('bench.txt');
  });

  it.each([
    [['--focus', 'x'], '--focus chooses which stacks and frames of a profile count'],
    [['--show-from', 'x'], '--show-from chooses which stacks'],
    [['--sample-type', 'cpu'], '--sample-type chooses which value of a profile is compared'],
    [['--group-by', 'endpoint'], '--group-by chooses the label'],
    [['--attribute', 'user'], '--attribute chooses which function'],
    [['--granularity', 'functions'], '--granularity chooses what a row of a profile is'],
    [['--no-inlines'], '--no-inlines chooses which frames'],
    [['--tree'], '--tree chooses callers and callees'],
    [['--list', 'x'], '--list chooses functions of a profile whose source is shown'],
    [['--cum'], '--cum chooses the order of the functions of a profile'],
    [['--nodecount', '5'], '--nodecount chooses how many functions of a profile are shown'],
    [['--nodefraction', '0.1'], '--nodefraction chooses which functions of a profile are shown'],
    [['--unit', 'ms'], '--unit chooses the unit of the values of a profile'],
    [['--divide-by', '10'], '--divide-by chooses what the values of a profile are divided by'],
    [['--relative-percentages'], '--relative-percentages chooses what the shares'],
    [['--mean'], '--mean chooses whether the values of a profile are means'],
    [['--normalize'], '--normalize chooses the scale of the values of a profile'],
  ])('diff of benchmark files refuses %j, which is for profiles', (flags, message) => {
    write('a.txt', bench);
    write('b.txt', bench.replaceAll('100', '102'));
    expect(flamegate('diff', 'a.txt', 'b.txt').status).toBe(0);
    const { status, stdout, stderr } = flamegate('diff', 'a.txt', 'b.txt', ...flags);
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
    const profiles = ['clean', 'slow'].map((name) => example(`${name}/codec.cpu.pprof`));
    const used = flags.map((flag) => flag.replace(/^(x|note)$/, 'codec'));
    expect(flamegate('diff', ...profiles, ...used).stderr).toBe('');
  });

  it('two profiles of unlike kinds are no diff', () => {
    const heap = join(root, 'test/golden/pprof/in/heap.base.pprof');
    const { status, stderr } = flamegate('diff', example('clean/codec.cpu.pprof'), heap);
    expect([status, stderr]).toEqual([2, expect.stringContaining('nothing to compare')]);
  });

  it('a measurement named twice is refused', () => {
    write('a.txt', bench);
    write('b.txt', bench);
    const { status, stderr } = flamegate('record', '--baseline', 'runs', '--benchmarks', '*.txt');
    expect([status, stderr]).toEqual([2, expect.stringContaining('is a.txt byte for byte')]);
  });

  it('a profile that main has and this run lacks is never a pass', () => {
    const args = [
      'gate',
      '--baseline',
      baseline,
      ...policy,
      '--benchmarks',
      example('clean/bench.txt'),
    ];
    expect(flamegate(...args).stdout).toMatch(/^incomplete: /);
    const one = flamegate(...args, '--profiles', example('clean/codec.cpu.pprof'));
    expect(one.stdout).toMatch(/^incomplete: /);
    expect(one.stdout).toContain('the base has a cpu profile like profiles/');
  });

  it('profiles alone are gated against runs that have benchmarks too', () => {
    const profiles = ['--profiles', example('clean/*.pprof')];
    const { stdout } = flamegate(
      'gate',
      '--baseline',
      baseline,
      ...policy,
      ...profiles,
      '--format',
      'json',
    );
    const report = JSON.parse(stdout);
    expect(report.baseline.runs).toBe(5);
    expect(report.verdict).toBe('incomplete');
  });

  it('a rule that matches nothing is said', () => {
    write('c.yml', 'rules:\n  - { benchmark: BenchmarkEncode, threshold: 1% }\n');
    const args = ['gate', '--baseline', baseline, ...policy, ...head('clean'), '--config', 'c.yml'];
    expect(flamegate(...args).stdout).toContain(
      'benchmark: BenchmarkEncode, unit: * } matches nothing',
    );
  });

  it('no report is written over an input', () => {
    write('b.txt', bench);
    mkdirSync(join(folder, 'd'));
    const cases = [
      ['record', '--baseline', 'runs', '--benchmarks', 'b.txt'],
      ['gate', '--baseline', 'runs', '--benchmarks', 'b.txt', '--output', './d/../b.txt'],
      ['diff', 'b.txt', 'b.txt', '--output', 'b.txt'],
      ['top', 'p', '--output', 'p'],
      ['diff', 'p', 'q', '--pprof', 'q'],
      ['merge', 'p', '-o', 'p'],
    ];
    const cpu = readFileSync(example('clean/codec.cpu.pprof'));
    for (const name of ['p', 'q']) write(name, cpu);
    expect(flamegate(...(cases[0] ?? [])).status).toBe(0);
    for (const args of cases.slice(1)) {
      const { status, stderr } = flamegate(...args);
      expect([status, stderr]).toEqual([2, expect.stringContaining('would be overwritten')]);
    }
    expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe(bench);
    for (const name of ['p', 'q']) expect(readFileSync(join(folder, name))).toEqual(cpu);
  });

  it.each([
    ['yesterday', /is not a time: give ISO 8601/],
    ['2026-13-01T00:00:00Z', /is not a time/],
    ['2026-11-15T10:20:30', /is not a time.*with a zone/],
    ['2999-01-01', /--time 2999-01-01 is in the future/],
  ])('--time %s is refused', (time, message) => {
    write('b.txt', bench);
    for (const command of ['record', 'gate']) {
      const args = ['--baseline', 'runs', '--benchmarks', 'b.txt', '--time', time];
      const { status, stderr } = flamegate(command, ...args);
      expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
    }
  });

  it('text in UTF-16 is called so, not a profile', () => {
    write('old.txt', Buffer.from(`\ufeff${bench}`, 'utf16le'));
    write('new.txt', bench);
    expect(flamegate('diff', 'old.txt', 'new.txt').stderr).toMatch(/old.txt: .*is UTF-16 text/);
    expect(flamegate('top', 'old.txt').stderr).toMatch(
      /not a pprof profile: this is text in UTF-16/,
    );
  });

  it('a baseline where no directory can be made is refused, and nothing hangs', () => {
    write('b.txt', bench);
    const { status, stderr } = flamegate(
      'record',
      '--baseline',
      '/proc/x',
      '--benchmarks',
      'b.txt',
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/\/proc\/x\/.*: it could not be written/);
  });

  it('merge writes what go build -pgo takes, and nothing of other kinds', () => {
    const files = ['codec', 'index'].map((name) => example(`clean/${name}.cpu.pprof`));
    const { status, stdout } = flamegate('merge', '-o', 'default.pgo', ...files);
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^wrote default.pgo: 2 profiles, \d+ different stacks\n$/),
    ]);
    const rows = (...of: string[]) => flamegate('top', ...of).stdout;
    expect(rows('default.pgo')).toBe(rows(...files));
    const heap = join(root, 'test/golden/pprof/in/heap.base.pprof');
    const bad = flamegate('merge', '-o', 'other.pgo', heap);
    expect([bad.status, bad.stderr]).toEqual([2, expect.stringContaining('is no CPU profile')]);
    expect(readdirSync(folder)).not.toContain('other.pgo');
  });

  it('files with one name in two folders are both kept', () => {
    for (const name of ['a', 'b']) {
      mkdirSync(join(folder, name));
      write(`${name}/bench.txt`, `pkg: ${name}\n${bench}`);
    }
    expect(flamegate('record', '--baseline', 'runs', '--benchmarks', '*/bench.txt').status).toBe(0);
    const { stdout } = flamegate(
      'gate',
      '--baseline',
      'runs',
      '--benchmarks',
      '*/bench.txt',
      '--format',
      'json',
    );
    const packages = JSON.parse(stdout).comparisons.map((of: { package: string }) => of.package);
    expect(packages).toEqual(['a', 'b']);
  });
});
