import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  fixed
} from "./chunk-chunk-ZY32PDO3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/scale.ts
init_define_FLAMEGATE_PAGE();
function scaled(value, scale) {
  return Number.isFinite(value) ? fixed(value / scale.factor, scale.digits) + scale.prefix : "?";
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
  scaled,
  percent,
  percentInterval,
  fraction,
  pp,
  ppInterval,
  pValue,
  pCell
};
