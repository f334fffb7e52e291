/**
 * The flat/cum table of one profile, to the unit as `pprof -top` computes it. Reading is read.ts,
 * the frames pprof hides are select/prune.ts, filters select/filter.ts, from file to table is formats/profiles/readtable.ts, one side
 * against the other diff.ts.
 *
 * Source of the rules: internal/graph (newGraph, CreateNodes) and internal/report (computeTotal) of
 * github.com/google/pprof; docs/profiles.md tells them.
 */
import { InputError } from '../model/error.ts';
import type { FunctionRow, FunctionTable } from '../model/run.ts';
import { type Counter, countStack, countsOf, newCounter } from './count.ts';
import { type Frames, framesOf, type Granularity } from './frames.ts';
import { largestFirst } from './order.ts';
import { type Profile, type ProfileFrame, type Strings, text } from './profile.ts';
import { chooseSampleType } from './sampletype.ts';
import type { Slices } from './select/slices.ts';

export { mergeTables } from './merge.ts';
export { chooseSampleType } from './sampletype.ts';
export type { Granularity };

export interface TableOptions {
  /** Chosen by meaning unless given; see chooseSampleType. */
  readonly sampleType?: string;
  /** False keeps, as `-noinlines`, only the outermost function of each location. True unless said. */
  readonly inlines?: boolean;
  /** What is one row: a function, a function of a file, or a line. `functions` unless said. */
  readonly granularity?: Granularity;
  /** Fractions are of what the filters left, as `-relative_percentages`; a stack that they dropped has no frames. */
  readonly relative?: boolean;
}

/**
 * Computes the table of a profile.
 *
 * flat is the sum over the samples whose leaf frame is in the function, cum over the samples with
 * the function anywhere in the stack, each sample once. Rows where both are 0 are left out.
 *
 * @throws {InputError} when the sample type asked for does not exist, or sums pass 2^53 - 1
 * @throws {Error} when the profile still has frames to drop: pass it through pruneFrames first
 */
export function functionTable(profile: Profile, options: TableOptions = {}): FunctionTable {
  const draft = startTable(profile, options);
  addSamples(profile, () => draft);
  return finishTable(draft);
}

/**
 * A table for each slice of a profile, with the slice's own total.
 *
 * @throws as functionTable
 */
export function sliceTables(
  profile: Profile,
  { names, ofSample }: Slices,
  options: TableOptions = {},
): FunctionTable[] {
  const frames = tableFrames(profile, options);
  const drafts = names.map(() => startTable(profile, options, frames));
  addSamples(profile, (s) => drafts[at(ofSample, s)] as TableDraft);
  return drafts.map((draft, slice) => ({ ...finishTable(draft), slice: names[slice] as string }));
}

function addSamples({ samples }: Profile, draftOf: (sample: number) => TableDraft): void {
  const { count, locations, locationStart, values, labels } = samples;
  const hasLabels = labels.key.length > 0;
  for (let s = 0; s < count; s++) {
    const draft = draftOf(s);
    const isBase =
      hasLabels &&
      draft.isBase(labels.key, labels.text, at(labels.start, s), at(labels.start, s + 1));
    addSample(draft, locations, at(locationStart, s), at(locationStart, s + 1), values, s, isBase);
  }
}

const at = (column: Int32Array, index: number): number => column[index] as number;

/** A table while samples are added to it. */
export interface TableDraft {
  readonly frame: ProfileFrame;
  readonly typeIndex: number;
  readonly counter: Counter;
  /** The sum of |value| of each sample type. */
  readonly sums: Float64Array;
  readonly isBase: BaseTest;
  readonly isRelative: boolean;
  /** The part of the sum of the type counted that is labelled as the base of a difference. */
  baseSum: number;
  samples: number;
  /** Some value is less than a sampling period: each sample that was taken counts at least one. */
  isBelowPeriod: boolean;
  /** A value of any type was below 0. */
  isDifference: boolean;
}

