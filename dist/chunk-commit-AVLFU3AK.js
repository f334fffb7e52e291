import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  branchHere,
  commitHere
} from "./chunk-chunk-D23SZABO.js";
import "./chunk-chunk-PIAC5JNM.js";
import "./chunk-chunk-GNUXMM7U.js";
import "./chunk-chunk-4M7XMVOR.js";
import "./chunk-chunk-PZOHENPX.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  branchHere,
  commitHere
};
