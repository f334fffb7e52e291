import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  combine,
  finishCombined,
  mergeProfiles,
  newCombined
} from "./chunk-chunk-HZWZE5ZL.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-6IUKT67Q.js";
import "./chunk-chunk-OMS2RVR2.js";
export {
  combine,
  finishCombined,
  mergeProfiles,
  newCombined
};
