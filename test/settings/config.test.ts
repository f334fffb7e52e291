import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/entry/cli/explain.ts';
import { InputError } from '../../src/model/error.ts';
import {
  type ConfigLayer,
  maxTimeOf,
  parseConfirm,
  parseFailOn,
  parsePercent,
  parsePoints,
  parseRate,
  parseWord,
  readOptions,
  resolveConfig,
  testNames,
} from '../../src/settings/config.ts';
import { parseConfigFile } from '../../src/settings/configfile.ts';
import { readConfigFile } from '../../src/settings/findconfig.ts';
import { functionPolicyFor, policyFor, unmatchedUnits } from '../../src/settings/policy.ts';
import { temporary } from '../source/rounds/repository.ts';

const messageOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('confirm', () => {
  it.each([
    ['auto', 'auto'],
    ['undecided', 'auto'],
    [' suspects ', 'suspects'],
    ['never', 'never'],
  ])('%j is %s', (text, word) => expect(parseConfirm(text)).toBe(word));

  it('is auto where nobody says, and an unknown word names the nearest', () => {
    expect(resolveConfig().confirm).toBe('auto');
    expect(parseConfigFile('confirm: undecided\n', 'f').confirm).toBe('auto');
    expect(messageOf(() => parseConfirm('suspect'))).toMatch(/auto, suspects, never.*suspects\)/);
  });

  it('has five minutes where nobody gave a command, ten where somebody did', () => {
    const times = (layer: ConfigLayer) =>
      [true, false].map((isAsked) => maxTimeOf(resolveConfig(layer), isAsked));
    expect([times({}), times({ maxTime: 90 })]).toEqual([
      [600, 300],
      [90, 90],
    ]);
  });
});

describe('a threshold', () => {
  it.each([
    ['5%', 0.05],
    ['0.5 %', 0.005],
    [' 12.5% ', 0.125],
    ['200%', 2],
    ['0%', 0],
  ])('%s is %d', (text, ratio) => {
    expect(parsePercent(text, 'threshold')).toBeCloseTo(ratio, 12);
  });

  it.each([
    ['5', 'write 5% for 5 percent (as a plain ratio it would mean 500%)'],
    ['0.05', 'write 0.05% for 0.05 percent (as a plain ratio it would mean 5%)'],
    ['5pp', 'Percentage points (pp) are for profile-threshold'],
    ['five', 'write it like 5%'],
    ['', 'write it like 5%'],
    ['-5%', 'write it like 5%'],
    ['NaN%', 'write it like 5%'],
    ['1e9%', 'write it like 5%'],
    ['99999%', 'more than 10000 %'],
  ])('%j is refused: %s', (text, hint) => {
    expect(messageOf(() => parsePercent(text, 'threshold'))).toContain(hint);
  });

  it('of a profile is in percentage points', () => {
    expect(parsePoints('2pp', 'profile-threshold')).toBeCloseTo(0.02, 12);
    expect(messageOf(() => parsePoints('2', 'profile-threshold'))).toContain('write 2pp for 2');
    expect(messageOf(() => parsePoints('2%', 'profile-threshold'))).toContain('so write 2pp');
  });
});

describe('an error rate', () => {
  it('is a number or a percentage', () => {
    expect(parseRate('0.01', 'alpha')).toBe(0.01);
    expect(parseRate('1%', 'alpha')).toBe(0.01);
  });
  it.each(['0', '-1', '0.6', 'x', '', 'Infinity'])('%j is refused', (text) => {
    expect(messageOf(() => parseRate(text, 'alpha'))).toContain('is not an error rate');
  });
});

describe('what fails the job', () => {
  it.each([
    ['regression', ['regression']],
    ['suspect', ['regression', 'suspect']],
    ['incomplete, suspect', ['regression', 'suspect', 'incomplete']],
    ['regression\nincomplete', ['regression', 'incomplete']],
    ['inconclusive', ['regression', 'suspect', 'incomplete']],
    ['never', []],
  ])('%j', (text, means) => {
    expect(parseFailOn(text)).toEqual(means);
  });
  it.each([
    ['never, suspect', 'never stands alone'],
    ['', 'is empty'],
    ['incompl', 'nearest: incomplete'],
  ])('%j is refused', (text, message) => {
    expect(messageOf(() => parseFailOn(text))).toContain(message);
  });
});

describe('a word', () => {
  it('that is not known names the nearest', () => {
    expect(parseWord('welch', testNames, 'test')).toBe('welch');
    expect(messageOf(() => parseWord('man-whitney', testNames, 'test'))).toContain(
      'nearest: mann-whitney',
    );
  });
});

describe('units', () => {
  it('that no benchmark has, or that say it themselves, are told', () => {
    const config = resolveConfig({ units: { nope: 'higher', 'sec/op': 'higher', ratio: 'lower' } });
    const rows = [
      { unit: 'sec/op', better: 'lower' },
      { unit: 'ratio', better: 'lower' },
    ] as const;
    expect(unmatchedUnits(config, rows)).toEqual([
      'units names nope, and no benchmark has that unit',
      'units says sec/op: higher, but the benchmarks say lower, which is used',
    ]);
    expect(unmatchedUnits(config, [])).toEqual([]);
  });
});

