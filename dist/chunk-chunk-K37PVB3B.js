import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  beginningBytes,
  profileFormats
} from "./chunk-chunk-UCI4WEEX.js";
import {
  text
} from "./chunk-chunk-2NZK6ZYN.js";
import {
  appendFloat64,
  appendInt32,
  filled,
  filledFloat64,
  float64Column,
  int32Column,
  reserveInt32
} from "./chunk-chunk-6BBP5BRQ.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/profiles/foreign.ts
init_define_FLAMEGATE_PAGE();
var foreignReader = (content) => formatOf(content)?.load ?? null;
var foreignName = (content) => formatOf(content)?.name ?? null;
function formatOf(content) {
  if (content.subarray(0, 512).some(isControl)) return void 0;
  const text2 = Buffer.from(content.subarray(0, beginningBytes)).toString("utf8").trimStart();
  return profileFormats.find(({ detect }) => detect(text2));
}
var isControl = (byte) => byte < 9 || byte > 13 && byte < 32;

// src/formats/profiles/pprof/wire.ts
init_define_FLAMEGATE_PAGE();
var VARINT = 0;
var FIXED64 = 1;
var LENGTH = 2;
var FIXED32 = 5;
function malformed(cursor, byte, message) {
  return new InputError(message, { file: cursor.file, byte });
}
function varint(cursor, end) {
  const bytes = cursor.bytes;
  let position = cursor.position;
  let value = 0;
  for (let shift = 0; shift < 28 && position < end; shift += 7) {
    const byte = bytes[position++];
    value |= (byte & 127) << shift;
    if (byte < 128) {
      cursor.position = position;
      cursor.low = value;
      cursor.high = 0;
      return value;
    }
  }
  return longVarint(cursor, end);
}
function longVarint(cursor, end) {
  const start = cursor.position;
  let low = 0;
  let high = 0;
  for (let shift = 0; ; shift += 7) {
    if (cursor.position >= end) {
      throw malformed(cursor, start, "truncated: the data end inside a number");
    }
    if (shift === 70) {
      throw malformed(cursor, start, "bad varint: longer than 10 bytes");
    }
    const byte = cursor.bytes[cursor.position++];
    const bits = byte & 127;
    if (shift <= 28) {
      low |= bits << shift;
    }
    if (shift >= 28) {
      high |= shift === 28 ? bits >>> 4 : bits << shift - 32;
    }
    if (byte < 128) {
      break;
    }
  }
  cursor.low = low;
  cursor.high = high;
  return (high >>> 0) * 4294967296 + (low >>> 0);
}
function tag(cursor, end) {
  const start = cursor.position;
  const value = varint(cursor, end);
  if (value < 8) {
    throw malformed(cursor, start, "not protobuf: field number 0");
  }
  return value;
}
function chunkEnd(cursor, end) {
  const start = cursor.position;
  const length = varint(cursor, end);
  if (length > end - cursor.position) {
    throw malformed(
      cursor,
      start,
      `truncated: a field of ${length} bytes where ${end - cursor.position} are left`
    );
  }
  return cursor.position + length;
}
function skip(cursor, end, fieldTag, known) {
  const start = cursor.position;
  const wire = fieldTag % 8;
  const field = Math.floor(fieldTag / 8);
  if (wire !== VARINT && wire !== FIXED64 && wire !== LENGTH && wire !== FIXED32) {
    throw malformed(cursor, start, `not protobuf as pprof writes it: wire type ${wire}`);
  }
  if (field <= known) {
    throw malformed(cursor, start, `field ${field} has wire type ${wire}, which it cannot have`);
  }
  if (wire === VARINT) {
    varint(cursor, end);
  } else if (wire === LENGTH) {
    cursor.position = chunkEnd(cursor, end);
  } else {
    const size = wire === FIXED64 ? 8 : 4;
    if (size > end - cursor.position) {
      throw malformed(cursor, start, `truncated: the data end inside a field of ${size} bytes`);
    }
    cursor.position += size;
  }
}
function integer(cursor, end, what) {
  const start = cursor.position;
  const short = varint(cursor, end);
  if (cursor.high === 0) {
    return short;
  }
  const value = cursor.high * 4294967296 + (cursor.low >>> 0);
  if (!Number.isSafeInteger(value)) {
    const exact = BigInt(cursor.high) << 32n | BigInt(cursor.low >>> 0);
    throw malformed(
      cursor,
      start,
      `${what} ${exact} is beyond 2^53 - 1, where flamegate can no longer count exactly`
    );
  }
  return value;
}
function index(cursor, end) {
  varint(cursor, end);
  return cursor.high === 0 && cursor.low >= 0 ? cursor.low : -1;
}

