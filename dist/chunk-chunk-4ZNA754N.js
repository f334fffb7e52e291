import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/valgrindmetrics.ts
init_define_FLAMEGATE_PAGE();
var exactly = (unit) => ({ unit, better: "lower", exact: true });
var shown = (unit) => ({ unit, better: "unknown" });
var meanings = {
  instructions: exactly("instructions/op"),
  ir: exactly("instructions/op"),
  l1hits: shown("L1-hits/op"),
  l1accesses: shown("L1-hits/op"),
  l2hits: shown("LL-hits/op"),
  l2accesses: shown("LL-hits/op"),
  llhits: shown("LL-hits/op"),
  ramhits: shown("RAM-hits/op"),
  ramaccesses: shown("RAM-hits/op"),
  "totalread+write": exactly("accesses/op"),
  totalrw: exactly("accesses/op"),
  estimatedcycles: { unit: "estimated-cycles/op", better: "lower" },
  totalbytes: exactly("B/op"),
  totalblocks: exactly("allocs/op"),
  "att-gmaxbytes": exactly("peak-B"),
  attgmaxbytes: exactly("peak-B"),
  "att-gmaxblocks": exactly("peak-allocs"),
  attgmaxblocks: exactly("peak-allocs"),
  "att-endbytes": exactly("end-B"),
  attendbytes: exactly("end-B"),
  "att-endblocks": exactly("end-allocs"),
  attendblocks: exactly("end-allocs"),
  readsbytes: exactly("read-B/op"),
  writesbytes: exactly("written-B/op"),
  errors: exactly("errors"),
  contexts: exactly("error-contexts")
};
function valgrindMetric(name, value) {
  const known = meanings[name.replace(/\s+/g, "").toLowerCase()];
  return { ...known ?? shown(name.trim().replace(/\s+/g, "-")), samples: [value] };
}

export {
  valgrindMetric
};
