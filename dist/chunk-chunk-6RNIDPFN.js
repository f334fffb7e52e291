import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  attributeNames,
  confirmNames,
  countNames,
  failOnNames,
  parseConfirm,
  parseDuration,
  parseFailOn,
  parsePercent,
  parsePoints,
  parseRate,
  parseRounds,
  parseWord,
  runnerNames,
  testNames
} from "./chunk-chunk-OBSUUNSJ.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/settings/table.ts
init_define_FLAMEGATE_PAGE();
var oneOf = (words) => ({
  shape: { enum: words },
  read: (text2, name) => parseWord(text2, words, name)
});
var text = { shape: { type: "string", minLength: 1 }, read: (given) => given };
var percent = {
  value: "percent",
  shape: { type: "string", pattern: "^\\s*\\d+(\\.\\d+)?\\s*%\\s*$" },
  read: parsePercent
};
var rate = {
  value: "rate",
  shape: {
    anyOf: [
      { type: "number", exclusiveMinimum: 0, maximum: 0.5 },
      { type: "string", pattern: "^\\s*\\d*\\.?\\d+\\s*%?\\s*$" }
    ]
  },
  read: parseRate
};
var failOnWord = `(${[...failOnNames, "inconclusive"].join("|")})`;
var settings = {
  threshold: {
    ...{ name: "threshold", ...percent, default: "5%" },
    help: "relative change of a benchmark that matters, like 5%"
  },
  countThreshold: {
    ...{ name: "count-threshold", ...percent, default: "1%" },
    help: "relative change of counted instructions that matters, like 1%"
  },
  profileThreshold: {
    ...{ name: "profile-threshold", value: "points", default: "2pp", read: parsePoints },
    help: "rise of a function's share that matters, in percentage points, like 2pp",
    shape: { type: "string", pattern: "^\\s*\\d+(\\.\\d+)?\\s*pp\\s*$" }
  },
  alpha: {
    ...{ name: "alpha", ...rate, default: "0.01" },
    help: "how often unchanged code may fail, like 0.01"
  },
  suspect: {
    ...{ name: "suspect", ...rate, default: "0.08" },
    help: "how often unchanged code may be a suspect, like 0.08"
  },
  see: {
    ...{ name: "see", ...percent, default: "" },
    help: "a slowdown that every benchmark must be able to show, like 20%"
  },
  runner: {
    ...{ name: "runner", value: "kind", ...oneOf(runnerNames), default: "learned" },
    help: "the machine that measures: shared, dedicated (nothing else runs on it), or learned from runs of the base"
  },
  test: {
    ...{ name: "test", value: "name", ...oneOf(testNames), default: "welch" },
    help: "welch (geometric means) or mann-whitney (medians, as benchstat)"
  },
  failOn: {
    ...{ name: "fail-on", value: "what", default: "regression", read: parseFailOn, isList: true },
    help: "what fails: regression, suspect, incomplete (a list), or never",
    shape: {
      anyOf: [
        { type: "string", pattern: `^[\\s,]*${failOnWord}([\\s,]+${failOnWord})*[\\s,]*$` },
        { type: "array", items: { enum: [...failOnNames, "inconclusive"] }, minItems: 1 }
      ]
    }
  },
  confirm: {
    ...{ name: "confirm", value: "what", default: "auto", read: parseConfirm },
    help: "what looks slower is measured again: auto, suspects (only with run) or never",
    shape: { enum: [...confirmNames, "undecided"] }
  },
  count: {
    ...{ name: "count", value: "when", ...oneOf(countNames), default: "" },
    help: "compare by instructions in place of time: true, auto (where it can be done) or false",
    shape: { enum: [true, false, ...countNames] }
  },
  against: {
    ...{ name: "against", value: "revision", ...text, default: "merge-base" },
    help: "what is measured against: merge-base, base branch, or a branch, tag or commit"
  },
  maxTime: {
    ...{ name: "max-time", value: "time", default: "", read: parseDuration },
    help: "how long rounds may take, like 10m; by default 10m, without run 5m in all",
    shape: {
      type: "string",
      pattern: "^\\s*(?=\\d)(\\d+h)?(\\d+m)?(\\d+s)?\\s*$"
    }
  },
  maxRounds: {
    ...{ name: "max-rounds", value: "number", default: "200", read: parseRounds },
    help: "rounds at most, 6 to 200; they end before when all is decided",
    shape: {
      anyOf: [
        { type: "integer", minimum: 6, maximum: 200 },
        { type: "string", pattern: "^\\s*\\d+\\s*$" }
      ]
    }
  },
  format: {
    ...{ name: "format", flag: "format-in", value: "name", ...text, default: "" },
    help: "format of benchmark files, like go, whatever they look like; `flamegate formats` lists them"
  },
  sampleType: {
    ...{ name: "sample-type", value: "name", ...text, default: "" },
    help: "the profile's value to compare, like alloc_space; by default chosen by its meaning"
  },
  profileGroupBy: {
    ...{ name: "profile-group-by", flag: "group-by", value: "label", ...text, default: "" },
    help: "the key of a label of profiles: each of its values is compared with its own total"
  },
  attribute: {
    ...{ name: "attribute", value: "to", ...oneOf(attributeNames), default: "user" },
    help: "user: runtime frames are charged to the user code that called them; raw: as they are"
  }
};
function layerOf(given) {
  const layer = {};
  for (const [key, entry] of Object.entries(settings)) {
    const text2 = given(entry);
    if (text2 !== void 0) layer[key] = entry.read(text2, entry.name);
  }
  return layer;
}
var flagOf = (entry) => `--${entry.flag ?? entry.name} <${entry.value}>`;
var flagKey = ({ name, flag = name }) => flag.replaceAll(/-[a-z]/g, (item) => item.slice(1).toUpperCase());

export {
  settings,
  layerOf,
  flagOf,
  flagKey
};