describe('where the configuration file is', () => {
  it('is from here up to the top of the repository', async () => {
    const top = temporary();
    const inner = join(top, 'repository', 'cmd', 'tool');
    mkdirSync(inner, { recursive: true });
    const write = (folder: string, threshold: string) => {
      mkdirSync(join(folder, '.github'), { recursive: true });
      writeFileSync(join(folder, '.github/flamegate.yml'), `threshold: ${threshold}\n`);
    };
    write(top, '50%');
    mkdirSync(join(top, 'repository', '.git'));
    expect(await readConfigFile(undefined, inner)).toEqual({});
    write(join(top, 'repository'), '7%');
    expect(await readConfigFile(undefined, inner)).toMatchObject({ threshold: 0.07 });
    write(inner, '3%');
    expect(await readConfigFile(undefined, inner)).toMatchObject({ threshold: 0.03 });
    await expect(readConfigFile('.github/flamegate.yaml', inner)).rejects.toThrow(/no such file/);
    const other = join(top, 'other');
    mkdirSync(join(other, '.github'), { recursive: true });
    writeFileSync(join(other, '.github/flamegate.yaml'), '');
    await expect(readConfigFile(undefined, other)).rejects.toThrow(
      '.github/flamegate.yaml: is not read: call it .github/flamegate.yml',
    );
  });
});

