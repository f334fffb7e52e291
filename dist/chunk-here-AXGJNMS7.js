import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-NDMTSSHA.js";
import "./chunk-chunk-D7BDTAFL.js";
import "./chunk-chunk-OYJ5VHNI.js";
import "./chunk-chunk-6NQ4DPV5.js";
import "./chunk-chunk-UZCBEQND.js";
import "./chunk-chunk-QEHVSVOT.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-TA3OENHH.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-2Q632MTP.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  measurerHere
};
