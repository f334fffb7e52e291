/**
 * Removes from a profile what is private, and nothing that a table by function depends on: names,
 * stacks, values and the rest of the file are copied byte by byte. What is private is decided by
 * the functions that the caller passes.
 *
 * Two properties of protobuf keep this short. Strings are referred to by number, so a text that
 * is only a file's name is changed in the string table alone. And of a field given twice the last
 * counts, so a message that must refer to another string than before gets the field appended.
 */
import { gzipSync } from 'node:zlib';
import { foreignReader } from '../formats/profiles/foreign.ts';
import { inflate, isGzip } from '../formats/profiles/inflate.ts';
import { definedFields, SHAPES } from '../formats/profiles/pprof/defined.ts';
import { readContent } from '../formats/profiles/pprof/read.ts';
import {
  newSamples,
  readSamples,
  SAMPLE,
  type SampleSource,
} from '../formats/profiles/pprof/samples.ts';
import {
  type Cursor,
  chunkEnd,
  LENGTH,
  skip,
  tag,
  VARINT,
} from '../formats/profiles/pprof/wire.ts';
import type { InputFile, Redaction } from '../model/run.ts';
import { unsymbolized } from '../profile/filename.ts';
import { type ProfileFrame, text } from '../profile/profile.ts';
import { messageOf, varints } from '../profile/write/wirewrite.ts';
import { type LabelRule, redactLabels } from './labels.ts';

export interface ProfileRedaction {
  /** A source file. */
  readonly path: (path: string) => string;
  /** The file of a mapping. A result by which tables would name code otherwise is not used. */
  readonly binary: (path: string) => string;
  /** A comment, or the value of a label: wherever a directory stands in it. */
  readonly words: (text: string) => string;
  /**
   * Not null: comments, build ids, the documentation's address, texts that nothing refers to and
   * fields that profile.proto does not define are dropped too, and the labels that are not in the list (null: none), or their texts hashed.
   * `pprof::base` always stays: totals depend on it.
   */
  readonly thorough: LabelRule | null;
}

export interface RedactedProfile extends InputFile {
  readonly removed: Redaction;
}

/**
 * A profile of any format without what `redaction` removes. Only the readers of other formats than
 * pprof know what in them is a name: those files become pprof, and `.pb.gz` is added to their names.
 *
 * @throws {InputError} as readAnyProfile: what cannot be read whole is not passed on
 */
export async function redactProfile(
  input: InputFile,
  redaction: ProfileRedaction,
): Promise<RedactedProfile> {
  const content = inflate(input.bytes, input);
  const foreign = foreignReader(content);
  if (foreign === null) return redactPprof(input, redaction, content);
  const { writeProfile } = await import('../profile/write/write.ts');
  const bytes = writeProfile((await foreign())(content, input.file));
  return redactPprof({ file: `${input.file}.pb.gz`, bytes }, redaction);
}

/**
 * A pprof file without what `redaction` removes: of its kind, gzip or not, and the very bytes given
 * where nothing was to be removed. Its tables by function are the same.
 *
 * @throws {InputError} as readProfile
 */
export function redactPprof(
  input: InputFile,
  redaction: ProfileRedaction,
  content = inflate(input.bytes, input),
): RedactedProfile {
  const work = readContent(content, input.file, (frame, samples) =>
    redactContent(frame, samples, redaction),
  );
  if (!work.isChanged) {
    return { file: input.file, bytes: input.bytes, removed: work.removed };
  }
  const bytes = Buffer.concat(work.pieces);
  return {
    file: input.file,
    bytes: isGzip(input.bytes) ? gzipSync(bytes) : bytes,
    removed: work.removed,
  };
}

const MAPPING = 3 * 8 + LENGTH;
const FUNCTION = 5 * 8 + LENGTH;

/** What refers to a string. */
const KEPT = 1;
const FILE = 2;
const BINARY = 4;
const COMMENT = 8;
const BUILD_ID = 16;
const LABEL_VALUE = 32;

interface Work {
  readonly frame: ProfileFrame;
  readonly redaction: ProfileRedaction;
  readonly content: Buffer;
  readonly cursor: Cursor;
  /** Bits of the above for each string. */
  readonly roles: Uint8Array;
  /** The new profile; what is copied is a view of the content. */
  readonly pieces: Uint8Array[];
  /** Of the content, up to here is in the pieces. */
  copied: number;
  /** Something is not as it came. That strings stand elsewhere in the file is nothing. */
  isChanged: boolean;
  /** Strings behind those the profile has, with their indices. */
  readonly added: Map<string, number>;
  readonly removed: { -readonly [K in keyof Redaction]: Redaction[K] };
}

