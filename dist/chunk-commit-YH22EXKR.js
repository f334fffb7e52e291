import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  branchHere,
  commitHere
} from "./chunk-chunk-4ZQOZGWO.js";
import "./chunk-chunk-V3OPSZWN.js";
import "./chunk-chunk-W2JAEFIT.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-TNIRC7FT.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  branchHere,
  commitHere
};
