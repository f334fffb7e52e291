import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  filterProfile
} from "./chunk-chunk-BO3CEHTR.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-Q4C5ZXPI.js";
import "./chunk-chunk-AXCJMWUL.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  filterProfile
};
