import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  attributeToUser,
  isRuntimeCode,
  rootUser
} from "./chunk-chunk-AGY4ZXIW.js";
import "./chunk-chunk-EFJZRIPC.js";
import "./chunk-chunk-BMY7VOPR.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-6IUKT67Q.js";
import "./chunk-chunk-OMS2RVR2.js";
export {
  attributeToUser,
  isRuntimeCode,
  rootUser
};
