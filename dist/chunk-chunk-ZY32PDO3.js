import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/text/quantity.ts
init_define_FLAMEGATE_PAGE();
var SI = ["T", "G", "M", "k", "", "m", "\xB5", "n"].map((prefix, i) => {
  const exponent = 12 - 3 * i;
  return {
    factor: Number(`1e${exponent}`),
    prefix,
    at: [
      Number(`99.995e${exponent}`),
      Number(`9.9995e${exponent}`),
      Number(`.99995e${exponent}`)
    ]
  };
});
var IEC = ["Ti", "Gi", "Mi", "Ki", ""].map((prefix, i) => {
  const factor = 2 ** (40 - 10 * i);
  return { factor, prefix, at: [99.995 * factor, 9.9995 * factor, 0.99995 * factor] };
});
var MOST_DIGITS = 10;
function countsBytes(unit) {
  let denominator = false;
  for (const [, separator, part] of unit.matchAll(/([*/\-\s]+)|([^*/\-\s]+)/gu)) {
    if (separator !== void 0) {
      for (const char of separator) {
        if (char === "/") denominator = true;
        else if (char === "*") denominator = false;
      }
    } else if (!denominator && (part === "B" || part === "MB" || part === "bytes")) {
      return true;
    }
  }
  return false;
}
function commonScale(values, unit) {
  let least = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (Number.isFinite(size) && size !== 0 && (least === 0 || size < least)) least = size;
  }
  if (least === 0) return { digits: 3, factor: 1, prefix: "" };
  const steps = countsBytes(unit) ? IEC : SI;
  for (const { factor: factor2, prefix: prefix2, at } of steps) {
    const digits2 = at.findIndex((limit) => least >= limit);
    if (digits2 >= 0) return { digits: digits2 + 1, factor: factor2, prefix: prefix2 };
  }
  const { factor, prefix } = steps[steps.length - 1] ?? { factor: 1, prefix: "" };
  const small = least / factor;
  let digits = 3;
  while (digits < MOST_DIGITS && small < Number(`9.9995e${2 - digits}`)) digits++;
  return { digits, factor, prefix };
}
function fixed(value, digits) {
  const text = value.toFixed(digits);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return text;
  if (!value.toFixed(digits + 1).endsWith("5")) return text;
  const exact = value.toFixed(100);
  const rest = exact.slice(exact.indexOf(".") + 1 + digits);
  if (!/^50*$/.test(rest)) return text;
  const down = exact.slice(0, exact.length - rest.length).replace(/\.$/, "");
  return /[02468]$/.test(down) ? down : text;
}
function suffix(unit, prefix) {
  if (/^sec(?![^*/\-\s])/u.test(unit)) return ` ${prefix}s${unit.slice(3)}`;
  if (/^B(?![^*/\-\s])/u.test(unit)) return ` ${prefix}${unit}`;
  return `${prefix} ${unit}`;
}
var unitIn = (unit, { prefix }) => suffix(unit, prefix).trim();
function quantity(value, unit, scale) {
  if (!Number.isFinite(value)) return "?";
  return fixed(value / scale.factor, scale.digits) + suffix(unit, scale.prefix);
}
function rowScale(values, unit, exact) {
  const scale = commonScale(values, unit);
  const scaled = values.filter(Number.isFinite).map((value) => value / scale.factor);
  if (scaled.every((value) => Number.isInteger(value) && Math.abs(value) < 1e3)) {
    return { ...scale, digits: 0 };
  }
  const wanted = exact ? new Set(scaled).size : 0;
  const apart = (digits2) => new Set(scaled.map((value) => fixed(value, digits2))).size;
  let digits = Math.max(0, scale.digits - 1);
  while (digits < MOST_DIGITS && apart(digits) < wanted) digits++;
  return { ...scale, digits };
}
function fromTo(base, head, unit) {
  if (!Number.isFinite(base) || !Number.isFinite(head)) return `? ${unit}`;
  const scale = rowScale([base, head], unit, true);
  const [from, to] = [base, head].map((value) => fixed(value / scale.factor, scale.digits));
  const end = suffix(unit, scale.prefix);
  return `${from}${end.startsWith(" ") ? "" : scale.prefix} -> ${to}${end}`;
}

export {
  commonScale,
  fixed,
  unitIn,
  quantity,
  rowScale,
  fromTo
};
