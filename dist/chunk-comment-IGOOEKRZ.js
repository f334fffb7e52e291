import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  artifactLine,
  comment,
  isQuiet,
  summary
} from "./chunk-chunk-YZB3D6LT.js";
import "./chunk-chunk-2G62FFV6.js";
import "./chunk-chunk-2NVHFHVD.js";
import "./chunk-chunk-7RQSY327.js";
import "./chunk-chunk-XJBUDN7F.js";
import "./chunk-chunk-MTG7XQZX.js";
import "./chunk-chunk-SAFCOWJF.js";
import "./chunk-chunk-BJKL5BVS.js";
import "./chunk-chunk-J2H5S5R3.js";
import "./chunk-chunk-4AHUKQSY.js";
import "./chunk-chunk-ZZ7MAQIL.js";
import "./chunk-chunk-4DRKC26T.js";
import "./chunk-chunk-4EYZ7PQE.js";
import "./chunk-chunk-RFSHZW7V.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  artifactLine,
  comment,
  isQuiet,
  summary
};
