import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-QXALZDLI.js";
import "./chunk-chunk-6IGMQXYV.js";
import "./chunk-chunk-V4N7PZUX.js";
import {
  functionDiffText,
  topText
} from "./chunk-chunk-GW6HMLZM.js";
import "./chunk-chunk-E6J4KWGK.js";
import "./chunk-chunk-SKQVCMJO.js";
import "./chunk-chunk-5PEXN6YS.js";
import "./chunk-chunk-6H26G7AP.js";
import "./chunk-chunk-OAGDU4F5.js";
import "./chunk-chunk-ES73Q7KY.js";
import "./chunk-chunk-7FMKEXZ4.js";
import "./chunk-chunk-YDRQIAXT.js";
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
