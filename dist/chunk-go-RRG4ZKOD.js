import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readGo,
  readGoResults
} from "./chunk-chunk-6NCM22WB.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-V6FUWQX3.js";
import "./chunk-chunk-6IUKT67Q.js";
import "./chunk-chunk-OMS2RVR2.js";
export {
  readGo,
  readGoResults
};
