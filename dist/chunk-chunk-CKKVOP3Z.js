import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/compare/benchmarks/renamed.ts
init_define_FLAMEGATE_PAGE();
function withPresentNames(run, renamed) {
  if (Object.keys(renamed).length === 0) return run;
  const has = new Set(run.series.map((of) => `${of.package}
${of.benchmark}`));
  const named = (of) => {
    const name = presentName(of, renamed);
    return name === void 0 || has.has(`${of.package}
${name}`) ? of : { ...of, benchmark: name };
  };
  return { ...run, series: run.series.map(named) };
}
function presentName(of, renamed) {
  const full = `${of.package}.${of.benchmark}`;
  for (const key of [full, of.benchmark]) {
    if (Object.hasOwn(renamed, key)) return renamed[key];
  }
  return void 0;
}

export {
  withPresentNames
};
