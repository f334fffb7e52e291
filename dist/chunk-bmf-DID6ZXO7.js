import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isBmf,
  readBmf
} from "./chunk-chunk-63FDU6EQ.js";
import "./chunk-chunk-T7IIMCDC.js";
import "./chunk-chunk-I6IDASI2.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-VBKSV45W.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  isBmf,
  readBmf
};
