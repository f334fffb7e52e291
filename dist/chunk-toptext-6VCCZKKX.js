import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  functionDiffText,
  topText
} from "./chunk-chunk-4LTDKTKB.js";
import "./chunk-chunk-MIQ7KG2R.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-52YIV7ZO.js";
import "./chunk-chunk-VG2MDW3M.js";
import "./chunk-chunk-2HYZC4AV.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  functionDiffText,
  topText
};
