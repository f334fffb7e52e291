import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isTime
} from "./chunk-chunk-IV5T3H63.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/text/numbers.ts
init_define_FLAMEGATE_PAGE();
var doubling = 0.995;
var halving = -doubling / (1 + doubling);
var plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
var nothing = 5e-5;
function times(ratio) {
  if (ratio > 1e3) return "over 1000x";
  return `${ratio.toFixed(ratio < 9.95 ? 1 : 0)}x`;
}
function percent(ratio) {
  if (!Number.isFinite(ratio)) return "?";
  if (ratio >= doubling) return times(1 + ratio);
  const value = Math.abs(ratio) * 100;
  if (value === 0) return "0 %";
  if (value < 1e-3) return "under 0.001 %";
  return `${Number(value.toPrecision(value >= 99.5 ? 3 : value < 0.1 ? 1 : 2))} %`;
}
function signed(ratio) {
  if (ratio === null || !Number.isFinite(ratio)) return "?";
  if (ratio >= doubling) return times(1 + ratio);
  if (Math.abs(ratio) < nothing) return "0 %";
  return `${ratio < 0 ? "-" : "+"}${percent(ratio)}`;
}
function change(delta, ci) {
  if (delta === null) return "from zero";
  if (ci === null || ci[0] === ci[1] || !ci.every(Number.isFinite)) return signed(delta);
  const [size, ...ends] = [delta, ...ci].map(signed);
  const allPercent = [size, ...ends].every((text) => text?.endsWith(" %"));
  const shown = allPercent ? ends.map((text) => text.slice(0, -2)) : ends;
  return `${size} [${shown.join(", ")}]`;
}
function counted(value) {
  if (!Number.isFinite(value)) return "?";
  const digits = Math.abs(value) >= 100 ? 0 : 3;
  if (digits > 0) return String(Number(value.toPrecision(digits)));
  return value.toFixed(0).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
var countedChange = (value) => `${value > 0 ? "+" : ""}${counted(value)}`;
var isOther = (one, other) => Math.abs(one - other) > Math.max(0.02, Math.abs(other) / 5);
var interval = (ci) => `${signed(ci[0])} to ${signed(ci[1])}`;
function changeWords(delta, unit) {
  const more = isTime(unit) ? "slower" : "more";
  const less = isTime(unit) ? "faster" : "less";
  if (delta >= 0) return `${percent(delta)} ${more}`;
  return `${delta <= halving && delta > -1 ? times(1 / (1 + delta)) : percent(delta)} ${less}`;
}
function changeCell(delta, unit) {
  if (delta === null || !Number.isFinite(delta)) return "?";
  const isFactor = delta >= doubling || delta <= halving && delta > -1;
  return isFactor ? changeWords(delta, unit) : signed(delta);
}
function share(fraction) {
  const value = fraction * 100;
  if (!Number.isFinite(value)) return "?";
  return value === 0 ? "0 %" : `${value.toFixed(Math.abs(value) < 0.995 ? 2 : 1)} %`;
}
var points = (fraction) => `${Number((Math.abs(fraction) * 100).toPrecision(2))} pp`;
var rarest = 1 / 200;
function oneIn(p) {
  if (p < rarest) return "fewer than 1 in 200";
  return `1 in ${Math.max(1, Math.round(Number((1 / p).toPrecision(2))))}`;
}
function duration(time) {
  const whole = Math.max(0, Math.round(time));
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole}s` : `${minutes}m${String(whole % 60).padStart(2, "0")}s`;
}

export {
  plural,
  percent,
  signed,
  change,
  counted,
  countedChange,
  isOther,
  interval,
  changeWords,
  changeCell,
  share,
  points,
  oneIn,
  duration
};
