import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  entriesOf,
  quoted,
  unpackRun
} from "./chunk-chunk-HBB34D3E.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/store/bundle.ts
init_define_FLAMEGATE_PAGE();
var reportName = "report.json";
var sides = ["head", "base"];
function bundleKey(name) {
  return `diff-${name}`;
}
function reportKey(name) {
  return `report-${name}`;
}
function bundleEntries(bundle) {
  const entries = /* @__PURE__ */ new Map([[reportName, bundle.report]]);
  for (const side of sides) {
    const run = bundle[side];
    if (run === null) continue;
    for (const [path, bytes] of entriesOf(run)) entries.set(`${side}/${path}`, bytes);
  }
  return entries;
}
function unpackBundle(entries, limits) {
  const report = entries.get(reportName);
  if (report === void 0) throw new InputError(`there is no ${reportName}`);
  const found = { head: /* @__PURE__ */ new Map(), base: /* @__PURE__ */ new Map() };
  for (const [path, bytes] of entries) {
    const side = sides.find((name) => path.startsWith(`${name}/`));
    if (side !== void 0) found[side].set(path.slice(side.length + 1), bytes);
    else if (path !== reportName) throw new InputError(`${quoted(path)} does not belong there`);
  }
  return {
    report,
    head: unpackSide("head", found.head, limits),
    base: found.base.size === 0 ? null : unpackSide("base", found.base, limits)
  };
}
function unpackSide(side, entries, limits) {
  try {
    return unpackRun(entries, limits);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`in ${side}/: ${error.message}`);
  }
}

export {
  bundleKey,
  reportKey,
  bundleEntries,
  unpackBundle
};
