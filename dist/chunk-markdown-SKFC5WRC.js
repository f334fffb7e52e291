import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  comment,
  summary
} from "./chunk-chunk-IWB2JVTS.js";
import "./chunk-chunk-T6422WOP.js";
import "./chunk-chunk-YWGPFSAG.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  comment,
  summary
};
