import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-Y6XKD3FV.js";
import {
  functionDiffText,
  topText
} from "./chunk-chunk-ERTBK5IT.js";
import "./chunk-chunk-W2KNK7KD.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-TNS4YMS3.js";
import "./chunk-chunk-W6CRVKTU.js";
import "./chunk-chunk-C7PWDWJK.js";
import "./chunk-chunk-GBNALUZ3.js";
import "./chunk-chunk-EP4RSUSQ.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  diffText,
  functionDiffText,
  gateText,
  topText
};
