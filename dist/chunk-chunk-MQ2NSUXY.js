import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/text/quote.ts
init_define_FLAMEGATE_PAGE();
var longest = 80;
var mostNames = 20;
function quote(text) {
  const cut = text.length > longest ? `${text.slice(0, longest)}...` : text;
  return JSON.stringify(cut.replaceAll("	", " ").replaceAll('"', "'"));
}
function quoteAll(names) {
  const shown = names.slice(0, mostNames).map(quote).join(", ");
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}

export {
  quote,
  quoteAll
};
