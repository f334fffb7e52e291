import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  explain
} from "./chunk-chunk-CLF3TPNZ.js";
import "./chunk-chunk-A5MM4BUN.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  explain
};
