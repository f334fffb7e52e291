import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-7R6BKJEO.js";
import "./chunk-chunk-BB6H3MQP.js";
import "./chunk-chunk-5C7A5JIF.js";
import "./chunk-chunk-BLKZ54MK.js";
import "./chunk-chunk-2TVETMFS.js";
import {
  functionDiffText,
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
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  diffText,
  functionDiffText,
  gateText,
  topText
};
