import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readVitest,
  secondsOf
} from "./chunk-chunk-BH3R2BM4.js";
import "./chunk-chunk-SEY5EBSD.js";
import "./chunk-chunk-FO6TTW33.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  readVitest,
  secondsOf
};
