import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffJson,
  gateJson,
  leaksJson,
  topJson
} from "./chunk-chunk-R4QYK5JS.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  diffJson,
  gateJson,
  leaksJson,
  topJson
};
