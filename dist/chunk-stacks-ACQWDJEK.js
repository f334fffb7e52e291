import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  mergeStacks,
  stacksOf,
  weighted
} from "./chunk-chunk-QQJQBLUE.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-RL7XGZTW.js";
import "./chunk-chunk-MVRN3XQO.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-6IUKT67Q.js";
import "./chunk-chunk-OMS2RVR2.js";
export {
  mergeStacks,
  stacksOf,
  weighted
};
