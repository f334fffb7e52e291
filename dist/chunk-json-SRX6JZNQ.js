import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffJson,
  gateJson,
  topJson
} from "./chunk-chunk-7DQ6ZIYW.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  diffJson,
  gateJson,
  topJson
};
