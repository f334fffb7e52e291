import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  VERSION,
  retry
} from "./chunk-chunk-S7KHYCP2.js";
import "./chunk-chunk-CNNSJQPK.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  VERSION,
  retry
};
