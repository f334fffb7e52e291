import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  text,
  word64
} from "./chunk-chunk-JVK7RXZK.js";
import {
  quote,
  quoteAll
} from "./chunk-chunk-ID4REKW5.js";
import {
  InputError
} from "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/profile/write.ts
import { gzipSync } from "node:zlib";
var BASE_LABEL = "pprof::base";
async function writeDiff(base, head) {
  const { Profile: File, StringTable } = await import("./chunk-esm-HDMBAUZS.js");
  const strings = new StringTable();
  const types = commonTypes(base, head);
  const headPart = encode(head, 1, types, strings, emptyPart());
  const both = encode(base, -1, types, strings, headPart);
  const valueType = ({ type, unit }) => ({
    type: strings.dedup(type),
    unit: strings.dedup(unit)
  });
  const comments = new Set(
    [head, base].flatMap(
      (profile) => Array.from(profile.comments, (index) => text(profile.strings, index))
    )
  );
  const isCommon = (name) => types.some(({ type }) => type === name);
  const file = new File({
    ...both,
    sampleType: types.map(valueType),
    stringTable: strings,
    // pprof applies the first profile's to both.
    dropFrames: strings.dedup(head.dropFrames),
    keepFrames: strings.dedup(head.keepFrames),
    timeNanos: earliest(head.timeNanos, base.timeNanos),
    durationNanos: head.durationNanos + base.durationNanos,
    periodType: valueType(head.periodType),
    period: Math.max(head.period, base.period),
    comment: Array.from(comments, (comment) => strings.dedup(comment)),
    defaultSampleType: strings.dedup(
      [head.defaultSampleType, base.defaultSampleType].find(isCommon) ?? ""
    )
  });
  return gzipSync(file.encode());
}
var emptyPart = () => ({ sample: [], mapping: [], location: [], function: [] });
function encode(profile, sign, types, strings, part) {
  const string = stringMover(profile, strings);
  const first = {
    mapping: part.mapping.length + 1,
    location: part.location.length + 1,
    function: part.function.length + 1
  };
  addMappings(profile, first.mapping, string, part);
  addFunctions(profile, first.function, string, part);
  addLocations(profile, first, part);
  addSamples(profile, sign, types, first.location, { string, strings }, part);
  return part;
}
function stringMover({ strings: from }, to) {
  const moved = new Int32Array(from.start.length).fill(-1);
  return (index) => {
    if (moved[index] === -1) {
      moved[index] = to.dedup(text(from, index));
    }
    return moved[index];
  };
}
function addMappings({ mappings }, firstId, string, to) {
  for (let m = 0; m < mappings.count; m++) {
    const flags = mappings.flags[m];
    to.mapping.push({
      id: firstId + m,
      memoryStart: unsigned(mappings.range, 3 * m),
      memoryLimit: unsigned(mappings.range, 3 * m + 1),
      fileOffset: unsigned(mappings.range, 3 * m + 2),
      filename: string(mappings.file[m]),
      buildId: string(mappings.buildId[m]),
      hasFunctions: (flags & 1) !== 0,
      hasFilenames: (flags & 2) !== 0,
      hasLineNumbers: (flags & 4) !== 0,
      hasInlineFrames: (flags & 8) !== 0
    });
  }
}
function addFunctions({ functions }, firstId, string, to) {
  for (let f = 0; f < functions.count; f++) {
    to.function.push({
      id: firstId + f,
      name: string(functions.name[f]),
      systemName: string(functions.systemName[f]),
      filename: string(functions.file[f]),
      startLine: functions.startLine[f]
    });
  }
}
function addLocations({ locations }, first, to) {
  for (let l = 0; l < locations.count; l++) {
    const mapping = locations.mapping[l];
    const line = [];
    const end = locations.lineStart[l + 1];
    for (let k = locations.lineStart[l]; k < end; k++) {
      line.push({
        functionId: first.function + locations.lineFunction[k],
        line: locations.lineNumber[k]
      });
    }
    to.location.push({
      id: first.location + l,
      mappingId: mapping < 0 ? 0 : first.mapping + mapping,
      address: unsigned(locations.address, l),
      line
    });
  }
}
function addSamples(profile, sign, types, firstLocation, { string, strings }, to) {
  const { samples, sampleTypes } = profile;
  const columns = types.map(({ type }) => sampleTypes.findIndex((own) => own.type === type));
  const baseKey = strings.dedup(BASE_LABEL);
  const baseLabel = { key: baseKey, str: strings.dedup("true") };
  for (let s = 0; s < samples.count; s++) {
    const value = columns.map(
      (column) => sign * samples.values[s * sampleTypes.length + column]
    );
    if (value.every((one) => one === 0)) {
      continue;
    }
    const stack = samples.locations.subarray(
      samples.locationStart[s],
      samples.locationStart[s + 1]
    );
    const label = labelsOf(profile, s, string);
    to.sample.push({
      locationId: Array.from(stack, (location) => firstLocation + location),
      value,
      label: sign === 1 ? label : [...label.filter(({ key }) => key !== baseKey), baseLabel]
    });
  }
}
function labelsOf({ samples: { labels } }, s, string) {
  const found = [];
  for (let k = labels.start[s]; k < labels.start[s + 1]; k++) {
    found.push({
      key: string(labels.key[k]),
      str: string(labels.text[k]),
      num: word64(labels.number, k),
      numUnit: string(labels.unit[k])
    });
  }
  return found;
}
function unsigned(words, index) {
  return BigInt.asUintN(64, word64(words, index));
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
        {
          file: head.file
        }
      );
    }
  }
  return common;
}
export {
  writeDiff
};
