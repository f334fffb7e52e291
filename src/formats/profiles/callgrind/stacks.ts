/**
 * Stacks for a file of callgrind, which has calls and no stacks: unfolded as profile/unfold.ts says, and whole numbers
 * that add up to what each function costs itself, for every event.
 */
import type { Profile } from '../../../profile/profile.ts';
import { type UnfoldedPaths, unfold } from '../../../profile/unfold.ts';
import { addStack, built, locationOf, newBuild } from '../build.ts';
import type { CallgrindFunction, CallgrindProfile } from './profile.ts';
import { callgrindOf } from './read.ts';

/** @throws {InputError} as readCallgrind */
export function readCallgrindStacks(content: Buffer, file: string): Profile {
  const callgrind = callgrindOf(content, file);
  const { events, totals, functions } = callgrind;
  const instructions = events.findIndex(({ name }) => name === 'Ir');
  // What is most likely time, where instructions were not counted, comes first.
  const main =
    instructions >= 0
      ? instructions
      : Math.max(
          0,
          totals.findIndex((total) => total > 0),
        );
  const types = events.map(({ name }) => ({ type: name, unit: 'count' }));
  const build = newBuild(file, types);
  const locations = functions.map((f) => locationOf(build, frameOf(f)));
  const paths = unfold(
    {
      self: functions.map(({ self }) => self[main] as number),
      calls: callgrind.calls.map(({ caller, callee, inclusive }) => ({
        ...{ caller, callee, cost: inclusive[main] as number },
      })),
    },
    (f) => functions[f]?.self.some((cost) => cost > 0) ?? false,
  );
  const values = shared(functions, paths);
  for (let path = 0; path < paths.function.length; path++) {
    const own = values[path] as number[];
    if (own.every((value) => value === 0)) continue;
    const stack: number[] = [];
    for (let p = path; p >= 0; p = paths.parent[p] as number) {
      stack.push(locations[paths.function[p] as number] as number);
    }
    addStack(build, stack, own);
  }
  // Nothing was sampled: each event was counted.
  const type = types[main] ?? { type: '', unit: '' };
  return { ...built(build), defaultSampleType: type.type, periodType: type, period: 1 };
}

/** Each level of recursion has a name of its own, `fib'2`; all are one function. */
const level = /'\d{1,9}$/;

function frameOf({ name, file, object, line }: CallgrindFunction) {
  const mapping = known(object);
  const whole = name.replace(level, '');
  // An address is no name: it is another one in the next build.
  if (/^0x[\da-f]+$/.test(whole) && mapping !== '') return { name: '', mapping };
  return { name: whole, file: known(file), line, startLine: line, mapping };
}

const known = (path: string): string => (path === '???' ? '' : path);

/** What each path costs itself: every function's own costs, whole numbers that add up to them. */
function shared(functions: CallgrindProfile['functions'], paths: UnfoldedPaths): number[][] {
  const values: number[][] = paths.parent.map(() => []);
  const at: number[][] = functions.map(() => []);
  for (const [path, f] of paths.function.entries()) at[f]?.push(path);
  for (const [f, { self }] of functions.entries()) {
    const own = at[f] as readonly number[];
    const share = (path: number): number => paths.share[path] as number;
    const largest = own.reduce(
      (best, path) => (share(path) > share(best) ? path : best),
      own[0] ?? -1,
    );
    const rest = [...self];
    for (const path of own) {
      if (path === largest) continue;
      values[path] = self.map((cost, i) => {
        const part = Math.floor(cost * share(path));
        rest[i] = (rest[i] as number) - part;
        return part;
      });
    }
    if (largest >= 0) values[largest] = rest;
  }
  return values;
}
