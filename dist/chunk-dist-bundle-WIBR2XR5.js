import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  VERSION,
  retry
} from "./chunk-chunk-NBIH4INN.js";
import "./chunk-chunk-ESITOZHU.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  VERSION,
  retry
};
