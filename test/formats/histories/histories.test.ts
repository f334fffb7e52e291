/** Histories of other tools, and the runs they become. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { importSuite, suiteOf } from '../../../src/flow/import.ts';
import { readHistory, type Suite } from '../../../src/formats/histories/index.ts';
import { readOptions, resolveConfig } from '../../../src/settings/config.ts';
import { directoryStore } from '../../../src/store/directory.ts';
import { file, readBenchmarks } from '../benchmarks/read.ts';

/** Samples with so many digits that their last ones do not matter. */
const shown = (of: ReturnType<typeof readBenchmarks>) =>
  of.series.map(
    ({ package: from, benchmark, unit, samples }) =>
      `${from} ${benchmark} ${unit}: ${samples.map((sample) => Number(sample.toPrecision(9))).join(' ')}`,
  );

const recorded = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const history = (name: string, goPackage?: string) => readHistory(file(recorded(name)), goPackage);
const runsOf = ({ runs }: Suite) =>
  runs.map(({ commit, time, benchmarks }) => [
    commit.slice(0, 2),
    time,
    ...shown(readBenchmarks([benchmarks])),
  ]);

describe('data.js of github-action-benchmark', () => {
  it('has names and units as the file of the tool has them', () => {
    const suites = history('data.js.txt', 'example.com/codec');
    expect(suites.map(({ name }) => name)).toEqual(['Rust', 'Go']);
    expect(suites.map(runsOf)).toEqual([
      [
        ['11', '2026-11-20T10:00:00.000Z', ' sum/64 sec/op: 1e-7'],
        ['22', '2026-11-21T10:00:00.000Z', ' sum/64 sec/op: 1.04e-7'],
      ],
      [
        [
          '11',
          '2026-11-20T10:00:00.000Z',
          'example.com/codec Encode-4 sec/op: 8.95e-7',
          'example.com/codec Encode-4 B/op: 56',
          'example.com/sum Sum sec/op: 3.5e-9',
        ],
      ],
    ]);
  });

  it.each([
    ['pytest', 'a', 'iter/sec', ' a sec/op: 0.25'],
    ['jmh', 'a.B.c ( {"n":"1","m":"2"} )', 'ops/s', ' a.B.c/n=1/m=2 ops/s: 4'],
    ['jmh', 'a.B.c ( {broken} )', 'ops/s', ' a.B.c ( {broken} ) ops/s: 4'],
    ['benchmarkjs', 'a', 'ops/sec', ' a ops/s: 4'],
    ['customBiggerIsBetter', 'a', 'ms', ' a sec: 0.004'],
    ['benchmarkdotnet', 'a', 'ns', ' a sec/op: 4e-9'],
    ['googlecpp', 'a', 'us/iter', ' a sec/op: 0.000004'],
  ])('of %s: %s in %s', (tool, name, unit, want) => {
    const benches = [{ name, unit, value: 4 }];
    const whole = { entries: { x: [{ commit: { id: 'c' }, date: 1, tool, benches }] } };
    const [suite] = readHistory(file(JSON.stringify(whole)));
    expect(shown(readBenchmarks(suite?.runs.map((of) => of.benchmarks) ?? []))).toEqual([want]);
  });

  it('without a time is an error that names the run', () => {
    const whole = recorded('data.js.txt').replace('1795255200000', '"yesterday"');
    expect(() => readHistory(file(whole, 'data.js'))).toThrow(
      'data.js: Rust, run 2: "date" is no time in milliseconds',
    );
  });
});

it('the JSON of bencher perf: a report is a run, its iterations are samples', () => {
  const suites = history('bencher.json');
  expect(suites.map(({ name }) => name)).toEqual(['main/ubuntu-latest']);
  expect(suites.map(runsOf)).toEqual([
    [
      ['11', '2026-11-20T10:00:00Z', ' sum/64 sec/op: 1.005e-7 1.015e-7'],
      ['22', '2026-11-21T10:00:00Z', ' sum/64 sec/op: 1.04e-7', ' sum/64 B: 18432'],
    ],
  ]);
});

it.each([
  ['{"a": 1}', /is no history that is read: give data\.js/],
  ['{"entries": {}}', /holds no run/],
  ['window.BENCHMARK_DATA = {"entries": {', /is no whole history/],
])('refuses %s', (text, message) => {
  expect(() => readHistory(file(text))).toThrow(message);
});

describe('import', () => {
  const store = () => {
    const dir = mkdtempSync(join(tmpdir(), 'flamegate-import-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    return { dir, runs: directoryStore(dir) };
  };
  const tables = readOptions(resolveConfig({}));

  it('stores each run under its commit and time, once', async () => {
    const { dir, runs } = store();
    const suite = suiteOf(history('bencher.json'), undefined);
    expect(await importSuite(suite, runs, tables)).toEqual({
      stored: 2,
      known: 0,
      refused: [],
      lost: [],
    });
    expect(readdirSync(dir).filter((name) => !name.startsWith('.'))).toEqual([
      '2026-11-20T10-00-00Z-111111111111',
      '2026-11-21T10-00-00Z-222222222222',
    ]);
    expect(await importSuite(suite, runs, tables)).toEqual({
      stored: 0,
      known: 2,
      refused: [],
      lost: [],
    });
  });

  it('stores what can be read, and says what cannot', async () => {
    const whole = recorded('bencher.json').replace('104.0', '"x"');
    const { stored, lost } = await importSuite(
      suiteOf(readHistory(file(whole)), undefined),
      store().runs,
      tables,
    );
    expect(stored).toBe(2);
    expect(lost).toEqual([
      '222222222222 of 2026-11-21T10:00:00Z: sum/64: sec/op is no number, and left out',
    ]);
  });

  it('stores the others where one cannot be, and says which', async () => {
    const whole = recorded('bencher.json').replaceAll('2222222222222222', 'not a commit');
    const { stored, refused } = await importSuite(
      suiteOf(readHistory(file(whole)), undefined),
      store().runs,
      tables,
    );
    expect(stored).toBe(1);
    expect(refused).toEqual([
      expect.stringMatching(/ of 2026-11-21T10:00:00Z: .*name of a commit/),
    ]);
  });

  it('of several suites needs to be told which', () => {
    const suites = history('data.js.txt');
    expect(() => suiteOf(suites, undefined)).toThrow('say one of "Rust", "Go" with --suite');
    expect(() => suiteOf(suites, 'C')).toThrow('there is no suite "C"');
    expect(suiteOf(suites, 'Go').name).toBe('Go');
  });
});