/** @throws as functionTable */
export function startTable(
  frame: ProfileFrame,
  options: TableOptions,
  frames: Frames = tableFrames(frame, options),
): TableDraft {
  if (frame.dropFrames !== '') {
    throw new Error('the profile has drop_frames; call pruneFrames before making a table');
  }
  const typeIndex = chooseSampleType(frame, options.sampleType);
  return {
    frame,
    typeIndex,
    counter: newCounter(frames),
    sums: new Float64Array(frame.sampleTypes.length),
    isBase: baseTest(frame.strings),
    isRelative: options.relative === true,
    baseSum: 0,
    samples: 0,
    isBelowPeriod: false,
    isDifference: false,
  };
}

const tableFrames = (frame: ProfileFrame, options: TableOptions): Frames =>
  framesOf(frame, options.inlines ?? true, options.granularity ?? 'functions');

/** Adds the stack `locations[first .. end]` with the values of sample s of `values`. */
export function addSample(
  draft: TableDraft,
  locations: Int32Array,
  first: number,
  end: number,
  values: Float64Array,
  s: number,
  isBase: boolean,
): void {
  if (draft.isRelative && first === end) return;
  const { sums, typeIndex } = draft;
  const offset = s * sums.length;
  for (let type = 0; type < sums.length; type++) {
    const value = values[offset + type] as number;
    sums[type] = (sums[type] as number) + Math.abs(value);
    if (value < 0) draft.isDifference = true;
  }
  const value = values[offset + typeIndex] as number;
  draft.samples++;
  if (value !== 0 && 2 * Math.abs(value) < draft.frame.period) draft.isBelowPeriod = true;
  if (isBase) {
    draft.baseSum += Math.abs(value);
  }
  countStack(draft.counter, locations, first, end, value);
}

/** @throws as functionTable */
export function finishTable(draft: TableDraft): FunctionTable {
  const { frame, typeIndex, sums, baseSum } = draft;
  const sum = sums[typeIndex] as number;
  // Every flat and cum is at most this sum, so one check keeps all of them exact.
  if (!Number.isSafeInteger(sum)) {
    throw new InputError('the values add up to more than 2^53 - 1 and cannot be counted exactly', {
      file: frame.file,
    });
  }
  // In a file that holds a difference, its base is what fractions are of.
  const total = baseSum > 0 ? baseSum : sum;
  return {
    source: frame.file,
    sampleType: frame.sampleTypes[typeIndex] as { type: string; unit: string },
    total,
    samples: stackCount(draft, total),
    ...(draft.isDifference ? { isDifference: true } : {}),
    ...(frame.durationNanos > 0n ? { seconds: Number(frame.durationNanos) / 1e9 } : {}),
    ...(frame.locations.background === undefined ? {} : { background: backgroundOf(draft) }),
    functions: rowsOf(draft),
  };
}

/** Whether the labels `from .. to` include `pprof::base` = `true`. */
type BaseTest = (key: Int32Array, text: Int32Array, from: number, to: number) => boolean;

function baseTest(strings: Strings): BaseTest {
  const isKey = stringTest(strings, 'pprof::base');
  const isTrue = stringTest(strings, 'true');
  return (key, value, from, to) => {
    for (let k = from; k < to; k++) {
      if (isKey(at(key, k)) && isTrue(at(value, k))) {
        return true;
      }
    }
    return false;
  };
}

/** Compares a string by index with the one wanted; only those of its length are decoded. */
function stringTest(strings: Strings, wanted: string): (index: number) => boolean {
  const length = Buffer.byteLength(wanted);
  return (index) =>
    at(strings.end, index) - at(strings.start, index) === length && text(strings, index) === wanted;
}

/**
 * How many stacks were sampled, or null where it is not known: what a `samples` type counts, or `cpu-samples` beside `cpu-time`; else
 * the total in sampling periods where the type counted is the one that is sampled; else the records of
 * the file. A period of one nanosecond or byte is no period: some profilers write it for want of one, and
 * it would make a sample of each. Servers that merge profiles write 0, or a period that they made up, like
 * one for each profile: then stacks have less than a period, and neither periods nor records count samples.
 */
