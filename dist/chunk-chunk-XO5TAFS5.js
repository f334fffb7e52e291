import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  InputError
} from "./chunk-chunk-YOAMKUER.js";

// src/profile/json.ts
function parseJson(content, file) {
  try {
    return { value: JSON.parse(content.toString("utf8")), file, path: "" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `not whole JSON (${reason.slice(0, 120)}): was the profiler stopped before it was done?`,
      { file }
    );
  }
}
function field(part, name) {
  const { value, file, path } = part;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw expected(part, "an object");
  }
  const found = Object.hasOwn(value, name) ? value[name] : void 0;
  return { value: found, file, path: path === "" ? name : `${path}.${name}` };
}
function listOf(part) {
  if (!Array.isArray(part.value)) throw expected(part, "a list");
  return part.value;
}
function items(part) {
  return listOf(part).map((value, i) => ({ value, file: part.file, path: `${part.path}[${i}]` }));
}
function numbersIn(part, check) {
  return Float64Array.from(
    listOf(part),
    (value, i) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : check({ value, file: part.file, path: `${part.path}[${i}]` })
  );
}
function textOf(part) {
  if (typeof part.value !== "string") throw expected(part, "a text");
  return part.value;
}
function numberIn(part) {
  if (typeof part.value !== "number" || !Number.isFinite(part.value)) {
    throw expected(part, "a number");
  }
  return part.value;
}
function countIn(part) {
  const { value } = part;
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw expected(part, "a whole number, at least 0");
  }
  return value;
}
function lineIn(part) {
  const { value } = part;
  if (typeof value !== "number" || !Number.isInteger(value) || value < -1 || value >= 2 ** 31) {
    throw expected(part, "the number of a line");
  }
  return value;
}
function expected({ value, file, path }, what) {
  const found = value === void 0 ? "nothing" : (JSON.stringify(value) ?? "").slice(0, 40);
  return new InputError(`expected ${what} at ${path || "the top"}, found ${found}`, { file });
}

// src/profile/v8frame.ts
var MAX_DEPTH = 2e3;
function v8Frame(part) {
  const own = textOf(field(part, "functionName"));
  const file = textOf(field(part, "url"));
  const line = lineIn(field(part, "lineNumber")) + 1;
  const base = file.slice(file.lastIndexOf("/") + 1);
  const name = own !== "" ? own : base === "" ? "(anonymous)" : `(anonymous ${base})`;
  return { name, file: file.replace(/^file:\/\//, ""), line, startLine: line };
}

export {
  parseJson,
  field,
  items,
  numbersIn,
  textOf,
  numberIn,
  countIn,
  lineIn,
  expected,
  MAX_DEPTH,
  v8Frame
};
