import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  attributeToUser,
  isRuntimeCode,
  rootUser
} from "./chunk-chunk-3YJY3TK6.js";
import "./chunk-chunk-O6T6BE5T.js";
import "./chunk-chunk-6WGXBBJQ.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  attributeToUser,
  isRuntimeCode,
  rootUser
};
