import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readVitest,
  secondsOf
} from "./chunk-chunk-5PDYUBZ5.js";
import "./chunk-chunk-5OVAND35.js";
import "./chunk-chunk-PZOHENPX.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  readVitest,
  secondsOf
};
