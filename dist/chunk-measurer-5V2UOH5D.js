import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-5BRXZNCN.js";
import "./chunk-chunk-52GI4E4C.js";
import "./chunk-chunk-IRV6AFJJ.js";
import "./chunk-chunk-3RPH4RHZ.js";
import "./chunk-chunk-ZXE3ZYX7.js";
import "./chunk-chunk-RFHQA4VV.js";
import "./chunk-chunk-2TEFKGE7.js";
import "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-GFXZ33DM.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-VOR46SOH.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-EP4RSUSQ.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import "./chunk-chunk-MDC75YKU.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  measurerHere
};
