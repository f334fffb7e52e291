import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isNumber,
  listOf,
  numberOf
} from "./chunk-chunk-3EDRWKZB.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/vitesttimes.ts
init_define_FLAMEGATE_PAGE();
var second = 1e-3;
var secondsOf = (record) => timesOf(record).map((time) => time * second);
function timesOf({ mean, hz, samples }) {
  const each = listOf(samples);
  if (each.length > 0) return each.map(numberOf);
  if (mean === void 0 && isNumber(hz) && hz > 0) return [1 / hz / second];
  return [numberOf(mean)];
}

export {
  secondsOf
};
