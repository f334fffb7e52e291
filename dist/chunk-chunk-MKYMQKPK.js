import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  betterOf,
  tidy
} from "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/undirected.ts
init_define_FLAMEGATE_PAGE();
function undirected(file, records) {
  const units = /* @__PURE__ */ new Set();
  for (const { metrics } of records) {
    for (const { unit, better } of metrics) {
      const tidied = tidy(unit).unit;
      if (better === void 0 && betterOf(tidied) === "unknown") units.add(tidied);
    }
  }
  const [first, ...others] = units;
  if (first === void 0) return [];
  const named = [first, ...others.slice(0, 4)].map((unit) => JSON.stringify(unit)).join(", ");
  const more = others.length > 4 ? ` and ${others.length - 4} more` : "";
  const message = `nothing here says which way ${named}${more} improves, so that it is shown and gated only where the configuration says it: \`units: { ${JSON.stringify(first)}: lower }\` (or higher)`;
  return [{ kind: "syntax", file, message }];
}

export {
  undirected
};
