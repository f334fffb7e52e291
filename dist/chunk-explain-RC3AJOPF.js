import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  explain
} from "./chunk-chunk-PIFUD3W6.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-TNIRC7FT.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  explain
};
