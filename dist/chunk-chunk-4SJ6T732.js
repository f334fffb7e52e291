import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  attributeNames,
  countNames,
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
} from "./chunk-chunk-27ILUWF2.js";
import {
  InputError
} from "./chunk-chunk-TNIRC7FT.js";

// src/settings/findconfig.ts
import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
var usualConfig = ".github/flamegate.yml";
async function readConfigFile(named, cwd = process.cwd()) {
  const file = named ?? await usualConfigFrom(cwd);
  const source = await readFile(resolve(cwd, file), "utf8").catch((error) => {
    const absent = "code" in error && error.code === "ENOENT";
    if (absent && file === usualConfig) return null;
    throw new InputError(absent ? "there is no such file" : error.message, { file });
  });
  if (source === null) return {};
  return (await import("./chunk-configfile-57JXVRBX.js")).parseConfigFile(source, file);
}
async function usualConfigFrom(cwd) {
  const exists = (path) => stat(path).then(Boolean, () => false);
  for (let up = ""; ; up = join(up, "..")) {
    const directory = resolve(cwd, up);
    if (await exists(join(directory, usualConfig))) return join(up, usualConfig);
    const almost = usualConfig.replace(/yml$/, "yaml");
    if (await exists(join(directory, almost))) {
      throw new InputError(`is not read: call it ${usualConfig}`, { file: join(up, almost) });
    }
    const top = await exists(join(directory, ".git")) || directory === dirname(directory);
    if (top) return usualConfig;
  }
}

// src/settings/table.ts
var plain = (text) => text;
var word = (words) => (text, name) => parseWord(text, words, name);
var settings = {
  threshold: { name: "threshold", read: parsePercent },
  countThreshold: { name: "count-threshold", read: parsePercent },
  profileThreshold: { name: "profile-threshold", read: parsePoints },
  alpha: { name: "alpha", read: parseRate },
  suspect: { name: "suspect", read: parseRate },
  see: { name: "see", read: parsePercent },
  runner: { name: "runner", read: word(runnerNames) },
  test: { name: "test", read: word(testNames) },
  failOn: { name: "fail-on", read: parseFailOn },
  confirm: { name: "confirm", read: parseConfirm },
  count: { name: "count", read: word(countNames) },
  against: { name: "against", read: plain },
  maxTime: { name: "max-time", read: parseDuration },
  maxRounds: { name: "max-rounds", read: parseRounds },
  sampleType: { name: "sample-type", read: plain },
  profileGroupBy: { name: "profile-group-by", flag: "group-by", read: plain },
  attribute: { name: "attribute", read: word(attributeNames) }
};
function layerOf(given) {
  const layer = {};
  for (const [key, entry] of Object.entries(settings)) {
    const text = given(entry);
    if (text !== void 0) layer[key] = entry.read(text, entry.name);
  }
  return layer;
}
var flagKey = ({ name, flag = name }) => flag.replaceAll(/-[a-z]/g, (of) => of.slice(1).toUpperCase());

export {
  readConfigFile,
  layerOf,
  flagKey
};
