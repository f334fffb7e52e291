import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/stats/holm.ts
init_define_FLAMEGATE_PAGE();
function holm(ps) {
  const order = [];
  ps.forEach((p, i) => {
    if (p !== null) order.push({ i, p });
  });
  order.sort((a, b) => a.p - b.p);
  const adjusted = ps.map(() => null);
  let highest = 0;
  order.forEach(({ i, p }, rank) => {
    highest = Math.max(highest, Math.min(1, (order.length - rank) * p));
    adjusted[i] = highest;
  });
  return adjusted;
}

export {
  holm
};
