/**
 * A pprof profile in memory: one column of numbers for each field of profile.proto, no object per
 * sample, location or function.
 *
 * Everything refers to everything else by index: the reader has turned the file's ids into indices
 * and checked each one. Strings stay in the inflated bytes until `text` is asked for one, because a
 * table needs the names of sampled functions only.
 */
import type { SampleType } from '../model/run.ts';

/** Everything of a profile but its samples. */
export interface ProfileFrame {
  /** What messages call the file. */
  readonly file: string;
  readonly sampleTypes: readonly SampleType[];
  /** What `pprof` shows when nobody chooses, or ''. */
  readonly defaultSampleType: string;
  /** What is counted between two samples; both parts '' where the file does not say. */
  readonly periodType: SampleType;
  readonly period: number;
  /** Start, in ns since 1970, or 0. Beyond 2^53, so a bigint. */
  readonly timeNanos: bigint;
  readonly durationNanos: bigint;
  /** Expressions (RE2) of the frames `pprof` hides by default, or ''; see prune.ts. */
  readonly dropFrames: string;
  readonly keepFrames: string;
  /** String indices. */
  readonly comments: Int32Array;
  readonly locations: Locations;
  readonly functions: Functions;
  readonly mappings: Mappings;
  readonly strings: Strings;
}

export interface Profile extends ProfileFrame {
  readonly samples: Samples;
}

/**
 * Sample s has the locations `locations[locationStart[s] .. locationStart[s + 1]]`, leaf first, and
 * the values `values[s * sampleTypes.length ..]`, all whole numbers of at most 2^53 - 1.
 */
export interface Samples {
  readonly count: number;
  readonly locationStart: Int32Array;
  readonly locations: Int32Array;
  readonly values: Float64Array;
  readonly labels: Labels;
}

/**
 * Sample s has the labels `start[s] .. start[s + 1]`. A label is a text where `text` is not 0, else
 * a number with a unit. Columns hold string indices; `number` holds int64 as pairs of words, low
 * word first, because numeric labels carry 64-bit span ids: read it with `word64`.
 */
export interface Labels {
  readonly start: Int32Array;
  readonly key: Int32Array;
  readonly text: Int32Array;
  readonly number: Int32Array;
  readonly unit: Int32Array;
}

/**
 * Location l has the lines `lineStart[l] .. lineStart[l + 1]`, innermost inlined function first; a
 * location without lines is not symbolized. `mapping` is -1 where there is none.
 */
export interface Locations {
  readonly count: number;
  readonly mapping: Int32Array;
  /** Pairs of words, low word first. */
  readonly address: Int32Array;
  readonly lineStart: Int32Array;
  readonly lineFunction: Int32Array;
  readonly lineNumber: Float64Array;
  /** 1 for those that stand for a whole stack without user code; absent where nothing was rolled up. */
  readonly background?: Uint8Array;
}

/** `name`, `systemName` and `file` are string indices. */
export interface Functions {
  readonly count: number;
  readonly name: Int32Array;
  readonly systemName: Int32Array;
  readonly file: Int32Array;
  readonly startLine: Float64Array;
}

/** `file` and `buildId` are string indices. */
export interface Mappings {
  readonly count: number;
  /** Start, limit and file offset: three pairs of words each, low word first. */
  readonly range: Int32Array;
  readonly file: Int32Array;
  readonly buildId: Int32Array;
  /** Bit 0 has_functions, 1 has_filenames, 2 has_line_numbers, 3 has_inline_frames. */
  readonly flags: Uint8Array;
}

/** String i is UTF-8 at `bytes[start[i] .. end[i]]`. String 0 is ''. */
export interface Strings {
  readonly bytes: Buffer;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Decodes a string; bytes that are not UTF-8 become U+FFFD. */
export function text(strings: Strings, index: number): string {
  return strings.bytes.toString('utf8', strings.start[index], strings.end[index]);
}

/** The 64-bit number at pair `index` of a column of words, signed. */
export function word64(words: Int32Array, index: number): bigint {
  const low = words[2 * index] ?? 0;
  const high = words[2 * index + 1] ?? 0;
  return (BigInt(high) << 32n) | BigInt(low >>> 0);
}
