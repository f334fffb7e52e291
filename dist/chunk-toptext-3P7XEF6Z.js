import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  chosenRows,
  functionDiffText,
  shownFunctions,
  topText
} from "./chunk-chunk-Z2XV772P.js";
import "./chunk-chunk-GEEQQQSZ.js";
import "./chunk-chunk-SKQVCMJO.js";
import "./chunk-chunk-P5KAQ5OI.js";
import "./chunk-chunk-5PEXN6YS.js";
import "./chunk-chunk-6H26G7AP.js";
import "./chunk-chunk-FSTLBMRI.js";
import "./chunk-chunk-AAOMFOUK.js";
import "./chunk-chunk-YDRQIAXT.js";
import "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-PZOHENPX.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  chosenRows,
  functionDiffText,
  shownFunctions,
  topText
};
