import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  artifactLine,
  comment,
  summary
} from "./chunk-chunk-SQTP3J3Q.js";
import "./chunk-chunk-Y5CQPGWT.js";
import "./chunk-chunk-BW4KVPRI.js";
import "./chunk-chunk-APXDM2ES.js";
import "./chunk-chunk-YSBFNQF2.js";
import "./chunk-chunk-UR3DJPFF.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  artifactLine,
  comment,
  summary
};
