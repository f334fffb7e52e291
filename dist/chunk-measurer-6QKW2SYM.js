import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-5RCLHB43.js";
import "./chunk-chunk-MAVAOJKT.js";
import "./chunk-chunk-7LDPB7W5.js";
import "./chunk-chunk-6UTRTK75.js";
import "./chunk-chunk-MHUTJSGY.js";
import "./chunk-chunk-4SJ6T732.js";
import "./chunk-chunk-MS7BYKXI.js";
import "./chunk-chunk-7W66SIQ6.js";
import "./chunk-chunk-27ILUWF2.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-V3OPSZWN.js";
import "./chunk-chunk-W2JAEFIT.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-W6CRVKTU.js";
import "./chunk-chunk-GBNALUZ3.js";
import "./chunk-chunk-3NMFHZMH.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-6ZOGV7QS.js";
import "./chunk-chunk-4ODYDUX2.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-B4B3MLEO.js";
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
