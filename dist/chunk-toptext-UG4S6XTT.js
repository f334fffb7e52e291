import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  chosenRows,
  functionDiffText,
  shownFunctions,
  topText
} from "./chunk-chunk-VUZZPFT3.js";
import "./chunk-chunk-SLRUDBD2.js";
import "./chunk-chunk-YETHGD2E.js";
import "./chunk-chunk-37ERSHW7.js";
import "./chunk-chunk-YCSETV2O.js";
import "./chunk-chunk-4MKREW65.js";
import "./chunk-chunk-75G2PV3O.js";
import "./chunk-chunk-LOTYZAY7.js";
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
