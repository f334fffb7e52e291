import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  GitHub,
  context,
  defaults,
  getOctokitOptions,
  getUserAgentWithOrchestrationId
} from "./chunk-chunk-2LFB2HOQ.js";
import "./chunk-chunk-LUMMCP4L.js";
import "./chunk-chunk-TO7V4QEL.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  GitHub,
  context,
  defaults,
  getOctokitOptions,
  getUserAgentWithOrchestrationId
};
