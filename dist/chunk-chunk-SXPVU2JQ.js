import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  commonProfileUnit,
  isUnitFor,
  profileValue
} from "./chunk-chunk-RKOIVFBX.js";
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/profileview.ts
init_define_FLAMEGATE_PAGE();
var LEAST_FRACTION = 5e-3;
function printer(view, rows, total, from) {
  const { unit = "minimum", divideBy = 1 } = view;
  if (unit !== "minimum" && unit !== "auto" && !isUnitFor(unit, from)) {
    throw new InputError(
      `--unit ${JSON.stringify(unit)} is no unit of this profile's values (${from}): give minimum, auto, ${from}, or for times ns, us, ms, s, hrs, for bytes B, kB, MB, GB, TB, PB`
    );
  }
  const ratio = 1 / divideBy;
  const part = (amount) => ratio === 1 ? amount : Math.trunc(amount * ratio);
  const to = unit === "minimum" ? commonProfileUnit(rows, total, from, part) : unit;
  return (amount) => logLine(profileValue(part(amount), from, to), 100);
}
function valuePrinter(view, total, from) {
  const { unit = "minimum" } = view;
  return printer({ ...view, unit: unit === "minimum" ? "auto" : unit }, [], total, from);
}
var firstOf = (rows, { nodeCount = 0 }) => nodeCount === 0 ? rows : rows.slice(0, nodeCount);

export {
  LEAST_FRACTION,
  printer,
  valuePrinter,
  firstOf
};
