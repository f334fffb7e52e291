import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/model/keys.ts
init_define_FLAMEGATE_PAGE();
var seriesKey = (of) => `${benchmarkKey(of)}\0${of.unit}`;
var benchmarkKey = (of) => `${of.package}\0${of.benchmark}`;
var typeKey = (of) => `${of.type}\0${of.unit}`;

export {
  seriesKey,
  benchmarkKey,
  typeKey
};
