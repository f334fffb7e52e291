import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-PM7R5JTV.js";
import {
  functionDiffText,
  topText
} from "./chunk-chunk-GYCRFXAX.js";
import "./chunk-chunk-EBP6YN4A.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-7ULZ7EHE.js";
import "./chunk-chunk-APXDM2ES.js";
import "./chunk-chunk-JYRTJDEE.js";
import "./chunk-chunk-RNZKKFAP.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  diffText,
  functionDiffText,
  gateText,
  topText
};
