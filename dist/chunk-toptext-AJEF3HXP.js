import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  functionDiffText,
  topText
} from "./chunk-chunk-7UZAP34A.js";
import "./chunk-chunk-ND6XJWOC.js";
import "./chunk-chunk-SKQVCMJO.js";
import "./chunk-chunk-5PEXN6YS.js";
import "./chunk-chunk-NLW2S3GA.js";
import "./chunk-chunk-OVJ4O7FR.js";
import "./chunk-chunk-OH3LLWUZ.js";
import "./chunk-chunk-AAOMFOUK.js";
import "./chunk-chunk-D77MWFZU.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  functionDiffText,
  topText
};
