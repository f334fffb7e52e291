import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/bars.ts
init_define_FLAMEGATE_PAGE();
var AXIS = "\u2502";
var EIGHTHS = ["", "\u258F", "\u258E", "\u258D", "\u258C", "\u258B", "\u258A", "\u2589"];
var FULL = "\u2588";
var RIGHT_HALF = "\u2590";
var RED = "\x1B[31m";
var GREEN = "\x1B[32m";
var PLAIN = "\x1B[39m";
function bar(value, most, half) {
  const length = most === 0 ? 0 : Math.min(1, Math.abs(value) / most) * half;
  if (value < 0) {
    const halves = Math.max(1, Math.round(2 * length));
    const text2 = (halves % 2 === 1 ? RIGHT_HALF : "") + FULL.repeat(Math.floor(halves / 2));
    return text2.padStart(half) + AXIS + " ".repeat(half);
  }
  const eighths = value === 0 ? 0 : Math.max(1, Math.round(8 * length));
  const text = FULL.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
  return " ".repeat(half) + AXIS + text.padEnd(half);
}
function coloredBar(line) {
  return line.replace(
    /^([^│]*?)([█▐]*)│([█▉▊▋▌▍▎▏]*)/,
    (_, before, lost, gained) => before + (lost === "" ? "" : GREEN + lost + PLAIN) + AXIS + (gained === "" ? "" : RED + gained + PLAIN)
  );
}
function barOf(value, most, width) {
  if (!(value > 0) || !(most > 0)) return "";
  const eighths = Math.max(1, Math.round(8 * width * Math.min(1, value / most)));
  return FULL.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

export {
  bar,
  coloredBar,
  barOf
};
