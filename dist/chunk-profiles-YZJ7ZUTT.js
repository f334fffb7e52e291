import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  LENGTH,
  SAMPLE,
  VARINT,
  chunkEnd,
  foreignReader,
  index,
  newSamples,
  readContent,
  readSamples,
  skip,
  tag
} from "./chunk-chunk-K37PVB3B.js";
import "./chunk-chunk-UCI4WEEX.js";
import {
  unsymbolized
} from "./chunk-chunk-MVRN3XQO.js";
import {
  messageOf,
  varints
} from "./chunk-chunk-DQHF7JOB.js";
import {
  text
} from "./chunk-chunk-2NZK6ZYN.js";
import {
  inflate,
  isGzip
} from "./chunk-chunk-JF755UJZ.js";
import "./chunk-chunk-Q6W4P34J.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/redact/profiles.ts
init_define_FLAMEGATE_PAGE();
import { gzipSync } from "node:zlib";

// src/formats/profiles/pprof/defined.ts
init_define_FLAMEGATE_PAGE();
var VALUE_TYPE = { last: 2, messages: {} };
var LINE = { last: 3, messages: {} };
var LABEL_SHAPE = { last: 4, messages: {} };
var SHAPES = {
  1: VALUE_TYPE,
  3: { last: 10, messages: {} },
  4: { last: 5, messages: { 4: LINE } },
  5: { last: 5, messages: {} },
  11: VALUE_TYPE
};
function definedFields(cursor, end, shape) {
  const start = cursor.position;
  const isWhole = isDefined(cursor, end, shape);
  cursor.position = start;
  if (isWhole) return null;
  const fields = [];
  while (cursor.position < end) {
    const from = cursor.position;
    const fieldTag = tag(cursor, end);
    const field = Math.floor(fieldTag / 8);
    const inner = shape.messages[field];
    if (inner === void 0) {
      skip(cursor, end, fieldTag, 0);
      if (field <= shape.last) fields.push(cursor.bytes.subarray(from, cursor.position));
      continue;
    }
    const innerEnd = chunkEnd(cursor, end);
    const known = definedFields(cursor, innerEnd, inner);
    const kept = known === null ? [cursor.bytes.subarray(from, innerEnd)] : messageOf(fieldTag, known);
    for (const part of kept) fields.push(part);
    cursor.position = innerEnd;
  }
  cursor.position = start;
  return fields;
}
function isDefined(cursor, end, shape) {
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    const field = Math.floor(fieldTag / 8);
    if (field > shape.last) return false;
    const inner = shape.messages[field];
    if (inner === void 0) skip(cursor, end, fieldTag, 0);
    else if (!isDefined(cursor, chunkEnd(cursor, end), inner)) return false;
  }
  return true;
}

// src/redact/labels.ts
init_define_FLAMEGATE_PAGE();
import { createHash } from "node:crypto";
var LABEL = 3 * 8 + LENGTH;
function redactLabels(cursor, end, rule, use) {
  const fields = [];
  let count = 0;
  let isWhole = true;
  while (cursor.position < end) {
    const start = cursor.position;
    const fieldTag = tag(cursor, end);
    if (fieldTag === LABEL) {
      const labelEnd = chunkEnd(cursor, end);
      const defined = definedFields(cursor, labelEnd, LABEL_SHAPE);
      const changed = redactLabel(readLabel(cursor, labelEnd), rule, use);
      if (changed !== null) count++;
      if (defined !== null) isWhole = false;
      const kept = defined === null ? [cursor.bytes.subarray(start, labelEnd)] : messageOf(LABEL, defined);
      for (const part of changed ?? kept) fields.push(part);
    } else {
      skip(cursor, end, fieldTag, 0);
      if (fieldTag < LABEL) fields.push(cursor.bytes.subarray(start, cursor.position));
      else isWhole = false;
    }
  }
  return { fields, count, isChanged: count > 0 || !isWhole };
}
function readLabel(cursor, end) {
  const label = { key: 0, text: 0, unit: 0 };
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    if (fieldTag === 1 * 8 + VARINT) label.key = index(cursor, end);
    else if (fieldTag === 2 * 8 + VARINT) label.text = index(cursor, end);
    else if (fieldTag === 4 * 8 + VARINT) label.unit = index(cursor, end);
    else skip(cursor, end, fieldTag, 0);
  }
  return label;
}
function redactLabel(label, { labels, otherLabels }, { strings, keep, keepValue, add }) {
  const key = text(strings, label.key);
  if (labels === null || labels.includes(key) || key === "pprof::base") {
    keep(label.key);
    keep(label.unit);
    keepValue(label.text);
    return null;
  }
  if (otherLabels === "drop" || label.text === 0) return [];
  keep(label.key);
  return messageOf(LABEL, [
    varints(1 * 8 + VARINT, label.key),
    varints(2 * 8 + VARINT, add(hashed(text(strings, label.text))))
  ]);
}
var hashed = (value) => `sha256:${createHash("sha256").update(value).digest("hex").slice(0, 16)}`;

