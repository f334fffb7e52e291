import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  changedSettings,
  tablesText
} from "./chunk-chunk-AFSMRWLU.js";
import "./chunk-chunk-KXPXNFR5.js";
import "./chunk-chunk-HCVOVQJW.js";
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
  changedSettings,
  tablesText
};
