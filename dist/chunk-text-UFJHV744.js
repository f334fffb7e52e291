import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-66J7PD4Q.js";
import {
  functionDiffText,
  topText
} from "./chunk-chunk-NY65ZKZO.js";
import "./chunk-chunk-W2KNK7KD.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-UFDOLDCP.js";
import "./chunk-chunk-RD7TSKAQ.js";
import "./chunk-chunk-W6CRVKTU.js";
import "./chunk-chunk-TVYFCF2A.js";
import "./chunk-chunk-GBNALUZ3.js";
import "./chunk-chunk-3NMFHZMH.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  diffText,
  functionDiffText,
  gateText,
  topText
};
