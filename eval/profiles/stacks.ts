/**
 * The recorded profiles as samples, and samples as the tables that the gate tests: charged to user code by the
 * shipped roll-up, or as they are. A sample is the number of its stack.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { addStack, built, locationOf, newBuild } from '../../src/formats/profiles/build.ts';
import type { FunctionRow, FunctionTable } from '../../src/model/run.ts';
import { type Profile, text } from '../../src/profile/profile.ts';
import { attributeToUser } from '../../src/profile/select/attribute.ts';
import type { Random } from '../verdict/random.ts';
import { type Packed, packedFiles } from './recorded.ts';

/** One recorded profile. */
export type Samples = Int32Array;

/** What a stack is in a table. */
interface Shown {
  /** Names, the leaf first, each once. */
  readonly names: readonly string[];
  readonly background: boolean;
}

export interface RecordedSet {
  /** The recordings of each kind, in the order in which they were made. */
  readonly kinds: ReadonlyMap<string, readonly Samples[]>;
  readonly user: readonly Shown[];
  readonly raw: readonly Shown[];
  readonly places: ReadonlyMap<string, { readonly file: string; readonly line: number }>;
}

export function readSet(of: keyof typeof packedFiles): RecordedSet {
  const packed = JSON.parse(gunzipSync(readFileSync(packedFiles[of])).toString()) as Packed;
  const places = new Map<string, { file: string; line: number }>();
  for (const [name, file, line] of packed.functions) places.set(name, { file, line });
  const numbers = new Map<number, number>();
  const leaves: number[] = [];
  const kinds = new Map<string, Samples[]>();
  const inOrder = packed.profiles.toSorted((a, b) => a.round - b.round);
  for (const profile of inOrder) {
    const samples: number[] = [];
    let frame = 0;
    for (const [i, count] of profile.counts.entries()) {
      frame += profile.stacks[i] ?? 0;
      const stack = numbers.get(frame) ?? leaves.push(frame) - 1;
      numbers.set(frame, stack);
      for (let n = 0; n < count; n++) samples.push(stack);
    }
    kinds.set(profile.kind, [...(kinds.get(profile.kind) ?? []), Int32Array.from(samples)]);
  }
  const whole = profileOf(packed, leaves);
  return { kinds, places, raw: shown(whole), user: shown(attributeToUser(whole)) };
}

/** A profile with each stack once, in order. */
function profileOf({ frames, functions }: Packed, leaves: readonly number[]): Profile {
  const build = newBuild('stacks', [{ type: 'cpu', unit: 'nanoseconds' }]);
  const callers = frames.map(([back], n) => n - back);
  for (const leaf of leaves) {
    const stack: number[] = [];
    for (let at = leaf; at >= 0; at = callers[at] ?? -1) {
      const [name = '', file = '', startLine = 0] = functions[frames[at]?.[1] ?? 0] ?? [];
      stack.push(locationOf(build, { name, file, line: startLine, startLine }));
    }
    addStack(build, stack, [1]);
  }
  return built(build);
}

function shown({ samples, locations, functions, strings }: Profile): Shown[] {
  return Array.from({ length: samples.count }, (_, s) => {
    const [first, end] = [samples.locationStart[s] ?? 0, samples.locationStart[s + 1] ?? 0];
    const names = new Set<string>();
    for (let i = first; i < end; i++) {
      const l = samples.locations[i] ?? 0;
      for (let k = locations.lineStart[l] ?? 0; k < (locations.lineStart[l + 1] ?? 0); k++) {
        names.add(text(strings, functions.name[locations.lineFunction[k] ?? 0] ?? 0));
      }
    }
    const leaf = samples.locations[first] ?? 0;
    return { names: [...names], background: locations.background?.[leaf] === 1 };
  });
}

export function tableOf(
  { places, ...set }: RecordedSet,
  samples: Samples,
  as: 'user' | 'raw' = 'user',
): FunctionTable {
  const stacks = set[as];
  const rows = new Map<string, { flat: number; cum: number; background: boolean }>();
  let background = 0;
  const counts = new Map<number, number>();
  for (const stack of samples) counts.set(stack, (counts.get(stack) ?? 0) + 1);
  for (const [stack, count] of counts) {
    const of = stacks[stack] as Shown;
    if (of.background) background += count;
    of.names.forEach((name, i) => {
      const row = rows.get(name) ?? { flat: 0, cum: 0, background: of.background };
      rows.set(name, row);
      if (i === 0) row.flat += count;
      row.cum += count;
      if (!of.background) row.background = false;
    });
  }
  const unit = 1e7;
  const functions = [...rows].map(
    ([name, row]): FunctionRow => ({
      name,
      ...(places.get(name) ?? { file: '', line: 0 }),
      flat: row.flat * unit,
      cum: row.cum * unit,
      ...(as === 'user' && row.background ? { background: true } : {}),
    }),
  );
  return {
    source: 'cpu.pprof',
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    total: samples.length * unit,
    ...(as === 'user' ? { background: background * unit } : {}),
    samples: samples.length,
    functions: functions.sort((a, b) => b.flat - a.flat || (a.name < b.name ? -1 : 1)),
  };
}

/** So many of the samples, without putting back; all where there are fewer. */
export function thinned(samples: Samples, count: number, by: Random): Samples {
  if (samples.length <= count) return samples;
  const left = samples.slice();
  for (let i = 0; i < count; i++) {
    const at = i + by.index(left.length - i);
    const held = left[i] as number;
    left[i] = left[at] as number;
    left[at] = held;
  }
  return left.subarray(0, count);
}

/** The samples whose leaf is charged to this function. */
export const samplesOf = (set: RecordedSet, samples: Samples, name: string): Samples =>
  samples.filter((stack) => set.user[stack]?.names[0] === name);

export function joined(...parts: readonly Samples[]): Samples {
  const all = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
