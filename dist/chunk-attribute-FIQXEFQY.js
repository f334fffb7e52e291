import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  attributeToUser,
  rootUser
} from "./chunk-chunk-R77Y6K42.js";
import "./chunk-chunk-RKJRPKKX.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-ODMQVEPZ.js";
import "./chunk-chunk-TNIRC7FT.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  attributeToUser,
  rootUser
};
