import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  combine,
  finishCombined,
  mergeProfiles,
  newCombined
} from "./chunk-chunk-DB7KJF5Y.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-FO6TTW33.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  combine,
  finishCombined,
  mergeProfiles,
  newCombined
};
