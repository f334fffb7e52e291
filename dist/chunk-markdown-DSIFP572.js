import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  comment,
  summary
} from "./chunk-chunk-BYSESZ4L.js";
import "./chunk-chunk-EN26ULPN.js";
import "./chunk-chunk-YWGPFSAG.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  comment,
  summary
};
