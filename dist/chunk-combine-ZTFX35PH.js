import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  combine,
  finishCombined,
  mergeProfiles,
  newCombined
} from "./chunk-chunk-WC72DG5E.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-PZOHENPX.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  combine,
  finishCombined,
  mergeProfiles,
  newCombined
};
