import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  functionDiffText,
  topText
} from "./chunk-chunk-GYCRFXAX.js";
import "./chunk-chunk-EBP6YN4A.js";
import "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-JYRTJDEE.js";
import "./chunk-chunk-RNZKKFAP.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  functionDiffText,
  topText
};
