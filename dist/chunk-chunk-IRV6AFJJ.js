import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/stats/spending.ts
var firstLook = 6;
var growth = 1.25;
var part = 1 / 8;
function looks(most) {
  const plan = [];
  let left = 1;
  for (let after = firstLook; after * 1.1 < most; after = Math.round(after * growth)) {
    plan.push({ after, weight: left * part });
    left -= left * part;
  }
  return [...plan, { after: most, weight: left }];
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
