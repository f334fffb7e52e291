import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  writeDiff,
  writeProfile
} from "./chunk-chunk-QLVWZ2HT.js";
import "./chunk-chunk-GEODQ3R4.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-ODMQVEPZ.js";
import "./chunk-chunk-TNIRC7FT.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  writeDiff,
  writeProfile
};