describe('the configuration file', () => {
  const parse = (text: string) => parseConfigFile(text, 'flamegate.yml');

  it('sets what it names and nothing else', () => {
    const layer = parse(
      [
        'threshold: 10%',
        'profile-threshold: 3pp',
        'fail-on: [regression, incomplete]',
        'suspect: 5%',
        'see: 20%',
        'runner: dedicated',
        'match: [cpu]',
        'rules:',
        "  - { benchmark: 'Decode*', unit: sec/op, threshold: 20% }",
        'functions:',
        "  - { name: 'runtime.*', gate: false }",
        'units: { ratio: lower }',
        "profile-filters: { focus: codec, show-from: '^main', tagfocus: 'shard=1' }",
        'profile-group-by: endpoint',
        'attribute: user',
      ].join('\n'),
    );
    expect(layer).toMatchObject({
      threshold: 0.1,
      profileThreshold: 0.03,
      failOn: ['regression', 'incomplete'],
      suspect: 0.05,
      see: 0.2,
      runner: 'dedicated',
      match: ['cpu'],
      rules: [{ benchmark: 'Decode*', unit: 'sec/op', threshold: 0.2 }],
      functions: [{ name: 'runtime.*', gate: false }],
      units: { ratio: 'lower' },
      profileFilters: { focus: 'codec', showFrom: '^main', tagfocus: 'shard=1' },
      profileGroupBy: 'endpoint',
      attribute: 'user',
    });
    expect(resolveConfig(layer).alpha).toBe(0.01);
    expect(readOptions(resolveConfig(layer))).toEqual({
      filters: { focus: 'codec', showFrom: '^main', tagfocus: 'shard=1' },
      groupBy: 'endpoint',
      attribute: 'user',
    });
    expect(readOptions(resolveConfig())).toEqual({ filters: {}, attribute: 'user' });
  });

  it.each([
    ['redact: false', null],
    ['redact: true', { paths: [], thorough: { labels: null, otherLabels: 'drop' } }],
    [
      'redact: { paths: [/srv] }',
      { paths: ['/srv'], thorough: { labels: null, otherLabels: 'drop' } },
    ],
    [
      'redact: { labels: [endpoint], other-labels: hash }',
      { paths: [], thorough: { labels: ['endpoint'], otherLabels: 'hash' } },
    ],
  ])('%s', (source, redact) => {
    expect(resolveConfig(parse(source)).redact).toEqual(redact);
    expect(resolveConfig(parse('')).redact).toEqual({ paths: [], thorough: null });
  });

  it.each([
    ['redact: {\n  label: [x] }', /flamegate.yml:2: .*did you mean "labels"/],
    ['redact: yes please', /flamegate.yml:1: redact: expected true, false, or keys/],
    ['redact:\n  other-labels: hide', /flamegate.yml:2: .*one of drop, hash/],
    ['redact:\n  paths: /srv', /flamegate.yml:2: .*list of directories/],
    ['redact:', /flamegate.yml:1: redact: /],
  ])('%j is refused at its line', (source, message) => {
    expect(() => parse(source)).toThrow(message);
  });

  it('shows all its defects at once, in the order of the lines', () => {
    const source = [
      'threshold: 5',
      'functions:',
      "  - { name: 'runtime.*', gate: perhaps }",
      '  - { threshold: 1pp }',
      'treshold: 5%',
      'match: [cpus, goos, archs]',
    ].join('\n');
    let error: unknown;
    try {
      parse(source);
    } catch (thrown) {
      error = thrown;
    }
    expect(explain(error).trim().split('\n')).toEqual([
      expect.stringMatching(/^flamegate: flamegate.yml:1: threshold: .*write 5%/),
      expect.stringMatching(
        /^flamegate: flamegate.yml:3: functions.0.gate: expected true or false/,
      ),
      expect.stringMatching(/^flamegate: flamegate.yml:4: functions.1.name: /),
      expect.stringMatching(/^flamegate: flamegate.yml:5: treshold: unknown key/),
      expect.stringMatching(/^flamegate: flamegate.yml:6: match.0: .*"cpus"/),
      expect.stringMatching(/^flamegate: flamegate.yml:6: match.2: .*"archs"/),
    ]);
  });

  it('may be empty', () => {
    expect(resolveConfig(parse(''))).toEqual(resolveConfig());
  });

  it.each([
    ['treshold: 5%', 'flamegate.yml:1: treshold: unknown key; did you mean "threshold"?'],
    [
      'threshold: 5%\nfailon: never',
      'flamegate.yml:2: failon: unknown key; did you mean "fail-on"?',
    ],
    [
      'rules:\n  - benchmrk: x',
      'flamegate.yml:2: rules.0.benchmrk: unknown key; did you mean "benchmark"?',
    ],
    ['\nthreshold: 5', 'flamegate.yml:2: threshold: threshold "5" has no unit'],
    [
      'rules:\n  - unit: B/op\n    threshold: 0.1',
      'flamegate.yml:3: rules.0.threshold: threshold "0.1" has no unit',
    ],
    [
      'profile-filters: { focuss: x }',
      'flamegate.yml:1: profile-filters.focuss: unknown key; did you mean "focus"?',
    ],
    [
      'attribute: usr',
      'flamegate.yml:1: attribute: attribute "usr" is not known: it is one of raw, user',
    ],
    ['alpha: 2', 'flamegate.yml:1: alpha: alpha "2" is not an error rate'],
    ['baseline-runs: 0', 'must be at least 1'],
    ['trust-single-run: yes please', 'expected true or false'],
    ['- a\n- b', 'expected keys and values'],
    ['threshold: [', 'flamegate.yml:1: not valid YAML'],
    ['threshold: 5%\nthreshold: 6%', 'not valid YAML'],
  ])('%j is refused with its line', (text, message) => {
    expect(messageOf(() => parse(text))).toContain(message);
  });

  it('does not blow up on a YAML bomb', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 10; i++) {
      const [name, before] = [String.fromCharCode(97 + i), String.fromCharCode(96 + i)];
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`);
    }
    expect(messageOf(() => parse(bomb.join('\n')))).toContain('not usable YAML');
  });
});

describe('layers', () => {
  it('the first that sets a key wins, and undefined sets nothing', () => {
    const config = resolveConfig(
      { threshold: undefined, alpha: 0.02 },
      { threshold: 0.2, alpha: 0.5 },
    );
    expect(config).toMatchObject({ threshold: 0.2, alpha: 0.02, failOn: ['regression'] });
  });
});

describe('policy', () => {
  const of = (benchmark: string, unit: string, exact = false) => ({
    package: 'example.com/ledger/codec',
    benchmark,
    unit,
    exact,
  });

  it('gates exact metrics from any change, bytes from 2 %, the rest from the threshold', () => {
    const policy = policyFor(resolveConfig());
    expect(policy(of('Encode-2', 'sec/op'))).toEqual({ threshold: 0.05, gated: true });
    expect(policy(of('Encode-2', 'allocs/op', true)).threshold).toBe(0);
    expect(policy(of('Encode-2', 'B/op', true)).threshold).toBe(0.02);
  });

  it('lets the last matching rule decide, by name with or without package', () => {
    const policy = policyFor(
      resolveConfig({
        rules: [
          { benchmark: 'Encode/*', threshold: 0.1 },
          { benchmark: '*codec.Encode/size=4k*', threshold: 0.2 },
          { unit: 'B/op', gate: false },
        ],
      }),
    );
    expect(policy(of('Encode/small-2', 'sec/op')).threshold).toBe(0.1);
    expect(policy(of('Encode/size=4k/warm-2', 'sec/op')).threshold).toBe(0.2);
    expect(policy(of('Decode-2', 'sec/op')).threshold).toBe(0.05);
    expect(policy(of('Encode/small-2', 'B/op')).gated).toBe(false);
  });

  it('of functions says which profiles are gated: CPU time, unless told', () => {
    const of = (layer: ConfigLayer) => functionPolicyFor(resolveConfig(layer))('f').profiles;
    expect(of({})).toEqual(['cpu', 'cpu-time', 'cpu_time', 'samples']);
    const file = parseConfigFile('gate-profiles: [cpu, alloc_space]', 'f.yml');
    expect(of(file)).toEqual(['cpu', 'alloc_space']);
  });

  it('of functions matches names with slashes and brackets', () => {
    const policy = functionPolicyFor(
      resolveConfig({
        functions: [
          { name: 'runtime.*', gate: false },
          { name: '*codec*', threshold: 0.1 },
        ],
      }),
    );
    expect(policy('runtime.mallocgc').gated).toBe(false);
    expect(policy('example.com/ledger/codec.(*Encoder).escape').threshold).toBe(0.1);
    expect(policy('main.main')).toMatchObject({ threshold: 0.02, gated: true });
  });
});
