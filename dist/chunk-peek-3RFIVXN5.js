import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  peekReport,
  peeked
} from "./chunk-chunk-JQIXZSJW.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-6IUKT67Q.js";
import "./chunk-chunk-OMS2RVR2.js";
export {
  peekReport,
  peeked
};