function redactContent(
  frame: ProfileFrame,
  source: SampleSource,
  redaction: ProfileRedaction,
): Work {
  const work: Work = {
    frame,
    redaction,
    content: frame.strings.bytes,
    cursor: { bytes: frame.strings.bytes, file: frame.file, position: 0, low: 0, high: 0 },
    roles: rolesOf(frame),
    pieces: [],
    copied: 0,
    isChanged: false,
    added: new Map(),
    removed: {
      paths: 0,
      labels: 0,
      comments: 0,
      buildIds: 0,
      namesKept: namesKept(frame, redaction),
    },
  };
  checkSamples(source);
  copyMessages(work);
  // Which labels stay, and so which texts, is known only behind the last sample.
  writeStrings(work, newStrings(work));
  return work;
}

/** Nothing half-read is stored, and a defect is told at its place in the file as it came. */
function checkSamples(source: SampleSource): void {
  const one = newSamples(source, 1024);
  readSamples(one, () => {
    for (const column of [one.locations, one.values, one.labelKey, one.labelText])
      column.length = 0;
    for (const column of [one.labelNumber, one.labelUnit]) column.length = 0;
  });
}

function rolesOf(frame: ProfileFrame): Uint8Array {
  const { functions, mappings, strings, comments } = frame;
  const roles = new Uint8Array(strings.start.length);
  const mark = (column: Int32Array, role: number) => {
    for (const string of column) roles[string] = (roles[string] as number) | role;
  };
  mark(functions.name, KEPT);
  mark(functions.systemName, KEPT);
  mark(functions.file, FILE);
  mark(mappings.file, BINARY);
  mark(mappings.buildId, BUILD_ID);
  mark(comments, COMMENT);
  const header = new Set([
    '',
    ...[...frame.sampleTypes, frame.periodType].flatMap(({ type, unit }) => [type, unit]),
    frame.defaultSampleType,
    frame.dropFrames,
    frame.keepFrames,
  ]);
  for (let s = 0; s < roles.length; s++) {
    if (header.has(text(strings, s))) roles[s] = (roles[s] as number) | KEPT;
  }
  return roles;
}

function namesKept(
  { functions, mappings, strings }: ProfileFrame,
  { words }: ProfileRedaction,
): number {
  const names = new Set([
    ...Array.from(functions.name, (string) => text(strings, string)),
    ...Array.from(mappings.file, (string) => unsymbolized(text(strings, string)).slice(1, -1)),
  ]);
  let count = 0;
  for (const name of names) if (words(name) !== name) count++;
  return count;
}

/** Each string that is to change, with what it becomes. */
function newStrings(work: Work): Map<number, string> {
  const { frame, redaction, roles, removed } = work;
  const changed = new Map<number, string>();
  for (let s = 0; s < roles.length; s++) {
    const before = text(frame.strings, s);
    const after = newString(before, roles[s] as number, redaction);
    if (after === before) continue;
    changed.set(s, after);
    work.isChanged = true;
    if (roles[s] === COMMENT) removed.comments += redaction.thorough === null ? 1 : 0;
    else if (roles[s] !== BUILD_ID && (roles[s] !== 0 || after !== '')) removed.paths++;
  }
  return changed;
}

function newString(before: string, role: number, redaction: ProfileRedaction): string {
  const { path, binary, words, thorough } = redaction;
  if ((role & KEPT) !== 0) return before;
  if ((role & FILE) !== 0) return path(before);
  if ((role & BINARY) !== 0) {
    const cut = binary(before);
    return unsymbolized(cut) === unsymbolized(before) ? cut : before;
  }
  if (thorough !== null && (role & LABEL_VALUE) === 0) return '';
  // The rest is build ids, which have no directory, comments, and what labels or nobody refers to.
  return words(before);
}

/** Copies all messages but the strings, with what is private taken out. */
function copyMessages(work: Work): void {
  const { cursor, content } = work;
  const { thorough } = work.redaction;
  const counts = { function: 0, mapping: 0 };
  while (cursor.position < content.length) {
    const start = cursor.position;
    const fieldTag = tag(cursor, content.length);
    const field = Math.floor(fieldTag / 8);
    if (fieldTag === MAPPING) {
      copyMapping(work, start, counts.mapping++);
    } else if (fieldTag === FUNCTION) {
      copyFunction(work, start, counts.function++);
    } else if (fieldTag === SAMPLE && thorough !== null) {
      copySample(work, start, thorough);
    } else if (thorough !== null && SHAPES[field] !== undefined) {
      copyWith(work, start, fieldTag, []);
    } else {
      skip(cursor, content.length, fieldTag, 0);
      const isDropped = field === 6 || (thorough !== null && (field === 13 || field > 14));
      if (isDropped) replace(work, start, []);
      if (isDropped && field !== 6) work.isChanged = true;
    }
  }
  replace(work, content.length, []);
  if (thorough !== null) work.removed.comments = work.frame.comments.length;
}

