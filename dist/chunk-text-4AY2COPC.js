import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-3R5YXFZF.js";
import "./chunk-chunk-6HBGA7YV.js";
import {
  functionDiffText,
  topText
} from "./chunk-chunk-RJL3R2SR.js";
import "./chunk-chunk-KDSKOOQQ.js";
import "./chunk-chunk-SXPVU2JQ.js";
import "./chunk-chunk-RKOIVFBX.js";
import "./chunk-chunk-YL6QSUIA.js";
import "./chunk-chunk-UIZSM77V.js";
import "./chunk-chunk-WQKUTA3A.js";
import "./chunk-chunk-F2QYVI5H.js";
import "./chunk-chunk-6OBLDVWQ.js";
import "./chunk-chunk-XDSCW632.js";
import "./chunk-chunk-NTMR7OSE.js";
import "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import "./chunk-chunk-ZY32PDO3.js";
import "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ETXR6ESQ.js";
import "./chunk-chunk-6IUKT67Q.js";
import "./chunk-chunk-OMS2RVR2.js";
export {
  diffText,
  functionDiffText,
  gateText,
  topText
};
