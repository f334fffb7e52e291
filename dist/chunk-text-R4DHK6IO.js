import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-JYYIQHV2.js";
import {
  functionDiffText,
  topText
} from "./chunk-chunk-ZFJOP7NF.js";
import "./chunk-chunk-MEWSBCRN.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-BW4KVPRI.js";
import "./chunk-chunk-APXDM2ES.js";
import "./chunk-chunk-YSBFNQF2.js";
import "./chunk-chunk-UR3DJPFF.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  diffText,
  functionDiffText,
  gateText,
  topText
};
