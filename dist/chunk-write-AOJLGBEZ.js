import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  writeDiff,
  writeProfile
} from "./chunk-chunk-MCSYO57I.js";
import "./chunk-chunk-UT3J4YBP.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  writeDiff,
  writeProfile
};
