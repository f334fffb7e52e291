import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-QUW4YS5K.js";
import {
  functionDiffText,
  topText
} from "./chunk-chunk-GMAB5NWB.js";
import "./chunk-chunk-W2KNK7KD.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-NSGLN6IP.js";
import "./chunk-chunk-OSMQZGTA.js";
import "./chunk-chunk-W6CRVKTU.js";
import "./chunk-chunk-ZVADHB6K.js";
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
