import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  comment,
  summary
} from "./chunk-chunk-534TBWMB.js";
import "./chunk-chunk-Y5CQPGWT.js";
import "./chunk-chunk-52YIV7ZO.js";
import "./chunk-chunk-VG2MDW3M.js";
import "./chunk-chunk-2HYZC4AV.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  comment,
  summary
};
