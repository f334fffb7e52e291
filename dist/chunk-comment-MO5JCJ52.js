import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  artifactLine,
  comment,
  isQuiet,
  shortComment,
  summary
} from "./chunk-chunk-D76SQZXE.js";
import "./chunk-chunk-4DNAB3BY.js";
import "./chunk-chunk-TBCRFPV5.js";
import "./chunk-chunk-BB6H3MQP.js";
import "./chunk-chunk-5C7A5JIF.js";
import "./chunk-chunk-BLKZ54MK.js";
import "./chunk-chunk-2TVETMFS.js";
import "./chunk-chunk-YCSETV2O.js";
import "./chunk-chunk-4MKREW65.js";
import "./chunk-chunk-75G2PV3O.js";
import "./chunk-chunk-LOTYZAY7.js";
import "./chunk-chunk-SQ6HGOBR.js";
import "./chunk-chunk-A5MM4BUN.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  artifactLine,
  comment,
  isQuiet,
  shortComment,
  summary
};
