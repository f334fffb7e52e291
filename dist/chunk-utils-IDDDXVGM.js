import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  GitHub,
  context,
  defaults,
  getOctokitOptions,
  getUserAgentWithOrchestrationId
} from "./chunk-chunk-SK6E6JHC.js";
import "./chunk-chunk-YRLUC6TP.js";
import "./chunk-chunk-J2IVU2GX.js";
import "./chunk-chunk-OMS2RVR2.js";
export {
  GitHub,
  context,
  defaults,
  getOctokitOptions,
  getUserAgentWithOrchestrationId
};
