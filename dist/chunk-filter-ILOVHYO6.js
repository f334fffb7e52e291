import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  filterNames
} from "./chunk-chunk-ZUGVML7C.js";
import {
  addFunction,
  addLocation,
  addString,
  extend,
  extended,
  keepLines,
  rewriteStacks
} from "./chunk-chunk-EFJZRIPC.js";
import {
  compileExpression,
  matchFrames,
  remember
} from "./chunk-chunk-BMY7VOPR.js";
import {
  indicesOf,
  isNumber,
  isText,
  labelUnits,
  labelValue,
  numberOf,
  scale
} from "./chunk-chunk-VWHO4UYV.js";
import {
  text
} from "./chunk-chunk-2NZK6ZYN.js";
import {
  quote
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/select/filter.ts
init_define_FLAMEGATE_PAGE();

// src/profile/select/labelframes.ts
init_define_FLAMEGATE_PAGE();
function addLabelFrames(profile, roots, leaves) {
  const extension = extend(profile);
  const keysOf = (list) => list.split(",").filter((key) => key !== "").toReversed().map((key) => ({ key, indices: indicesOf(profile, key) }));
  const [rootKeys, leafKeys] = [keysOf(roots), keysOf(leaves)];
  const shared = /* @__PURE__ */ new Map();
  const frames = (s, keys, out) => {
    let isFound = false;
    for (const [i, { key, indices }] of keys.entries()) {
      const value = labelValue(profile, s, indices);
      isFound ||= value !== "";
      const id = JSON.stringify([key, value]);
      let location = shared.get(id);
      if (location === void 0) {
        const f = addFunction(extension, value, addString(extension, key), 0);
        location = addLocation(extension, -1, [[f, 0]]);
        shared.set(id, location);
      }
      out[i] = location;
    }
    return isFound;
  };
  let [isRootFound, isLeafFound] = [false, false];
  const samples = rewriteStacks(
    profile.samples,
    (stack, out, s) => {
      const rootStart = leafKeys.length + stack.length;
      isLeafFound = frames(s, leafKeys, out) || isLeafFound;
      out.set(stack, leafKeys.length);
      isRootFound = frames(s, rootKeys, out.subarray(rootStart)) || isRootFound;
      return rootStart + rootKeys.length;
    },
    rootKeys.length + leafKeys.length
  );
  return { profile: extended(extension, samples), isRootFound, isLeafFound };
}

// src/profile/select/tagfilter.ts
init_define_FLAMEGATE_PAGE();
async function tagFilter(profile, filter, option) {
  const equals = filter.indexOf("=");
  const key = filter.slice(0, Math.max(0, equals));
  const value = filter.slice(equals + 1);
  const keys = key === "" ? null : indicesOf(profile, key);
  const range = parseRange(value, option);
  if (range !== null) return rangeTest(profile, keys, range);
  const tests = [];
  for (const expression of value.split(",")) {
    tests.push(await compileExpression(expression, option));
  }
  return keys === null ? pairTest(profile, tests) : valueTest(profile, keys, tests);
}
function parseRange(filter, option) {
  const bounds = [...filter.matchAll(/([+-]?[0-9]+)([A-Za-z]+)?/g)].slice(0, 2);
  const [first, second] = bounds;
  if (first === void 0) return null;
  const low = bound(first[1] ?? "", option);
  const { value: least, unit } = scale(low, first[2] ?? "", first[2] ?? "");
  const within = (test) => (value, from) => {
    const scaled = scale(value, from, unit);
    return scaled.unit === unit && test(scaled.value);
  };
  if (second === void 0) {
    if (filter === first[0]) return within((value) => value === least);
    if (filter === `${first[0]}:`) return within((value) => value >= least);
    if (filter === `:${first[0]}`) return within((value) => value <= least);
    return null;
  }
  if (filter !== `${first[0]}:${second[0]}`) return null;
  const high = scale(bound(second[1] ?? "", option), second[2] ?? "", unit);
  if (high.unit !== unit) return null;
  return within((value) => value >= least && value <= high.value);
}
function bound(digits, option) {
  const value = Number(digits);
  if (Number.isSafeInteger(value)) return value;
  throw new InputError(`${option}: ${quote(digits)} is beyond 2^53 - 1`);
}
function rangeTest(profile, keys, range) {
  const units = labelUnits(profile);
  return anyLabel(profile, (k, key) => {
    if (!isNumber(profile, k) || keys !== null && !keys.has(key)) return false;
    return range(numberOf(profile, k), units.get(text(profile.strings, key)) ?? "");
  });
}
function pairTest(profile, tests) {
  const { labels } = profile.samples;
  const each = tests.map((test) => {
    const ofKey = /* @__PURE__ */ new Map();
    return anyLabel(profile, (k, key) => {
      if (!isText(profile, k)) return false;
      let isMatch = ofKey.get(key);
      if (isMatch === void 0) {
        const name = text(profile.strings, key);
        isMatch = remember(profile.strings, (value) => test(`${name}:${value}`));
        ofKey.set(key, isMatch);
      }
      return isMatch(labels.text[k]);
    });
  });
  return (s) => each.every((isMatch) => isMatch(s));
}
function valueTest(profile, keys, tests) {
  const { labels } = profile.samples;
  const isMatch = remember(profile.strings, (value) => tests.some((test) => test(value)));
  return anyLabel(
    profile,
    (k, key) => isText(profile, k) && keys.has(key) && isMatch(labels.text[k])
  );
}
function anyLabel({ samples: { labels } }, test) {
  return (s) => {
    const end = labels.start[s + 1];
    for (let k = labels.start[s]; k < end; k++) {
      if (test(k, labels.key[k])) return true;
    }
    return false;
  };
}

// src/profile/select/filter.ts
async function filterProfile(profile, filters) {
  const idle = [];
  const note = (name, matched) => {
    if (!matched) idle.push(name);
  };
  let result = profile;
  if (filters.tagroot || filters.tagleaf) {
    const added = addLabelFrames(result, filters.tagroot ?? "", filters.tagleaf ?? "");
    note("tagroot", !filters.tagroot || added.isRootFound);
    note("tagleaf", !filters.tagleaf || added.isLeafFound);
    result = added.profile;
  }
  result = filterByName(result, await nameMatches(result, filters), note);
  if (filters.showFrom) {
    result = showFrom(result, await matchesOf(result, filters, "showFrom"), note);
  }
  for (const name of ["tagfocus", "tagignore"]) {
    const expression = filters[name];
    if (!expression) continue;
    const isMatch = await tagFilter(result, expression, name);
    result = filterByLabel(result, isMatch, name === "tagfocus", (found) => note(name, found));
  }
  return { profile: result, idle };
}
async function matchesOf(profile, filters, name) {
  const test = await compileExpression(filters[name] ?? "", filterNames[name]);
  return matchFrames(profile, { name: test, file: test, mapping: test });
}
async function nameMatches(profile, filters) {
  const found = {};
  for (const name of ["focus", "ignore", "hide", "show"]) {
    if (filters[name]) found[name] = await matchesOf(profile, filters, name);
  }
  return found;
}
var FOCUSED = 1;
var IGNORED = 2;
function filterByName(profile, matches, note) {
  const { focus, ignore, hide, show } = matches;
  if (!focus && !ignore && !hide && !show) return profile;
  const { locations } = profile;
  const regard = new Uint8Array(locations.count);
  for (let l = 0; l < locations.count; l++) {
    if (ignore && isMatched(locations, l, ignore)) regard[l] = IGNORED;
    else if (!focus || isMatched(locations, l, focus)) regard[l] = FOCUSED;
  }
  const { hidden, ...lines } = visibleLines(locations, hide, show);
  note("focus", !focus || regard.includes(FOCUSED));
  note("ignore", !ignore || regard.includes(IGNORED));
  note("hide", !hide || anyMatched(locations, hide));
  note("show", !show || hidden.includes(0));
  const samples = rewriteStacks(profile.samples, (stack, out) => {
    let isFocused = false;
    let length = 0;
    for (const location of stack) {
      if (regard[location] === IGNORED) return 0;
      isFocused ||= regard[location] === FOCUSED;
      if (hidden[location] === 0) out[length++] = location;
    }
    return isFocused ? length : 0;
  });
  return { ...profile, samples, locations: { ...locations, ...lines } };
}
var isMapped = ({ mapping }, l, { mappings }) => {
  const m = mapping[l];
  return m >= 0 && mappings[m] === 1;
};
function isMatched(locations, l, matches) {
  if (isMapped(locations, l, matches)) return true;
  const end = locations.lineStart[l + 1];
  for (let k = locations.lineStart[l]; k < end; k++) {
    if (matches.functions[locations.lineFunction[k]] === 1) return true;
  }
  return false;
}
function anyMatched(locations, matches) {
  for (let l = 0; l < locations.count; l++) if (isMatched(locations, l, matches)) return true;
  return false;
}
function visibleLines(locations, hide, show) {
  const hidden = new Uint8Array(locations.count);
  const lines = keepLines(locations, (l, k) => {
    const f = locations.lineFunction[k];
    if (hide && (isMapped(locations, l, hide) || hide.functions[f] === 1)) return false;
    return !show || isMapped(locations, l, show) || show.functions[f] === 1;
  });
  for (let l = 0; l < locations.count; l++) {
    const isEmpty = lines.lineStart[l] === lines.lineStart[l + 1];
    if (isEmpty && (show || hide && isMatched(locations, l, hide))) hidden[l] = 1;
  }
  return { hidden, ...lines };
}
function showFrom(profile, matches, note) {
  const { locations } = profile;
  const isShown = new Uint8Array(locations.count);
  const outermost = new Int32Array(locations.count);
  for (let l = 0; l < locations.count; l++) {
    const start = locations.lineStart[l];
    let k = locations.lineStart[l + 1] - 1;
    outermost[l] = k;
    if (isMapped(locations, l, matches)) {
      isShown[l] = 1;
      continue;
    }
    while (k >= start && matches.functions[locations.lineFunction[k]] === 0) k--;
    if (k < start) continue;
    isShown[l] = 1;
    outermost[l] = k;
  }
  note("showFrom", isShown.includes(1));
  const lines = keepLines(locations, (l, k) => k <= outermost[l]);
  const samples = rewriteStacks(profile.samples, (stack, out) => {
    let length = stack.length;
    while (length > 0 && isShown[stack[length - 1]] === 0) length--;
    out.set(stack.subarray(0, length));
    return length;
  });
  return { ...profile, samples, locations: { ...locations, ...lines } };
}
function filterByLabel(profile, isMatch, isWanted, found) {
  let any = false;
  const samples = rewriteStacks(profile.samples, (stack, out, s) => {
    const matched = isMatch(s);
    any ||= matched;
    if (matched !== isWanted) return 0;
    out.set(stack);
    return stack.length;
  });
  found(any);
  return { ...profile, samples };
}
export {
  filterProfile
};
