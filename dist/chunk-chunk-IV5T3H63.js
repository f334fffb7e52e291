import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/model/units.ts
init_define_FLAMEGATE_PAGE();
var isTime = (unit) => /(?:^|[-_])(?:sec|ns|us|µs|ms)(?:$|[/-])/.test(unit);
var isTimed = (unit) => /(^|[^a-z])sec/.test(unit) || /\/s(ec)?$/.test(unit);

export {
  isTime,
  isTimed
};
