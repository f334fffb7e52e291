import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  explain
} from "./chunk-chunk-PATRWNZZ.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-MDC75YKU.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  explain
};
