import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  peekReport,
  peeked
} from "./chunk-chunk-CG4PH2T5.js";
import "./chunk-chunk-7AL6N6TP.js";
import "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  peekReport,
  peeked
};
