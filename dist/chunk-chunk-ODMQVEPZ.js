import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/text/quote.ts
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
