import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  peekReport,
  peeked
} from "./chunk-chunk-J4DTDGR7.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-FO6TTW33.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  peekReport,
  peeked
};
