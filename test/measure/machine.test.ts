import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import {
  cpuList,
  cpuToPin,
  type Look,
  lookAtMachine,
  machineReport,
  readTicks,
  stolen,
} from '../../src/measure/machine.ts';

// proc(5): user nice system idle iowait irq softirq steal guest guest_nice.
const stat = `cpu  100 5 50 800 10 1 4 30 7 0
cpu0 40 5 20 400 10 1 4 20 7 0
cpu1 60 0 30 400 0 0 0 10 0 0
intr 1 2
`;

describe('/proc/stat', () => {
  it.each([
    [null, { steal: 30, all: 1000 }],
    [0, { steal: 20, all: 500 }],
    [1, { steal: 10, all: 500 }],
    [7, null],
  ])('of CPU %j', (pinned, ticks) => {
    expect(readTicks(stat, pinned)).toEqual(ticks);
  });

  it.each(['', 'cpu', 'cpu  1 2 3', 'cpu  1 2 x 4 5 6 7 8'])('that says less: %j', (text) => {
    expect(readTicks(text, null)).toBeNull();
  });
});

const look = (more: Partial<Look> = {}): Look => ({
  cpu: 'A',
  ticks: { steal: 0, all: 0 },
  load: 0.5,
  frequencies: [],
  throttled: 0,
  ...more,
});

describe('stolen time', () => {
  it.each([
    [{ steal: 30, all: 200 }, 0.15],
    [{ steal: 9, all: 20 }, 0], // under a tenth of a second
    [{ steal: 0, all: 0 }, 0],
  ])('%j', (ticks, share) => {
    expect(stolen(look(), look({ ticks }))).toBe(share);
  });

  it('is unknown where the system does not tell', () => {
    expect(stolen(look({ ticks: null }), look())).toBeNull();
  });
});

describe('the report', () => {
  const quiet = { pinned: null, steal: 0, repeated: 0 };
  const said = (looks: Look[], of: Partial<Parameters<typeof machineReport>[1]> = {}) =>
    machineReport(looks, { ...quiet, ...of }).sentences;

  it('of a quiet machine is the machine', () => {
    const cpus = availableParallelism();
    expect(said([look(), look()])).toEqual([`measured on A, ${cpus} CPU${cpus === 1 ? '' : 's'}`]);
  });

  it.each<[string, Look[], Partial<Parameters<typeof machineReport>[1]>, RegExp]>([
    ['another CPU', [look(), look({ cpu: 'B' })], {}, /the CPU changed while measuring: A, then B/],
    ['steal', [look()], { steal: 0.234 }, /took up to 23 % of the CPU time/],
    ['a repeated round', [look()], { repeated: 1 }, /1 disturbed round was thrown away/],
    ['repeated rounds', [look()], { repeated: 3 }, /3 disturbed rounds were thrown away/],
    ['load', [look(), look({ load: 999 })], {}, /load average 0\.5 to 999\.0/],
    ['pinning', [look()], { pinned: 3 }, /everything on CPU 3/],
    [
      'a clock that slows down',
      [look({ frequencies: [3_000_000, 1_000_000] }), look({ frequencies: [2_000_000] })],
      {},
      /the clock went from 2\.00 to 3\.00 GHz/,
    ],
    ['heat', [look({ throttled: 4 }), look({ throttled: 6 })], {}, /throttled by heat 2 times/],
  ])('tells of %s', (_, looks, of, sentence) => {
    expect(said(looks, of).join('\n')).toMatch(sentence);
  });

  it('is silent about a clock that hardly moves', () => {
    const looks = [look({ frequencies: [3_000_000] }), look({ frequencies: [2_900_000] })];
    expect(said(looks)).toHaveLength(1);
  });
});

it('looks at this machine without an error', () => {
  const { cpu, load } = lookAtMachine(null);
  expect(cpu).not.toBe('');
  expect(load).toBeGreaterThanOrEqual(0);
});

it.each([
  ['0', [0]],
  ['0-3', [0, 1, 2, 3]],
  ['0-1,4,6-7', [0, 1, 4, 6, 7]],
  ['', []],
  ['3-1', []],
])('the list of CPUs %j is %j', (text, list) => {
  expect(cpuList(text)).toEqual(list);
});

it('does not pin without taskset', () => {
  expect(() => cpuToPin({ PATH: '/nonexistent' })).toThrow(/pin (needs|works)/);
});
