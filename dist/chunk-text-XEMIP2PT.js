import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-GQ5NSAYO.js";
import {
  functionDiffText,
  topText
} from "./chunk-chunk-MA2JQUQ6.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-EN26ULPN.js";
import "./chunk-chunk-YWGPFSAG.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  diffText,
  functionDiffText,
  gateText,
  topText
};
