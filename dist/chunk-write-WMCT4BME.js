import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  writeDiff,
  writeProfile
} from "./chunk-chunk-HCLU2AMS.js";
import "./chunk-chunk-TOT56X3H.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  writeDiff,
  writeProfile
};
