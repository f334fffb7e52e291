import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  attributeToUser,
  rootUser
} from "./chunk-chunk-JJU4HBAW.js";
import "./chunk-chunk-FMWJW5EI.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  attributeToUser,
  rootUser
};
