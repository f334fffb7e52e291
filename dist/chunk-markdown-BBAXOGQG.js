import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  artifactLine,
  comment,
  summary
} from "./chunk-chunk-NEU6H5X7.js";
import "./chunk-chunk-Y5CQPGWT.js";
import "./chunk-chunk-HFUTTPOR.js";
import "./chunk-chunk-APXDM2ES.js";
import "./chunk-chunk-T4SMXDWZ.js";
import "./chunk-chunk-GBNALUZ3.js";
import "./chunk-chunk-SDIVBXXI.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  artifactLine,
  comment,
  summary
};
