/**
 * Which files a command's processes have open, mapped or as their program, seen from /proc while it
 * runs (Linux). A file that is read and closed between two looks is not seen: this finds programs,
 * libraries, working directories and data, and says nothing of what it did not find. It never fails.
 */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { isBelow } from './sides.ts';

/** Between two looks, at first; a look costs one to three milliseconds of CPU time, in the first round alone. */
const firstMilliseconds = 10;
const nextMilliseconds = 50;
/** After so many, a look each second: what is loaded has been seen. */
const closeLooks = 60;
/** Processes looked at in one look, and files that are kept. */
const mostProcesses = 64;
const mostFiles = 1000;

export interface Reads {
  /** Ends it; the files below the directories, as long as they were open. */
  readonly stop: () => readonly string[];
}

/** Looks at a process group from now on. `but` is not looked for, though it be below. */
export function watchReads(group: number, below: readonly string[], but: readonly string[]): Reads {
  const files = new Set<string>();
  const isWanted = (path: string) =>
    !files.has(path) &&
    below.some((name) => isBelow(path, name)) &&
    !but.some((name) => isBelow(path, name));
  let looks = 0;
  const look = () => {
    for (const pid of files.size < mostFiles ? withDescendants(group) : []) {
      const found = [...pathsOf(pid).filter(isWanted), ...openIn(pid, isWanted)];
      for (const path of found) files.add(path);
    }
    looks++;
    timer = setTimeout(look, looks < closeLooks ? nextMilliseconds : 1000);
    timer.unref();
  };
  let timer = setTimeout(look, firstMilliseconds);
  return {
    stop: () => {
      clearTimeout(timer);
      return [...files];
    },
  };
}

/** The leader and what it started, as the kernel tells; a daemon that left its parent is not among them. */
function withDescendants(leader: number): number[] {
  const found = [leader];
  for (let i = 0; i < found.length && found.length < mostProcesses; i++) {
    const pid = found[i] as number;
    for (const thread of entries(`/proc/${pid}/task`)) {
      const children = text(`/proc/${pid}/task/${thread}/children`);
      found.push(...children.split(' ').filter(Boolean).map(Number));
    }
  }
  return found;
}

/** All that is a path. A relative argument is not: it is of the side's own directory. */
function pathsOf(pid: number): string[] {
  const name = `/proc/${pid}`;
  const mapped = [...text(`${name}/maps`).matchAll(/ (\/.*)$/gm)].map(([, path = '']) => path);
  // `node /checkout/bench.js x`: an interpreter closes its script at once. What follows may be an output.
  const [program = '', ...words] = text(`${name}/cmdline`).split('\0');
  const script = words.find((word) => !word.startsWith('-')) ?? '';
  const all = [...mapped, program, script, target(`${name}/exe`), target(`${name}/cwd`)];
  return all.filter((path) => path.startsWith('/'));
}

/** Open files that are not for writing alone, of those that are wanted. */
function openIn(pid: number, isWanted: (path: string) => boolean): string[] {
  const open: string[] = [];
  for (const fd of entries(`/proc/${pid}/fd`)) {
    const path = target(`/proc/${pid}/fd/${fd}`);
    if (!isWanted(path)) continue;
    const [, mode = '0'] = /^flags:\s*\d*(\d)$/m.exec(text(`/proc/${pid}/fdinfo/${fd}`)) ?? [];
    if ((Number(mode) & 3) !== writeOnly) open.push(path);
  }
  return open;
}

const writeOnly = 1;

const entries = (directory: string): string[] => attempt(() => readdirSync(directory), []);
const text = (file: string): string => attempt(() => readFileSync(file, 'utf8'), '');
const target = (link: string): string => attempt(() => readlinkSync(link), '');

/** Processes end between one look at them and the next. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
