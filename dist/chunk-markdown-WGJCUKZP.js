import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  artifactLine,
  comment,
  summary
} from "./chunk-chunk-LYCTXRGV.js";
import "./chunk-chunk-Y5CQPGWT.js";
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
  artifactLine,
  comment,
  summary
};
