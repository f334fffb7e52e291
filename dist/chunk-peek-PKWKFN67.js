import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  peekReport,
  peeked
} from "./chunk-chunk-2FQLPPHR.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-PZOHENPX.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  peekReport,
  peeked
};
