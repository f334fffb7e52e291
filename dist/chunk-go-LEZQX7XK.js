import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readGo,
  readGoResults
} from "./chunk-chunk-AENPMNMV.js";
import "./chunk-chunk-FC3O4OT5.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-VSNVNMMO.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  readGo,
  readGoResults
};
