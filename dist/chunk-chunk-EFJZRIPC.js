import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/select/extend.ts
init_define_FLAMEGATE_PAGE();
function extend(profile) {
  return { profile, strings: /* @__PURE__ */ new Map(), functions: [], locations: [] };
}
function addString({ profile, strings }, value) {
  if (value === "") return 0;
  let index = strings.get(value);
  if (index === void 0) {
    index = profile.strings.start.length + strings.size;
    strings.set(value, index);
  }
  return index;
}
function addFunction(to, name, file, line) {
  to.functions.push({ name: addString(to, name), file, line });
  return to.profile.functions.count + to.functions.length - 1;
}
function addLocation(to, mapping, lines) {
  to.locations.push({ mapping, lines });
  return to.profile.locations.count + to.locations.length - 1;
}
function extended(from, samples) {
  const { profile, functions: added } = from;
  const { functions } = profile;
  const names = Int32Array.from(added, ({ name }) => name);
  return {
    ...profile,
    samples,
    strings: extendedStrings(from),
    functions: {
      count: functions.count + added.length,
      name: joined(functions.name, names),
      systemName: joined(functions.systemName, names),
      file: joined(
        functions.file,
        added.map(({ file }) => file)
      ),
      startLine: joinedFloat64(
        functions.startLine,
        added.map(({ line }) => line)
      )
    },
    locations: extendedLocations(from)
  };
}
function extendedStrings({ profile: { strings }, strings: added }) {
  const texts = [...added.keys()].map((value) => Buffer.from(value));
  const starts = [];
  const ends = [];
  let position = strings.bytes.length;
  for (const bytes of texts) {
    starts.push(position);
    position += bytes.length;
    ends.push(position);
  }
  return {
    bytes: Buffer.concat([strings.bytes, ...texts]),
    start: joined(strings.start, starts),
    end: joined(strings.end, ends)
  };
}
function extendedLocations({ profile: { locations }, locations: added }) {
  const lines = added.flatMap((location) => location.lines);
  let end = locations.lineFunction.length;
  const ends = added.map((location) => {
    end += location.lines.length;
    return end;
  });
  return {
    count: locations.count + added.length,
    mapping: joined(
      locations.mapping,
      added.map(({ mapping }) => mapping)
    ),
    address: joined(locations.address, new Int32Array(2 * added.length)),
    lineStart: joined(locations.lineStart, ends),
    lineFunction: joined(
      locations.lineFunction,
      lines.map(([f]) => f)
    ),
    lineNumber: joinedFloat64(
      locations.lineNumber,
      lines.map(([, line]) => line)
    )
  };
}
function joined(column, added) {
  const all = new Int32Array(column.length + added.length);
  all.set(column);
  all.set(added, column.length);
  return all;
}
function joinedFloat64(column, added) {
  const all = new Float64Array(column.length + added.length);
  all.set(column);
  all.set(added, column.length);
  return all;
}

// src/profile/select/rewrite.ts
init_define_FLAMEGATE_PAGE();
function keepLines({ count, lineStart, lineFunction, lineNumber }, isKept) {
  const kept = {
    lineStart: new Int32Array(count + 1),
    lineFunction: new Int32Array(lineFunction.length),
    lineNumber: new Float64Array(lineNumber.length)
  };
  let length = 0;
  for (let l = 0; l < count; l++) {
    kept.lineStart[l] = length;
    const end = lineStart[l + 1];
    for (let k = lineStart[l]; k < end; k++) {
      if (!isKept(l, k)) continue;
      kept.lineFunction[length] = lineFunction[k];
      kept.lineNumber[length++] = lineNumber[k];
    }
  }
  kept.lineStart[count] = length;
  return {
    lineStart: kept.lineStart,
    lineFunction: kept.lineFunction.subarray(0, length),
    lineNumber: kept.lineNumber.subarray(0, length)
  };
}
function rewriteStacks(samples, rewrite, more = 0) {
  const locationStart = new Int32Array(samples.count + 1);
  const locations = new Int32Array(samples.locations.length + samples.count * more);
  let length = 0;
  for (let s = 0; s < samples.count; s++) {
    locationStart[s] = length;
    const start = samples.locationStart[s];
    const stack = samples.locations.subarray(start, samples.locationStart[s + 1]);
    length += rewrite(stack, locations.subarray(length, length + stack.length + more), s);
  }
  locationStart[samples.count] = length;
  return { ...samples, locationStart, locations: locations.subarray(0, length) };
}

export {
  extend,
  addString,
  addFunction,
  addLocation,
  extended,
  keepLines,
  rewriteStacks
};
