import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-GL4SAVPQ.js";
import "./chunk-chunk-TFHOY6C3.js";
import "./chunk-chunk-6YSJKFFX.js";
import "./chunk-chunk-GKBMORTY.js";
import "./chunk-chunk-GYGUYHGF.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-OBQS3SYR.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-EEJ63JFV.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  measurerHere
};
