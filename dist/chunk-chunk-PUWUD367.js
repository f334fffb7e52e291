import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/profile/select/filternames.ts
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
