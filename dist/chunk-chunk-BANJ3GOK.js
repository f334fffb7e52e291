import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/criterionset.ts
init_define_FLAMEGATE_PAGE();
function criterionSet(file) {
  const [, directory = "", name = ""] = /^(?:(.*)\/)?([^/]*)$/.exec(file) ?? [];
  if (name === "tukey.json") return null;
  return /(?:^|\/)(?:base|change|report)$/.test(directory) ? null : directory;
}

export {
  criterionSet
};
