import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  otherEnvironment
} from "./chunk-chunk-C6V23FTX.js";
import {
  quote
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  lose,
  noLosses,
  notFinite,
  tidy
} from "./chunk-chunk-V6FUWQX3.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/go.ts
init_define_FLAMEGATE_PAGE();

// src/formats/benchmarks/failures.ts
init_define_FLAMEGATE_PAGE();
function noFailures(file) {
  return {
    file,
    warnings: [],
    reported: false,
    lastLine: 0,
    lastName: "",
    weak: null,
    byPackage: false
  };
}
function takeFailure(failures, text, line) {
  const failed = /^--- FAIL: (\S+)/.exec(text);
  if (failed !== null) {
    const name = (failed[1] ?? "").replace(/-\d+$/, "");
    if (!failures.lastName.startsWith(`${name}/`)) {
      report(failures, text, line);
      failures.lastName = name;
    }
    return true;
  }
  if (/^(?:panic: |fatal error: |\*\*\* Test killed)/.test(text)) {
    if (!failures.reported || failures.lastLine !== line - 1) report(failures, text, line);
    return true;
  }
  if (text.startsWith("FAIL	")) {
    if (!failures.reported) {
      const cause = failures.weak === null ? "" : ` (${failures.weak.text})`;
      report(failures, text + cause, failures.weak?.line ?? line);
    }
    forget(failures);
    failures.byPackage = true;
    return true;
  }
  if (text === "FAIL" || /^(?:exit status \d+$|signal: )/.test(text)) {
    if (!(failures.byPackage && text === "FAIL")) takeWeak(failures, text, line);
    return true;
  }
  return false;
}
function takeWeak(failures, text, line) {
  if (!failures.reported) failures.weak ??= { line, text };
}
function settleFailures(failures) {
  if (failures.weak !== null && !failures.reported) {
    report(failures, failures.weak.text, failures.weak.line);
  }
  forget(failures);
}
function forget(failures) {
  failures.reported = false;
  failures.lastName = "";
  failures.weak = null;
}
function report(failures, text, line) {
  failures.warnings.push({
    kind: "failed",
    file: failures.file,
    line,
    message: `the measured program failed: ${quote(text)}`
  });
  failures.reported = true;
  failures.lastLine = line;
  failures.weak = null;
}

// src/formats/benchmarks/field.ts
init_define_FLAMEGATE_PAGE();
function fieldEnd(bytes, at, end) {
  for (; at < end; at++) {
    const byte = bytes[at];
    if (byte <= 32 ? isAsciiSpace(byte) : byte >= 128 && wideSpace(bytes, at, end) > 0) break;
  }
  return at;
}
function skipSpace(bytes, at, end) {
  while (at < end) {
    const byte = bytes[at];
    if (isAsciiSpace(byte)) at++;
    else if (byte < 128) break;
    else {
      const wide = wideSpace(bytes, at, end);
      if (wide === 0) break;
      at += wide;
    }
  }
  return at;
}
function sameBytes(a, aStart, b, bStart, length) {
  for (let i = 0; i < length; i++) if (a[aStart + i] !== b[bStart + i]) return false;
  return true;
}
function isAsciiSpace(byte) {
  return byte === 32 || byte >= 9 && byte <= 13;
}
function wideSpace(bytes, at, end) {
  const first = bytes[at];
  const second = bytes[at + 1];
  if (first === 194) return at + 1 < end && (second === 133 || second === 160) ? 2 : 0;
  if (at + 2 >= end) return 0;
  const third = bytes[at + 2];
  const space = first === 225 && second === 154 && third === 128 || first === 226 && second === 128 && (third >= 128 && third <= 138 || third === 168 || third === 169 || third === 175) || first === 226 && second === 129 && third === 159 || first === 227 && second === 128 && third === 128;
  return space ? 3 : 0;
}

