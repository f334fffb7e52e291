import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-CCWDBAA2.js";
import {
  functionDiffText,
  topText
} from "./chunk-chunk-V6EUXQL2.js";
import "./chunk-chunk-HFX55VD5.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-T6422WOP.js";
import "./chunk-chunk-YWGPFSAG.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  diffText,
  functionDiffText,
  gateText,
  topText
};
