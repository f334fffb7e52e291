import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  VERSION,
  retry
} from "./chunk-chunk-FY3R3SWC.js";
import "./chunk-chunk-LUMMCP4L.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  VERSION,
  retry
};
