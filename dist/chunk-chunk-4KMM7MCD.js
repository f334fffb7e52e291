import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  field,
  numberIn,
  textOf
} from "./chunk-chunk-XNWMIJWR.js";

// src/profile/v8frame.ts
var MAX_DEPTH = 2e3;
function v8Frame(part) {
  const own = textOf(field(part, "functionName"));
  const file = textOf(field(part, "url"));
  const line = Math.max(0, numberIn(field(part, "lineNumber")) + 1);
  const base = file.slice(file.lastIndexOf("/") + 1);
  const name = own !== "" ? own : base === "" ? "(anonymous)" : `(anonymous ${base})`;
  return { name, file: file.replace(/^file:\/\//, ""), line, startLine: line };
}

export {
  MAX_DEPTH,
  v8Frame
};
