import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  branchOf,
  collect
} from "./chunk-chunk-OSYU72PZ.js";
import "./chunk-chunk-CPWKLONG.js";
import "./chunk-chunk-DFVE622O.js";
import "./chunk-chunk-YTZWFB4Q.js";
import "./chunk-chunk-QN26YILH.js";
import "./chunk-chunk-LN42JK4S.js";
import "./chunk-chunk-JPDDNMI2.js";
import "./chunk-chunk-W5T5ZST2.js";
import "./chunk-chunk-UYQRZSC3.js";
import "./chunk-chunk-CI4CUVNV.js";
import "./chunk-chunk-ZPTTC7RO.js";
import "./chunk-chunk-BI53RTZT.js";
import "./chunk-chunk-VQ6FWMRF.js";
import "./chunk-chunk-WBZJRREZ.js";
import "./chunk-chunk-IEFVJOLK.js";
import "./chunk-chunk-MZV4ZR3I.js";
import "./chunk-chunk-JCBOAFGM.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-PA5I43BW.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-A5MM4BUN.js";
import "./chunk-chunk-LC64RVU4.js";
import "./chunk-chunk-ZQWF666O.js";
import "./chunk-chunk-FD5PAXGO.js";
import "./chunk-chunk-GE3XI5AU.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-LXRGVO62.js";
import "./chunk-chunk-FN6WBWDZ.js";
import "./chunk-chunk-FC3O4OT5.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-47RXFYY7.js";
import "./chunk-chunk-WAKK6G2L.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-G2WIFZCI.js";
import "./chunk-chunk-5B6DBYSR.js";
import "./chunk-chunk-77VQVGUE.js";
import "./chunk-chunk-VSNVNMMO.js";
import "./chunk-chunk-T7IIMCDC.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  branchOf,
  collect
};
