import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  functionDiffText,
  topText
} from "./chunk-chunk-GW6HMLZM.js";
import "./chunk-chunk-E6J4KWGK.js";
import "./chunk-chunk-SKQVCMJO.js";
import "./chunk-chunk-5PEXN6YS.js";
import "./chunk-chunk-6H26G7AP.js";
import "./chunk-chunk-OAGDU4F5.js";
import "./chunk-chunk-YDRQIAXT.js";
import "./chunk-chunk-AAOMFOUK.js";
import "./chunk-chunk-D77MWFZU.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  functionDiffText,
  topText
};
