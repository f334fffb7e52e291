import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/select/filternames.ts
init_define_FLAMEGATE_PAGE();
var filterNames = {
  focus: "focus",
  ignore: "ignore",
  hide: "hide",
  show: "show",
  showFrom: "show-from",
  tagfocus: "tagfocus",
  tagignore: "tagignore",
  tagroot: "tagroot",
  tagleaf: "tagleaf"
};

export {
  filterNames
};
