import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  peekText
} from "./chunk-chunk-LTTJMOJ6.js";
import "./chunk-chunk-YY6AEQIK.js";
import "./chunk-chunk-CPDMNKEZ.js";
import "./chunk-chunk-J2H5S5R3.js";
import "./chunk-chunk-4AHUKQSY.js";
import "./chunk-chunk-ZZ7MAQIL.js";
import "./chunk-chunk-4DRKC26T.js";
import "./chunk-chunk-4EYZ7PQE.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  peekText
};
