/**
 * What the machine did while it measured: time stolen by its host, competing load, clock rate,
 * throttling, another CPU than before. Read where the system tells, silent where not (containers
 * and most virtual machines hide some of it). Whether a round is repeated is bench.ts.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { delimiter, join } from 'node:path';
import { InputError } from '../../model/error.ts';
import type { Environment } from '../../model/run.ts';
import type { Taken } from '../../model/verdict.ts';
import type { Disturbed } from './disturbed.ts';

/** What was seen while measuring. */
export interface MachineReport {
  readonly cpu: string;
  readonly cpus: number;
  /** The CPU everything ran on, or null. */
  readonly pinned: number | null;
  /** The largest share of CPU time stolen during a run that counted, 0 to 1; null if unknown. */
  readonly steal: number | null;
  /** Rounds that were thrown away and measured again. */
  readonly repeated: number;
  /** What had its CPU in most rounds, or null. */
  readonly taken: Taken | null;
  /** For people, each a sentence; the first names the machine. */
  readonly sentences: readonly string[];
}

/** One look at the machine. What the system does not tell is null. */
export interface MachineState {
  readonly cpu: string;
  /** Clock ticks since the start, of the CPUs that are used. */
  readonly ticks: { readonly steal: number; readonly idle: number; readonly all: number } | null;
  /** Seconds since the start in which some task of the machine waited for a CPU. */
  readonly waited: number | null;
  readonly load: number;
  /** Clock rates in kHz. */
  readonly frequencies: readonly number[];
  readonly throttled: number;
}

/** /proc/stat counts in hundredths of a second (USER_HZ) on every Linux that matters here. */
const ticksPerSecond = 100;

export function lookAtMachine(pinned: number | null): MachineState {
  const numbers = cpuFolders().map((name) => join('/sys/devices/system/cpu', name));
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown CPU',
    ticks: readTicks(read('/proc/stat'), pinned),
    waited: readWaited(read('/proc/pressure/cpu')),
    load: loadavg()[0] ?? 0,
    frequencies: numbers.flatMap((cpu) => number(read(join(cpu, 'cpufreq/scaling_cur_freq')))),
    throttled: numbers
      .flatMap((cpu) => number(read(join(cpu, 'thermal_throttle/core_throttle_count'))))
      .reduce((sum, count) => sum + count, 0),
  };
}

/** Of the line `cpu` or `cpu3` of /proc/stat: proc(5) lists its ten columns. */
export function readTicks(stat: string, pinned: number | null): MachineState['ticks'] {
  const name = pinned === null ? 'cpu' : `cpu${pinned}`;
  const line = stat.split('\n').find((text) => text.split(/\s+/, 1)[0] === name);
  // Guest time, the last two, is part of user time already.
  const columns = line?.trim().split(/\s+/).slice(1, 9).map(Number) ?? [];
  const [, , , idle = 0, iowait = 0, , , steal] = columns;
  if (steal === undefined || columns.some((value) => !Number.isFinite(value))) return null;
  return { steal, idle: idle + iowait, all: columns.reduce((sum, value) => sum + value, 0) };
}

/** Of the line `some` of /proc/pressure/cpu, in microseconds there. */
export function readWaited(pressure: string): number | null {
  const total = /^some .*\btotal=(\d+)/m.exec(pressure)?.[1];
  return total === undefined ? null : Number(total) / 1e6;
}

/**
 * CPU seconds so far of all that lives of these process groups, and of what they waited for: servers that
 * `setup` started are a part of the benchmark.
 */
export function secondsOfGroups(groups: readonly number[], proc = '/proc'): number {
  if (groups.length === 0) return 0;
  let ticks = 0;
  for (const entry of existsSync(proc) ? readdirSync(proc) : []) {
    if (!/^\d+$/.test(entry)) continue;
    // proc(5): after the name, which may hold anything, come state, ppid and pgrp; utime is the 12th.
    const stat = read(join(proc, entry, 'stat'));
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (!groups.includes(Number(fields[2]))) continue;
    ticks += fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  }
  return ticks / ticksPerSecond;
}

/** Of the time between two looks: while less of it saw a task wait for a CPU, nothing was in the way. */
const muchWaiting = 0.1;

/**
 * The share of CPU time that other work had between two looks, beside `ownSeconds` of the side that ran. 0
 * where next to nobody waited: another core's work is in nobody's way, and neither is a server that is
 * part of the benchmark while there are cores for both. Null where the system does not tell.
 */
export function otherWork(
  before: MachineState,
  after: MachineState,
  ownSeconds: number,
  cpus: number,
) {
  if (before.ticks === null || after.ticks === null) return null;
  if (before.waited === null || after.waited === null || !Number.isFinite(ownSeconds)) return null;
  const item = (what: 'steal' | 'idle' | 'all') =>
    ((after.ticks?.[what] ?? 0) - (before.ticks?.[what] ?? 0)) / ticksPerSecond;
  const all = item('all');
  if (all <= 0 || after.waited - before.waited < (muchWaiting * all) / cpus) return 0;
  const other = all - item('idle') - item('steal') - ownSeconds;
  // A short run has too few ticks for a share.
  return other < 0.1 ? 0 : other / all;
}