// src/redact/profiles.ts
async function redactProfile(input, redaction) {
  const content = inflate(input.bytes, input);
  const foreign = foreignReader(content);
  if (foreign === null) return redactPprof(input, redaction, content);
  const { writeProfile } = await import("./chunk-write-GEY66GVC.js");
  const bytes = writeProfile((await foreign())(content, input.file));
  return redactPprof({ file: `${input.file}.pb.gz`, bytes }, redaction);
}
function redactPprof(input, redaction, content = inflate(input.bytes, input)) {
  const work = readContent(
    content,
    input.file,
    (frame, samples) => redactContent(frame, samples, redaction)
  );
  if (!work.isChanged) {
    return { file: input.file, bytes: input.bytes, removed: work.removed };
  }
  const bytes = Buffer.concat(work.pieces);
  return {
    file: input.file,
    bytes: isGzip(input.bytes) ? gzipSync(bytes) : bytes,
    removed: work.removed
  };
}
var MAPPING = 3 * 8 + LENGTH;
var FUNCTION = 5 * 8 + LENGTH;
var KEPT = 1;
var FILE = 2;
var BINARY = 4;
var COMMENT = 8;
var BUILD_ID = 16;
var LABEL_VALUE = 32;
function redactContent(frame, source, redaction) {
  const work = {
    frame,
    redaction,
    content: frame.strings.bytes,
    cursor: { bytes: frame.strings.bytes, file: frame.file, position: 0, low: 0, high: 0 },
    roles: rolesOf(frame),
    pieces: [],
    copied: 0,
    isChanged: false,
    added: /* @__PURE__ */ new Map(),
    removed: {
      paths: 0,
      labels: 0,
      comments: 0,
      buildIds: 0,
      namesKept: namesKept(frame, redaction)
    }
  };
  checkSamples(source);
  copyMessages(work);
  writeStrings(work, newStrings(work));
  return work;
}
function checkSamples(source) {
  const one = newSamples(source, 1024);
  readSamples(one, () => {
    for (const column of [one.locations, one.values, one.labelKey, one.labelText])
      column.length = 0;
    for (const column of [one.labelNumber, one.labelUnit]) column.length = 0;
  });
}
function rolesOf(frame) {
  const { functions, mappings, strings, comments } = frame;
  const roles = new Uint8Array(strings.start.length);
  const mark = (column, role) => {
    for (const string of column) roles[string] = roles[string] | role;
  };
  mark(functions.name, KEPT);
  mark(functions.systemName, KEPT);
  mark(functions.file, FILE);
  mark(mappings.file, BINARY);
  mark(mappings.buildId, BUILD_ID);
  mark(comments, COMMENT);
  const header = /* @__PURE__ */ new Set([
    "",
    ...[...frame.sampleTypes, frame.periodType].flatMap(({ type, unit }) => [type, unit]),
    frame.defaultSampleType,
    frame.dropFrames,
    frame.keepFrames
  ]);
  for (let s = 0; s < roles.length; s++) {
    if (header.has(text(strings, s))) roles[s] = roles[s] | KEPT;
  }
  return roles;
}
function namesKept({ functions, mappings, strings }, { words }) {
  const names = /* @__PURE__ */ new Set([
    ...Array.from(functions.name, (string) => text(strings, string)),
    ...Array.from(mappings.file, (string) => unsymbolized(text(strings, string)).slice(1, -1))
  ]);
  let count = 0;
  for (const name of names) if (words(name) !== name) count++;
  return count;
}
function newStrings(work) {
  const { frame, redaction, roles, removed } = work;
  const changed = /* @__PURE__ */ new Map();
  for (let s = 0; s < roles.length; s++) {
    const before = text(frame.strings, s);
    const after = newString(before, roles[s], redaction);
    if (after === before) continue;
    changed.set(s, after);
    work.isChanged = true;
    if (roles[s] === COMMENT) removed.comments += redaction.thorough === null ? 1 : 0;
    else if (roles[s] !== BUILD_ID && (roles[s] !== 0 || after !== "")) removed.paths++;
  }
  return changed;
}
function newString(before, role, redaction) {
  const { path, binary, words, thorough } = redaction;
  if ((role & KEPT) !== 0) return before;
  if ((role & FILE) !== 0) return path(before);
  if ((role & BINARY) !== 0) {
    const cut = binary(before);
    return unsymbolized(cut) === unsymbolized(before) ? cut : before;
  }
  if (thorough !== null && (role & LABEL_VALUE) === 0) return "";
  return words(before);
}
function copyMessages(work) {
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
    } else if (thorough !== null && SHAPES[field] !== void 0) {
      copyWith(work, start, fieldTag, []);
    } else {
      skip(cursor, content.length, fieldTag, 0);
      const isDropped = field === 6 || thorough !== null && (field === 13 || field > 14);
      if (isDropped) replace(work, start, []);
      if (isDropped && field !== 6) work.isChanged = true;
    }
  }
  replace(work, content.length, []);
  if (thorough !== null) work.removed.comments = work.frame.comments.length;
}
function replace(work, start, pieces) {
  if (start > work.copied) work.pieces.push(work.content.subarray(work.copied, start));
  for (const piece of pieces) work.pieces.push(piece);
  work.copied = work.cursor.position;
}
function copyFunction(work, start, at) {
  const file = work.frame.functions.file[at];
  const moved = movedTo(work, file, FILE);
  copyWith(work, start, FUNCTION, moved === file ? [] : [varints(4 * 8 + VARINT, moved)]);
}
function copyMapping(work, start, at) {
  const { frame, redaction, removed } = work;
  const file = frame.mappings.file[at];
  const moved = movedTo(work, file, BINARY);
  const fields = moved === file ? [] : [varints(5 * 8 + VARINT, moved)];
  if (redaction.thorough !== null && text(frame.strings, frame.mappings.buildId[at]) !== "") {
    fields.push(varints(6 * 8 + VARINT, 0));
    removed.buildIds++;
  }
  copyWith(work, start, MAPPING, fields);
}
function movedTo(work, string, role) {
  const { frame, redaction, roles } = work;
  const before = text(frame.strings, string);
  const wanted = newString(before, role, redaction);
  if (wanted === newString(before, roles[string], redaction)) return string;
  work.removed.paths++;
  return addedString(work, wanted);
}
function addedString({ added, roles }, string) {
  const at = added.get(string) ?? roles.length + added.size;
  added.set(string, at);
  return at;
}
function copyWith(work, start, fieldTag, fields) {
  const { cursor, content } = work;
  const end = chunkEnd(cursor, content.length);
  const shape = work.redaction.thorough === null ? void 0 : SHAPES[Math.floor(fieldTag / 8)];
  const known = shape === void 0 ? null : definedFields(cursor, end, shape);
  const body = known ?? [content.subarray(cursor.position, end)];
  cursor.position = end;
  if (known === null && fields.length === 0) return;
  replace(work, start, messageOf(fieldTag, [...body, ...fields]));
  work.isChanged = true;
}
function copySample(work, start, rule) {
  const { cursor, content, frame, roles, removed } = work;
  const end = chunkEnd(cursor, content.length);
  const { fields, count, isChanged } = redactLabels(cursor, end, rule, {
    strings: frame.strings,
    keep: (string) => {
      roles[string] = roles[string] | KEPT;
    },
    // A value with a directory in it loses that; other texts stay.
    keepValue: (string) => {
      roles[string] = roles[string] | LABEL_VALUE;
    },
    add: (string) => addedString(work, string)
  });
  removed.labels += count;
  if (!isChanged) return;
  replace(work, start, messageOf(SAMPLE, fields));
  work.isChanged = true;
}
function writeStrings(work, changed) {
  const { start, end, bytes } = work.frame.strings;
  for (let s = 0; s < start.length; s++) {
    const after = changed.get(s);
    const string = after === void 0 ? bytes.subarray(start[s], end[s]) : Buffer.from(after);
    work.pieces.push(...messageOf(6 * 8 + LENGTH, [string]));
  }
  for (const string of work.added.keys()) {
    work.pieces.push(...messageOf(6 * 8 + LENGTH, [Buffer.from(string)]));
  }
}
export {
  redactPprof,
  redactProfile
};
