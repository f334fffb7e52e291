/**
 * The flat/cum table of one profile, to the unit as `pprof -top` computes it. Reading is read.ts,
 * the frames pprof hides are prune.ts, one side against the other is diff.ts.
 *
 * Source of the rules: internal/graph (newGraph, CreateNodes) and internal/report (computeTotal) of
 * github.com/google/pprof; docs/profiles.md tells them.
 */
import { type FunctionRow, type FunctionTable, InputError } from '../model.ts';
import { type Counts, countSamples } from './count.ts';
import { type Frames, framesOf, type Granularity } from './frames.ts';
import { largestFirst } from './order.ts';
import { type Profile, text } from './profile.ts';
import { chooseSampleType } from './sampletype.ts';

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
  if (profile.dropFrames !== '') {
    throw new Error('functionTable: the profile has drop_frames; call pruneFrames first');
  }
  const typeIndex = chooseSampleType(profile, options.sampleType);
  const sampleType = profile.sampleTypes[typeIndex] as { type: string; unit: string };
  const frames = framesOf(profile, options.inlines ?? true, options.granularity ?? 'functions');
  const total = totalOf(profile, typeIndex);
  const counts = countSamples(profile.samples, frames, typeIndex, profile.sampleTypes.length);
  return {
    source: profile.file,
    sampleType,
    total,
    samples: stackCount(profile, typeIndex, total),
    functions: rowsOf(profile, frames, counts),
  };
}

/**
 * The denominator of fractions: the sum of |value|, or, in a file that holds a difference, of the
 * samples labelled as its base.
 */
function totalOf(profile: Profile, typeIndex: number): number {
  const { samples, sampleTypes, file } = profile;
  const isBase = baseSamples(profile);
  let total = 0;
  let baseTotal = 0;
  for (let s = 0; s < samples.count; s++) {
    const value = Math.abs(samples.values[s * sampleTypes.length + typeIndex] as number);
    total += value;
    if (isBase?.(s)) {
      baseTotal += value;
    }
  }
  // Every flat and cum is at most this sum, so one check keeps all of them exact.
  if (!Number.isSafeInteger(total)) {
    throw new InputError('the values add up to more than 2^53 - 1 and cannot be counted exactly', {
      file,
    });
  }
  return baseTotal > 0 ? baseTotal : total;
}

/** Tells samples labelled `pprof::base` = `true`; null where the profile has no labels. */
function baseSamples({ samples, strings }: Profile): ((sample: number) => boolean) | null {
  const { labels } = samples;
  if (labels.key.length === 0) {
    return null;
  }
  const isKey = stringTest(strings, 'pprof::base');
  const isTrue = stringTest(strings, 'true');
  return (sample) => {
    for (let k = labels.start[sample] as number; k < (labels.start[sample + 1] as number); k++) {
      if (isKey(labels.key[k] as number) && isTrue(labels.text[k] as number)) {
        return true;
      }
    }
    return false;
  };
}

/** Compares strings by index, decoding each distinct one once at most. */
function stringTest(strings: Profile['strings'], wanted: string): (index: number) => boolean {
  const length = Buffer.byteLength(wanted);
  return (index) =>
    (strings.end[index] as number) - (strings.start[index] as number) === length &&
    text(strings, index) === wanted;
}

/**
 * How many stacks were sampled: what a `samples` type counts; else the total in sampling periods
 * where the type counted is the one that is sampled; else the records of the file.
 */
function stackCount(profile: Profile, typeIndex: number, total: number): number {
  const { sampleTypes, samples, periodType, period } = profile;
  const counter = sampleTypes.findIndex(
    ({ type, unit }) => (type === 'samples' || type === 'sample') && unit === 'count',
  );
  if (counter >= 0) {
    let sum = 0;
    for (let s = 0; s < samples.count; s++) {
      sum += Math.abs(samples.values[s * sampleTypes.length + counter] as number);
    }
    return sum;
  }
  const chosen = sampleTypes[typeIndex];
  if (period > 0 && chosen?.type === periodType.type && chosen.unit === periodType.unit) {
    return Math.round(total / period);
  }
  return samples.count;
}

/** Rows with what they cost and where, by |flat| falling, then name. */
function rowsOf(profile: Profile, frames: Frames, counts: Counts): FunctionRow[] {
  const { rowNames, siteRow, siteFunction } = frames;
  const { siteFlat, rowCum } = counts;
  const flat = new Float64Array(rowNames.length);
  // The site a row is placed at: the one with the most flat, else the first.
  const place = new Int32Array(rowNames.length).fill(-1);
  for (let site = 0; site < siteRow.length; site++) {
    const row = siteRow[site] as number;
    const here = siteFlat[site] as number;
    flat[row] = (flat[row] as number) + here;
    const best = place[row] as number;
    if (best < 0 || Math.abs(here) > Math.abs(siteFlat[best] as number)) {
      place[row] = site;
    }
  }
  const fileOf = fileNames(profile);
  const rows: FunctionRow[] = [];
  for (const row of largestFirst(flat, rowNames)) {
    const [rowFlat, cum] = [flat[row] as number, rowCum[row] as number];
    if (rowFlat !== 0 || cum !== 0) {
      const site = place[row] as number;
      rows.push({
        name: rowNames[row] as string,
        file: fileOf(siteFunction[site] as number),
        line: lineOf(profile, frames, site, siteFlat[site] !== 0),
        flat: rowFlat,
        cum,
      });
    }
  }
  return rows;
}

/** The line with the most flat; where none has any, the function's first line, else the first seen. */
function lineOf(profile: Profile, frames: Frames, site: number, hasFlat: boolean): number {
  const f = frames.siteFunction[site] as number;
  if (f < 0) {
    return 0;
  }
  const line = frames.siteLine[site] as number;
  const startLine = profile.functions.startLine[f] as number;
  return (hasFlat && line !== 0) || startLine === 0 ? line : startLine;
}

/** The source file of a function; many functions share one, so each is decoded once. */
function fileNames({ functions, strings }: Profile): (f: number) => string {
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