function stackCount(draft: TableDraft, total: number): number | null {
  const { frame, typeIndex, sums, samples } = draft;
  const { sampleTypes, periodType, period } = frame;
  const chosen = sampleTypes[typeIndex];
  const own = `${chosen?.type.split('-')[0]}-samples`;
  const counter = sampleTypes.findIndex(
    ({ type, unit }) => ['samples', 'sample', own].includes(type) && unit === 'count',
  );
  if (counter >= 0) {
    return sums[counter] as number;
  }
  const isSampled = chosen?.type === periodType.type && chosen.unit === periodType.unit;
  if (!isSampled || chosen.type === '' || samples === 0) return samples;
  if (period === 1 && chosen.unit !== 'count') return samples;
  return period <= 0 || draft.isBelowPeriod ? null : Math.round(total / period);
}

/** What was counted of stacks without user code. */
function backgroundOf({ frame, counter }: TableDraft): number {
  const flags = frame.locations.background;
  return counter.leafFlat.reduce(
    (sum, flat, l) => sum + (flags?.[l] === 1 ? Math.abs(flat) : 0),
    0,
  );
}

/** 1 for rows all of whose flat is of stacks without user code. */
function backgroundRows({ frame, counter }: TableDraft): Uint8Array | null {
  const flags = frame.locations.background;
  if (flags === undefined) return null;
  const { start, site, siteRow, rowNames } = counter.frames;
  const rows = new Uint8Array(rowNames.length);
  // A row that also has user code in it is user code.
  for (const flag of [1, 0]) {
    counter.leafFlat.forEach((flat, l) => {
      if (flat === 0 || flags[l] !== flag) return;
      rows[siteRow[site[start[l] as number] as number] as number] = flag;
    });
  }
  return rows;
}

/** Rows with what they cost and where, by |flat| falling, then name. */
function rowsOf(draft: TableDraft): FunctionRow[] {
  const { frame, counter } = draft;
  const isBackground = backgroundRows(draft);
  const { rowNames, siteRow, siteFunction, siteLine } = counter.frames;
  const { siteFlat, rowCum } = countsOf(counter);
  const flat = new Float64Array(rowNames.length);
  // The site a row is placed at: the one with the most flat, else the first.
  const place = new Int32Array(rowNames.length).fill(-1);
  for (let site = 0; site < siteRow.length; site++) {
    const row = siteRow[site] as number;
    const value = siteFlat[site] as number;
    flat[row] = (flat[row] as number) + value;
    const best = place[row] as number;
    if (best < 0 || Math.abs(value) > Math.abs(siteFlat[best] as number)) {
      place[row] = site;
    }
  }
  const fileOf = fileNames(frame);
  const rows: FunctionRow[] = [];
  for (const row of largestFirst(flat, rowNames)) {
    const rowFlat = flat[row] as number;
    const cum = rowCum[row] as number;
    if (rowFlat !== 0 || cum !== 0) {
      const site = place[row] as number;
      const f = siteFunction[site] as number;
      const line = siteLine[site] as number;
      rows.push({
        name: rowNames[row] as string,
        file: fileOf(f),
        line: siteFlat[site] === 0 || line === 0 ? firstLine(frame, f, line) : line,
        flat: rowFlat,
        cum,
        ...(isBackground?.[row] === 1 ? { background: true } : {}),
      });
    }
  }
  return rows;
}

/** Where a function begins, else the line of it seen first. */
function firstLine({ functions }: ProfileFrame, f: number, seen: number): number {
  return f < 0 ? 0 : (functions.startLine[f] as number) || seen;
}

/** The source file of a function; many functions share one, so each is decoded once. */
function fileNames({ functions, strings }: ProfileFrame): (f: number) => string {
  const known = new Map<number, string>();
  return (f) => {
    const index = f < 0 ? 0 : (functions.file[f] as number);
    let file = known.get(index);
    if (file === undefined) {
      file = text(strings, index);
      known.set(index, file);
    }
    return file;
  };
}
