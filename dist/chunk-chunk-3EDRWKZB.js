import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/json.ts
init_define_FLAMEGATE_PAGE();
function jsonOf({ file, bytes }, repair = (text) => text) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  try {
    return parsed(text) ?? JSON.parse(repair(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`is not whole JSON, was it cut off? ${reason}`, { file });
  }
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function* jsonLinesOf({ bytes }, broken) {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let start = 0, line = 1; start < whole.length; line++) {
    const newline = whole.indexOf(10, start);
    const end = newline < 0 ? whole.length : newline;
    const text = whole.toString("utf8", start, end);
    start = end + 1;
    if (text.trim() === "") continue;
    const value = parsed(text);
    if (value === void 0) broken(line, text);
    else yield { line, value };
  }
}
var withoutNonFinite = (text) => text.replace(
  /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|-?\b(?:NaN|Infinity)\b/g,
  (found) => found.startsWith('"') ? found : "null"
);
var objectOf = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
var listOf = (value) => Array.isArray(value) ? value : [];
var textOf = (value) => typeof value === "string" ? value : "";
var isNumber = (value) => typeof value === "number" && Number.isFinite(value);
var numberOf = (value) => typeof value === "number" ? value : Number.NaN;

export {
  jsonOf,
  jsonLinesOf,
  withoutNonFinite,
  objectOf,
  listOf,
  textOf,
  isNumber,
  numberOf
};
