import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-ZZP5V5JV.js";
import "./chunk-chunk-LDBMYXJ6.js";
import "./chunk-chunk-ZJGQHLUE.js";
import "./chunk-chunk-6NQ4DPV5.js";
import "./chunk-chunk-UZCBEQND.js";
import "./chunk-chunk-EP2JPQBW.js";
import "./chunk-chunk-WMDHPHXO.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-5FEMG3PV.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-6NJDLMCJ.js";
import "./chunk-chunk-EAOGK37K.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-2Q632MTP.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  measurerHere
};
