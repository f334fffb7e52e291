import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readGo
} from "./chunk-chunk-T6THJTWW.js";
import "./chunk-chunk-XFSCHGNU.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-VBKSV45W.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  readGo
};
