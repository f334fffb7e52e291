import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  InputError
} from "./chunk-chunk-PZOHENPX.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/formats/benchmarks/jsonobject.ts
init_define_FLAMEGATE_PAGE();
function jsonObject({ file, bytes }, first, repair = (text) => text) {
  const begin = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const key = /^\uFEFF?\s*\{\s*"([^"]*)"/.exec(begin.toString("utf8"))?.[1];
  if (key !== first) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8").replace(/^\uFEFF/, "");
  try {
    return objectOf(parsed(text) ?? JSON.parse(repair(text)));
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
var withoutNonFinite = (text) => text.replace(
  /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|-?\b(?:NaN|Infinity)\b/g,
  (found) => found.startsWith('"') ? found : "null"
);
var objectOf = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
var listOf = (value) => Array.isArray(value) ? value : [];
var textOf = (value) => typeof value === "string" ? value : "";
var isNumber = (value) => typeof value === "number" && Number.isFinite(value);

export {
  jsonObject,
  withoutNonFinite,
  objectOf,
  listOf,
  textOf,
  isNumber
};