// src/formats/benchmarks/goresults.ts
init_define_FLAMEGATE_PAGE();
var environmentKeys = ["goos", "goarch", "cpu", "toolchain"];
function emptyResults() {
  return {
    groups: /* @__PURE__ */ new Map(),
    units: /* @__PURE__ */ new Map(),
    metadata: /* @__PURE__ */ new Map(),
    environment: /* @__PURE__ */ new Map(),
    last: null
  };
}
function groupOf(into, file, configuration) {
  const settings = /* @__PURE__ */ new Map();
  for (const [key, setting] of configuration) {
    if (isEnvironment(key)) sameEnvironment(into, key, setting, file);
    else if (key !== "pkg") settings.set(key, setting.value);
  }
  const from = configuration.get("pkg")?.value ?? "";
  const sorted = [...settings].sort(([a], [b]) => a < b ? -1 : 1);
  const identity = JSON.stringify([from, sorted]);
  let group = into.groups.get(identity);
  if (group === void 0) {
    group = { package: from, settings: new Map(sorted), benchmarks: /* @__PURE__ */ new Map() };
    into.groups.set(identity, group);
  }
  return group;
}
function isEnvironment(key) {
  return environmentKeys.includes(key);
}
function sameEnvironment(into, key, setting, file) {
  const first = into.environment.get(key);
  if (first === void 0) into.environment.set(key, setting);
  else if (first.value !== setting.value) {
    throw new InputError(otherEnvironment(key, setting.value, first, file), {
      file,
      line: setting.line
    });
  }
}
function benchmarkOf(group, name) {
  let benchmark = group.benchmarks.get(name);
  if (benchmark === void 0) {
    benchmark = { name, series: [], byUnit: null, pass: 0 };
    group.benchmarks.set(name, benchmark);
  }
  return benchmark;
}
function beginResult(into, benchmark) {
  if (into.last === benchmark) return;
  if (benchmark.series.length > 0) benchmark.pass++;
  into.last = benchmark;
}
function addSample(to, at, unit, value) {
  const there = to.series[at];
  const series = there?.unit === unit ? there : seriesFor(to, unit);
  series.samples.push(value);
  if (to.pass === 0) return;
  series.passes ??= series.samples.length > 1 ? [series.samples.length - 1] : [];
  if (series.pass !== to.pass) {
    series.passes.push(0);
    series.pass = to.pass;
  }
  series.passes[series.passes.length - 1] = (series.passes.at(-1) ?? 0) + 1;
}
var unitsSearched = 30;
function seriesFor(benchmark, unit) {
  const { series } = benchmark;
  let found = benchmark.byUnit === null ? series.find((growing) => growing.unit === unit) : benchmark.byUnit.get(unit);
  if (found === void 0) {
    found = { unit, samples: [], pass: 0 };
    series.push(found);
    benchmark.byUnit?.set(unit, found);
    if (series.length === unitsSearched) {
      benchmark.byUnit = new Map(series.map((growing) => [growing.unit, growing]));
    }
  }
  return found;
}
function unitOf(into, name) {
  let unit = into.units.get(name);
  if (unit === void 0) {
    unit = tidy(name);
    into.units.set(name, unit);
  }
  return unit;
}
function setMetadata(into, note) {
  const at = `${note.unit}\0${note.key}`;
  const has = into.metadata.get(at);
  if (has === void 0) into.metadata.set(at, note);
  return has === void 0 || has.value === note.value ? null : has.value;
}
function finishResults(from) {
  const records = [];
  for (const { package: text, settings, benchmarks } of from.groups.values()) {
    for (const { name, series } of benchmarks.values()) {
      records.push({ package: text, settings, name, metrics: series });
    }
  }
  return { records, environment: from.environment, units: [...from.metadata.values()] };
}

// src/formats/benchmarks/result.ts
init_define_FLAMEGATE_PAGE();

