import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isBmf,
  measureOf,
  readBmf
} from "./chunk-chunk-5B6DBYSR.js";
import "./chunk-chunk-77VQVGUE.js";
import "./chunk-chunk-VSNVNMMO.js";
import "./chunk-chunk-T7IIMCDC.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  isBmf,
  measureOf,
  readBmf
};
