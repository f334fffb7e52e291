import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  metricLabel
} from "./chunk-chunk-3KXZIELT.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/openmetrics.ts
init_define_FLAMEGATE_PAGE();
var NAME = "flamegate_benchmark";
function gateOpenMetrics({ comparisons }) {
  const seen = /* @__PURE__ */ new Set();
  const samples = comparisons.flatMap((row) => {
    const { head } = row;
    if (head === null || !Number.isFinite(head.center)) return [];
    const labels = distinct(seen, [
      ["package", row.package],
      ["benchmark", row.benchmark],
      ["unit", row.unit]
    ]);
    return [`${NAME}{${labels}} ${head.center}`];
  });
  return [
    `# TYPE ${NAME} gauge`,
    `# HELP ${NAME} What this run measured: the centre of a benchmark's samples, in its unit.`,
    ...samples,
    "# EOF",
    ""
  ].join("\n");
}
function distinct(seen, labels) {
  const text = labels.map(([name, value]) => `${name}="${metricLabel(value)}"`).join(",");
  let shown = text;
  for (let count = 2; seen.has(shown); count++) shown = `${text},same_name="${count}"`;
  seen.add(shown);
  return shown;
}
export {
  gateOpenMetrics
};
