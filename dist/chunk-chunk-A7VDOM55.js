import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  addSample,
  finishTable,
  functionTable,
  sliceTables,
  startTable
} from "./chunk-chunk-5F4DIWO5.js";
import {
  foreignName,
  foreignReader,
  newSamples,
  profileOf,
  readContent,
  readSamples,
  sampleColumns
} from "./chunk-chunk-K37PVB3B.js";
import {
  text
} from "./chunk-chunk-2NZK6ZYN.js";
import {
  beginningOf,
  inflate
} from "./chunk-chunk-JF755UJZ.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/profiles/readtable.ts
init_define_FLAMEGATE_PAGE();

// src/profile/select/prune.ts
init_define_FLAMEGATE_PAGE();
var MAX_EXPRESSION = 2e4;
async function pruneFrames(profile) {
  if (profile.dropFrames === "") {
    return profile.keepFrames === "" ? profile : { ...profile, keepFrames: "" };
  }
  const isDropped = await frameFilter(profile);
  const pruned = isDropped === null ? profile : pruneStacks(profile, isDropped);
  return { ...pruned, dropFrames: "", keepFrames: "" };
}
async function frameFilter({
  dropFrames,
  keepFrames,
  file,
  strings
}) {
  const longest = dropFrames.length > keepFrames.length ? dropFrames : keepFrames;
  if (longest.length > MAX_EXPRESSION) {
    throw new InputError(
      `drop_frames or keep_frames has more than ${MAX_EXPRESSION} characters; write the profile without them`,
      { file, byte: Math.max(0, strings.bytes.indexOf(longest)) }
    );
  }
  const { RE2JS, RE2JSException } = await import("./chunk-build-KYL7ZAC4.js");
  try {
    const drop = RE2JS.compile(`^(${dropFrames})$`);
    const keep = keepFrames === "" ? null : RE2JS.compile(`^(${keepFrames})$`);
    return (name) => {
      const simple = withoutArguments(name);
      return drop.test(simple) && !keep?.test(simple);
    };
  } catch (error) {
    if (error instanceof RE2JSException) {
      return null;
    }
    throw error;
  }
}
function withoutArguments(name) {
  const simple = name.startsWith(".") ? name.slice(1) : name;
  for (const match of simple.matchAll(/\(anonymous namespace\)|operator\(\)|\(/g)) {
    if (match[0] === "(") {
      return simple.slice(0, match.index);
    }
  }
  return simple;
}
var KEPT = 0;
var SHORTENED = 1;
var DROPPED = 2;
function pruneStacks(profile, isDropped) {
  const { fates, lineStart, lineFunction, lineNumber } = pruneLines(profile, isDropped);
  const { samples } = profile;
  const locationStart = new Int32Array(samples.count + 1);
  const locations = new Int32Array(samples.locations.length);
  let length = 0;
  for (let s = 0; s < samples.count; s++) {
    locationStart[s] = length;
    const end = samples.locationStart[s + 1];
    const first = cutOf(samples.locations, samples.locationStart[s], end, fates);
    locations.set(samples.locations.subarray(first, end), length);
    length += end - first;
  }
  locationStart[samples.count] = length;
  return {
    ...profile,
    samples: { ...samples, locationStart, locations: locations.subarray(0, length) },
    locations: { ...profile.locations, lineStart, lineFunction, lineNumber }
  };
}
function cutOf(locations, start, end, fates) {
  let isUserSeen = false;
  for (let i = end - 1; i >= start; i--) {
    const fate = fates[locations[i]];
    if (fate === KEPT) {
      isUserSeen = true;
    } else if (isUserSeen) {
      return fate === DROPPED ? i + 1 : i;
    }
  }
  return start;
}
function pruneLines({ locations, functions, strings }, isDropped) {
  const verdicts = new Int8Array(functions.count).fill(-1);
  const isFunctionDropped = (f) => {
    if (verdicts[f] === -1) {
      const name = text(strings, functions.name[f]);
      verdicts[f] = name !== "" && isDropped(name) ? 1 : 0;
    }
    return verdicts[f] === 1;
  };
  const fates = new Uint8Array(locations.count);
  const lineStart = new Int32Array(locations.count + 1);
  const lineFunction = new Int32Array(locations.lineFunction.length);
  const lineNumber = new Float64Array(locations.lineNumber.length);
  let length = 0;
  for (let l = 0; l < locations.count; l++) {
    lineStart[l] = length;
    const start = locations.lineStart[l];
    const end = locations.lineStart[l + 1];
    let k = end - 1;
    while (k >= start && !isFunctionDropped(locations.lineFunction[k])) {
      k--;
    }
    fates[l] = k < start ? KEPT : k === end - 1 ? DROPPED : SHORTENED;
    for (let kept = fates[l] === SHORTENED ? k + 1 : start; kept < end; kept++) {
      lineFunction[length] = locations.lineFunction[kept];
      lineNumber[length++] = locations.lineNumber[kept];
    }
  }
  lineStart[locations.count] = length;
  return {
    fates,
    lineStart,
    lineFunction: lineFunction.subarray(0, length),
    lineNumber: lineNumber.subarray(0, length)
  };
}

// src/formats/profiles/readtable.ts
async function readTables(input, options = {}) {
  const { filters = {}, attribute, groupBy } = options;
  const isFiltered = Object.values(filters).some((filter) => filter !== "");
  if (!isFiltered && attribute === void 0 && groupBy === void 0) {
    return { tables: [await readTable(input, options)], idle: [] };
  }
  const { profile, slices, idle } = await readSeen(input, options);
  const tables = slices === null ? [functionTable(profile, options)] : sliceTables(profile, slices, options);
  return { tables, idle };
}
async function readSeen(input, options) {
  const { groupBy } = options;
  const whole = await readAnyProfile(input);
  const slices = groupBy === void 0 ? null : await slicesIn(whole, groupBy);
  const idle = groupBy !== void 0 && slices === null ? ["groupBy"] : [];
  const seen = await asSeen(whole, options);
  return { profile: seen.profile, slices, idle: [...idle, ...seen.idle] };
}
async function asSeen(profile, { filters = {}, attribute }) {
  const { filterProfile } = await import("./chunk-filter-ILOVHYO6.js");
  const filtered = await filterProfile(profile, filters);
  if (attribute === void 0) return filtered;
  const { attributeToUser } = await import("./chunk-attribute-2YQJSHI5.js");
  return { ...filtered, profile: attributeToUser(filtered.profile) };
}
async function readAnyProfile(input) {
  const content = inflate(input.bytes, input);
  const foreign = foreignReader(content);
  return foreign === null ? pruneFrames(profileOf(content, input.file)) : (await foreign())(content, input.file);
}
async function oddities(input) {
  if (foreignName(beginningOf(input.bytes)) !== "collapsed") return [];
  const { openEnd } = await import("./chunk-collapsed-3OFYDGAQ.js");
  const message = openEnd(inflate(input.bytes, input));
  return message === null ? [] : [{ kind: "profile", file: input.file, message }];
}
async function slicesIn(profile, key) {
  return (await import("./chunk-slices-UXF7IAXA.js")).slicesOf(profile, key);
}
async function readTable(input, options = {}) {
  const content = inflate(input.bytes, input);
  const foreign = foreignReader(content);
  if (foreign !== null) return functionTable((await foreign())(content, input.file), options);
  const read = readContent(
    content,
    input.file,
    (frame, samples) => frame.dropFrames === "" ? countedTable(frame, samples, options) : { profile: { ...frame, samples: sampleColumns(samples) } }
  );
  return "profile" in read ? functionTable(await pruneFrames(read.profile), options) : read;
}
function countedTable(frame, source, options) {
  const draft = startTable(frame, options);
  const one = newSamples(source, 1024);
  const { locations, values, labelKey, labelText, labelNumber, labelUnit } = one;
  readSamples(one, () => {
    const isBase = labelKey.length > 0 && draft.isBase(labelKey.values, labelText.values, 0, labelKey.length);
    addSample(draft, locations.values, 0, locations.length, values.values, 0, isBase);
    for (const column of [locations, values, labelKey, labelText, labelNumber, labelUnit]) {
      column.length = 0;
    }
  });
  if (!Number.isSafeInteger(draft.sums[draft.typeIndex])) throw sumTooLarge(source);
  return finishTable(draft);
}
function sumTooLarge({ file, start }) {
  return new InputError("the values add up to more than 2^53 - 1 and cannot be counted exactly", {
    file,
    byte: start
  });
}

export {
  readTables,
  readSeen,
  asSeen,
  readAnyProfile,
  oddities
};
