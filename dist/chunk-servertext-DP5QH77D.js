import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readTextReport
} from "./chunk-chunk-RJWU2CVS.js";
import {
  numberIn
} from "./chunk-chunk-NM7W6OUI.js";
import {
  bytesIn,
  secondsIn
} from "./chunk-chunk-J4OLNXIF.js";
import "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/servertext.ts
init_define_FLAMEGATE_PAGE();
function timeIn(text = "") {
  const [, value = "", unit = ""] = /^([\d.]+)([a-zµ]+)$/.exec(text) ?? [];
  return unit === "m" ? numberIn(value) * 60 : numberIn(value) * secondsIn(unit);
}
function sizeIn(text = "") {
  const [, value = "", unit = ""] = /^([\d.]+)([KMG]?B)$/.exec(text) ?? [];
  return numberIn(value) * bytesIn(unit.replace(/^([KMG])B$/, "$1iB"));
}
var number = (text = "") => numberIn(text);
var unlessOk = (status = "", count = "") => /^2/.test(status) ? 0 : numberIn(count);
var percentile = (percent = "") => `p${numberIn(percent)}-sec`;
var errors = (prints, value = number) => ({
  prints,
  value,
  ...{ unit: "errors", better: "lower", sums: true }
});
var readWrk = readTextReport({
  begins: /^Running \S+ test @ /,
  ends: /^Transfer\/sec:/,
  names: [/^Running \S+ test @ (\S+)/],
  lines: [
    { prints: /^ +Latency +(?!Distribution)(\S+)/, unit: "mean-sec", value: timeIn },
    { prints: /^ +(\d[\d.]*)% +(\S+)$/, unit: percentile, value: (_, time) => timeIn(time) },
    { prints: /^Requests\/sec: +(\S+)/, unit: "req/s", value: number },
    { prints: /^Transfer\/sec: +(\S+)/, unit: "B/s", value: sizeIn },
    errors(
      /^ +Socket errors: connect (\S+), read (\S+), write (\S+), timeout (\S+)/,
      (...counts) => counts.reduce((sum, count) => sum + numberIn(count), 0)
    ),
    {
      prints: /^ +Non-2xx or 3xx responses: (\S+)/,
      ...{ unit: "non-2xx", better: "lower", sums: true, value: number }
    }
  ]
});
var readHey = readTextReport({
  begins: /^Summary:$/,
  ends: /^ +\[\d+\]\s+\S+ responses/,
  lines: [
    { prints: /^ +Average:\s+(\S+) secs/, unit: "mean-sec", value: number },
    {
      prints: /^ +(\d+)%+ in (\S+) secs/,
      unit: percentile,
      value: (_, seconds = "") => numberIn(seconds)
    },
    { prints: /^ +Requests\/sec:\s+(\S+)/, unit: "req/s", value: number },
    {
      prints: /^ +\[(\d{3})\]\s+(\S+) responses/,
      ...{ unit: "non-2xx", better: "lower", sums: true, value: unlessOk }
    },
    errors(/^ +\[(\d+)\]\s+(?!\S+ responses)\S/)
  ]
});
var readAb = readTextReport({
  begins: /^This is ApacheBench, /,
  ends: /^ +100% +\S+ \(longest request\)/,
  names: [/^Server Hostname: +(\S+)/, /^Document Path: +(\S+)/],
  lines: [
    { prints: /^Requests per second: +(\S+)/, unit: "req/s", value: number },
    {
      prints: /^Time per request: +(\S+) \[ms\] \(mean\)$/,
      unit: "mean-sec",
      value: (ms = "") => numberIn(ms) * 1e-3
    },
    {
      prints: /^Transfer rate: +(\S+) \[Kbytes\/sec\]/,
      unit: "B/s",
      value: (kib = "") => numberIn(kib) * 1024
    },
    {
      prints: /^ +(50|90|95|99)% +(\S+)/,
      unit: percentile,
      value: (_, ms = "") => numberIn(ms) * 1e-3
    },
    errors(/^Failed requests: +(\S+)/),
    {
      prints: /^Non-2xx responses: +(\S+)/,
      ...{ unit: "non-2xx", better: "lower", sums: true, value: number }
    }
  ]
});
export {
  readAb,
  readHey,
  readWrk
};
