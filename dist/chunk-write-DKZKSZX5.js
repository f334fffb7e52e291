import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  writeDiff,
  writeProfile
} from "./chunk-chunk-W5MZVOMX.js";
import "./chunk-chunk-FBUPSL2J.js";
import "./chunk-chunk-XFFPISN2.js";
import "./chunk-chunk-EXNVJHAL.js";
import "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  writeDiff,
  writeProfile
};
