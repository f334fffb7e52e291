import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  mergeStacks,
  stacksOf,
  weighted
} from "./chunk-chunk-PPY54546.js";
import "./chunk-chunk-X2CCCSRL.js";
import "./chunk-chunk-7AL6N6TP.js";
import "./chunk-chunk-QGDJS24Q.js";
import "./chunk-chunk-K3FRKKEY.js";
import "./chunk-chunk-XFFPISN2.js";
import "./chunk-chunk-ANAGSCI4.js";
import "./chunk-chunk-NGLJ2YUT.js";
import "./chunk-chunk-EXNVJHAL.js";
import "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  mergeStacks,
  stacksOf,
  weighted
};
