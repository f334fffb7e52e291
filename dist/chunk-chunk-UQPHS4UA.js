import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  newWriter,
  writeChunk,
  writeInteger,
  writeNumber,
  writeVarint,
  written
} from "./chunk-chunk-DQHF7JOB.js";
import {
  text,
  word64
} from "./chunk-chunk-2NZK6ZYN.js";
import {
  quote,
  quoteAll
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/write/write.ts
init_define_FLAMEGATE_PAGE();
import { gzipSync } from "node:zlib";
var BASE_LABEL = "pprof::base";
function writeProfile(profile) {
  const draft = newDraft();
  const columns = profile.sampleTypes.map((_, at) => at);
  add(draft, profile, { sign: 1, columns, keepZero: true });
  return finish(draft, { ...profile, comments: commentsOf(profile) });
}
function writeDiff(base, head) {
  const draft = newDraft();
  const sampleTypes = commonTypes(base, head);
  const isCommon = (name) => sampleTypes.some(({ type }) => type === name);
  for (const [profile, sign] of [
    [head, 1],
    [base, -1]
  ]) {
    const columns = sampleTypes.map(
      ({ type }) => profile.sampleTypes.findIndex((own) => own.type === type)
    );
    add(draft, profile, { sign, columns, keepZero: false });
  }
  return finish(draft, {
    sampleTypes,
    // pprof applies the first profile's to both.
    dropFrames: head.dropFrames,
    keepFrames: head.keepFrames,
    timeNanos: earliest(head.timeNanos, base.timeNanos),
    durationNanos: head.durationNanos + base.durationNanos,
    periodType: head.periodType,
    period: Math.max(head.period, base.period),
    comments: [...commentsOf(head), ...commentsOf(base)],
    defaultSampleType: [head.defaultSampleType, base.defaultSampleType].find(isCommon) ?? ""
  });
}
var commentsOf = ({ comments, strings }) => Array.from(comments, (index) => text(strings, index));
function newDraft() {
  return {
    out: newWriter(1 << 16),
    message: newWriter(),
    inner: newWriter(),
    strings: /* @__PURE__ */ new Map([["", 0]]),
    mappings: 0,
    functions: 0,
    locations: 0
  };
}
function stringIn({ strings }, string) {
  const known = strings.get(string) ?? strings.size;
  strings.set(string, known);
  return known;
}
function put({ out, message }, field, write) {
  message.length = 0;
  write(message);
  writeChunk(out, field, written(message));
}
function finish(draft, header) {
  const { out, strings } = draft;
  const valueType = (field, { type, unit }) => put(draft, field, (to) => {
    writeNumber(to, 1, stringIn(draft, type));
    writeNumber(to, 2, stringIn(draft, unit));
  });
  for (const type of header.sampleTypes) valueType(1, type);
  writeNumber(out, 7, stringIn(draft, header.dropFrames));
  writeNumber(out, 8, stringIn(draft, header.keepFrames));
  writeNumber(out, 9, header.timeNanos);
  writeNumber(out, 10, header.durationNanos);
  valueType(11, header.periodType);
  writeNumber(out, 12, header.period);
  for (const comment of new Set(header.comments)) {
    writeVarint(out, 13 * 8);
    writeVarint(out, stringIn(draft, comment));
  }
  writeNumber(out, 14, stringIn(draft, header.defaultSampleType));
  for (const string of strings.keys()) writeChunk(out, 6, Buffer.from(string));
  return gzipSync(written(out));
}
function add(draft, profile, values) {
  const string = stringMover(draft, profile);
  addMappings(draft, profile, string);
  addFunctions(draft, profile, string);
  addLocations(draft, profile);
  addSamples(draft, profile, values, string);
  draft.mappings += profile.mappings.count;
  draft.functions += profile.functions.count;
  draft.locations += profile.locations.count;
}
function stringMover(draft, { strings }) {
  const moved = new Int32Array(strings.start.length).fill(-1);
  return (index) => {
    if (moved[index] === -1) moved[index] = stringIn(draft, text(strings, index));
    return moved[index];
  };
}
function addMappings(draft, { mappings }, string) {
  for (let m = 0; m < mappings.count; m++) {
    put(draft, 3, (to) => {
      writeNumber(to, 1, draft.mappings + 1 + m);
      for (const at of [0, 1, 2]) writeNumber(to, 2 + at, word64(mappings.range, 3 * m + at));
      writeNumber(to, 5, string(mappings.file[m]));
      writeNumber(to, 6, string(mappings.buildId[m]));
      for (const bit of [0, 1, 2, 3]) {
        writeNumber(to, 7 + bit, mappings.flags[m] >> bit & 1);
      }
    });
  }
}
function addFunctions(draft, { functions }, string) {
  for (let f = 0; f < functions.count; f++) {
    put(draft, 5, (to) => {
      writeNumber(to, 1, draft.functions + 1 + f);
      writeNumber(to, 2, string(functions.name[f]));
      writeNumber(to, 3, string(functions.systemName[f]));
      writeNumber(to, 4, string(functions.file[f]));
      writeNumber(to, 5, functions.startLine[f]);
    });
  }
}
function addLocations(draft, { locations }) {
  const { inner } = draft;
  for (let l = 0; l < locations.count; l++) {
    put(draft, 4, (to) => {
      const mapping = locations.mapping[l];
      writeNumber(to, 1, draft.locations + 1 + l);
      writeNumber(to, 2, mapping < 0 ? 0 : draft.mappings + 1 + mapping);
      writeNumber(to, 3, word64(locations.address, l));
      const end = locations.lineStart[l + 1];
      for (let k = locations.lineStart[l]; k < end; k++) {
        inner.length = 0;
        writeNumber(inner, 1, draft.functions + 1 + locations.lineFunction[k]);
        writeNumber(inner, 2, locations.lineNumber[k]);
        writeChunk(to, 4, written(inner));
      }
    });
  }
}
function addSamples(draft, profile, values, string) {
  const { samples, sampleTypes } = profile;
  const { sign, columns, keepZero } = values;
  const { inner } = draft;
  for (let s = 0; s < samples.count; s++) {
    const value = (column) => samples.values[s * sampleTypes.length + column];
    if (!keepZero && columns.every((column) => value(column) === 0)) continue;
    put(draft, 2, (to) => {
      inner.length = 0;
      const end = samples.locationStart[s + 1];
      for (let i = samples.locationStart[s]; i < end; i++) {
        writeVarint(inner, draft.locations + 1 + samples.locations[i]);
      }
      writeChunk(to, 1, written(inner));
      inner.length = 0;
      for (const column of columns) writeInteger(inner, sign * value(column) || 0);
      writeChunk(to, 2, written(inner));
      addLabels(draft, profile, s, string, sign);
    });
  }
}
function addLabels(draft, { samples: { labels } }, s, string, sign) {
  const { message, inner } = draft;
  const baseKey = stringIn(draft, BASE_LABEL);
  for (let k = labels.start[s]; k < labels.start[s + 1]; k++) {
    const key = string(labels.key[k]);
    if (sign === -1 && key === baseKey) continue;
    inner.length = 0;
    writeNumber(inner, 1, key);
    writeNumber(inner, 2, string(labels.text[k]));
    writeNumber(inner, 3, word64(labels.number, k));
    writeNumber(inner, 4, string(labels.unit[k]));
    writeChunk(message, 3, written(inner));
  }
  if (sign === 1) return;
  inner.length = 0;
  writeNumber(inner, 1, baseKey);
  writeNumber(inner, 2, stringIn(draft, "true"));
  writeChunk(message, 3, written(inner));
}
function earliest(a, b) {
  return a === 0n || b !== 0n && b < a ? b : a;
}
function commonTypes(base, head) {
  const names = (profile) => quoteAll(profile.sampleTypes.map(({ type }) => type));
  const common = head.sampleTypes.filter(
    ({ type }) => base.sampleTypes.some((other) => other.type === type)
  );
  if (common.length === 0) {
    throw new InputError(
      `has no sample type in common with ${base.file}: ${names(head)} here, ${names(base)} there`,
      { file: head.file }
    );
  }
  for (const { type, unit } of common) {
    const other = base.sampleTypes.find((candidate) => candidate.type === type);
    if (other !== void 0 && other.unit !== unit) {
      throw new InputError(
        `counts ${quote(type)} in ${quote(unit)}, ${base.file} in ${quote(other.unit)}`,
        { file: head.file }
      );
    }
  }
  return common;
}

export {
  writeProfile,
  writeDiff
};
