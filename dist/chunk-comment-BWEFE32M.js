import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  artifactLine,
  comment,
  isQuiet,
  shortComment,
  summary
} from "./chunk-chunk-ILM63MBR.js";
import "./chunk-chunk-4DNAB3BY.js";
import "./chunk-chunk-TBCRFPV5.js";
import "./chunk-chunk-E53EDB3O.js";
import "./chunk-chunk-5C7A5JIF.js";
import "./chunk-chunk-YCSETV2O.js";
import "./chunk-chunk-4MKREW65.js";
import "./chunk-chunk-ZUGBPIWR.js";
import "./chunk-chunk-2TVETMFS.js";
import "./chunk-chunk-2IYSFXRJ.js";
import "./chunk-chunk-X2ELXOIQ.js";
import "./chunk-chunk-OKKS25KQ.js";
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
