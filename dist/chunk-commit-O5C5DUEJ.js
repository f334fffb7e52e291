import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  branchHere,
  commitHere
} from "./chunk-chunk-QPBQNJV4.js";
import "./chunk-chunk-PA5I43BW.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  branchHere,
  commitHere
};
