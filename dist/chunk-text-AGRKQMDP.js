import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-XL6TBF3R.js";
import {
  functionDiffText,
  topText
} from "./chunk-chunk-34XFE4J2.js";
import "./chunk-chunk-BM76ICFK.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-JC5OIT7B.js";
import "./chunk-chunk-W4RCAHBX.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  diffText,
  functionDiffText,
  gateText,
  topText
};
