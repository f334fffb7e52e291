import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  normalQuantile,
  normalUpper
} from "./chunk-chunk-UZCBEQND.js";

// src/stats/spending.ts
var firstLook = 6;
var growth = 1.25;
var shape = 0.05;
var leastShare = 1e-4;
function spent(fraction, alpha = shape) {
  if (fraction <= 0) return 0;
  if (fraction >= 1) return 1;
  return 2 * normalUpper(-normalQuantile(alpha / 2) / Math.sqrt(fraction)) / alpha;
}
function looks(most) {
  const after = [];
  for (let n = firstLook; n * 1.1 < most; n = Math.round(n * growth)) {
    if (spent(n / most) > leastShare) after.push(n);
  }
  after.push(most);
  return after.map((n, k) => ({
    after: n,
    weight: spent(n / most) - spent((after[k - 1] ?? 0) / most)
  }));
}
function sequentialP(seen) {
  return seen.reduce((least, { p, weight }) => Math.min(least, p / weight), 1);
}
function sequentialBound(seen, alpha, boundAt) {
  return seen.reduce(
    (least, look) => Math.min(least, boundAt(look, alpha * look.weight)),
    Number.POSITIVE_INFINITY
  );
}

export {
  looks,
  sequentialP,
  sequentialBound
};
