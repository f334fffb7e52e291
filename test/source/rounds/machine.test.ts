import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  cpuList,
  cpuToPin,
  lookAtMachine,
  type MachineState,
  machineReport,
  otherWork,
  readTicks,
  readWaited,
  secondsOfGroups,
  stolen,
} from '../../../src/source/rounds/machine.ts';

// proc(5): user nice system idle iowait irq softirq steal guest guest_nice.
const stat = `cpu  100 5 50 800 10 1 4 30 7 0
cpu0 40 5 20 400 10 1 4 20 7 0
cpu1 60 0 30 400 0 0 0 10 0 0
intr 1 2
`;

describe('/proc/stat', () => {
  it.each([
    [null, { steal: 30, idle: 810, all: 1000 }],
    [0, { steal: 20, idle: 410, all: 500 }],
    [1, { steal: 10, idle: 400, all: 500 }],
    [7, null],
  ])('of CPU %j', (pinned, ticks) => {
    expect(readTicks(stat, pinned)).toEqual(ticks);
  });

  it.each(['', 'cpu', 'cpu  1 2 3', 'cpu  1 2 x 4 5 6 7 8'])('that says less: %j', (text) => {
    expect(readTicks(text, null)).toBeNull();
  });
});

const look = (more: Partial<MachineState> = {}): MachineState => ({
  cpu: 'A',
  ticks: { steal: 0, idle: 0, all: 0 },
  waited: 0,
  load: 0.5,
  frequencies: [],
  throttled: 0,
  ...more,
});

describe('stolen time', () => {
  it.each([
    [{ steal: 30, idle: 0, all: 200 }, 0.15],
    [{ steal: 9, idle: 0, all: 20 }, 0], // under a tenth of a second
    [{ steal: 0, idle: 0, all: 0 }, 0],
  ])('%j', (ticks, share) => {
    expect(stolen(look(), look({ ticks }))).toBe(share);
  });

  it('is unknown where the system does not tell', () => {
    expect(stolen(look({ ticks: null }), look())).toBeNull();
  });
});

describe('other work', () => {
  // proc: two CPUs for ten seconds, of which the side had eight in all.
  const [own, cpus] = [8, 2];
  const ticks = (busy: number, steal = 0) => ({ steal, idle: 2000 - busy - steal, all: 2000 });
  const share = (after: Partial<MachineState>, seconds = own) =>
    otherWork(look(), look(after), seconds, cpus);

  it('is what was busy beside the side, where somebody waited for it', () => {
    expect(share({ ticks: ticks(2000), waited: 9 })).toBeCloseTo(0.6, 9);
  });
  it("is in nobody's way while there are CPUs for all", () => {
    expect(share({ ticks: ticks(1800), waited: 0.5 })).toBe(0);
  });
  it('is not the side itself, however many of its own threads wait for each other', () => {
    expect(share({ ticks: ticks(2000), waited: 10 }, 20)).toBe(0);
  });
  it('is not what the host took', () => {
    expect(share({ ticks: ticks(1000, 1000), waited: 9 })).toBeCloseTo(0.1, 9);
  });
  it('is nothing that is under a tick or two', () => {
    expect(share({ ticks: { steal: 0, idle: 0, all: 20 }, waited: 1 }, 0.15)).toBe(0);
  });
  it.each([
    ['ticks', { ticks: null }, own],
    ['waiting', { waited: null }, own],
    ['CPU time of the side', {}, Number.NaN],
  ])('is unknown where nobody tells of %s', (_, more, seconds) => {
    expect(share({ ticks: ticks(2000), waited: 9, ...more }, seconds)).toBeNull();
  });
  it.each([
    [
      'some avg10=0.50 avg60=5.42 avg300=8.22 total=4449742066\nfull avg10=0.00 total=7\n',
      4449.742066,
    ],
    ['', null],
    ['full avg10=0.00 avg60=0.00 avg300=0.00 total=1\n', null],
  ])('%j', (text, seconds) => {
    expect(readWaited(text)).toBe(seconds);
  });
});

describe('CPU time of process groups', () => {
  const proc = mkdtempSync(join(tmpdir(), 'flamegate-proc-'));
  const process = (pid: number, stat: string) => {
    mkdirSync(join(proc, String(pid)));
    writeFileSync(join(proc, String(pid), 'stat'), stat);
  };
  // pid (comm) state ppid pgrp session tty tpgid flags minflt cminflt majflt cmajflt utime stime cutime cstime
  process(7, '7 (a server) S 1 7 7 0 -1 0 0 0 0 0 150 50 20 30 20 0 1');
  process(8, '8 (of) it) R) S 7 7 7 0 -1 0 0 0 0 0 100 0 0 0 20 0 1');
  process(9, '9 (other) S 1 9 9 0 -1 0 0 0 0 0 900 0 0 0 20 0 1');
  mkdirSync(join(proc, 'self'));
  afterAll(() => rmSync(proc, { recursive: true, force: true }));

  it.each([
    [[], 0],
    [[7], 3.5],
    [[7, 9], 12.5],
    [[5], 0],
  ])('of %j', (groups, seconds) => {
    expect(secondsOfGroups(groups, proc)).toBeCloseTo(seconds, 9);
  });
  it('is none where there is no /proc', () => {
    expect(secondsOfGroups([7], join(proc, 'none'))).toBe(0);
  });
});

describe('the report', () => {
  const quiet = { pinned: null, steal: 0, repeated: 0, always: null };
  const said = (looks: MachineState[], of: Partial<Parameters<typeof machineReport>[1]> = {}) =>
    machineReport(looks, { ...quiet, ...of }).sentences;

  it('of a quiet machine is the machine', () => {
    const cpus = availableParallelism();
    expect(said([look(), look()])).toEqual([`measured on A, ${cpus} CPU${cpus === 1 ? '' : 's'}`]);
  });

  it.each<[string, MachineState[], Partial<Parameters<typeof machineReport>[1]>, RegExp]>([
    ['another CPU', [look(), look({ cpu: 'B' })], {}, /the CPU changed while measuring: A, then B/],
    ['steal', [look()], { steal: 0.234 }, /took up to 23 % of the CPU time/],
    ['a repeated round', [look()], { repeated: 1 }, /1 disturbed round was thrown away/],
    ['repeated rounds', [look()], { repeated: 3 }, /3 disturbed rounds were thrown away/],
    [
      'other work in most rounds, and not of the load besides',
      [look(), look({ load: 999 })],
      { always: { by: 'other', share: 0.6 } },
      /^measured on .*\nother work took 60 % of this machine's CPU during the measurement, in most rounds: .*not part of the benchmark$/,
    ],
    [
      'a host that takes much in most rounds, once',
      [look()],
      { steal: 0.9, always: { by: 'host', share: 0.4 } },
      /^measured on .*\nthe host took 40 % of the CPU time during the measurement.*$/,
    ],
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
