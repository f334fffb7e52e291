import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  GitHub,
  context,
  defaults,
  getOctokitOptions,
  getUserAgentWithOrchestrationId
} from "./chunk-chunk-564S25YJ.js";
import "./chunk-chunk-BY344VZU.js";
import "./chunk-chunk-MQBZMYLB.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  GitHub,
  context,
  defaults,
  getOctokitOptions,
  getUserAgentWithOrchestrationId
};
