import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  branchHere,
  commitHere
} from "./chunk-chunk-ZYPDZNGE.js";
import "./chunk-chunk-O7C2WQVP.js";
import "./chunk-chunk-NWFIJ5NX.js";
import "./chunk-chunk-Z43TE2JO.js";
import "./chunk-chunk-FO6TTW33.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  branchHere,
  commitHere
};
