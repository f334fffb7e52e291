import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  filterProfile
} from "./chunk-chunk-C5B334E2.js";
import "./chunk-chunk-FMWJW5EI.js";
import "./chunk-chunk-AXCJMWUL.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  filterProfile
};