// src/formats/profiles/pprof/samples.ts
init_define_FLAMEGATE_PAGE();

// src/formats/profiles/pprof/ids.ts
init_define_FLAMEGATE_PAGE();
var NONE = -1;
function slotOf(wide, low, high) {
  if (high === 0 && low >= 0) {
    return low - 1;
  }
  const id = BigInt(high >>> 0) << 32n | BigInt(low >>> 0);
  let slot2 = wide.get(id);
  if (slot2 === void 0) {
    slot2 = -2 - wide.size;
    wide.set(id, slot2);
  }
  return slot2;
}
function idOf(wide, slot2) {
  if (slot2 >= NONE) {
    return BigInt(slot2 + 1);
  }
  for (const [id, known] of wide) {
    if (known === slot2) {
      return id;
    }
  }
  return 0n;
}
var TABLE_SPARSENESS = 8;
function indexSlots(slots) {
  const count = slots.length;
  let largest = 0;
  let smallest = 0;
  let isSequence = true;
  for (let i = 0; i < count; i++) {
    const slot2 = slots[i];
    isSequence &&= slot2 === i;
    largest = Math.max(largest, slot2);
    smallest = Math.min(smallest, slot2);
  }
  if (isSequence) {
    return { kind: "sequence", count };
  }
  if (smallest === 0 && largest <= count * TABLE_SPARSENESS + 1024) {
    return tableOf(slots, largest);
  }
  const map = /* @__PURE__ */ new Map();
  for (let i = 0; i < count; i++) {
    const slot2 = slots[i];
    if (slot2 === NONE || map.has(slot2)) {
      return { kind: "bad", at: i };
    }
    map.set(slot2, i);
  }
  return { kind: "map", map };
}
function tableOf(slots, largest) {
  const table = new Int32Array(largest + 1).fill(-1);
  for (let i = 0; i < slots.length; i++) {
    const slot2 = slots[i];
    if (table[slot2] !== -1) {
      return { kind: "bad", at: i };
    }
    table[slot2] = i;
  }
  return { kind: "table", table };
}
function resolve(index2, references, mayBeNone, from = 0, to = references.length) {
  if (index2.kind === "sequence") {
    return checkSequence(index2.count, references, mayBeNone, from, to);
  }
  for (let i = from; i < to; i++) {
    const slot2 = references[i];
    if (slot2 === NONE && mayBeNone) {
      continue;
    }
    const found = index2.kind === "table" ? index2.table[slot2] : index2.map.get(slot2);
    if (found === void 0 || found < 0) {
      return i;
    }
    references[i] = found;
  }
  return -1;
}
function checkSequence(count, references, mayBeNone, from, to) {
  const least = mayBeNone ? NONE : 0;
  for (let i = from; i < to; i++) {
    const slot2 = references[i];
    if (slot2 < least || slot2 >= count) {
      return i;
    }
  }
  return -1;
}

