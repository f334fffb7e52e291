import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  artifactLine,
  comment,
  summary
} from "./chunk-chunk-I7AFCSN4.js";
import "./chunk-chunk-Y5CQPGWT.js";
import "./chunk-chunk-JC5OIT7B.js";
import "./chunk-chunk-W4RCAHBX.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  artifactLine,
  comment,
  summary
};
