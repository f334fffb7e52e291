import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  branchHere,
  commitHere
} from "./chunk-chunk-L7NHBANA.js";
import "./chunk-chunk-5PXQR5EY.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import "./chunk-chunk-6IUKT67Q.js";
import "./chunk-chunk-OMS2RVR2.js";
export {
  branchHere,
  commitHere
};