// src/formats/profiles/pprof/samples.ts
var SAMPLE = 2 * 8 + LENGTH;
var LOCATION = 1 * 8;
var VALUE = 2 * 8;
var LABEL = 3 * 8 + LENGTH;
function readSamples(draft, onSample) {
  const { cursor, source } = draft;
  const { content, end } = source;
  let position = source.start;
  while (position < end) {
    const length = content[position + 1];
    if (content[position] === SAMPLE && length < 128) {
      readSample(draft, position, position + 2, position + 2 + length);
      position += 2 + length;
      onSample();
      continue;
    }
    cursor.position = position;
    const fieldTag = tag(cursor, end);
    if (fieldTag === SAMPLE) {
      const sampleEnd = chunkEnd(cursor, end);
      readSample(draft, position, cursor.position, sampleEnd);
      position = sampleEnd;
      onSample();
    } else {
      skip(cursor, end, fieldTag, 0);
      position = cursor.position;
    }
  }
}
function newSamples(source, capacity) {
  const { content, file, locationIds } = source;
  return {
    source,
    cursor: { bytes: content, file, position: 0, low: 0, high: 0 },
    view: new DataView(content.buffer, content.byteOffset, content.length),
    sequence: locationIds.kind === "sequence" ? locationIds.count : 0,
    isResolved: false,
    locations: int32Column(capacity),
    values: float64Column(capacity >> 4),
    labelKey: int32Column(0),
    labelText: int32Column(0),
    labelNumber: int32Column(0),
    labelUnit: int32Column(0)
  };
}
function sampleColumns(source) {
  const draft = newSamples(source, source.end - source.start >> 2);
  const locationStart = int32Column(draft.values.values.length >> 1);
  const labelStart = int32Column(draft.values.values.length >> 1);
  appendInt32(locationStart, 0);
  appendInt32(labelStart, 0);
  readSamples(draft, () => {
    appendInt32(locationStart, draft.locations.length);
    appendInt32(labelStart, draft.labelKey.length);
  });
  return {
    count: locationStart.length - 1,
    locationStart: filled(locationStart),
    locations: filled(draft.locations),
    values: filledFloat64(draft.values),
    labels: {
      start: filled(labelStart),
      key: filled(draft.labelKey),
      text: filled(draft.labelText),
      number: filled(draft.labelNumber),
      unit: filled(draft.labelUnit)
    }
  };
}
function readSample(draft, start, position, end) {
  const { cursor, locations, values, source } = draft;
  const locationsBefore = locations.length;
  const valuesBefore = values.length;
  draft.isResolved = true;
  while (position < end) {
    const next = readUsual(draft, position, end);
    if (next >= 0) {
      position = next;
    } else {
      cursor.position = position;
      readField(draft, start, end);
      position = cursor.position;
    }
  }
  if (values.length - valuesBefore !== source.types) {
    throw malformed(
      cursor,
      start,
      `a sample with ${values.length - valuesBefore} values, and ${source.types} sample types`
    );
  }
  if (!draft.isResolved) {
    resolveStack(draft, start, locationsBefore);
  }
}
function readUsual(draft, position, end) {
  const { source, view } = draft;
  const fieldTag = source.content[position];
  if (end + 3 > view.byteLength) {
    return -1;
  }
  if (fieldTag === VALUE + VARINT) {
    return readValue(draft, position + 1, end);
  }
  const length = source.content[position + 1];
  const listEnd = position + 2 + length;
  if (length > 127 || listEnd > end) {
    return -1;
  }
  if (fieldTag === LOCATION + LENGTH) {
    return readSlots(draft, position + 2, listEnd);
  }
  return fieldTag === VALUE + LENGTH ? readValues(draft, position + 2, listEnd) : -1;
}
function readField(draft, start, end) {
  const { cursor } = draft;
  draft.isResolved = false;
  const fieldTag = tag(cursor, end);
  switch (fieldTag) {
    case LOCATION + LENGTH: {
      const listEnd = chunkEnd(cursor, end);
      while (cursor.position < listEnd) {
        readLocation(draft, listEnd);
      }
      break;
    }
    case VALUE + LENGTH: {
      const listEnd = chunkEnd(cursor, end);
      while (cursor.position < listEnd) {
        appendFloat64(draft.values, integer(cursor, listEnd, "the value"));
      }
      break;
    }
    case LABEL:
      readLabel(draft, start, chunkEnd(cursor, end));
      break;
    case LOCATION + VARINT:
      readLocation(draft, end);
      break;
    case VALUE + VARINT:
      appendFloat64(draft.values, integer(cursor, end, "the value"));
      break;
    default:
      skip(cursor, end, fieldTag, 3);
  }
}
function readLocation({ cursor, locations, source }, end) {
  varint(cursor, end);
  appendInt32(locations, slotOf(source.wideLocations, cursor.low, cursor.high));
}
function resolveStack({ cursor, locations, source }, start, from) {
  const at = resolve(source.locationIds, locations.values, false, from, locations.length);
  if (at >= 0) {
    const id = idOf(source.wideLocations, locations.values[at]);
    const message = `a sample names location ${id}, which the profile does not define`;
    throw malformed(cursor, start, `${message}; it may have been cut short`);
  }
}
var TOP_BITS = 2155905152 | 0;
function stopIn(word) {
  const clear = ~word & TOP_BITS;
  return clear & -clear;
}
function numberUpTo(stop, word) {
  const bits = word & stop - 1;
  return bits & 127 | bits >>> 1 & 16256 | bits >>> 2 & 2080768 | bits >>> 3 & 266338304;
}
function bytesUpTo(stop) {
  return 39 - Math.clz32(stop) >> 3;
}
function readSlots({ locations, sequence, view }, position, end) {
  reserveInt32(locations, end - position);
  const values = locations.values;
  let length = locations.length;
  while (position < end) {
    const word = view.getInt32(position, true);
    const stop = stopIn(word);
    const slot2 = numberUpTo(stop, word) - 1;
    if (stop === 0 || slot2 >>> 0 >= sequence) {
      return -1;
    }
    values[length++] = slot2;
    position += bytesUpTo(stop);
  }
  if (position !== end) {
    return -1;
  }
  locations.length = length;
  return position;
}
function readValues(draft, position, end) {
  const before = draft.values.length;
  while (position >= 0 && position < end) {
    position = readValue(draft, position, end);
  }
  if (position < 0) {
    draft.values.length = before;
  }
  return position;
}
function readValue({ values, view }, position, end) {
  const word = view.getInt32(position, true);
  const stop = stopIn(word);
  const next = position + bytesUpTo(stop);
  if (stop === 0 || next > end) {
    return -1;
  }
  appendFloat64(values, numberUpTo(stop, word));
  return next;
}
function readLabel(draft, start, end) {
  const { cursor, source } = draft;
  let key = 0;
  let text2 = 0;
  let low = 0;
  let high = 0;
  let unit = 0;
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case 1 * 8 + VARINT:
        key = index(cursor, end);
        break;
      case 2 * 8 + VARINT:
        text2 = index(cursor, end);
        break;
      case 3 * 8 + VARINT:
        varint(cursor, end);
        low = cursor.low;
        high = cursor.high;
        break;
      case 4 * 8 + VARINT:
        unit = index(cursor, end);
        break;
      default:
        skip(cursor, end, fieldTag, 4);
    }
  }
  for (const string of [key, text2, unit]) {
    if (string < 0 || string >= source.strings) {
      throw malformed(cursor, start, noString("a label", string, source.strings));
    }
  }
  appendInt32(draft.labelKey, key);
  appendInt32(draft.labelText, text2);
  appendInt32(draft.labelNumber, low);
  appendInt32(draft.labelNumber, high);
  appendInt32(draft.labelUnit, unit);
}
function noString(what, at, count) {
  const which = at < 0 ? "outside any string table" : `${at}`;
  return `${what} is string ${which}, and the string table has ${count}; the file may have been cut short`;
}

