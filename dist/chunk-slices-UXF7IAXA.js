import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  hasLabel,
  indicesOf,
  labelKeys,
  labelValue
} from "./chunk-chunk-VWHO4UYV.js";
import "./chunk-chunk-2NZK6ZYN.js";
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

// src/profile/select/slices.ts
init_define_FLAMEGATE_PAGE();
var MAX_SLICES = 50;
function slicesOf(profile, key) {
  const keys = indicesOf(profile, key);
  if (!hasLabel(profile, keys)) return null;
  const ofValue = /* @__PURE__ */ new Map();
  const ofSample = new Int32Array(profile.samples.count);
  for (let s = 0; s < ofSample.length; s++) {
    const value = labelValue(profile, s, keys);
    let slice = ofValue.get(value);
    if (slice === void 0) {
      slice = ofValue.size;
      ofValue.set(value, slice);
      const values = ofValue.size - (ofValue.has("") ? 1 : 0);
      if (values > MAX_SLICES) throw unbounded(profile, key, [...ofValue.keys()]);
    }
    ofSample[s] = slice;
  }
  return { names: [...ofValue.keys()].map((value) => sliceName(key, value)), ofSample };
}
var sliceName = (key, value) => value === "" ? `no ${key}` : `${key}=${value}`;
function unbounded({ file }, key, values) {
  return new InputError(
    `the label ${quote(key)} has more than ${MAX_SLICES} values (${quoteAll(values.filter((value) => value !== "").slice(0, 3))}, ...): it names single requests, not kinds of work, and no two profiles could be compared by it; group by a label with a fixed set of values`,
    { file }
  );
}
function labelHint(profile) {
  const keys = labelKeys(profile);
  return keys.length === 0 ? "its samples have no labels" : `its labels are ${quoteAll(keys)}`;
}
export {
  labelHint,
  sliceName,
  slicesOf
};
