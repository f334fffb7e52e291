import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffJson,
  gateJson,
  leaksJson,
  topJson
} from "./chunk-chunk-LVF74LNU.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  diffJson,
  gateJson,
  leaksJson,
  topJson
};
