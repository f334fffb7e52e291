import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/inbase.ts
init_define_FLAMEGATE_PAGE();
var seconds = {
  ps: 1e-12,
  ns: 1e-9,
  nanoseconds: 1e-9,
  us: 1e-6,
  \u00B5s: 1e-6,
  \u03BCs: 1e-6,
  microseconds: 1e-6,
  ms: 1e-3,
  milliseconds: 1e-3,
  second: 1,
  s: 1,
  sec: 1,
  seconds: 1,
  min: 60,
  minutes: 60,
  hr: 3600,
  day: 86400
};
var bytes = {
  B: 1,
  bytes: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  byte: 1,
  kilobytes: 1e3,
  megabytes: 1e6,
  gigabytes: 1e9
};
var own = (record, key) => Object.hasOwn(record, key) ? record[key] : void 0;
function inBase(unit) {
  const [above = "", below, ...more] = unit.split("/");
  if (more.length > 0) return { unit, factor: 1 };
  const word = above.length > 3 ? above.toLowerCase() : above;
  const time = own(seconds, word);
  const size = own(bytes, word);
  const top = time !== void 0 ? { unit: "sec", factor: time } : size !== void 0 ? { unit: "B", factor: size } : { unit: above, factor: 1 };
  if (below === void 0) return top;
  const per = own(seconds, below);
  return per === void 0 ? { unit: `${top.unit}/${below}`, factor: top.factor } : { unit: `${top.unit}/s`, factor: top.factor / per };
}
var secondsIn = (unit) => own(seconds, unit) ?? Number.NaN;
var bytesIn = (unit) => own(bytes, unit) ?? Number.NaN;

export {
  inBase,
  secondsIn,
  bytesIn
};
