/**
 * Profiles of one kind as one profile, as pprof merges them: equal stacks with equal labels become one
 * sample whose values are the sums. One profile at a time is in memory beside the result. merge.ts
 * does the same for tables; writing the result is write.ts.
 *
 * Source: profile/merge.go of github.com/google/pprof (Merge, and what it takes for equal).
 */
import { randomInt } from 'node:crypto';
import { InputError } from '../../model/error.ts';
import { quote, quoteAll } from '../../text/quote.ts';
import {
  appendFloat64,
  appendInt32,
  filled,
  filledFloat64,
  float64Column,
  int32Column,
} from '../columns.ts';
import type { Profile } from '../profile.ts';
import {
  type CombinedSymbols,
  finishSymbols,
  found,
  locationMover,
  type Mover,
  mappingMover,
  newSymbols,
  stringMover,
} from './combinesymbols.ts';

/** A merge in the making: the columns of a Profile, and what is in them already. */
export interface Combined {
  readonly first: Profile;
  profiles: number;
  timeNanos: bigint;
  durationNanos: bigint;
  period: number;
  defaultSampleType: string;
  readonly comments: Set<number>;
  readonly symbols: CombinedSymbols;
  readonly labelSets: Map<string, number>;
  readonly columns: ReturnType<typeof newColumns>;
  /** Sample number + 1 by hash, 0 where free; a power of two, more than twice the samples. */
  table: Int32Array;
  hashes: Int32Array;
}

const newColumns = () => ({
  stackStart: int32Column(1024),
  stack: int32Column(16_384),
  labelSet: int32Column(1024),
  values: float64Column(2048),
});

/** The labels of a set: key, text, low and high word of the number, unit. */
type LabelTuple = readonly [number, number, number, number, number];

/**
 * Starts a merge with the kind of `first`, which must be added too.
 */
export function newCombined(first: Profile): Combined {
  const combined: Combined = {
    first,
    profiles: 0,
    timeNanos: 0n,
    durationNanos: 0n,
    period: 0,
    defaultSampleType: '',
    comments: new Set(),
    symbols: newSymbols(),
    labelSets: new Map(),
    columns: newColumns(),
    table: new Int32Array(4096),
    hashes: new Int32Array(2048),
  };
  appendInt32(combined.columns.stackStart, 0);
  return combined;
}

/**
 * Adds a profile, whose own expressions of frames to drop must have been applied (pruneFrames).
 *
 * @throws {InputError} where its sample types or its period type are not those of the first: pprof
 *   refuses that too, or scales the values; and where sums pass 2^53 - 1
 */
export function combine(combined: Combined, profile: Profile): void {
  requireSameKind(combined.first, profile);
  const { timeNanos } = profile;
  if (combined.profiles === 0 || timeNanos < combined.timeNanos) combined.timeNanos = timeNanos;
  combined.profiles++;
  combined.durationNanos += profile.durationNanos;
  combined.period = Math.max(combined.period, profile.period);
  combined.defaultSampleType ||= profile.defaultSampleType;
  const string = stringMover(profile.strings, combined.symbols.strings);
  for (const comment of profile.comments) combined.comments.add(string(comment));
  const mapping = mappingMover(combined.symbols, profile, string);
  // The first mapping of a profile is the main program, and stays the first.
  if (combined.symbols.mappings.size === 0 && profile.mappings.count > 0) mapping(0);
  const location = locationMover(combined.symbols, profile, string, mapping);
  addSamples(combined, profile, string, location);
}

/** Samples without a value other than zero are left out. */
function addSamples(combined: Combined, profile: Profile, string: Mover, location: Mover): void {
  const { samples, file } = profile;
  const types = profile.sampleTypes.length;
  const { stack, stackStart, labelSet, values } = combined.columns;
  for (let s = 0; s < samples.count; s++) {
    let isZero = true;
    for (let t = 0; t < types; t++) isZero &&= samples.values[s * types + t] === 0;
    if (isZero) continue;
    const start = stack.length;
    const end = samples.locationStart[s + 1] as number;
    for (let i = samples.locationStart[s] as number; i < end; i++) {
      appendInt32(stack, location(samples.locations[i] as number));
    }
    const set = labelSetOf(combined, profile, s, string);
    const sample = sampleOf(combined, start, set);
    if (sample < labelSet.length) {
      stack.length = start;
      for (let t = 0; t < types; t++) {
        const at = sample * types + t;
        const sum = (values.values[at] as number) + (samples.values[s * types + t] as number);
        if (!Number.isSafeInteger(sum)) {
          throw new InputError('the values of a stack add up to more than 2^53 - 1', { file });
        }
        values.values[at] = sum;
      }
    } else {
      appendInt32(stackStart, stack.length);
      appendInt32(labelSet, set);
      for (let t = 0; t < types; t++) {
        appendFloat64(values, samples.values[s * types + t] as number);
      }
    }
  }
}

