import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  combine,
  finishCombined,
  mergeProfiles,
  newCombined
} from "./chunk-chunk-UGQOVY77.js";
import "./chunk-chunk-XFFPISN2.js";
import "./chunk-chunk-ANAGSCI4.js";
import "./chunk-chunk-EXNVJHAL.js";
import "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  combine,
  finishCombined,
  mergeProfiles,
  newCombined
};
