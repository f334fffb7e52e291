import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  text
} from "./chunk-chunk-JVK7RXZK.js";
import {
  InputError
} from "./chunk-chunk-YOAMKUER.js";

// src/profile/prune.ts
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
  const { RE2JS, RE2JSException } = await import("./chunk-build-QGE2AHCV.js");
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

export {
  pruneFrames
};
