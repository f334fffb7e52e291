import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  branchHere,
  commitHere
} from "./chunk-chunk-5RXUPNVH.js";
import "./chunk-chunk-PIAC5JNM.js";
import "./chunk-chunk-S7EX6Z5N.js";
import "./chunk-chunk-6RHMOILS.js";
import "./chunk-chunk-PZOHENPX.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  branchHere,
  commitHere
};