// src/formats/profiles/pprof/read.ts
init_define_FLAMEGATE_PAGE();

// src/formats/profiles/recognise.ts
init_define_FLAMEGATE_PAGE();
var CONVERT = "convert it with: go tool pprof -proto -output=profile.pb.gz FILE (and the program before FILE where that holds only addresses)";
var APPEARANCES = [
  {
    begins: "heap profile:",
    means: `a heap profile in the old text format; fetch it without ?debug=1 (Go), or ${CONVERT}`
  },
  {
    begins: /^--- (?:contentionz?|mutex)/,
    means: `a contention profile in the old text format; fetch it without ?debug=1 (Go), or ${CONVERT}`
  },
  {
    begins: /^[\w-]+ profile: total \d/,
    means: "a goroutine or threadcreate profile in the old text format; fetch it without ?debug=1"
  },
  {
    begins: /^goroutine \d+ \[/,
    means: "a dump of goroutine stacks (?debug=2), which counts nothing; fetch it without ?debug=2"
  },
  { begins: /^--- (?:threadz|Thread|heapz|growthz)/, means: `a legacy text profile; ${CONVERT}` },
  { begins: /^<(?:!doctype|\?xml|[a-z])/i, means: "HTML or XML, perhaps an error page" },
  { begins: /^[{[]/, means: "JSON, perhaps an error answer or the profile of another tool" },
  { begins: "PERFILE2", means: "perf.data; convert it with perf_to_profile" },
  { begins: "FLR\0", means: "a Java Flight Recording; have the profiler write pprof" },
  { begins: /^go 1\.\d+ trace/, means: "a Go execution trace, which is not a profile" },
  { begins: "PK", means: "a zip archive; unpack it first" },
  { begins: "(\xB5/\xFD", means: "compressed with zstd; unpack it first" },
  { begins: "\xFD7zXZ", means: "compressed with xz; unpack it first" },
  { begins: "BZh", means: "compressed with bzip2; unpack it first" },
  { begins: "\x8B", means: "gzip inside gzip; unpack it once" },
  { begins: "\x7FELF", means: "a program (ELF), not the profile it wrote" },
  { begins: "version https://git-lfs", means: "a Git LFS pointer; run git lfs pull" },
  {
    begins: /^(?:\u00ff\u00fe|\u00fe\u00ff)/,
    means: "text in UTF-16, as Windows PowerShell's > writes it, and it damages profiles so: have the profiler write the file itself"
  },
  { begins: /^$/, means: "white space only" }
];
function recognise(bytes) {
  if (isLegacyCpu(bytes)) {
    return `a CPU profile in the old binary format of gperftools; ${CONVERT}`;
  }
  const head = Buffer.from(bytes.subarray(0, 512)).toString("latin1").replace(/^\s+/, "");
  for (const { begins, means } of APPEARANCES) {
    if (typeof begins === "string" ? head.startsWith(begins) : begins.test(head)) {
      return means;
    }
  }
  return /^[\t\r\n -~\u00a0-\u00ff]*$/.test(head) ? `text that begins ${quoteStart(head)}` : null;
}
function quoteStart(head) {
  const ascii = head.replace(/[^ -~]+/g, " ");
  return JSON.stringify(ascii.length > 40 ? `${ascii.slice(0, 40)}...` : ascii);
}
function isLegacyCpu(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const size of [8, 4]) {
    if (bytes.length < 5 * size) {
      continue;
    }
    for (const little of [true, false]) {
      const word = (at) => size === 4 ? view.getUint32(at * 4, little) : Number(view.getBigUint64(at * 8, little));
      if (word(0) === 0 && word(1) === 3 && word(2) <= 1 && word(3) > 0 && word(4) === 0) {
        return true;
      }
    }
  }
  return false;
}

// src/formats/profiles/pprof/symbols.ts
init_define_FLAMEGATE_PAGE();
function newLocations() {
  return {
    id: int32Column(1024),
    mapping: int32Column(1024),
    address: int32Column(2048),
    lineStart: int32Column(1024),
    lineFunction: int32Column(1024),
    lineNumber: float64Column(1024)
  };
}
function newFunctions() {
  return {
    id: int32Column(1024),
    name: int32Column(1024),
    systemName: int32Column(1024),
    file: int32Column(1024),
    startLine: float64Column(1024)
  };
}
function newMappings() {
  return {
    id: int32Column(16),
    range: int32Column(96),
    file: int32Column(16),
    buildId: int32Column(16),
    flags: int32Column(16)
  };
}
function slot(cursor, end, wide) {
  varint(cursor, end);
  return slotOf(wide, cursor.low, cursor.high);
}
function readLocation2(cursor, end, draft, ids) {
  let id = NONE;
  let mapping = NONE;
  let low = 0;
  let high = 0;
  appendInt32(draft.lineStart, draft.lineFunction.length);
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case 1 * 8 + VARINT:
        id = slot(cursor, end, ids.locations);
        break;
      case 2 * 8 + VARINT:
        mapping = slot(cursor, end, ids.mappings);
        break;
      case 3 * 8 + VARINT:
        varint(cursor, end);
        low = cursor.low;
        high = cursor.high;
        break;
      case 4 * 8 + LENGTH:
        readLine(cursor, chunkEnd(cursor, end), draft, ids);
        break;
      case 5 * 8 + VARINT:
        varint(cursor, end);
        break;
      default:
        skip(cursor, end, fieldTag, 5);
    }
  }
  appendInt32(draft.id, id);
  appendInt32(draft.mapping, mapping);
  appendInt32(draft.address, low);
  appendInt32(draft.address, high);
}
function readLine(cursor, end, draft, ids) {
  let functionSlot = NONE;
  let line = 0;
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case 1 * 8 + VARINT:
        functionSlot = slot(cursor, end, ids.functions);
        break;
      case 2 * 8 + VARINT:
        line = integer(cursor, end, "the line number");
        break;
      case 3 * 8 + VARINT:
        varint(cursor, end);
        break;
      default:
        skip(cursor, end, fieldTag, 3);
    }
  }
  appendInt32(draft.lineFunction, functionSlot);
  appendFloat64(draft.lineNumber, line);
}
function readFunction(cursor, end, draft, ids) {
  let id = NONE;
  let name = 0;
  let systemName = 0;
  let file = 0;
  let startLine = 0;
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case 1 * 8 + VARINT:
        id = slot(cursor, end, ids.functions);
        break;
      case 2 * 8 + VARINT:
        name = index(cursor, end);
        break;
      case 3 * 8 + VARINT:
        systemName = index(cursor, end);
        break;
      case 4 * 8 + VARINT:
        file = index(cursor, end);
        break;
      case 5 * 8 + VARINT:
        startLine = integer(cursor, end, "the start line");
        break;
      default:
        skip(cursor, end, fieldTag, 5);
    }
  }
  appendInt32(draft.id, id);
  appendInt32(draft.name, name);
  appendInt32(draft.systemName, systemName);
  appendInt32(draft.file, file);
  appendFloat64(draft.startLine, startLine);
}
function readMapping(cursor, end, draft, ids) {
  let id = NONE;
  let file = 0;
  let buildId = 0;
  let flags = 0;
  const range = [0, 0, 0, 0, 0, 0];
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case 1 * 8 + VARINT:
        id = slot(cursor, end, ids.mappings);
        break;
      case 2 * 8 + VARINT:
      case 3 * 8 + VARINT:
      case 4 * 8 + VARINT: {
        varint(cursor, end);
        const pair = (fieldTag >> 3) - 2;
        range[2 * pair] = cursor.low;
        range[2 * pair + 1] = cursor.high;
        break;
      }
      case 5 * 8 + VARINT:
        file = index(cursor, end);
        break;
      case 6 * 8 + VARINT:
        buildId = index(cursor, end);
        break;
      case 7 * 8 + VARINT:
      case 8 * 8 + VARINT:
      case 9 * 8 + VARINT:
      case 10 * 8 + VARINT: {
        const bit = 1 << (fieldTag >> 3) - 7;
        flags = varint(cursor, end) === 0 ? flags & ~bit : flags | bit;
        break;
      }
      default:
        skip(cursor, end, fieldTag, 10);
    }
  }
  appendInt32(draft.id, id);
  for (const word of range) {
    appendInt32(draft.range, word);
  }
  appendInt32(draft.file, file);
  appendInt32(draft.buildId, buildId);
  appendInt32(draft.flags, flags);
}

