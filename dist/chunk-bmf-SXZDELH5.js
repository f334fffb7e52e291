import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isBmf,
  measureOf,
  readBmf
} from "./chunk-chunk-UO3SQAG6.js";
import "./chunk-chunk-MKYMQKPK.js";
import "./chunk-chunk-V6FUWQX3.js";
import "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import "./chunk-chunk-OMS2RVR2.js";
export {
  isBmf,
  measureOf,
  readBmf
};
