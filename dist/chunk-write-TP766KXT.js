import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  writeDiff,
  writeProfile
} from "./chunk-chunk-63VNSYDU.js";
import "./chunk-chunk-7XOUPUJV.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-PZOHENPX.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  writeDiff,
  writeProfile
};
