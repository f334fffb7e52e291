import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  attributeToUser,
  isRuntimeCode,
  rootUser
} from "./chunk-chunk-SAFUOMCY.js";
import "./chunk-chunk-JBVL6GT5.js";
import "./chunk-chunk-GVOUV3UD.js";
import "./chunk-chunk-XFFPISN2.js";
import "./chunk-chunk-EXNVJHAL.js";
import "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  attributeToUser,
  isRuntimeCode,
  rootUser
};
