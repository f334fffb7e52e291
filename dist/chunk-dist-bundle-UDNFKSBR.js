import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  VERSION,
  retry
} from "./chunk-chunk-V2HHWXPE.js";
import "./chunk-chunk-J2IVU2GX.js";
import "./chunk-chunk-OMS2RVR2.js";
export {
  VERSION,
  retry
};
