import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-HMU2VY47.js";
import "./chunk-chunk-STFSZRW4.js";
import "./chunk-chunk-V4N7PZUX.js";
import {
  functionDiffText,
  topText
} from "./chunk-chunk-7UZAP34A.js";
import "./chunk-chunk-ND6XJWOC.js";
import "./chunk-chunk-SKQVCMJO.js";
import "./chunk-chunk-5PEXN6YS.js";
import "./chunk-chunk-NLW2S3GA.js";
import "./chunk-chunk-OVJ4O7FR.js";
import "./chunk-chunk-ES73Q7KY.js";
import "./chunk-chunk-7FMKEXZ4.js";
import "./chunk-chunk-OH3LLWUZ.js";
import "./chunk-chunk-AAOMFOUK.js";
import "./chunk-chunk-D77MWFZU.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  diffText,
  functionDiffText,
  gateText,
  topText
};
