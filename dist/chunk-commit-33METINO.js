import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  branchHere,
  commitHere
} from "./chunk-chunk-UVXYZUX6.js";
import "./chunk-chunk-XA5GVVH5.js";
import "./chunk-chunk-QDTPVPHV.js";
import "./chunk-chunk-IIMA2IPC.js";
import "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  branchHere,
  commitHere
};
