import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  writeDiff,
  writeProfile
} from "./chunk-chunk-UQPHS4UA.js";
import "./chunk-chunk-DQHF7JOB.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-6IUKT67Q.js";
import "./chunk-chunk-OMS2RVR2.js";
export {
  writeDiff,
  writeProfile
};
