import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  attributeToUser,
  isRuntimeCode,
  rootUser
} from "./chunk-chunk-EHK33CY2.js";
import "./chunk-chunk-WQ7R4VUP.js";
import "./chunk-chunk-ATBKLA4W.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-PZOHENPX.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  attributeToUser,
  isRuntimeCode,
  rootUser
};
