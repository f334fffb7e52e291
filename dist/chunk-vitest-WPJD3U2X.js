import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readVitest,
  secondsOf
} from "./chunk-chunk-OITONNRC.js";
import "./chunk-chunk-ACUX7OZJ.js";
import "./chunk-chunk-FO6TTW33.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  readVitest,
  secondsOf
};
