import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  mergeStacks,
  stacksOf,
  weighted
} from "./chunk-chunk-5U26BHHY.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-GE3XI5AU.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-WAKK6G2L.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-LVQEZM7Y.js";
export {
  mergeStacks,
  stacksOf,
  weighted
};
