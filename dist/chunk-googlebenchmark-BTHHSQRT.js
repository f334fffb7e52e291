import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  googleMetrics,
  readGoogleBenchmark
} from "./chunk-chunk-TXE4XWVS.js";
import "./chunk-chunk-DGXOTV7A.js";
import "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import "./chunk-chunk-OMS2RVR2.js";
export {
  googleMetrics,
  readGoogleBenchmark
};
