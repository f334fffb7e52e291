import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  explain
} from "./chunk-chunk-O3AUH5GN.js";
import "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-FO6TTW33.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  explain
};
