import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/toldapart.ts
init_define_FLAMEGATE_PAGE();
function toldApart(records) {
  const ways = /* @__PURE__ */ new Map();
  for (const { name, settings = /* @__PURE__ */ new Map() } of records) {
    const known = ways.get(name) ?? /* @__PURE__ */ new Map();
    ways.set(name, known);
    for (const [key, value] of settings) {
      known.set(key, (known.get(key) ?? /* @__PURE__ */ new Set()).add(value));
    }
  }
  return records.map((record) => {
    const keys = [...ways.get(record.name) ?? []].filter(([, values]) => values.size > 1);
    const suffix = keys.map(([key]) => ` /${key}=${record.settings?.get(key) ?? ""}`).join("");
    return { ...record, name: record.name + suffix };
  });
}

export {
  toldApart
};