/** The labels of a sample, whatever their order, as the number of a set. */
function labelSetOf(combined: Combined, profile: Profile, s: number, string: Mover): number {
  const { start, key, text: value, number, unit } = profile.samples.labels;
  const from = start[s] as number;
  const end = start[s + 1] as number;
  const tuples: LabelTuple[] = [];
  for (let k = from; k < end; k++) {
    tuples.push([
      string(key[k] as number),
      string(value[k] as number),
      number[2 * k] as number,
      number[2 * k + 1] as number,
      string(unit[k] as number),
    ]);
  }
  const set = JSON.stringify(tuples.length < 2 ? tuples : tuples.toSorted(inOrder));
  return found(combined.labelSets, set, () => {});
}

function inOrder(a: LabelTuple, b: LabelTuple): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

/** Another factor in each process: no file can be made of collisions. */
const FACTOR = 2 * randomInt(2 ** 30) + 1;

/** The sample with the stack at the end of the column, or the number that a new one gets. */
function sampleOf(combined: Combined, start: number, set: number): number {
  const { stack, stackStart, labelSet } = combined.columns;
  let hash = set;
  for (let i = start; i < stack.length; i++) {
    hash = Math.imul(hash ^ (stack.values[i] as number), FACTOR);
    hash ^= hash >>> 15;
  }
  const mask = combined.table.length - 1;
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const sample = (combined.table[at] as number) - 1;
    if (sample < 0) {
      combined.table[at] = labelSet.length + 1;
      combined.hashes[labelSet.length] = hash;
      if (2 * (labelSet.length + 1) >= combined.table.length) growTable(combined);
      return labelSet.length;
    }
    if (combined.hashes[sample] !== hash || labelSet.values[sample] !== set) continue;
    const from = stackStart.values[sample] as number;
    const depth = stack.length - start;
    if ((stackStart.values[sample + 1] as number) - from !== depth) continue;
    let i = 0;
    while (i < depth && stack.values[from + i] === stack.values[start + i]) i++;
    if (i === depth) return sample;
  }
}

function growTable(combined: Combined): void {
  const count = combined.columns.labelSet.length + 1;
  const size = combined.table.length * 2;
  combined.table = new Int32Array(size);
  const hashes = new Int32Array(size / 2);
  hashes.set(combined.hashes);
  combined.hashes = hashes;
  for (let s = 0; s < count; s++) {
    let at = (hashes[s] as number) & (size - 1);
    while (combined.table[at] !== 0) at = (at + 1) & (size - 1);
    combined.table[at] = s + 1;
  }
}

/**
 * Several profiles as one, as pprof merges those that it is given; one alone is left as it is.
 *
 * @throws as combine
 */
export function mergeProfiles(profiles: readonly [Profile, ...Profile[]]): Profile {
  const [first, ...others] = profiles;
  if (others.length === 0) return first;
  const combined = newCombined(first);
  for (const profile of profiles) combine(combined, profile);
  return finishCombined(combined, profiles.map(({ file }) => file).join(', '));
}

/** The merged profile; `file` is what messages call it. */
export function finishCombined(combined: Combined, file: string): Profile {
  const { columns, first } = combined;
  return {
    file,
    sampleTypes: first.sampleTypes,
    defaultSampleType: combined.defaultSampleType,
    periodType: first.periodType,
    period: combined.period,
    timeNanos: combined.timeNanos,
    durationNanos: combined.durationNanos,
    dropFrames: '',
    keepFrames: '',
    comments: Int32Array.from(combined.comments),
    samples: {
      count: columns.labelSet.length,
      locationStart: filled(columns.stackStart),
      locations: filled(columns.stack),
      values: filledFloat64(columns.values),
      labels: labelsOf(combined),
    },
    ...finishSymbols(combined.symbols),
  };
}

function labelsOf({ labelSets, columns }: Combined): Profile['samples']['labels'] {
  const sets = Array.from(labelSets.keys(), (set) => JSON.parse(set) as LabelTuple[]);
  const start = int32Column(columns.labelSet.length + 1);
  const [key, value, number, unit] = [0, 0, 0, 0].map(int32Column) as [
    ReturnType<typeof int32Column>,
    ReturnType<typeof int32Column>,
    ReturnType<typeof int32Column>,
    ReturnType<typeof int32Column>,
  ];
  appendInt32(start, 0);
  for (const set of filled(columns.labelSet)) {
    for (const tuple of sets[set] ?? []) {
      appendInt32(key, tuple[0]);
      appendInt32(value, tuple[1]);
      appendInt32(number, tuple[2]);
      appendInt32(number, tuple[3]);
      appendInt32(unit, tuple[4]);
    }
    appendInt32(start, key.length);
  }
  return {
    start: filled(start),
    key: filled(key),
    text: filled(value),
    number: filled(number),
    unit: filled(unit),
  };
}

function requireSameKind(first: Profile, profile: Profile): void {
  const kinds = ({ sampleTypes, periodType }: Profile) =>
    [...sampleTypes, periodType].map(({ type, unit }) => `${type}/${unit}`);
  const [wanted, own] = [kinds(first), kinds(profile)];
  if (wanted.length === own.length && wanted.every((kind, at) => kind === own[at])) return;
  throw new InputError(
    `cannot be merged with ${quote(first.file)}: it counts ${quoteAll(own)}, the other ${quoteAll(wanted)}`,
    { file: profile.file },
  );
}
