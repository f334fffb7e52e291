import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-Q6CL2EGZ.js";
import "./chunk-chunk-IJCIQAA2.js";
import "./chunk-chunk-LJOZUCWE.js";
import "./chunk-chunk-UZCBEQND.js";
import "./chunk-chunk-V5NVRSHA.js";
import "./chunk-chunk-ADY6LAGL.js";
import "./chunk-chunk-EP2JPQBW.js";
import "./chunk-chunk-BJKKJGTP.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-E6V7FVA2.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-W7JVJ4FK.js";
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
