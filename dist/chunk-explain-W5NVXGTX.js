import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  explain
} from "./chunk-chunk-AIY3LGU6.js";
import "./chunk-chunk-D77MWFZU.js";
import "./chunk-chunk-FO6TTW33.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  explain
};
