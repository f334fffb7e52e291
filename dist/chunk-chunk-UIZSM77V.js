import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/model/counts.ts
init_define_FLAMEGATE_PAGE();
var mostSpread = 0.02;
var instructionsUnit = "instructions/op";
var eventKinds = ["branches", "cache", "cycles"];

export {
  mostSpread,
  instructionsUnit,
  eventKinds
};
