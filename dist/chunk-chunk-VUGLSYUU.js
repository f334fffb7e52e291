import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  flagName
} from "./chunk-chunk-EAYZLJTF.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/profileview.ts
init_define_FLAMEGATE_PAGE();
var names = [
  ...[
    "tree",
    "cum",
    "nodecount",
    "nodefraction",
    "unit",
    "divideBy",
    "mean",
    "normalize"
  ]
];
function profileView(flags) {
  const idle = ["sourcePath", "trimPath"].find((name) => flags[name] !== void 0);
  if (idle !== void 0 && flags.list === void 0) {
    throw new InputError(`${flagName(idle)} is for --list: leave it out, or name a function`);
  }
  const given = names.find((name) => flags[name] !== void 0);
  if (given === void 0) return {};
  const format = (flags.reports ?? []).find((report) => report.format !== "text")?.format;
  if (format !== void 0) {
    throw new InputError(
      `${flagName(given)} is for text: ${format} has every function, in the profile's own unit`
    );
  }
  const { nodecount, nodefraction, unit, divideBy, mean, normalize } = flags;
  return {
    ...flags.cum === void 0 ? {} : { cum: flags.cum },
    ...nodecount === void 0 ? {} : { nodeCount: whole(nodecount) },
    ...nodefraction === void 0 ? {} : { nodeFraction: part(nodefraction) },
    ...unit === void 0 ? {} : { unit },
    ...divideBy === void 0 ? {} : { divideBy: divisor(divideBy) },
    values: [unit, divideBy, mean, normalize].some((flag) => flag !== void 0)
  };
}
function whole(text) {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InputError(
    `--nodecount ${JSON.stringify(text)}: expected a whole number of functions, 0 for all`
  );
}
var decimal = (text) => /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
function divisor(text) {
  const value = decimal(text);
  if (value > 0 && Number.isFinite(value) && Number.isFinite(1 / value)) return value;
  throw new InputError(`--divide-by ${JSON.stringify(text)}: expected a number above 0, like 1000`);
}
function part(text) {
  const value = decimal(text);
  if (value >= 0 && value <= 1) return value;
  throw new InputError(
    `--nodefraction ${JSON.stringify(text)}: expected a part of the total from 0 to 1, like 0.005`
  );
}

export {
  profileView
};
