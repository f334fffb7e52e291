import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  GitHub,
  context,
  defaults,
  getOctokitOptions,
  getUserAgentWithOrchestrationId
} from "./chunk-chunk-ZRCZACGO.js";
import "./chunk-chunk-IEFVJOLK.js";
import "./chunk-chunk-6WQOZDFN.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  GitHub,
  context,
  defaults,
  getOctokitOptions,
  getUserAgentWithOrchestrationId
};
