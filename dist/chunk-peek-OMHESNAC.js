import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  peekReport,
  peeked
} from "./chunk-chunk-7O64XUDM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  peekReport,
  peeked
};
