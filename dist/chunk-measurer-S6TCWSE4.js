import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-MUCQMBF4.js";
import "./chunk-chunk-IIXDPVTE.js";
import "./chunk-chunk-IRV6AFJJ.js";
import "./chunk-chunk-XDVYPU5W.js";
import "./chunk-chunk-KAG72FLM.js";
import "./chunk-chunk-GXQBEHVN.js";
import "./chunk-chunk-5JGBX2WN.js";
import "./chunk-chunk-TA2VMON3.js";
import "./chunk-chunk-4I5AOFI3.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-V3OPSZWN.js";
import "./chunk-chunk-EP4RSUSQ.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-4ODYDUX2.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-Z4IIDTO4.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import "./chunk-chunk-TNIRC7FT.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  measurerHere
};
