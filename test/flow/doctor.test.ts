/** `flamegate doctor`: what it finds in stored runs, and the one change that it names first. */
import { describe, expect, it } from 'vitest';
import { diagnosisOf } from '../../src/flow/doctor.ts';
import type { Run } from '../../src/model/run.ts';
import { gateJobs } from '../../src/recipe/reading.ts';
import { doctorText } from '../../src/report/doctortext.ts';
import { resolveConfig } from '../../src/settings/config.ts';
import { around, environment, run, series } from '../compare/runs.ts';

const passes = { passes: [4, 3, 3] };
const stored = (factor: number, cpu = environment.cpu) =>
  run(
    [series('A', around(100 * factor), 'sec/op', passes), series('B', around(7), 'sec/op', passes)],
    {
      commit: `c${factor}`,
      environment: { ...environment, cpu },
    },
  );
const steady = [1, 1.01, 0.99, 1.005, 0.995, 1.002].map((factor) => stored(factor));

const of = (runs: readonly Run[], more: object = {}, config: object = {}) =>
  diagnosisOf(
    { name: 'main', runs, head: null, unusable: [], isShallow: false, jobs: [], ...more },
    resolveConfig(config),
  );
const withRun = { jobs: [{ file: 'perf.yml', hasRun: true, lacks: [] }] };

describe('doctor', () => {
  it('counts the machines of the stored runs, the most frequent first', () => {
    const others = [1, 1.01, 0.99, 0.98, 1.02, 1.03, 1.04, 1.05, 0.97].map((factor) =>
      stored(factor, 'AMD EPYC 7763'),
    );
    const found = of([...steady, ...others]);
    expect(found.machines).toEqual([
      { name: 'AMD EPYC 7763', runs: 9, isHere: false },
      { name: environment.cpu, runs: 6, isHere: true },
    ]);
    expect(doctorText(found)).toContain('  60 % (9) are AMD EPYC 7763\n');
  });

  it('says that most runs are of other machines, where too few are of this one', () => {
    const others = steady.map((each) => ({
      ...each,
      environment: { ...environment, cpu: 'Other' },
    }));
    const { advice } = of([stored(1), ...others]);
    expect(advice).toMatch(/^Only 1 of 7 stored runs is of this machine.*`run`/);
    expect(of([stored(1), ...others], withRun).advice ?? '').not.toMatch(/^Only/);
  });

  it('knows the noise between runs, the noisiest benchmark first', () => {
    const { noise } = of(steady);
    expect(noise.map((each) => each.benchmark)).toEqual(['A']);
    // Standard deviation of the six factors.
    expect(noise[0]?.between).toBeCloseTo(0.0071, 3);
    expect(of(steady.slice(0, 2)).noise).toEqual([]);
  });

  it('says from which change on stored runs decide, where that is above the threshold', () => {
    const found = of(steady);
    expect(found.red).toBeGreaterThan(0.05);
    expect(found.advice).toMatch(/^At a threshold of 5 % stored runs alone decide from \+\d+ % on/);
    expect(of(steady, {}, { confirm: 'never' }).advice).toMatch(/^Leave `confirm: never` out/);
    expect(of(steady, withRun).advice).toBeNull();
    expect(doctorText(of(steady, withRun)).split('\n')[0]).toBe(
      'Nothing would help much: this gate can decide.',
    );
  });

  it('names a shallow clone, permissions, one process, and rules that match nothing', () => {
    expect(of(steady, { isShallow: true }).advice).toContain('fetch-depth: 0');
    const jobs = [{ file: 'perf.yml', hasRun: true, lacks: ['actions: read'] }];
    expect(of(steady, { jobs }).advice).toContain('leave out actions: read: add it');
    const once = steady.map((each) => ({
      ...each,
      series: each.series.map(({ passes: _, ...rest }) => rest),
    }));
    expect(of(once, withRun).advice).toContain('run in 1 process: run it in three');
    const rules = { rules: [{ benchmark: 'Gone*', threshold: 0.1 }] };
    expect(of(steady, withRun, rules).advice).toContain(
      '{ benchmark: Gone*, unit: * } matches nothing',
    );
  });

  it('without stored runs says so', () => {
    expect(of([]).advice).toMatch(/^There is no stored run: /);
    expect(doctorText(of([]))).toContain('0 stored runs of main.');
  });
});

describe('workflows', () => {
  const job = (permissions: string, more = '') =>
    `${permissions}\njobs:\n  a:\n    steps:\n      - uses: someone/flamegate@v1\n        with:\n          benchmarks: a\n${more}`;

  it.each([
    ['', '', { hasRun: false, lacks: [] }],
    [
      'permissions: {}',
      '',
      { hasRun: false, lacks: ['contents: read', 'actions: read', 'pull-requests: write'] },
    ],
    ['permissions: read-all', '', { hasRun: false, lacks: ['pull-requests: write'] }],
    [
      'permissions: { contents: write, actions: read, pull-requests: write }',
      '          run: x\n',
      { hasRun: true, lacks: [] },
    ],
  ])('%j is read', (permissions, more, expected) => {
    expect(gateJobs('w.yml', job(permissions, more))).toEqual([{ file: 'w.yml', ...expected }]);
  });

  it.each(['', 'a: [', '- 1', 'jobs:', 'jobs: { a: { steps: [ { run: x } ] } }', 'jobs: { a: }'])(
    '%j has none',
    (text) => expect(gateJobs('w.yml', text)).toEqual([]),
  );
});
