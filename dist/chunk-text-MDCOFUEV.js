import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  functionDiffText,
  gateText,
  topText
} from "./chunk-chunk-T4XJRGQM.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-436KCNJ3.js";
import "./chunk-chunk-6R37NEP4.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  diffText,
  functionDiffText,
  gateText,
  topText
};
