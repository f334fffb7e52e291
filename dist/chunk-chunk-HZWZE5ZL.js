import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  text,
  word64
} from "./chunk-chunk-2NZK6ZYN.js";
import {
  appendFloat64,
  appendInt32,
  filled,
  filledFloat64,
  float64Column,
  int32Column
} from "./chunk-chunk-6BBP5BRQ.js";
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

// src/profile/write/combine.ts
init_define_FLAMEGATE_PAGE();
import { randomInt } from "node:crypto";

// src/profile/write/combinesymbols.ts
init_define_FLAMEGATE_PAGE();
var symbolColumns = () => ({
  locationMapping: int32Column(1024),
  address: int32Column(2048),
  lineStart: int32Column(1024),
  lineFunction: int32Column(1024),
  lineNumber: float64Column(1024),
  functionName: int32Column(1024),
  systemName: int32Column(1024),
  functionFile: int32Column(1024),
  startLine: float64Column(1024),
  range: int32Column(64),
  mappingFile: int32Column(16),
  buildId: int32Column(16),
  flags: int32Column(16)
});
function newSymbols() {
  const columns = symbolColumns();
  appendInt32(columns.lineStart, 0);
  return {
    strings: /* @__PURE__ */ new Map([["", 0]]),
    mappings: /* @__PURE__ */ new Map(),
    functions: /* @__PURE__ */ new Map(),
    locations: /* @__PURE__ */ new Map(),
    columns
  };
}
function remembered(count, move) {
  const moved = new Int32Array(count).fill(-1);
  return (index) => {
    if (moved[index] === -1) moved[index] = move(index);
    return moved[index];
  };
}
var stringMover = (from, to) => remembered(from.start.length, (index) => {
  const string = text(from, index);
  const known = to.get(string) ?? to.size;
  to.set(string, known);
  return known;
});
function found(known, key, add) {
  const at = known.get(key);
  if (at !== void 0) return at;
  known.set(key, known.size);
  add();
  return known.size - 1;
}
function locationMover(combined, profile, string, mapping) {
  const { locations, mappings } = profile;
  const { columns } = combined;
  const func = functionMover(combined, profile, string);
  return remembered(locations.count, (l) => {
    const own = locations.mapping[l];
    const at = own < 0 ? -1 : mapping(own);
    let low = locations.address[2 * l];
    let high = locations.address[2 * l + 1];
    if (own >= 0) {
      const start = mappings.range[6 * own];
      const borrow = low >>> 0 < start >>> 0 ? 1 : 0;
      high = high - mappings.range[6 * own + 1] - borrow | 0;
      low = low - start | 0;
    }
    let key = `${at},${high},${low}`;
    const end = locations.lineStart[l + 1];
    for (let k = locations.lineStart[l]; k < end; k++) {
      key += `,${func(locations.lineFunction[k])},${locations.lineNumber[k]}`;
    }
    return found(combined.locations, key, () => {
      appendInt32(columns.locationMapping, at);
      const start = at < 0 ? 0 : columns.range.values[6 * at];
      const moved = low + start | 0;
      const carry = moved >>> 0 < start >>> 0 ? 1 : 0;
      const highStart = at < 0 ? 0 : columns.range.values[6 * at + 1];
      appendInt32(columns.address, moved);
      appendInt32(columns.address, high + highStart + carry | 0);
      for (let k = locations.lineStart[l]; k < end; k++) {
        appendInt32(columns.lineFunction, func(locations.lineFunction[k]));
        appendFloat64(columns.lineNumber, locations.lineNumber[k]);
      }
      appendInt32(columns.lineStart, columns.lineFunction.length);
    });
  });
}
function mappingMover(combined, profile, string) {
  const { mappings } = profile;
  const { columns } = combined;
  return remembered(mappings.count, (m) => {
    const [start, limit, offset] = [0, 1, 2].map(
      (at) => BigInt.asUintN(64, word64(mappings.range, 3 * m + at))
    );
    const pages = (BigInt.asUintN(64, limit - start) + 4095n) / 4096n;
    const file = string(mappings.file[m]);
    const buildId = string(mappings.buildId[m]);
    const name = buildId !== 0 ? `id ${buildId}` : `file ${file}`;
    return found(combined.mappings, `${pages},${offset},${name}`, () => {
      for (let k = 0; k < 6; k++) appendInt32(columns.range, mappings.range[6 * m + k]);
      appendInt32(columns.mappingFile, file);
      appendInt32(columns.buildId, buildId);
      appendInt32(columns.flags, mappings.flags[m]);
    });
  });
}
function functionMover(combined, { functions }, string) {
  const { columns } = combined;
  return remembered(functions.count, (f) => {
    const name = string(functions.name[f]);
    const systemName = string(functions.systemName[f]);
    const file = string(functions.file[f]);
    const startLine = functions.startLine[f];
    return found(combined.functions, `${name},${systemName},${file},${startLine}`, () => {
      appendInt32(columns.functionName, name);
      appendInt32(columns.systemName, systemName);
      appendInt32(columns.functionFile, file);
      appendFloat64(columns.startLine, startLine);
    });
  });
}
function finishSymbols({
  columns,
  strings
}) {
  return {
    locations: {
      count: columns.locationMapping.length,
      mapping: filled(columns.locationMapping),
      address: filled(columns.address),
      lineStart: filled(columns.lineStart),
      lineFunction: filled(columns.lineFunction),
      lineNumber: filledFloat64(columns.lineNumber)
    },
    functions: {
      count: columns.functionName.length,
      name: filled(columns.functionName),
      systemName: filled(columns.systemName),
      file: filled(columns.functionFile),
      startLine: filledFloat64(columns.startLine)
    },
    mappings: {
      count: columns.mappingFile.length,
      range: filled(columns.range),
      file: filled(columns.mappingFile),
      buildId: filled(columns.buildId),
      flags: Uint8Array.from(filled(columns.flags))
    },
    strings: stringsOf(strings)
  };
}
function stringsOf(strings) {
  const start = new Int32Array(strings.size);
  const end = new Int32Array(strings.size);
  const texts = [];
  let length = 0;
  let at = 0;
  for (const string of strings.keys()) {
    const bytes = Buffer.from(string);
    texts.push(bytes);
    start[at] = length;
    length += bytes.length;
    end[at++] = length;
  }
  return { bytes: Buffer.concat(texts), start, end };
}

