import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  attributeToUser,
  isRuntimeCode,
  rootUser
} from "./chunk-chunk-DT55VYGD.js";
import "./chunk-chunk-QAL75XUX.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-FO6TTW33.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  attributeToUser,
  isRuntimeCode,
  rootUser
};
