import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  text,
  word64
} from "./chunk-chunk-2NZK6ZYN.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/labels.ts
init_define_FLAMEGATE_PAGE();

// src/profile/select/units.ts
init_define_FLAMEGATE_PAGE();
function kind(zero, units) {
  const aliases = /* @__PURE__ */ new Map();
  const known = units.map(([name, factor, ...others]) => {
    const unit = { name, factor };
    for (const alias of others) aliases.set(alias, unit);
    return unit;
  });
  const fallback = known.find(({ name }) => name === zero) ?? { name: zero, factor: 1 };
  return { units: known, aliases, zero: fallback };
}
var KINDS = [
  kind("B", [
    ["B", 1, "b", "byte"],
    ["kB", 2 ** 10, "kb", "kbyte", "kilobyte"],
    ["MB", 2 ** 20, "mb", "mbyte", "megabyte"],
    ["GB", 2 ** 30, "gb", "gbyte", "gigabyte"],
    ["TB", 2 ** 40, "tb", "tbyte", "terabyte"],
    ["PB", 2 ** 50, "pb", "pbyte", "petabyte"]
  ]),
  kind("s", [
    ["ns", 1, "ns", "nanosecond"],
    ["us", 1e3, "\u03BCs", "us", "microsecond"],
    ["ms", 1e6, "ms", "millisecond"],
    ["s", 1e9, "s", "sec", "second"],
    ["hrs", 36e11, "hour", "hr"]
  ])
];
function unitIn({ aliases }, name) {
  const lower = name.toLowerCase();
  return aliases.get(lower.length > 2 && lower.endsWith("s") ? lower.slice(0, -1) : lower);
}
function scale(value, from, to) {
  if (value < 0) {
    const { value: size, unit } = scale(-value, from, to);
    return { value: -size, unit };
  }
  for (const units of KINDS) {
    const source = unitIn(units, from);
    if (source === void 0) continue;
    const base = value * source.factor;
    const target = to === "auto" ? units.units.findLast(({ factor: factor2 }) => base / factor2 >= 1) : unitIn(units, to);
    const { name, factor } = target ?? units.zero;
    return { value: base / factor, unit: name };
  }
  return { value, unit: ["count", "sample", "unit", "minimum", "auto"].includes(to) ? "" : to };
}
function scaledLabel(value, unit) {
  const scaled = scale(value, unit, "auto");
  const digits = scaled.value.toFixed(2).replace(/\.00$/, "");
  return digits === "0" || digits === "-0" ? "0" : digits + scaled.unit;
}

// src/profile/labels.ts
function indicesOf({ strings }, wanted) {
  const length = Buffer.byteLength(wanted);
  const found = /* @__PURE__ */ new Set();
  for (let i = 0; i < strings.start.length; i++) {
    const size = strings.end[i] - strings.start[i];
    if (size === length && text(strings, i) === wanted) found.add(i);
  }
  return found;
}
var numberOf = ({ samples: { labels } }, k) => Number(word64(labels.number, k));
var isText = ({ samples: { labels } }, k) => labels.text[k] !== 0;
var isNumber = ({ samples: { labels } }, k) => labels.text[k] === 0 && (labels.number[2 * k] !== 0 || labels.number[2 * k + 1] !== 0 || labels.unit[k] !== 0);
function labelValue(profile, s, keys) {
  const { labels } = profile.samples;
  const end = labels.start[s + 1];
  let texts = "";
  let numbers = "";
  for (let k = labels.start[s]; k < end; k++) {
    if (!keys.has(labels.key[k])) continue;
    if (isText(profile, k)) {
      texts += `${texts === "" ? "" : ","}${text(profile.strings, labels.text[k])}`;
    } else if (isNumber(profile, k)) {
      const unit = text(profile.strings, labels.unit[k]);
      numbers += `${numbers === "" ? "" : ","}${scaledLabel(numberOf(profile, k), unit)}`;
    }
  }
  return texts !== "" && numbers !== "" ? `${texts},${numbers}` : texts + numbers;
}
function hasLabel({ samples: { labels } }, keys) {
  return labels.key.some((key) => keys.has(key));
}
function labelKeys({ samples: { labels }, strings }) {
  const keys = [...new Set(labels.key)].map((key) => text(strings, key));
  return [...new Set(keys)].sort().slice(0, 20);
}
function labelUnits(profile) {
  const { labels } = profile.samples;
  const units = /* @__PURE__ */ new Map();
  for (let k = 0; k < labels.key.length; k++) {
    if (!isNumber(profile, k)) continue;
    const key = text(profile.strings, labels.key[k]);
    if (!units.get(key)) units.set(key, text(profile.strings, labels.unit[k]));
  }
  for (const [key, unit] of units) {
    if (unit === "") units.set(key, key === "alignment" || key === "request" ? "bytes" : key);
  }
  return units;
}

export {
  scale,
  scaledLabel,
  indicesOf,
  numberOf,
  isText,
  isNumber,
  labelValue,
  hasLabel,
  labelKeys,
  labelUnits
};
