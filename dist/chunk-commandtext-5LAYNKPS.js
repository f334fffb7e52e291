import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readTextReport
} from "./chunk-chunk-RJWU2CVS.js";
import {
  numberIn
} from "./chunk-chunk-NM7W6OUI.js";
import "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/commandtext.ts
init_define_FLAMEGATE_PAGE();
var number = (text = "") => numberIn(text);
var milliseconds = (text = "") => numberIn(text) * 1e-3;
var mebibytes = (text = "") => numberIn(text) * 2 ** 20;
var clockIn = (text = "") => text.split(":").reduce((sum, part) => sum * 60 + numberIn(part), 0);
var readGnuTime = readTextReport({
  begins: /^\tCommand being timed: /,
  ends: /^\tExit status: \S/,
  names: [/^\tCommand being timed: "(.*)"$/],
  lines: [
    {
      prints: /^\tElapsed \(wall clock\) time \(h:mm:ss or m:ss\): (\S+)/,
      unit: "sec/op",
      value: clockIn
    },
    { prints: /^\tUser time \(seconds\): (\S+)/, unit: "user-sec/op", value: number },
    { prints: /^\tSystem time \(seconds\): (\S+)/, unit: "sys-sec/op", value: number },
    {
      prints: /^\tMaximum resident set size \(kbytes\): (\S+)/,
      unit: "peak-RSS-bytes",
      value: (kib = "") => numberIn(kib) * 1024
    },
    {
      prints: /^\tMajor \(requiring I\/O\) page faults: (\S+)/,
      unit: "major-faults",
      value: number
    }
  ],
  fails: /^\t(Exit status: (?!0$)\S+)/
});
var rate = (what, unit, better) => ({
  prints: new RegExp(`^ *${what}: +\\S+ +\\((\\S+) per sec`),
  unit,
  value: number,
  ...better === void 0 ? {} : { better }
});
var readSysbench = readTextReport({
  begins: /^sysbench \d[\w.]* /,
  ends: /^ +execution time \(avg\/stddev\): /,
  lines: [
    { prints: /^ +events per second: +(\S+)/, unit: "events/s", value: number },
    rate("transactions", "transactions/s"),
    rate("queries", "queries/s"),
    rate("ignored errors", "errors/s", "lower"),
    rate("Total operations", "ops/s"),
    { prints: /^\S+ MiB transferred \((\S+) MiB\/sec\)/, unit: "B/s", value: mebibytes },
    { prints: /^ +reads\/s: +(\S+)/, unit: "reads/s", value: number },
    { prints: /^ +writes\/s: +(\S+)/, unit: "writes/s", value: number },
    { prints: /^ +avg: +(\S+)/, unit: "mean-sec", value: milliseconds },
    { prints: /^ +95th percentile: +(\S+)/, unit: "p95-sec", value: milliseconds }
  ]
});
var readPgbench = readTextReport({
  begins: /^transaction type: /,
  ends: /^tps = /,
  names: [/^transaction type: (.+)$/],
  lines: [
    { prints: /^latency average = (\S+) ms/, unit: "mean-sec", value: milliseconds },
    { prints: /^tps = (\S+) \((?!including)/, unit: "transactions/s", value: number },
    {
      prints: /^number of failed transactions: (\S+)/,
      unit: "failed-transactions",
      ...{ value: number, better: "lower" }
    }
  ]
});
export {
  readGnuTime,
  readPgbench,
  readSysbench
};
