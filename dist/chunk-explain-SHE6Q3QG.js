import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  explain
} from "./chunk-chunk-235GZTDS.js";
import "./chunk-chunk-4EYZ7PQE.js";
import "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  explain
};
