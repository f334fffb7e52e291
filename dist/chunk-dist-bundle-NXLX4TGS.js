import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  VERSION,
  retry
} from "./chunk-chunk-SWEMU6IX.js";
import "./chunk-chunk-6WQOZDFN.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  VERSION,
  retry
};
