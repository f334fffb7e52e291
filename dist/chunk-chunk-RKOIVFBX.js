import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  fixed
} from "./chunk-chunk-ZY32PDO3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/profilescale.ts
init_define_FLAMEGATE_PAGE();
var bytes = ["B", "kB", "MB", "GB", "TB", "PB"].map((name, i) => {
  const long = ["", "kilo", "mega", "giga", "tera", "peta"][i];
  const short = name.toLowerCase();
  const aliases = i === 0 ? ["b", "byte"] : [short, `${short}yte`, `${long}byte`];
  return { name, aliases, factor: 1024 ** i };
});
var times = [
  { name: "ns", aliases: ["ns", "nanosecond"], factor: 1 },
  { name: "us", aliases: ["us", "\u03BCs", "microsecond"], factor: 1e3 },
  { name: "ms", aliases: ["ms", "millisecond"], factor: 1e6 },
  { name: "s", aliases: ["s", "sec", "second"], factor: 1e9 },
  { name: "hrs", aliases: ["hour", "hr"], factor: 36e11 }
];
var KINDS = [
  { zero: { name: "B", factor: 1 }, units: bytes },
  { zero: { name: "s", factor: 1e9 }, units: times }
];
var SILENT = /* @__PURE__ */ new Set(["count", "sample", "unit", "minimum", "auto"]);
function unitOf(kind, name) {
  const lower = name.toLowerCase();
  const alias = lower.length > 2 ? lower.replace(/s$/, "") : lower;
  return kind.units.find((unit) => unit.aliases.includes(alias));
}
function isUnitFor(unit, from) {
  const kind = KINDS.find((one) => unitOf(one, from) !== void 0);
  return kind === void 0 ? unit === from : unitOf(kind, unit) !== void 0;
}
function convert(value, from, to) {
  for (const kind of KINDS) {
    const source = unitOf(kind, from);
    if (source === void 0) continue;
    const base = value * source.factor;
    const target = to === "auto" ? kind.units.findLast((unit) => Math.abs(base) >= unit.factor) : unitOf(kind, to);
    const { name, factor } = target ?? kind.zero;
    return { value: base / factor, unit: name };
  }
  return { value, unit: SILENT.has(to) ? "" : to };
}
function profileValue(value, from, to = "auto") {
  const converted = convert(value, from, to);
  if (!Number.isFinite(converted.value)) return "?";
  const text = fixed(converted.value, 2).replace(/\.00$/, "");
  return text === "0" || text === "-0" ? "0" : text + converted.unit;
}
function commonProfileUnit(rows, total, unit, part = (amount) => amount) {
  if (rows.length === 0) return "auto";
  let least = 0;
  for (const { flat, cum } of rows) {
    const size = Math.abs(flat) || Math.abs(cum);
    if (size > 0 && (least === 0 || size < least)) least = size;
  }
  if (least === 0) least = total;
  [least, total] = [part(least), part(total)];
  const small = convert(least, unit, "auto").unit;
  const large = convert(total, unit, "auto").unit;
  const chosen = small !== large && least * 100 < total ? convert(100 * least, unit, "auto").unit : small;
  return chosen === "" ? unit : chosen;
}
function profilePercent(value, total) {
  const ratio = total === 0 ? 0 : Math.abs(value / total) * 100;
  if (!Number.isFinite(ratio)) return "     ?";
  if (ratio >= 99.95 && ratio <= 100.05) return "  100%";
  return `${(ratio >= 1 ? fixed(ratio, 2) : twoDigits(ratio)).padStart(5)}%`;
}
function twoDigits(value) {
  if (value === 0) return "0";
  const exponent = Number(value.toExponential().split("e")[1]);
  if (exponent < -4) {
    const [mantissa = "", power = ""] = value.toExponential(1).split("e-");
    return `${mantissa.replace(/\.0$/, "")}e-${power.padStart(2, "0")}`;
  }
  return fixed(value, 1 - exponent).replace(/\.?0+$/, "");
}

export {
  isUnitFor,
  profileValue,
  commonProfileUnit,
  profilePercent
};
