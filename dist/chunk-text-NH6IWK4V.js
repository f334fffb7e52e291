import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  diffText,
  gateText
} from "./chunk-chunk-ZIH3KMBO.js";
import "./chunk-chunk-7RQSY327.js";
import "./chunk-chunk-XJBUDN7F.js";
import "./chunk-chunk-MTG7XQZX.js";
import "./chunk-chunk-SAFCOWJF.js";
import {
  functionDiffText,
  topText
} from "./chunk-chunk-XTC4XLC6.js";
import "./chunk-chunk-L7XBGQNV.js";
import "./chunk-chunk-YY6AEQIK.js";
import "./chunk-chunk-CPDMNKEZ.js";
import "./chunk-chunk-BJKL5BVS.js";
import "./chunk-chunk-J2H5S5R3.js";
import "./chunk-chunk-4AHUKQSY.js";
import "./chunk-chunk-ZZ7MAQIL.js";
import "./chunk-chunk-4DRKC26T.js";
import "./chunk-chunk-4EYZ7PQE.js";
import "./chunk-chunk-RFSHZW7V.js";
import "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  diffText,
  functionDiffText,
  gateText,
  topText
};