/**
 * The share of CPU time that the host took away between two looks; null where nobody knows. Less
 * than a tenth of a second is nothing: a short run has too few ticks for a share.
 */
export function stolen(before: MachineState, after: MachineState): number | null {
  if (before.ticks === null || after.ticks === null) return null;
  const steal = after.ticks.steal - before.ticks.steal;
  const all = after.ticks.all - before.ticks.all;
  return steal < ticksPerSecond / 10 || all <= 0 ? 0 : steal / all;
}

/** The report of many looks, in the order they were taken. */
export function machineReport(
  looks: readonly MachineState[],
  { pinned, ...item }: Disturbed & { readonly pinned: number | null },
): MachineReport {
  const count = availableParallelism();
  const models = [...new Set(looks.map((look) => look.cpu))];
  const cpu = models[0] ?? 'unknown CPU';
  const where = pinned === null ? '' : `, everything on CPU ${pinned}`;
  const sentences = [`measured on ${cpu}, ${count} CPU${count === 1 ? '' : 's'}${where}`];
  if (models.length > 1) {
    sentences.push(`the CPU changed while measuring: ${models.join(', then ')}`);
  }
  if (item.always !== null) sentences.push(takenAway(item.always));
  if (item.always?.by !== 'host' && item.steal !== null && item.steal >= 0.01) {
    sentences.push(
      `the host took up to ${percent(item.steal)} of the CPU time during a run (steal)`,
    );
  }
  if (item.repeated > 0) {
    const rounds = item.repeated === 1 ? 'round was' : 'rounds were';
    sentences.push(`${item.repeated} disturbed ${rounds} thrown away and measured again`);
  }
  const loads = looks.map((look) => look.load);
  const [least, most] = [Math.min(...loads), Math.max(...loads)];
  if (most > count && item.always === null) {
    sentences.push(
      `load average ${least.toFixed(1)} to ${most.toFixed(1)} on ${count} CPUs: other programs were running`,
    );
  }
  return {
    cpu,
    cpus: count,
    pinned,
    steal: item.steal,
    repeated: item.repeated,
    taken: item.always,
    sentences: [...sentences, ...clock(looks)],
  };
}

function takenAway({ by, share }: Taken): string {
  return by === 'other'
    ? `other work took ${percent(share)} of this machine's CPU during the measurement, in most rounds: stop programs that are not part of the benchmark`
    : `the host took ${percent(share)} of the CPU time during the measurement, in most rounds (steal): another machine can detect smaller changes`;
}

/** A clock that moves by more than this is told. */
const steadyClock = 0.1;

function clock(looks: readonly MachineState[]): string[] {
  const rates = looks.map((look) => Math.max(...look.frequencies)).filter(Number.isFinite);
  const [slow, fast] = [Math.min(...rates), Math.max(...rates)];
  const throttled = (looks.at(-1)?.throttled ?? 0) - (looks[0]?.throttled ?? 0);
  return [
    ...(rates.length > 0 && slow < fast * (1 - steadyClock)
      ? [`the clock went from ${ghz(slow)} to ${ghz(fast)} GHz between runs`]
      : []),
    ...(throttled > 0 ? [`the CPU was throttled by heat ${throttled} times`] : []),
  ];
}

/**
 * The CPU to pin to: the last one this process may use, because the first takes most interrupts.
 * Throws InputError where pinning is not possible or would leave nothing for anyone else.
 */
export function cpuToPin(env: Readonly<Record<string, string | undefined>>): number {
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(read('/proc/self/status'))?.[1];
  if (list === undefined) throw new InputError('pin works on Linux only: leave it out here');
  const allowed = cpuList(list);
  const last = allowed.at(-1);
  if (last === undefined || allowed.length < 2) {
    throw new InputError('pin needs two or more CPUs, here is one: leave it out');
  }
  if (!(env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'taskset')))) {
    throw new InputError('pin needs taskset (package util-linux), which is not in PATH');
  }
  return last;
}

/** What this machine is, in Go's words, for output that does not say. */
export function environmentHere(): Environment {
  const cpu = cpus()[0]?.model.trim();
  return {
    goos: systems[process.platform] ?? process.platform,
    goarch: architectures[process.arch] ?? process.arch,
    ...(cpu === undefined ? {} : { cpu }),
  };
}

const systems: Readonly<Record<string, string>> = { win32: 'windows', sunos: 'solaris' };
const architectures: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };

/** `0-2,5` as the kernel writes lists of CPUs, rising. */
export function cpuList(text: string): number[] {
  return [...text.matchAll(/(\d+)(?:-(\d+))?/g)].flatMap(([, from = '', to = from]) => {
    const length = Math.max(0, Number(to) - Number(from) + 1);
    return Array.from({ length }, (_, i) => Number(from) + i);
  });
}

function cpuFolders(): string[] {
  return cpuList(read('/sys/devices/system/cpu/online').trim()).map((n) => `cpu${n}`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const number = (text: string): number[] => (/^\d+\s*$/.test(text) ? [Number(text)] : []);
const ghz = (khz: number): string => (khz / 1e6).toFixed(2);
export const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
