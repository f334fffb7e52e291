import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-7VGHQJYN.js";
import "./chunk-chunk-AG6WX5XC.js";
import "./chunk-chunk-V3FEIYU4.js";
import "./chunk-chunk-6NQ4DPV5.js";
import "./chunk-chunk-UZCBEQND.js";
import "./chunk-chunk-EP2JPQBW.js";
import "./chunk-chunk-SWOT3GTW.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-CJQUWZ32.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-LMAUU3FO.js";
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
