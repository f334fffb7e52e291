import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  artifactLine,
  comment,
  summary
} from "./chunk-chunk-3LREHEKD.js";
import "./chunk-chunk-Y5CQPGWT.js";
import "./chunk-chunk-TNS4YMS3.js";
import "./chunk-chunk-W6CRVKTU.js";
import "./chunk-chunk-C7PWDWJK.js";
import "./chunk-chunk-GBNALUZ3.js";
import "./chunk-chunk-EP4RSUSQ.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  artifactLine,
  comment,
  summary
};
