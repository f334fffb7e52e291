import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  artifactLine,
  comment,
  isQuiet,
  summary
} from "./chunk-chunk-CA2FD3KV.js";
import "./chunk-chunk-4GRHOFZO.js";
import "./chunk-chunk-24NBT6B5.js";
import "./chunk-chunk-WA4E7QHD.js";
import "./chunk-chunk-ES73Q7KY.js";
import "./chunk-chunk-7FMKEXZ4.js";
import "./chunk-chunk-KEDXBOZQ.js";
import "./chunk-chunk-5PEXN6YS.js";
import "./chunk-chunk-6H26G7AP.js";
import "./chunk-chunk-FSTLBMRI.js";
import "./chunk-chunk-AAOMFOUK.js";
import "./chunk-chunk-YDRQIAXT.js";
import "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  artifactLine,
  comment,
  isQuiet,
  summary
};
