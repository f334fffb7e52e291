import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-DGBE4OKC.js";
import "./chunk-chunk-UMT3FVTL.js";
import "./chunk-chunk-J6K5VZ5P.js";
import "./chunk-chunk-3W3Q4QGX.js";
import "./chunk-chunk-FFEFVUS6.js";
import "./chunk-chunk-KAJKEKN5.js";
import "./chunk-chunk-UQYCOHJB.js";
import "./chunk-chunk-CFQE5HFI.js";
import "./chunk-chunk-PIAC5JNM.js";
import "./chunk-chunk-OOWQ2DLT.js";
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
import "./chunk-chunk-Z43TE2JO.js";
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
