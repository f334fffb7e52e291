import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/report/scale.ts
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
function scaled(value, scale) {
  return Number.isFinite(value) ? fixed(value / scale.factor, scale.digits) + scale.prefix : "?";
}
function quantity(value, unit, scale) {
  if (!Number.isFinite(value)) return "?";
  const number = fixed(value / scale.factor, scale.digits);
  if (/^sec(?![^*/\-\s])/u.test(unit)) return `${number} ${scale.prefix}s${unit.slice(3)}`;
  if (/^B(?![^*/\-\s])/u.test(unit)) return `${number} ${scale.prefix}${unit}`;
  return `${number}${scale.prefix} ${unit}`;
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
function signed(value, digits) {
  const text = fixed(value, digits);
  return text.startsWith("-") ? text : `+${text}`;
}
function percent(ratio, digits = 2) {
  return ratio === null || !Number.isFinite(ratio) ? "?" : `${signed(ratio * 100, digits)}%`;
}
function percentInterval(ci) {
  return ci === null ? "?" : `${percent(ci[0], 1)} to ${percent(ci[1], 1)}`;
}
function pointDigits(points) {
  return Math.abs(points) < 0.995 ? 2 : 1;
}
function fraction(value) {
  if (value === null || !Number.isFinite(value)) return "?";
  return value === 0 ? "0%" : `${fixed(value * 100, pointDigits(value * 100))}%`;
}
function pp(delta) {
  if (delta === null || !Number.isFinite(delta)) return "?";
  return `${signed(delta * 100, pointDigits(delta * 100))} pp`;
}
function ppInterval(ci) {
  return ci === null ? "?" : `${pp(ci[0]).replace(/ pp$/, "")} to ${pp(ci[1])}`;
}
function pValue(p) {
  return `p=${p === null || !Number.isFinite(p) ? "?" : fixed(p, 3)}`;
}
function pCell(p) {
  if (p === null || !Number.isFinite(p)) return "-";
  return p < 5e-4 ? "<0.001" : fixed(p, 3);
}

export {
  commonScale,
  scaled,
  quantity,
  fixed,
  percent,
  percentInterval,
  fraction,
  pp,
  ppInterval,
  pValue,
  pCell
};
