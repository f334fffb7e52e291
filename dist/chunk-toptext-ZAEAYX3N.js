import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  functionDiffText,
  topText
} from "./chunk-chunk-NY65ZKZO.js";
import "./chunk-chunk-W2KNK7KD.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-TVYFCF2A.js";
import "./chunk-chunk-GBNALUZ3.js";
import "./chunk-chunk-3NMFHZMH.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  functionDiffText,
  topText
};
