import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/model/keys.ts
init_define_FLAMEGATE_PAGE();
var seriesKey = (item) => `${benchmarkKey(item)}\0${item.unit}`;
var benchmarkKey = (item) => `${item.package}\0${item.benchmark}`;
var typeKey = (item) => `${item.type}\0${item.unit}`;

export {
  seriesKey,
  benchmarkKey,
  typeKey
};
