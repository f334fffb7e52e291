import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  explain
} from "./chunk-chunk-HSYYNMBW.js";
import "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-PZOHENPX.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  explain
};
