import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  functionDiffText,
  topText
} from "./chunk-chunk-ODC6EDFK.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-EN26ULPN.js";
import "./chunk-chunk-6R37NEP4.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  functionDiffText,
  topText
};
