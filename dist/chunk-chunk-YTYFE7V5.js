import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/compare/benchmarks/renamed.ts
init_define_FLAMEGATE_PAGE();
function withPresentNames(run, renamed) {
  if (Object.keys(renamed).length === 0) return run;
  const has = new Set(run.series.map((series) => `${series.package}
${series.benchmark}`));
  const named = (series) => {
    const name = presentName(series, renamed);
    return name === void 0 || has.has(`${series.package}
${name}`) ? series : { ...series, benchmark: name };
  };
  return { ...run, series: run.series.map(named) };
}
function presentName(series, renamed) {
  const full = `${series.package}.${series.benchmark}`;
  for (const key of [full, series.benchmark]) {
    if (Object.hasOwn(renamed, key)) return renamed[key];
  }
  return void 0;
}

export {
  withPresentNames
};
