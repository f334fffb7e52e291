import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  branchOf,
  collect
} from "./chunk-chunk-KYDI5G7S.js";
import "./chunk-chunk-DN2D3ORH.js";
import "./chunk-chunk-DFVE622O.js";
import "./chunk-chunk-KO2O23OF.js";
import "./chunk-chunk-WBZJRREZ.js";
import "./chunk-chunk-7M6HCMPC.js";
import "./chunk-chunk-QN26YILH.js";
import "./chunk-chunk-3HVENSV5.js";
import "./chunk-chunk-W5T5ZST2.js";
import "./chunk-chunk-IEFVJOLK.js";
import "./chunk-chunk-PRUYKIXM.js";
import "./chunk-chunk-UYQRZSC3.js";
import "./chunk-chunk-YGZQFM3I.js";
import "./chunk-chunk-ZJ6VFQKA.js";
import "./chunk-chunk-XCEXHBYF.js";
import "./chunk-chunk-ITUQK4R7.js";
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
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-LC64RVU4.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-FN6WBWDZ.js";
import "./chunk-chunk-47RXFYY7.js";
import "./chunk-chunk-WAKK6G2L.js";
import "./chunk-chunk-G2WIFZCI.js";
import "./chunk-chunk-63FDU6EQ.js";
import "./chunk-chunk-T7IIMCDC.js";
import "./chunk-chunk-I6IDASI2.js";
import "./chunk-chunk-XFSCHGNU.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-VBKSV45W.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  branchOf,
  collect
};
