import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffJson,
  gateJson,
  leaksJson,
  topJson
} from "./chunk-chunk-V2HTQKVY.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  diffJson,
  gateJson,
  leaksJson,
  topJson
};