/** Copies up to `start`; then `pieces` stand for what is between there and the cursor. */
function replace(work: Work, start: number, pieces: readonly Uint8Array[]): void {
  if (start > work.copied) work.pieces.push(work.content.subarray(work.copied, start));
  // As many as the file likes, which is more than a call may have arguments.
  for (const piece of pieces) work.pieces.push(piece);
  work.copied = work.cursor.position;
}

function copyFunction(work: Work, start: number, at: number): void {
  const file = work.frame.functions.file[at] as number;
  const moved = movedTo(work, file, FILE);
  copyWith(work, start, FUNCTION, moved === file ? [] : [varints(4 * 8 + VARINT, moved)]);
}

function copyMapping(work: Work, start: number, at: number): void {
  const { frame, redaction, removed } = work;
  const file = frame.mappings.file[at] as number;
  const moved = movedTo(work, file, BINARY);
  const fields = moved === file ? [] : [varints(5 * 8 + VARINT, moved)];
  if (
    redaction.thorough !== null &&
    text(frame.strings, frame.mappings.buildId[at] as number) !== ''
  ) {
    fields.push(varints(6 * 8 + VARINT, 0));
    removed.buildIds++;
  }
  copyWith(work, start, MAPPING, fields);
}

/** A string that something else needs as it is, or cut otherwise, gets a new place. */
function movedTo(work: Work, string: number, role: number): number {
  const { frame, redaction, roles } = work;
  const before = text(frame.strings, string);
  const wanted = newString(before, role, redaction);
  if (wanted === newString(before, roles[string] as number, redaction)) return string;
  work.removed.paths++;
  return addedString(work, wanted);
}

function addedString({ added, roles }: Work, string: string): number {
  const at = added.get(string) ?? roles.length + added.size;
  added.set(string, at);
  return at;
}

/**
 * Copies the message that begins at `start`, whose length is next to read, with fields appended; where
 * the redaction is thorough, without fields that profile.proto does not define.
 */
function copyWith(
  work: Work,
  start: number,
  fieldTag: number,
  fields: readonly Uint8Array[],
): void {
  const { cursor, content } = work;
  const end = chunkEnd(cursor, content.length);
  const shape = work.redaction.thorough === null ? undefined : SHAPES[Math.floor(fieldTag / 8)];
  const known = shape === undefined ? null : definedFields(cursor, end, shape);
  const body = known ?? [content.subarray(cursor.position, end)];
  cursor.position = end;
  if (known === null && fields.length === 0) return;
  replace(work, start, messageOf(fieldTag, [...body, ...fields]));
  work.isChanged = true;
}

/** Copies a sample without the labels that are to go; notes the texts of those that stay. */
function copySample(work: Work, start: number, rule: LabelRule): void {
  const { cursor, content, frame, roles, removed } = work;
  const end = chunkEnd(cursor, content.length);
  const { fields, count, isChanged } = redactLabels(cursor, end, rule, {
    strings: frame.strings,
    keep: (string) => {
      roles[string] = (roles[string] as number) | KEPT;
    },
    // A value with a directory in it loses that; other texts stay.
    keepValue: (string) => {
      roles[string] = (roles[string] as number) | LABEL_VALUE;
    },
    add: (string) => addedString(work, string),
  });
  removed.labels += count;
  if (!isChanged) return;
  replace(work, start, messageOf(SAMPLE, fields));
  work.isChanged = true;
}

/** The whole string table; only its order counts, not where in the file it stands. */
function writeStrings(work: Work, changed: ReadonlyMap<number, string>): void {
  const { start, end, bytes } = work.frame.strings;
  for (let s = 0; s < start.length; s++) {
    const after = changed.get(s);
    const string = after === undefined ? bytes.subarray(start[s], end[s]) : Buffer.from(after);
    work.pieces.push(...messageOf(6 * 8 + LENGTH, [string]));
  }
  for (const string of work.added.keys()) {
    work.pieces.push(...messageOf(6 * 8 + LENGTH, [Buffer.from(string)]));
  }
}
