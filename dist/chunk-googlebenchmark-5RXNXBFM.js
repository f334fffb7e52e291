import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  googleMetrics,
  readGoogleBenchmark
} from "./chunk-chunk-PSRVUJIF.js";
import "./chunk-chunk-Q7NVU5WF.js";
import "./chunk-chunk-T7IIMCDC.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  googleMetrics,
  readGoogleBenchmark
};
