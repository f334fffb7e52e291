import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  mergeStacks,
  stacksOf
} from "./chunk-chunk-XCO7IU2S.js";
import "./chunk-chunk-LHA6YONK.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-7GE2WMSZ.js";
import "./chunk-chunk-LXBOSWHC.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-PZOHENPX.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  mergeStacks,
  stacksOf
};
