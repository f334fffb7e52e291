import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  appendFloat64,
  appendInt32,
  filled,
  filledFloat64,
  float64Column,
  int32Column
} from "./chunk-chunk-6BBP5BRQ.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/profiles/build.ts
init_define_FLAMEGATE_PAGE();
function newBuild(file, sampleTypes) {
  const build = {
    file,
    sampleTypes,
    strings: /* @__PURE__ */ new Map([["", 0]]),
    functions: /* @__PURE__ */ new Map(),
    functionName: int32Column(64),
    functionFile: int32Column(64),
    functionStart: float64Column(64),
    mappings: /* @__PURE__ */ new Map(),
    locations: /* @__PURE__ */ new Map(),
    locationMapping: int32Column(64),
    lineStart: int32Column(64),
    lineFunction: int32Column(64),
    lineNumber: float64Column(64),
    locationStart: int32Column(64),
    stacks: int32Column(1024),
    values: float64Column(64),
    labelStart: int32Column(64),
    labelKey: int32Column(0),
    labelText: int32Column(0)
  };
  for (const starts of [build.lineStart, build.locationStart, build.labelStart]) {
    appendInt32(starts, 0);
  }
  return build;
}
function index(map, key) {
  let found = map.get(key);
  if (found === void 0) {
    found = map.size;
    map.set(key, found);
  }
  return found;
}
function locationOf(build, frame) {
  const { name, file = "", line = 0, startLine = 0, mapping = "" } = frame;
  const m = mapping === "" ? -1 : index(build.mappings, mapping);
  const f = name === "" ? -1 : functionOf(build, name, file, startLine);
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
function functionOf(build, name, file, startLine) {
  const known = build.functions.size;
  const f = index(build.functions, JSON.stringify([name, file, startLine]));
  if (f === known) {
    appendInt32(build.functionName, index(build.strings, name));
    appendInt32(build.functionFile, index(build.strings, file));
    appendFloat64(build.functionStart, startLine);
  }
  return f;
}
var MAX_CELLS = 2 ** 26;
function addStack(build, stack, values, labels = {}) {
  if (build.stacks.length + stack.length > MAX_CELLS) {
    throw new InputError(`the stacks have more than ${MAX_CELLS} frames in all`, {
      file: build.file
    });
  }
  for (let i = 0; i < stack.length; i++) appendInt32(build.stacks, stack[i]);
  appendInt32(build.locationStart, build.stacks.length);
  for (const value of values) appendFloat64(build.values, value);
  for (const [key, text] of Object.entries(labels)) {
    appendInt32(build.labelKey, index(build.strings, key));
    appendInt32(build.labelText, index(build.strings, text));
  }
  appendInt32(build.labelStart, build.labelKey.length);
}
function built(build) {
  const mappingFile = Int32Array.from(build.mappings.keys(), (file) => index(build.strings, file));
  const labels = build.labelKey.length;
  return {
    file: build.file,
    sampleTypes: build.sampleTypes,
    ...{ defaultSampleType: "", periodType: { type: "", unit: "" }, period: 0 },
    ...{ timeNanos: 0n, durationNanos: 0n, dropFrames: "", keepFrames: "" },
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
        unit: new Int32Array(labels)
      }
    },
    locations: {
      count: build.locations.size,
      mapping: filled(build.locationMapping),
      address: new Int32Array(2 * build.locations.size),
      lineStart: filled(build.lineStart),
      lineFunction: filled(build.lineFunction),
      lineNumber: filledFloat64(build.lineNumber)
    },
    functions: {
      count: build.functions.size,
      name: filled(build.functionName),
      systemName: filled(build.functionName),
      file: filled(build.functionFile),
      startLine: filledFloat64(build.functionStart)
    },
    mappings: {
      count: mappingFile.length,
      range: new Int32Array(6 * mappingFile.length),
      file: mappingFile,
      buildId: new Int32Array(mappingFile.length),
      flags: new Uint8Array(mappingFile.length)
    },
    strings: stringsOf(build)
  };
}
function stringsOf({ strings }) {
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

export {
  newBuild,
  locationOf,
  addStack,
  built
};
