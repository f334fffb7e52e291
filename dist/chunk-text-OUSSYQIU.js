import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-QSUYWAKJ.js";
import {
  functionDiffText,
  topText
} from "./chunk-chunk-ZFRAHPFK.js";
import "./chunk-chunk-BM76ICFK.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-A34PPNYP.js";
import "./chunk-chunk-W4RCAHBX.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  diffText,
  functionDiffText,
  gateText,
  topText
};
