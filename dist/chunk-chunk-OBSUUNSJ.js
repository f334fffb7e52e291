import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  require_mod
} from "./chunk-chunk-JMYYPOXT.js";
import {
  quote
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  __toESM,
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/settings/config.ts
init_define_FLAMEGATE_PAGE();
var import_fastest_levenshtein = __toESM(require_mod(), 1);

// src/settings/redact.ts
init_define_FLAMEGATE_PAGE();
var defaultRedact = { paths: [], thorough: null };

// src/settings/config.ts
var defaults = {
  threshold: 0.05,
  countThreshold: 0.01,
  profileThreshold: 0.02,
  alpha: 0.01,
  suspect: 0.08,
  see: void 0,
  runner: "learned",
  test: "welch",
  failOn: ["regression"],
  confirm: "auto",
  count: void 0,
  against: "merge-base",
  maxTime: void 0,
  maxRounds: 200,
  trustSingleRun: false,
  match: ["goos", "goarch", "cpu"],
  baselineRuns: 20,
  format: void 0,
  sampleType: void 0,
  profileFilters: {},
  profileGroupBy: void 0,
  attribute: "user",
  gateProfiles: ["cpu", "cpu-time", "cpu_time", "samples"],
  rules: [],
  functions: [],
  units: {},
  waivers: [],
  renamed: {},
  redact: defaultRedact
};
function resolveConfig(...layers) {
  const config = { ...defaults };
  for (const layer of layers.toReversed()) {
    for (const [key, value] of Object.entries(layer)) if (value !== void 0) config[key] = value;
  }
  return config;
}
var maxTimeOf = ({ maxTime }, isAsked) => maxTime ?? (isAsked ? 600 : 300);
function readOptions(config) {
  const { format, sampleType, profileFilters, profileGroupBy, attribute } = config;
  return {
    filters: profileFilters,
    ...format === void 0 ? {} : { benchmarkFormat: format },
    ...sampleType === void 0 ? {} : { sampleType },
    ...profileGroupBy === void 0 ? {} : { groupBy: profileGroupBy },
    ...attribute === "user" ? { attribute } : {}
  };
}
function parsePercent(text, name) {
  const match = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(text);
  if (match === null) throw new InputError(percentHint(text, name));
  return bounded(Number(match[1]) / 100, name, text);
}
function parsePoints(text, name) {
  const match = /^\s*(\d+(?:\.\d+)?)\s*pp\s*$/.exec(text);
  if (match === null) throw new InputError(pointsHint(text, name));
  return bounded(Number(match[1]) / 100, name, text);
}
function bounded(ratio, name, text) {
  if (ratio > 100) throw new InputError(`${name} ${quote(text)} is more than 10000 %`);
  return ratio;
}
function percentHint(text, name) {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number)) {
    const pp = text.trim().endsWith("pp") ? " Percentage points (pp) are for profile-threshold." : "";
    return `${name} ${quote(text)} is not a percentage: write it like 5%.${pp}`;
  }
  return `${name} ${quote(text)} has no unit: write ${number}% for ${number} percent (as a plain ratio it would mean ${trim(number * 100)}%)`;
}
function pointsHint(text, name) {
  const number = Number(text.replace("%", ""));
  if (text.trim() === "" || !Number.isFinite(number)) {
    return `${name} ${quote(text)} is not in percentage points: write it like 2pp`;
  }
  return text.includes("%") ? `${name} ${quote(text)} is a percentage: a function's share is compared in percentage points, so write ${number}pp` : `${name} ${quote(text)} has no unit: write ${number}pp for ${number} percentage points of the profile (as a plain fraction it would mean ${trim(number * 100)}pp)`;
}
function parseRate(text, name) {
  const value = text.trim().endsWith("%") ? Number(text.trim().slice(0, -1)) / 100 : Number(text.trim() === "" ? Number.NaN : text);
  if (!(value > 0 && value <= 0.5)) {
    throw new InputError(
      `${name} ${quote(text)} is not an error rate: write a number above 0 and at most 0.5, like 0.01`
    );
  }
  return value;
}
function parseFailOn(text, name = "fail-on") {
  const words = text.split(/[\s,]+/).filter((word) => word !== "");
  const given = words.map((word) => parseWord(word, [...failOnNames, "inconclusive"], name));
  if (given.length === 0) throw new InputError(`${name} is empty: write ${failOnNames.join(", ")}`);
  if (given.includes("never")) {
    if (given.length === 1) return [];
    throw new InputError(`${name} ${quote(text)}: never stands alone`);
  }
  const both = given.includes("inconclusive");
  return [
    "regression",
    ...both || given.includes("suspect") ? ["suspect"] : [],
    ...both || given.includes("incomplete") ? ["incomplete"] : []
  ];
}
function parseDuration(text, name = "max-time") {
  const match = /^\s*(?=\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?\s*$/.exec(text);
  const [, hours = 0, minutes = 0, seconds = 0] = match ?? [];
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (match !== null && total > 0 && total <= 24 * 3600) return total;
  throw new InputError(
    `${name} ${quote(text)} is not a time up to a day: write it like 10m, 90s or 1h30m`
  );
}
function parseRounds(text, name = "max-rounds") {
  const count = Number(text.trim() === "" ? Number.NaN : text);
  if (Number.isInteger(count) && count >= 6 && count <= 200) return count;
  throw new InputError(`${name} ${quote(text)} must be a whole number from 6 to 200`);
}
function parseWord(text, words, name) {
  const word = words.find((candidate) => candidate === text.trim());
  if (word !== void 0) return word;
  throw new InputError(
    `${name} ${quote(text)} is not known: it is one of ${words.join(", ")} (nearest: ${(0, import_fastest_levenshtein.closest)(text, [...words])})`
  );
}
var parseConfirm = (text, name = "confirm") => text.trim() === "undecided" ? "auto" : parseWord(text, confirmNames, name);
var testNames = ["welch", "mann-whitney"];
var attributeNames = ["raw", "user"];
var failOnNames = ["regression", "suspect", "incomplete", "never"];
var runnerNames = ["learned", "shared", "dedicated"];
var confirmNames = ["auto", "suspects", "never"];
var countNames = ["true", "auto", "false"];
var environmentNames = ["goos", "goarch", "cpu", "runner", "toolchain"];
var betterNames = ["lower", "higher", "unknown"];
var trim = (value) => String(Number(value.toPrecision(6)));

export {
  defaults,
  resolveConfig,
  maxTimeOf,
  readOptions,
  parsePercent,
  parsePoints,
  parseRate,
  parseFailOn,
  parseDuration,
  parseRounds,
  parseWord,
  parseConfirm,
  testNames,
  attributeNames,
  failOnNames,
  runnerNames,
  confirmNames,
  countNames,
  environmentNames,
  betterNames
};
