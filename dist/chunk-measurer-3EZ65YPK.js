import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-NYZTDVFP.js";
import "./chunk-chunk-BBMGWTZZ.js";
import "./chunk-chunk-UYQRZSC3.js";
import "./chunk-chunk-RLN5MYQG.js";
import "./chunk-chunk-GVY5U77K.js";
import "./chunk-chunk-CKKVOP3Z.js";
import "./chunk-chunk-EPEXB7PQ.js";
import "./chunk-chunk-OKBD2UVT.js";
import "./chunk-chunk-DZRIX3TP.js";
import "./chunk-chunk-XVCJSRZJ.js";
import "./chunk-chunk-ITUQK4R7.js";
import "./chunk-chunk-TBCRFPV5.js";
import "./chunk-chunk-5C7A5JIF.js";
import "./chunk-chunk-2TVETMFS.js";
import "./chunk-chunk-LOTYZAY7.js";
import "./chunk-chunk-SQ6HGOBR.js";
import "./chunk-chunk-X52TGXCZ.js";
import "./chunk-chunk-HLZTH7MM.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-GE3XI5AU.js";
import "./chunk-chunk-A5MM4BUN.js";
import "./chunk-chunk-PA5I43BW.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-2X4ELF7W.js";
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-YE3IHIED.js";
import "./chunk-chunk-LC64RVU4.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-TK4BJ4BT.js";
import "./chunk-chunk-47RXFYY7.js";
import "./chunk-chunk-WAKK6G2L.js";
import "./chunk-chunk-XFSCHGNU.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-VBKSV45W.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  measurerHere
};
