import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/profile/quote.ts
function quote(name) {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}...` : name);
}
function quoteAll(names) {
  const shown = names.slice(0, 20).map(quote).join(", ");
  return names.length > 20 ? `${shown} and ${names.length - 20} more` : shown;
}

export {
  quote,
  quoteAll
};
