import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  GitHub,
  context,
  defaults,
  getOctokitOptions,
  getUserAgentWithOrchestrationId
} from "./chunk-chunk-PAYCM47W.js";
import "./chunk-chunk-22JOUGZK.js";
import "./chunk-chunk-ESITOZHU.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  GitHub,
  context,
  defaults,
  getOctokitOptions,
  getUserAgentWithOrchestrationId
};
