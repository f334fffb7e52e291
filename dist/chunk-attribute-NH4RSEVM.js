import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  attributeToUser,
  rootUser
} from "./chunk-chunk-4W4DNC5Z.js";
import "./chunk-chunk-K5RR5FED.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-ODMQVEPZ.js";
import "./chunk-chunk-MDC75YKU.js";
import "./chunk-chunk-RPXPASOV.js";
export {
  attributeToUser,
  rootUser
};
