import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-YXLRV4RS.js";
import "./chunk-chunk-W7OB7OBY.js";
import "./chunk-chunk-IRV6AFJJ.js";
import "./chunk-chunk-6ERKDLZ3.js";
import "./chunk-chunk-AQBV5G5Y.js";
import "./chunk-chunk-JAWLZA24.js";
import "./chunk-chunk-OK6MGRMY.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-EP4RSUSQ.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-7URU3EER.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-A2MYJ4B2.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-V3OPSZWN.js";
import "./chunk-chunk-4ODYDUX2.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import "./chunk-chunk-TNIRC7FT.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  measurerHere
};