// src/formats/profiles/pprof/read.ts
var MAX_SAMPLE_TYPES = 1e3;
function profileOf(content, file) {
  return readContent(content, file, (frame, samples) => ({
    ...frame,
    samples: sampleColumns(samples)
  }));
}
function readContent(content, file, use) {
  const draft = newDraft(content, file);
  try {
    readMessages(draft);
    return finish(draft, use);
  } catch (error) {
    if (error instanceof RangeError) {
      const byte = draft.cursor.position;
      throw new InputError(`too large to read here: ${error.message}`, { file, byte });
    }
    const means = error instanceof InputError ? recognise(content) : null;
    if (means !== null) {
      throw new InputError(`not a pprof profile: this is ${means}`, { file, byte: 0 });
    }
    throw error;
  }
}
function newDraft(content, file) {
  return {
    cursor: { bytes: content, file, position: 0, low: 0, high: 0 },
    content,
    sampleTypes: [],
    samplesStart: content.length,
    samplesEnd: content.length,
    locations: newLocations(),
    functions: newFunctions(),
    mappings: newMappings(),
    ids: { locations: /* @__PURE__ */ new Map(), functions: /* @__PURE__ */ new Map(), mappings: /* @__PURE__ */ new Map() },
    stringStart: int32Column(1024),
    stringEnd: int32Column(1024),
    comments: int32Column(0),
    periodType: { type: 0, unit: 0 },
    period: 0,
    timeNanos: 0n,
    durationNanos: 0n,
    dropFrames: 0,
    keepFrames: 0,
    defaultSampleType: 0
  };
}
var SAMPLE_TYPE = 1;
var MAPPING = 3;
var LOCATION2 = 4;
var FUNCTION = 5;
var STRING = 6;
var TIME = 9;
var COMMENT = 13;
var LAST_FIELD = 15;
function readMessages(draft) {
  const { cursor, locations, functions, mappings, ids } = draft;
  const end = draft.content.length;
  while (cursor.position < end) {
    const start = cursor.position;
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case SAMPLE:
        cursor.position = chunkEnd(cursor, end);
        draft.samplesStart = Math.min(draft.samplesStart, start);
        draft.samplesEnd = cursor.position;
        break;
      case LOCATION2 * 8 + LENGTH:
        readLocation2(cursor, chunkEnd(cursor, end), locations, ids);
        break;
      case FUNCTION * 8 + LENGTH:
        readFunction(cursor, chunkEnd(cursor, end), functions, ids);
        break;
      case MAPPING * 8 + LENGTH:
        readMapping(cursor, chunkEnd(cursor, end), mappings, ids);
        break;
      case STRING * 8 + LENGTH:
        readString(draft, chunkEnd(cursor, end));
        break;
      case SAMPLE_TYPE * 8 + LENGTH:
        readSampleType(draft, chunkEnd(cursor, end));
        break;
      default:
        readHeader(draft, fieldTag, end);
    }
  }
}
function readHeader(draft, fieldTag, end) {
  const cursor = draft.cursor;
  switch (fieldTag) {
    case 7 * 8 + VARINT:
      draft.dropFrames = index(cursor, end);
      break;
    case 8 * 8 + VARINT:
      draft.keepFrames = index(cursor, end);
      break;
    case TIME * 8 + VARINT:
      readTime(draft, end);
      break;
    case 10 * 8 + VARINT:
      draft.durationNanos = int64(cursor, end);
      break;
    case 11 * 8 + LENGTH:
      draft.periodType = readValueType(cursor, chunkEnd(cursor, end));
      break;
    case 12 * 8 + VARINT:
      draft.period = integer(cursor, end, "the period");
      break;
    case COMMENT * 8 + VARINT:
      appendInt32(draft.comments, index(cursor, end));
      break;
    case COMMENT * 8 + LENGTH: {
      const listEnd = chunkEnd(cursor, end);
      while (cursor.position < listEnd) {
        appendInt32(draft.comments, index(cursor, listEnd));
      }
      break;
    }
    case 14 * 8 + VARINT:
      draft.defaultSampleType = index(cursor, end);
      break;
    case LAST_FIELD * 8 + VARINT:
      varint(cursor, end);
      break;
    default:
      skip(cursor, end, fieldTag, LAST_FIELD);
  }
}
function int64(cursor, end) {
  varint(cursor, end);
  return BigInt(cursor.high) << 32n | BigInt(cursor.low >>> 0);
}
function readTime(draft, end) {
  const start = draft.cursor.position;
  if (draft.timeNanos !== 0n) {
    throw malformed(
      draft.cursor,
      start,
      "concatenated profiles: a second time_nanos; give each profile its own file"
    );
  }
  draft.timeNanos = int64(draft.cursor, end);
}
function readString(draft, end) {
  const start = draft.cursor.position;
  if (draft.stringStart.length === 0 && start !== end) {
    throw malformed(draft.cursor, start, "the first string of the string table is not empty");
  }
  appendInt32(draft.stringStart, start);
  appendInt32(draft.stringEnd, end);
  draft.cursor.position = end;
}
function readSampleType(draft, end) {
  const start = draft.cursor.position;
  draft.sampleTypes.push(readValueType(draft.cursor, end));
  if (draft.sampleTypes.length > MAX_SAMPLE_TYPES) {
    throw malformed(draft.cursor, start, `more than ${MAX_SAMPLE_TYPES} sample types`);
  }
}
function readValueType(cursor, end) {
  let type = 0;
  let unit = 0;
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case 1 * 8 + VARINT:
        type = index(cursor, end);
        break;
      case 2 * 8 + VARINT:
        unit = index(cursor, end);
        break;
      default:
        skip(cursor, end, fieldTag, 2);
    }
  }
  return { type, unit };
}
function finish(draft, use) {
  const { content, cursor, ids } = draft;
  const frame = frameOf(draft);
  checkStrings(draft, frame);
  const locationIds = resolveIds(draft, frame);
  return use(frame, {
    content,
    file: cursor.file,
    start: draft.samplesStart,
    end: draft.samplesEnd,
    types: frame.sampleTypes.length,
    strings: frame.strings.start.length,
    locationIds,
    wideLocations: ids.locations
  });
}
function frameOf(draft) {
  const { cursor, content, locations, functions, mappings } = draft;
  const strings = {
    bytes: content,
    start: filled(draft.stringStart),
    end: filled(draft.stringEnd)
  };
  const string = (at, what) => {
    if (at < 0 || at >= strings.start.length) {
      throw malformed(cursor, content.length, noString(what, at, strings.start.length));
    }
    return text(strings, at);
  };
  const valueType = ({ type, unit }, what) => ({
    type: string(type, what),
    unit: string(unit, what)
  });
  if (draft.sampleTypes.length === 0) {
    throw malformed(cursor, content.length, "the profile has no sample types");
  }
  appendInt32(locations.lineStart, locations.lineFunction.length);
  return {
    file: cursor.file,
    sampleTypes: draft.sampleTypes.map((type) => valueType(type, "a sample type")),
    defaultSampleType: string(draft.defaultSampleType, "default_sample_type"),
    periodType: valueType(draft.periodType, "period_type"),
    period: draft.period,
    timeNanos: draft.timeNanos,
    durationNanos: draft.durationNanos,
    dropFrames: string(draft.dropFrames, "drop_frames"),
    keepFrames: string(draft.keepFrames, "keep_frames"),
    comments: filled(draft.comments),
    locations: {
      count: locations.id.length,
      mapping: filled(locations.mapping),
      address: filled(locations.address),
      lineStart: filled(locations.lineStart),
      lineFunction: filled(locations.lineFunction),
      lineNumber: filledFloat64(locations.lineNumber)
    },
    functions: {
      count: functions.id.length,
      name: filled(functions.name),
      systemName: filled(functions.systemName),
      file: filled(functions.file),
      startLine: filledFloat64(functions.startLine)
    },
    mappings: {
      count: mappings.id.length,
      range: filled(mappings.range),
      file: filled(mappings.file),
      buildId: filled(mappings.buildId),
      flags: Uint8Array.from(filled(mappings.flags))
    },
    strings
  };
}
function checkStrings(draft, { functions, mappings, comments, strings }) {
  const count = strings.start.length;
  const check = (column, field, what) => {
    for (let at = 0; at < column.length; at++) {
      const string = column[at];
      if (string < 0 || string >= count) {
        const byte = messageStart(draft, field, field === COMMENT ? 0 : at);
        throw malformed(draft.cursor, byte, noString(what, string, count));
      }
    }
  };
  check(functions.name, FUNCTION, "the name of a function");
  check(functions.systemName, FUNCTION, "the system name of a function");
  check(functions.file, FUNCTION, "the file of a function");
  check(mappings.file, MAPPING, "the file of a mapping");
  check(mappings.buildId, MAPPING, "the build id of a mapping");
  check(comments, COMMENT, "a comment");
}
function resolveIds(draft, { locations }) {
  const { ids } = draft;
  const mappings = indexIds(draft, MAPPING, "mapping", draft.mappings.id, ids.mappings);
  const functions = indexIds(draft, FUNCTION, "function", draft.functions.id, ids.functions);
  const found = indexIds(draft, LOCATION2, "location", draft.locations.id, ids.locations);
  const line = resolve(functions, locations.lineFunction, false);
  if (line >= 0) {
    const id = idOf(ids.functions, locations.lineFunction[line]);
    throw dangling(draft, ownerOf(locations.lineStart, line), `function ${id}`);
  }
  const location = resolve(mappings, locations.mapping, true);
  if (location >= 0) {
    const id = idOf(ids.mappings, locations.mapping[location]);
    throw dangling(draft, location, `mapping ${id}`);
  }
  return found;
}
function dangling(draft, location, what) {
  return malformed(
    draft.cursor,
    messageStart(draft, LOCATION2, location),
    `a location names ${what}, which the profile does not define; it may have been cut short`
  );
}
function indexIds(draft, field, kind, column, wide) {
  const slots = filled(column);
  const found = indexSlots(slots);
  if (found.kind === "bad") {
    const id = idOf(wide, slots[found.at]);
    throw malformed(
      draft.cursor,
      messageStart(draft, field, found.at),
      id === 0n ? `a ${kind} without an id` : `two ${kind}s with the id ${id}`
    );
  }
  return found;
}
function ownerOf(starts, at) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (starts[middle] <= at) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
function messageStart(draft, field, nth) {
  const end = draft.content.length;
  const cursor = { ...draft.cursor, position: 0 };
  let seen = 0;
  while (cursor.position < end) {
    const start = cursor.position;
    const fieldTag = tag(cursor, end);
    if (Math.floor(fieldTag / 8) === field && seen++ === nth) {
      return start;
    }
    skip(cursor, end, fieldTag, 0);
  }
  return end;
}

export {
  foreignReader,
  foreignName,
  VARINT,
  LENGTH,
  tag,
  chunkEnd,
  skip,
  index,
  SAMPLE,
  readSamples,
  newSamples,
  sampleColumns,
  profileOf,
  readContent
};