// src/formats/benchmarks/number.ts
init_define_FLAMEGATE_PAGE();
var zero = 48;
var point = 46;
var powersOfTen = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
function plainDecimal(bytes, start, end, scan2) {
  let value = 0;
  let fraction = -1;
  let i = start;
  for (; i < end; i++) {
    const byte = bytes[i];
    const digit = byte - zero;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (byte === point && fraction < 0) fraction = i + 1;
    else if (isAsciiSpace(byte)) break;
    else return -1;
  }
  const digits = i - start - (fraction < 0 ? 0 : 1);
  if (digits === 0 || digits > 15) return -1;
  scan2.end = i;
  return fraction < 0 || fraction === i ? value : value / powersOfTen[i - fraction];
}
function plainInteger(bytes, start, end, scan2) {
  let value = 0;
  let i = start;
  for (; i < end; i++) {
    const byte = bytes[i];
    const digit = byte - zero;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (isAsciiSpace(byte)) break;
    else return -1;
  }
  if (i === start || i - start > 15) return -1;
  scan2.end = i;
  return value;
}
function parseFloat64(text) {
  if (/^nan$/i.test(text)) return Number.NaN;
  const infinite = /^([+-]?)inf(?:inity)?$/i.exec(text);
  if (infinite !== null) {
    return infinite[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (!underscoresSeparateDigits(text)) return "invalid syntax";
  const digits = text.replaceAll("_", "");
  const value = /^[+-]?0x/i.test(digits) ? hexadecimal(digits) : decimal(digits);
  return typeof value === "number" && !Number.isFinite(value) ? "value out of range" : value;
}
function decimal(digits) {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(digits) ? Number(digits) : "invalid syntax";
}
function hexadecimal(digits) {
  const parts = /^([+-]?)0x([\da-f]*)(?:\.([\da-f]*))?p([+-]?\d+)$/i.exec(digits);
  if (parts === null) return "invalid syntax";
  const [, sign, whole = "", fraction = "", exponent = ""] = parts;
  if (whole === "" && fraction === "") return "invalid syntax";
  const mantissa = Number(BigInt(`0x${whole}${fraction}`));
  const value = scale(mantissa, Number(exponent) - 4 * fraction.length);
  return sign === "-" ? -value : value;
}
function scale(x, exponent) {
  let left = Math.max(-5e3, Math.min(5e3, exponent));
  while (left !== 0) {
    const step = Math.max(-1e3, Math.min(1e3, left));
    x *= 2 ** step;
    left -= step;
  }
  return x;
}
function underscoresSeparateDigits(text) {
  if (!text.includes("_")) return true;
  const [, prefix = "", rest = ""] = /^[+-]?(0[box])?(.*)$/is.exec(text) ?? [];
  const digit = /^0x$/i.test(prefix) ? "[0-9a-fA-F]" : "[0-9]";
  const before = prefix === "" ? `(?<=${digit})` : `(?<=${digit}|^)`;
  return !rest.replaceAll(new RegExp(`${before}_(?=${digit})`, "g"), "").includes("_");
}
function parseInteger(text) {
  if (!/^[+-]?\d+$/.test(text)) return "invalid syntax";
  if (text.length > 400) return "value out of range";
  const value = BigInt(text.replace(/^\+/, ""));
  return BigInt.asIntN(64, value) === value ? value : "value out of range";
}

// src/formats/benchmarks/result.ts
function emptyResult(unitOf2) {
  return {
    nameStart: 0,
    nameEnd: 0,
    sameName: false,
    iterations: 0,
    pairs: 0,
    notFinite: 0,
    values: [],
    units: [],
    unitOf: unitOf2
  };
}
var scan = { end: 0 };
function readResult(bytes, start, end, into) {
  const name = start + "Benchmark".length;
  const length = into.nameEnd - into.nameStart;
  const sameName = isField(bytes, name, end, bytes, into.nameStart, length);
  const nameEnd = sameName ? name + length : fieldEnd(bytes, name, end);
  if (nameEnd === end) return { kind: "name-only", at: end, message: "" };
  const count = skipSpace(bytes, nameEnd, end);
  into.iterations = plainInteger(bytes, count, end, scan);
  if (into.iterations < 0) {
    const problem2 = readIterations(bytes, count, end, into);
    if (problem2 !== null) return problem2;
  }
  const problem = readPairs(bytes, skipSpace(bytes, scan.end, end), end, into);
  if (problem !== null) return problem;
  into.nameStart = name;
  into.nameEnd = nameEnd;
  into.sameName = sameName;
  return null;
}
function isField(bytes, at, end, field, fieldStart, length) {
  const after = at + length;
  return (after === end || after < end && isAsciiSpace(bytes[after])) && sameBytes(bytes, at, field, fieldStart, length);
}
function readIterations(bytes, at, end, into) {
  scan.end = fieldEnd(bytes, at, end);
  if (scan.end === at) return { kind: "iterations", at, message: "missing iteration count" };
  const text = bytes.toString("utf8", at, scan.end);
  const parsed = parseInteger(text);
  if (typeof parsed === "string") {
    const message = `parsing iteration count: ${parsed}: found ${quote(text)}`;
    return { kind: "iterations", at, message };
  }
  into.iterations = Number(parsed);
  return null;
}
function readPairs(bytes, at, end, into) {
  into.pairs = 0;
  into.notFinite = 0;
  while (at < end) {
    let value = plainDecimal(bytes, at, end, scan);
    if (value < 0) {
      scan.end = fieldEnd(bytes, at, end);
      const text = bytes.toString("utf8", at, scan.end);
      const parsed = parseFloat64(text);
      if (typeof parsed === "string") {
        const message = `parsing measurement: ${parsed}: found ${quote(text)}`;
        return { kind: "measurement", at, message };
      }
      value = parsed;
    }
    const unit = skipSpace(bytes, scan.end, end);
    if (unit === end) return { kind: "measurement", at: end, message: "missing units" };
    const known = knownUnit(bytes, unit, end, into);
    value *= known.tidied.factor;
    if (!Number.isFinite(value)) into.notFinite++;
    into.values[into.pairs++] = value;
    at = skipSpace(bytes, unit + known.name.length, end);
  }
  if (into.pairs > 0) return null;
  return { kind: "measurement", at: end, message: "missing measurements" };
}
function knownUnit(bytes, at, end, into) {
  const last = into.units[into.pairs];
  if (last !== void 0 && isField(bytes, at, end, last.name, 0, last.name.length)) return last;
  const name = bytes.subarray(at, fieldEnd(bytes, at, end));
  if (last?.name.equals(name)) return last;
  const unit = { tidied: into.unitOf(name.toString()), name };
  into.units[into.pairs] = unit;
  return unit;
}

// src/formats/benchmarks/go.ts
var syntaxErrorsListed = 100;
var keysFollowed = 50;
var chatter = /* @__PURE__ */ new Set(["go", "testing", "coverage"]);
var readGo = (input) => read(input, null);
var readGoResults = (input, take) => read(input, take);
function read({ file, bytes }, take) {
  const into = emptyResults();
  const reader = {
    file,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    into,
    configuration: /* @__PURE__ */ new Map(),
    failures: noFailures(file),
    syntax: [],
    lost: noLosses(),
    take,
    settings: null,
    unlisted: 0,
    recognised: false,
    results: 0,
    start: 0,
    end: 0,
    line: 0,
    result: emptyResult((name) => unitOf(into, name)),
    group: null,
    last: null
  };
  readLines(reader);
  settleFailures(reader.failures);
  const warnings = [...reader.syntax, ...reader.failures.warnings];
  warnings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (reader.unlisted > 0) {
    const message = `${reader.unlisted} more lines could not be read`;
    warnings.push({ kind: "syntax", file, message });
  }
  if (!reader.recognised) return null;
  return { ...finishResults(into), results: reader.results, warnings, lost: reader.lost };
}
function readLines(reader) {
  const { bytes } = reader;
  while (reader.start < bytes.length) {
    const newline = bytes.indexOf(10, reader.start);
    reader.end = newline < 0 ? bytes.length : newline;
    reader.line++;
    readLine(reader);
    reader.start = reader.end + 1;
  }
}
var benchmarkWord = Buffer.from("Benchmark");
var goTestInitials = new Set(Buffer.from("FP-*oefps"));
function readLine(reader) {
  const { bytes, start, end } = reader;
  const first = bytes[start];
  if (first === 66 && end - start >= 9 && sameBytes(bytes, start, benchmarkWord, 0, 9)) {
    readResultLine(reader);
  } else if (first === 85) {
    readUnitLine(reader);
  } else if (goTestInitials.has(first)) {
    readGoTestLine(reader);
  } else {
    readSetting(reader);
  }
}
function readResultLine(reader) {
  const { bytes, result } = reader;
  const problem = readResult(bytes, reader.start, reader.end, result);
  if (problem === null || isGoName(bytes, reader.start + 9, reader.end)) reader.recognised = true;
  if (problem !== null) {
    passOver(reader, problem);
    return;
  }
  if (result.notFinite > 0 && loseValues(reader)) {
    reader.last = null;
    return;
  }
  if (reader.take === null) addResult(reader);
  else reader.take(resultOf(reader));
  reader.results++;
  if (reader.failures.weak !== null) settleFailures(reader.failures);
}
function addResult(reader) {
  const { result } = reader;
  const { benchmark } = knownBenchmark(reader);
  beginResult(reader.into, benchmark);
  for (let k = 0; k < result.pairs; k++) {
    const unit = result.units[k]?.tidied.unit;
    const value = result.values[k];
    if (result.notFinite === 0 || Number.isFinite(value)) addSample(benchmark, k, unit, value);
  }
}
function resultOf(reader) {
  const { result, bytes } = reader;
  reader.settings ??= new Map([...reader.configuration].map(([key, { value }]) => [key, value]));
  const values = result.units.slice(0, result.pairs).map(({ tidied, name }, k) => ({
    unit: tidied.unit,
    given: name.toString(),
    value: result.values[k]
  }));
  return {
    name: bytes.toString("utf8", result.nameStart, result.nameEnd),
    settings: reader.settings,
    values: values.filter(({ value }) => Number.isFinite(value))
  };
}
function isGoName(bytes, at, end) {
  const next = bytes[at];
  return at < end && !isAsciiSpace(next) && !(next >= 97 && next <= 122);
}
function passOver(reader, problem) {
  switch (problem.kind) {
    case "name-only":
      return;
    case "iterations":
      if (takeFailure(reader.failures, textOf(reader, problem.at), reader.line)) return;
      loseResult(
        reader,
        `${problem.message}: probably the benchmark's own output broke its result line, and the result is lost; let it write with b.Log`
      );
      return;
    case "measurement":
      loseResult(reader, problem.message);
      return;
  }
}
function loseResult(reader, message) {
  const { bytes, start, end, line } = reader;
  if (!isGoName(bytes, start + 9, end)) {
    syntaxError(reader, message);
    return;
  }
  const from = start + 9;
  const nameEnd = fieldEnd(bytes, from, Math.min(end, from + 1e3));
  const name = bytes.toString("utf8", from, nameEnd);
  lose(reader.lost, { name, line, message: `${name}: ${message}` });
}
function loseValues(reader) {
  const { result, bytes, line } = reader;
  if (result.iterations === 0) {
    takeWeak(reader.failures, textOf(reader, reader.start), line);
    return true;
  }
  const name = bytes.toString("utf8", result.nameStart, result.nameEnd);
  for (let k = 0; k < result.pairs; k++) {
    const value = result.values[k];
    if (Number.isFinite(value)) continue;
    const unit = result.units[k]?.name.toString() ?? "";
    const message = `${name}: ${unit} ${notFinite(value)}`;
    lose(reader.lost, { name, unit, line, message });
  }
  return result.notFinite === result.pairs;
}
function knownBenchmark(reader) {
  const { bytes, result } = reader;
  reader.group ??= enterGroup(reader);
  const { last } = reader;
  if (last !== null && result.sameName) return last;
  const start = result.nameStart;
  const length = result.nameEnd - start;
  const guess = last?.next;
  if (guess?.length === length && sameBytes(bytes, start, bytes, guess.start, length)) {
    reader.last = guess;
    return guess;
  }
  const name = bytes.toString("utf8", start, result.nameEnd);
  const known = { benchmark: benchmarkOf(reader.group, name), start, length, next: null };
  if (last !== null) last.next = known;
  reader.last = known;
  return known;
}
function enterGroup(reader) {
  reader.last = null;
  return groupOf(reader.into, reader.file, reader.configuration);
}
function readUnitLine(reader) {
  const fields = textOf(reader, reader.start).split(new RegExp("\\p{White_Space}+", "u"));
  if (fields[0] !== "Unit") return;
  reader.recognised = true;
  const unit = fields[1] ?? "";
  if (unit === "") {
    syntaxError(reader, "missing unit");
    return;
  }
  for (const pair of fields.slice(2)) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    if (equals <= 0) {
      syntaxError(reader, `expected key=value, found ${quote(pair)}`);
      continue;
    }
    const key = pair.slice(0, equals);
    const value = pair.slice(equals + 1);
    const has = setMetadata(reader.into, {
      unit: unitOf(reader.into, unit).unit,
      key,
      value,
      line: reader.line
    });
    if (has !== null) {
      syntaxError(reader, `metadata ${key} of unit ${unit} already set to ${quote(has)}`);
    }
  }
}
function readGoTestLine(reader) {
  const text = textOf(reader, reader.start);
  if (takeFailure(reader.failures, text, reader.line)) reader.recognised = true;
  else if (text === "PASS" || text.startsWith("ok  	")) reader.recognised = true;
  else readSetting(reader);
}
function readSetting(reader) {
  const { bytes, end, configuration } = reader;
  const colon = settingColon(reader);
  if (colon < 0) return;
  const key = bytes.toString("utf8", reader.start, colon);
  if (!isKey(key) || chatter.has(key)) return;
  let value = colon + 1;
  while (value < end && (bytes[value] === 32 || bytes[value] === 9)) value++;
  if (value === colon + 1 && value < end) return;
  if (key === "pkg") {
    reader.recognised = true;
    settleFailures(reader.failures);
  }
  if (value === end) configuration.delete(key);
  else if (configuration.size < keysFollowed || configuration.has(key)) {
    configuration.set(key, { value: bytes.toString("utf8", value, end), line: reader.line });
  }
  reader.group = null;
  reader.settings = null;
}
function settingColon({ bytes, start, end }) {
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte === 58 && i > start) return i;
    if (isAsciiSpace(byte) || byte >= 65 && byte <= 90) return -1;
  }
  return -1;
}
function isKey(key) {
  return new RegExp("^\\p{Ll}[^\\p{Lu}\\p{White_Space}]*$", "u").test(key);
}
function textOf(reader, start) {
  return reader.bytes.toString("utf8", start, Math.min(reader.end, start + 1e3));
}
function syntaxError(reader, message) {
  if (reader.syntax.length < syntaxErrorsListed) {
    reader.syntax.push({ kind: "syntax", file: reader.file, line: reader.line, message });
  } else {
    reader.unlisted++;
  }
}

export {
  readGo,
  readGoResults
};
