/**
 * Builds a Profile from what other tools wrote: frames by name, stacks, values. Reading their formats
 * is one file each; which one a file has is foreign.ts.
 */
import { InputError } from '../../model/error.ts';
import type { SampleType } from '../../model/run.ts';
import {
  appendFloat64,
  appendInt32,
  type Float64Column,
  filled,
  filledFloat64,
  float64Column,
  type Int32Column,
  int32Column,
} from '../../profile/columns.ts';
import type { Profile } from '../../profile/profile.ts';

/** A frame as a tool tells it. */
export interface FrameInput {
  readonly name: string;
  /** Source file, or ''. */
  readonly file?: string;
  readonly line?: number;
  /** Where the function begins; 0 where nobody says. */
  readonly startLine?: number;
  /** The file that was mapped, or ''. */
  readonly mapping?: string;
}

export interface Build {
  readonly file: string;
  readonly sampleTypes: readonly SampleType[];
  readonly strings: Map<string, number>;
  readonly functions: Map<string, number>;
  readonly functionName: Int32Column;
  readonly functionFile: Int32Column;
  readonly functionStart: Float64Column;
  readonly mappings: Map<string, number>;
  /** By function, line and mapping. A function of -1: without symbols. */
  readonly locations: Map<string, number>;
  readonly locationMapping: Int32Column;
  readonly lineStart: Int32Column;
  readonly lineFunction: Int32Column;
  readonly lineNumber: Float64Column;
  readonly locationStart: Int32Column;
  readonly stacks: Int32Column;
  readonly values: Float64Column;
  readonly labelStart: Int32Column;
  readonly labelKey: Int32Column;
  readonly labelText: Int32Column;
}

export function newBuild(file: string, sampleTypes: readonly SampleType[]): Build {
  const build: Build = {
    file,
    sampleTypes,
    strings: new Map([['', 0]]),
    functions: new Map(),
    functionName: int32Column(64),
    functionFile: int32Column(64),
    functionStart: float64Column(64),
    mappings: new Map(),
    locations: new Map(),
    locationMapping: int32Column(64),
    lineStart: int32Column(64),
    lineFunction: int32Column(64),
    lineNumber: float64Column(64),
    locationStart: int32Column(64),
    stacks: int32Column(1024),
    values: float64Column(64),
    labelStart: int32Column(64),
    labelKey: int32Column(0),
    labelText: int32Column(0),
  };
  for (const starts of [build.lineStart, build.locationStart, build.labelStart]) {
    appendInt32(starts, 0);
  }
  return build;
}

function index(map: Map<string, number>, key: string): number {
  let found = map.get(key);
  if (found === undefined) {
    found = map.size;
    map.set(key, found);
  }
  return found;
}

/** The location of a frame; one without a name is code without symbols in its mapping. */
export function locationOf(build: Build, frame: FrameInput): number {
  const { name, file = '', line = 0, startLine = 0, mapping = '' } = frame;
  const m = mapping === '' ? -1 : index(build.mappings, mapping);
  const f = name === '' ? -1 : functionOf(build, name, file, startLine);
  const key = `${f} ${line} ${m}`;
  const known = build.locations.size;
  const location = index(build.locations, key);
  if (location === known) {
    appendInt32(build.locationMapping, m);
    if (f >= 0) {
      appendInt32(build.lineFunction, f);
      appendFloat64(build.lineNumber, line);
    }
    appendInt32(build.lineStart, build.lineFunction.length);
  }
  return location;
}

function functionOf(build: Build, name: string, file: string, startLine: number): number {
  const known = build.functions.size;
  const f = index(build.functions, JSON.stringify([name, file, startLine]));
  if (f === known) {
    appendInt32(build.functionName, index(build.strings, name));
    appendInt32(build.functionFile, index(build.strings, file));
    appendFloat64(build.functionStart, startLine);
  }
  return f;
}

/** Frames of all stacks together; no profiler writes a file with more. */
const MAX_CELLS = 2 ** 26;

/**
 * Adds a sample: locations leaf first, a whole number for each sample type.
 *
 * @throws {InputError} when all stacks together have more than 2^26 frames
 */
export function addStack(
  build: Build,
  stack: ArrayLike<number>,
  values: readonly number[],
  labels: Readonly<Record<string, string>> = {},
): void {
  if (build.stacks.length + stack.length > MAX_CELLS) {
    throw new InputError(`the stacks have more than ${MAX_CELLS} frames in all`, {
      file: build.file,
    });
  }
  for (let i = 0; i < stack.length; i++) appendInt32(build.stacks, stack[i] as number);
  appendInt32(build.locationStart, build.stacks.length);
  for (const value of values) appendFloat64(build.values, value);
  for (const [key, text] of Object.entries(labels)) {
    appendInt32(build.labelKey, index(build.strings, key));
    appendInt32(build.labelText, index(build.strings, text));
  }
  appendInt32(build.labelStart, build.labelKey.length);
}

/** The profile that was built. */
export function built(build: Build): Profile {
  const mappingFile = Int32Array.from(build.mappings.keys(), (file) => index(build.strings, file));
  const labels = build.labelKey.length;
  return {
    file: build.file,
    sampleTypes: build.sampleTypes,
    ...{ defaultSampleType: '', periodType: { type: '', unit: '' }, period: 0 },
    ...{ timeNanos: 0n, durationNanos: 0n, dropFrames: '', keepFrames: '' },
    comments: new Int32Array(0),
    samples: {
      count: build.locationStart.length - 1,
      locationStart: filled(build.locationStart),
      locations: filled(build.stacks),
      values: filledFloat64(build.values),
      labels: {
        start: filled(build.labelStart),
        key: filled(build.labelKey),
        text: filled(build.labelText),
        number: new Int32Array(2 * labels),
        unit: new Int32Array(labels),
      },
    },
    locations: {
      count: build.locations.size,
      mapping: filled(build.locationMapping),
      address: new Int32Array(2 * build.locations.size),
      lineStart: filled(build.lineStart),
      lineFunction: filled(build.lineFunction),
      lineNumber: filledFloat64(build.lineNumber),
    },
    functions: {
      count: build.functions.size,
      name: filled(build.functionName),
      systemName: filled(build.functionName),
      file: filled(build.functionFile),
      startLine: filledFloat64(build.functionStart),
    },
    mappings: {
      count: mappingFile.length,
      range: new Int32Array(6 * mappingFile.length),
      file: mappingFile,
      buildId: new Int32Array(mappingFile.length),
      flags: new Uint8Array(mappingFile.length),
    },
    strings: stringsOf(build),
  };
}

function stringsOf({ strings }: Build): Profile['strings'] {
  const texts = [...strings.keys()].map((text) => Buffer.from(text));
  const start = new Int32Array(texts.length);
  const end = new Int32Array(texts.length);
  let position = 0;
  for (const [i, { length }] of texts.entries()) {
    start[i] = position;
    position += length;
    end[i] = position;
  }
  return { bytes: Buffer.concat(texts), start, end };
}
