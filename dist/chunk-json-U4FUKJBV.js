import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffJson,
  gateJson,
  leaksJson,
  topJson
} from "./chunk-chunk-IE2BDHOK.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  diffJson,
  gateJson,
  leaksJson,
  topJson
};
