import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-AN3NZUVC.js";
import "./chunk-chunk-SRNVSLH2.js";
import "./chunk-chunk-BHRO2CPB.js";
import "./chunk-chunk-O4XLS3SP.js";
import "./chunk-chunk-3W3Q4QGX.js";
import "./chunk-chunk-2WIXKDTD.js";
import "./chunk-chunk-HYH4N3AD.js";
import "./chunk-chunk-UQYCOHJB.js";
import "./chunk-chunk-CFQE5HFI.js";
import "./chunk-chunk-PIAC5JNM.js";
import "./chunk-chunk-GNUXMM7U.js";
import "./chunk-chunk-24NBT6B5.js";
import "./chunk-chunk-ES73Q7KY.js";
import "./chunk-chunk-7FMKEXZ4.js";
import "./chunk-chunk-AAOMFOUK.js";
import "./chunk-chunk-YDRQIAXT.js";
import "./chunk-chunk-5PDSYCPL.js";
import "./chunk-chunk-LHA6YONK.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-7GE2WMSZ.js";
import "./chunk-chunk-LXBOSWHC.js";
import "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-4M7XMVOR.js";
import "./chunk-chunk-WI6EPKL5.js";
import "./chunk-chunk-7AJGRJQQ.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-DG7HNR5X.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-3CENERFY.js";
import "./chunk-chunk-6JB4N6AN.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-VU3MZHWS.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-PZOHENPX.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  measurerHere
};
