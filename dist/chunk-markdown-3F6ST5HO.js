import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  artifactLine,
  comment,
  summary
} from "./chunk-chunk-KQUBUEAY.js";
import "./chunk-chunk-Y5CQPGWT.js";
import "./chunk-chunk-7ULZ7EHE.js";
import "./chunk-chunk-APXDM2ES.js";
import "./chunk-chunk-JYRTJDEE.js";
import "./chunk-chunk-RNZKKFAP.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  artifactLine,
  comment,
  summary
};
