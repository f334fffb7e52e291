import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  chosenRows,
  functionDiffText,
  shownFunctions,
  topText
} from "./chunk-chunk-ND2QSDOR.js";
import "./chunk-chunk-HCVOVQJW.js";
import "./chunk-chunk-SLRUDBD2.js";
import "./chunk-chunk-37ERSHW7.js";
import "./chunk-chunk-YCSETV2O.js";
import "./chunk-chunk-4MKREW65.js";
import "./chunk-chunk-2IYSFXRJ.js";
import "./chunk-chunk-X2ELXOIQ.js";
import "./chunk-chunk-OKKS25KQ.js";
import "./chunk-chunk-SQ6HGOBR.js";
import "./chunk-chunk-A5MM4BUN.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  chosenRows,
  functionDiffText,
  shownFunctions,
  topText
};
