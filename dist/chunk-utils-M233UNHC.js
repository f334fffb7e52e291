import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  GitHub,
  context,
  defaults,
  getOctokitOptions,
  getUserAgentWithOrchestrationId
} from "./chunk-chunk-MWWWNXJ6.js";
import "./chunk-chunk-CNNSJQPK.js";
import "./chunk-chunk-BTLV22AN.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  GitHub,
  context,
  defaults,
  getOctokitOptions,
  getUserAgentWithOrchestrationId
};
