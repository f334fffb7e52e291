import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  quote
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/profiles/jsonfile.ts
init_define_FLAMEGATE_PAGE();

// src/formats/profiles/jsondefect.ts
init_define_FLAMEGATE_PAGE();
var TOKEN = /[ \t\n\r]*(?:([{}[\],:])|("[ !#-[\]-\u{10ffff}]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\u{10ffff}]*)*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/uy;
function jsonDefect(text) {
  const open = [];
  let expected2 = "a value";
  let at = 0;
  for (; ; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const token = match?.[1] ?? (match?.[2] === void 0 ? "value" : "string");
    const next = match === null ? null : follow(token, expected2, open);
    if (match === null || next === null) {
      while (/[ \t\n\r]/.test(text[at] ?? "")) at++;
      return { at, expected: expected2 };
    }
    expected2 = next;
    at = TOKEN.lastIndex;
  }
}
function follow(token, expected2, open) {
  const after = () => open.length === 0 ? "nothing more" : "a comma or the end";
  const isValue = expected2 === "a value" || expected2 === "a value or ]";
  const isKey = expected2 === "a key" || expected2 === "a key or }";
  switch (token) {
    case "{":
    case "[":
      if (!isValue) return null;
      open.push(token);
      return token === "{" ? "a key or }" : "a value or ]";
    case "}":
    case "]": {
      const mayEnd = expected2 === "a comma or the end" || expected2.endsWith(token);
      if (!mayEnd || open.at(-1) !== (token === "}" ? "{" : "[")) return null;
      open.pop();
      return after();
    }
    case ",":
      if (expected2 !== "a comma or the end") return null;
      return open.at(-1) === "{" ? "a key" : "a value";
    case ":":
      return expected2 === ":" ? "a value" : null;
    case "string":
      return isKey ? ":" : isValue ? after() : null;
    default:
      return isValue ? after() : null;
  }
}

// src/formats/profiles/jsonfile.ts
function parseJson(content, file) {
  const text = content.toString("utf8").replace(/^\ufeff/, "");
  try {
    return { value: JSON.parse(text), file, path: "" };
  } catch {
    const { at, expected: expected2 } = jsonDefect(text);
    const found = at === text.length ? "the end" : quote(text.slice(at, at + 20));
    throw new InputError(
      `not whole JSON: expected ${expected2}, found ${found}; was the profiler stopped before it was done?`,
      { file, byte: Buffer.byteLength(text.slice(0, at)) }
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
function sizeIn(part) {
  if (numberIn(part) < 0) throw expected(part, "a number, at least 0");
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

// src/formats/profiles/v8frame.ts
init_define_FLAMEGATE_PAGE();
var MAX_DEPTH = 2e3;
var NATIVE = "v8:native";
function v8Frame(part) {
  const own = textOf(field(part, "functionName"));
  const file = textOf(field(part, "url"));
  const line = lineIn(field(part, "lineNumber")) + 1;
  const base = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  const name = own !== "" ? own : base === "" ? "(anonymous)" : `(anonymous ${base})`;
  if (file === "" && line === 0 && !own.startsWith("(")) return { name, file: NATIVE };
  return { name, file: file.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, ""), line, startLine: line };
}

export {
  parseJson,
  field,
  items,
  numbersIn,
  textOf,
  numberIn,
  sizeIn,
  countIn,
  lineIn,
  expected,
  MAX_DEPTH,
  v8Frame
};
