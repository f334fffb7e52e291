import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  VERSION,
  retry
} from "./chunk-chunk-IXKA2KEM.js";
import "./chunk-chunk-BY344VZU.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  VERSION,
  retry
};
