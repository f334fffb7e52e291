import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-5VLZHCHR.js";
import "./chunk-chunk-3NU7ABDE.js";
import "./chunk-chunk-RWRDUFZM.js";
import "./chunk-chunk-3W3Q4QGX.js";
import "./chunk-chunk-XFSTN5CH.js";
import "./chunk-chunk-BND6GVGO.js";
import "./chunk-chunk-BJWDAWJR.js";
import "./chunk-chunk-DWKW66J4.js";
import "./chunk-chunk-O7C2WQVP.js";
import "./chunk-chunk-NWFIJ5NX.js";
import "./chunk-chunk-ES73Q7KY.js";
import "./chunk-chunk-7FMKEXZ4.js";
import "./chunk-chunk-AAOMFOUK.js";
import "./chunk-chunk-YDRQIAXT.js";
import "./chunk-chunk-PUU7GCL5.js";
import "./chunk-chunk-OHHDPD32.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-HUNTVSA6.js";
import "./chunk-chunk-LXBOSWHC.js";
import "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-Z43TE2JO.js";
import "./chunk-chunk-U7DECKJT.js";
import "./chunk-chunk-DHK4SDK4.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-7YJM5TUB.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-6RYV25LT.js";
import "./chunk-chunk-R6BEZD7Z.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-FZZ2ZYFP.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-FO6TTW33.js";
import "./chunk-chunk-O53ZM6UU.js";
export {
  measurerHere
};