// src/profile/write/combine.ts
var newColumns = () => ({
  stackStart: int32Column(1024),
  stack: int32Column(16384),
  labelSet: int32Column(1024),
  values: float64Column(2048)
});
function newCombined(first) {
  const combined = {
    first,
    profiles: 0,
    timeNanos: 0n,
    durationNanos: 0n,
    period: 0,
    defaultSampleType: "",
    comments: /* @__PURE__ */ new Set(),
    symbols: newSymbols(),
    labelSets: /* @__PURE__ */ new Map(),
    columns: newColumns(),
    table: new Int32Array(4096),
    hashes: new Int32Array(2048)
  };
  appendInt32(combined.columns.stackStart, 0);
  return combined;
}
function combine(combined, profile) {
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
  if (combined.symbols.mappings.size === 0 && profile.mappings.count > 0) mapping(0);
  const location = locationMover(combined.symbols, profile, string, mapping);
  addSamples(combined, profile, string, location);
}
function addSamples(combined, profile, string, location) {
  const { samples, file } = profile;
  const types = profile.sampleTypes.length;
  const { stack, stackStart, labelSet, values } = combined.columns;
  for (let s = 0; s < samples.count; s++) {
    let isZero = true;
    for (let t = 0; t < types; t++) isZero &&= samples.values[s * types + t] === 0;
    if (isZero) continue;
    const start = stack.length;
    const end = samples.locationStart[s + 1];
    for (let i = samples.locationStart[s]; i < end; i++) {
      appendInt32(stack, location(samples.locations[i]));
    }
    const set = labelSetOf(combined, profile, s, string);
    const sample = sampleOf(combined, start, set);
    if (sample < labelSet.length) {
      stack.length = start;
      for (let t = 0; t < types; t++) {
        const at = sample * types + t;
        const sum = values.values[at] + samples.values[s * types + t];
        if (!Number.isSafeInteger(sum)) {
          throw new InputError("the values of a stack add up to more than 2^53 - 1", { file });
        }
        values.values[at] = sum;
      }
    } else {
      appendInt32(stackStart, stack.length);
      appendInt32(labelSet, set);
      for (let t = 0; t < types; t++) {
        appendFloat64(values, samples.values[s * types + t]);
      }
    }
  }
}
function labelSetOf(combined, profile, s, string) {
  const { start, key, text: value, number, unit } = profile.samples.labels;
  const from = start[s];
  const end = start[s + 1];
  const tuples = [];
  for (let k = from; k < end; k++) {
    tuples.push([
      string(key[k]),
      string(value[k]),
      number[2 * k],
      number[2 * k + 1],
      string(unit[k])
    ]);
  }
  const set = JSON.stringify(tuples.length < 2 ? tuples : tuples.toSorted(inOrder));
  return found(combined.labelSets, set, () => {
  });
}
function inOrder(a, b) {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : a[at] - b[at];
}
var FACTOR = 2 * randomInt(2 ** 30) + 1;
function sampleOf(combined, start, set) {
  const { stack, stackStart, labelSet } = combined.columns;
  let hash = set;
  for (let i = start; i < stack.length; i++) {
    hash = Math.imul(hash ^ stack.values[i], FACTOR);
    hash ^= hash >>> 15;
  }
  const mask = combined.table.length - 1;
  for (let at = hash & mask; ; at = at + 1 & mask) {
    const sample = combined.table[at] - 1;
    if (sample < 0) {
      combined.table[at] = labelSet.length + 1;
      combined.hashes[labelSet.length] = hash;
      if (2 * (labelSet.length + 1) >= combined.table.length) growTable(combined);
      return labelSet.length;
    }
    if (combined.hashes[sample] !== hash || labelSet.values[sample] !== set) continue;
    const from = stackStart.values[sample];
    const depth = stack.length - start;
    if (stackStart.values[sample + 1] - from !== depth) continue;
    let i = 0;
    while (i < depth && stack.values[from + i] === stack.values[start + i]) i++;
    if (i === depth) return sample;
  }
}
function growTable(combined) {
  const count = combined.columns.labelSet.length + 1;
  const size = combined.table.length * 2;
  combined.table = new Int32Array(size);
  const hashes = new Int32Array(size / 2);
  hashes.set(combined.hashes);
  combined.hashes = hashes;
  for (let s = 0; s < count; s++) {
    let at = hashes[s] & size - 1;
    while (combined.table[at] !== 0) at = at + 1 & size - 1;
    combined.table[at] = s + 1;
  }
}
function mergeProfiles(profiles) {
  const [first, ...others] = profiles;
  if (others.length === 0) return first;
  const combined = newCombined(first);
  for (const profile of profiles) combine(combined, profile);
  return finishCombined(combined, profiles.map(({ file }) => file).join(", "));
}
function finishCombined(combined, file) {
  const { columns, first } = combined;
  return {
    file,
    sampleTypes: first.sampleTypes,
    defaultSampleType: combined.defaultSampleType,
    periodType: first.periodType,
    period: combined.period,
    timeNanos: combined.timeNanos,
    durationNanos: combined.durationNanos,
    dropFrames: "",
    keepFrames: "",
    comments: Int32Array.from(combined.comments),
    samples: {
      count: columns.labelSet.length,
      locationStart: filled(columns.stackStart),
      locations: filled(columns.stack),
      values: filledFloat64(columns.values),
      labels: labelsOf(combined)
    },
    ...finishSymbols(combined.symbols)
  };
}
function labelsOf({ labelSets, columns }) {
  const sets = Array.from(labelSets.keys(), (set) => JSON.parse(set));
  const start = int32Column(columns.labelSet.length + 1);
  const [key, value, number, unit] = [0, 0, 0, 0].map(int32Column);
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
    unit: filled(unit)
  };
}
function requireSameKind(first, profile) {
  const kinds = ({ sampleTypes, periodType }) => [...sampleTypes, periodType].map(({ type, unit }) => `${type}/${unit}`);
  const [wanted, own] = [kinds(first), kinds(profile)];
  if (wanted.length === own.length && wanted.every((kind, at) => kind === own[at])) return;
  throw new InputError(
    `cannot be merged with ${quote(first.file)}: it counts ${quoteAll(own)}, the other ${quoteAll(wanted)}`,
    { file: profile.file }
  );
}

export {
  newCombined,
  combine,
  mergeProfiles,
  finishCombined
};
