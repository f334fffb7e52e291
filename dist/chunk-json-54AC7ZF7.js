import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffJson,
  gateJson,
  leaksJson,
  topJson
} from "./chunk-chunk-RWUMPLQ3.js";
import "./chunk-chunk-OMS2RVR2.js";
export {
  diffJson,
  gateJson,
  leaksJson,
  topJson
};
