import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  branchHere,
  commitHere
} from "./chunk-chunk-B6F3FXGE.js";
import "./chunk-chunk-PIAC5JNM.js";
import "./chunk-chunk-OOWQ2DLT.js";
import "./chunk-chunk-Z43TE2JO.js";
import "./chunk-chunk-PZOHENPX.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  branchHere,
  commitHere
};
