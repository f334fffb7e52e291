import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-VH2LIQ2T.js";
import "./chunk-chunk-DHCCCFT3.js";
import "./chunk-chunk-FIESKDIO.js";
import "./chunk-chunk-GKBMORTY.js";
import "./chunk-chunk-EP2JPQBW.js";
import "./chunk-chunk-7XSUYOLQ.js";
import "./chunk-chunk-TJINSN4P.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-6HLSBVS2.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-UCFJLV6J.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-LMAUU3FO.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  measurerHere
};
