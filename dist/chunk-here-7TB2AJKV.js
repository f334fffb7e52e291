import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-4PHUTKUU.js";
import "./chunk-chunk-W6R7ZOWC.js";
import "./chunk-chunk-DRETIHCL.js";
import "./chunk-chunk-CTK2CQ3H.js";
import "./chunk-chunk-COFPAZ5K.js";
import "./chunk-chunk-EP2JPQBW.js";
import "./chunk-chunk-DRD5DY45.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-E6V7FVA2.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-IQN46H7T.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-OT5DCEEM.js";
import "./chunk-chunk-SDIVBXXI.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-2Q632MTP.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  measurerHere
};
