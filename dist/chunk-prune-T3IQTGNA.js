import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  pruneFrames
} from "./chunk-chunk-6HLSBVS2.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  pruneFrames
};
