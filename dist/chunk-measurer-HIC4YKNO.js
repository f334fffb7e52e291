import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-FOSVDXXT.js";
import "./chunk-chunk-UWS2RY6U.js";
import "./chunk-chunk-BHRO2CPB.js";
import "./chunk-chunk-BLVWPBCU.js";
import "./chunk-chunk-3W3Q4QGX.js";
import "./chunk-chunk-Q3OAGVZ4.js";
import "./chunk-chunk-H4CH22LH.js";
import "./chunk-chunk-IYGNP3XI.js";
import "./chunk-chunk-EHBWCSTW.js";
import "./chunk-chunk-3MQTSQQH.js";
import "./chunk-chunk-24NBT6B5.js";
import "./chunk-chunk-ES73Q7KY.js";
import "./chunk-chunk-7FMKEXZ4.js";
import "./chunk-chunk-AAOMFOUK.js";
import "./chunk-chunk-YDRQIAXT.js";
import "./chunk-chunk-LKCNUCDV.js";
import "./chunk-chunk-RUF4V34I.js";
import "./chunk-chunk-LHA6YONK.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-7GE2WMSZ.js";
import "./chunk-chunk-LXBOSWHC.js";
import "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-PIAC5JNM.js";
import "./chunk-chunk-S7EX6Z5N.js";
import "./chunk-chunk-6RHMOILS.js";
import "./chunk-chunk-WI6EPKL5.js";
import "./chunk-chunk-7AJGRJQQ.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-DG7HNR5X.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-AUZF2N64.js";
import "./chunk-chunk-MJ2TIE5O.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-6QI7HQMC.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-VMIOSC5B.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-PZOHENPX.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  measurerHere
};
