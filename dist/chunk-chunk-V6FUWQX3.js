import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/lost.ts
init_define_FLAMEGATE_PAGE();

// src/formats/benchmarks/unit.ts
init_define_FLAMEGATE_PAGE();
function words(unit) {
  const found = [];
  let divides = false;
  for (const match of unit.matchAll(/[*/]|[^*/\-\p{White_Space}]+/gu)) {
    const text = match[0];
    if (text === "*") divides = false;
    else if (text === "/") divides = true;
    else found.push({ text, at: match.index, divides });
  }
  return found;
}
function tidy(unit) {
  if (!unit.includes("ns") && !unit.includes("MB")) return { unit, factor: 1 };
  let factor = 1;
  let tidied = "";
  let copied = 0;
  for (const { text, at, divides } of words(unit)) {
    if (divides || text !== "ns" && text !== "MB") continue;
    factor = text === "ns" ? factor / 1e9 : factor * 1e6;
    tidied += unit.slice(copied, at) + (text === "ns" ? "sec" : "B");
    copied = at + text.length;
  }
  return { unit: tidied + unit.slice(copied), factor };
}
var times = /* @__PURE__ */ new Set(["sec", "s", "ms", "us", "\xB5s", "\u03BCs"]);
var perSecond = /* @__PURE__ */ new Set(["s", "sec"]);
var sizes = /* @__PURE__ */ new Set(["B", "bytes", "KB", "kB", "KiB", "MiB", "GB", "GiB"]);
function betterOf(unit) {
  if (unit === "allocs/op") return "lower";
  const parts = words(unit);
  const above = parts.filter((word) => !word.divides).map((word) => word.text);
  const rate = parts.some((word) => word.divides && perSecond.has(word.text));
  const time = above.some((word) => times.has(word));
  if (rate) return time ? "unknown" : "higher";
  return time || above.some((word) => sizes.has(word)) ? "lower" : "unknown";
}

// src/formats/benchmarks/lost.ts
var mostListed = 100;
var noLosses = () => ({ listed: /* @__PURE__ */ new Map(), unlisted: 0 });
function lose(to, first, count = 1) {
  const key = `${first.name}\0${first.unit ?? ""}`;
  const known = to.listed.get(key);
  if (known !== void 0) known.count += count;
  else if (to.listed.size < mostListed) to.listed.set(key, { first, count });
  else to.unlisted += count;
}
var notFinite = (value) => `is ${Number.isNaN(value) ? "no number" : "infinite"}, and left out`;
function lossWarnings(file, { listed, unlisted }) {
  const warnings = [...listed.values()].map(({ first, count }) => {
    const { unit, better, line, message } = first;
    const more = count > 1 ? ` (${count} times)` : "";
    const place = line === void 0 ? {} : { line };
    return { kind: kindOf(unit, better), file, ...place, message: `${message}${more}` };
  });
  if (unlisted === 0) return warnings;
  return [
    ...warnings,
    { kind: "lost", file, message: `${unlisted} more results could not be read` }
  ];
}
var kindOf = (unit, better) => unit !== void 0 && (better ?? betterOf(tidy(unit).unit)) === "unknown" ? "syntax" : "lost";

export {
  tidy,
  betterOf,
  noLosses,
  lose,
  notFinite,
  lossWarnings
};
