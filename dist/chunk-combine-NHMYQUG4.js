import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  combine,
  finishCombined,
  mergeProfiles,
  newCombined
} from "./chunk-chunk-3BEJQCWM.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  combine,
  finishCombined,
  mergeProfiles,
  newCombined
};
