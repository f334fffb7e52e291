import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-A2RZOE4F.js";
import "./chunk-chunk-333D7GQN.js";
import "./chunk-chunk-QVC3GAJD.js";
import "./chunk-chunk-LJOZUCWE.js";
import "./chunk-chunk-UZCBEQND.js";
import "./chunk-chunk-SUDRJ5IC.js";
import "./chunk-chunk-EP2JPQBW.js";
import "./chunk-chunk-JK4PVU2F.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-E6V7FVA2.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-EEZC7U42.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-OT5DCEEM.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-2Q632MTP.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  measurerHere
};
