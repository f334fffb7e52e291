import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  functionDiffText,
  topText
} from "./chunk-chunk-ISPTIFLA.js";
import "./chunk-chunk-BM76ICFK.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-IA3Z5JT4.js";
import "./chunk-chunk-W4RCAHBX.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  functionDiffText,
  topText
};
