import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/timeit.ts
init_define_FLAMEGATE_PAGE();
var result = /^\d+ loops?, best of \d+: (\d\S*) (nsec|usec|msec|sec) per loop$/;
var nanoseconds = { nsec: 1, usec: 1e3, msec: 1e6, sec: 1e9 };
function readTimeit({ file, bytes }) {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString().split("\n");
  const name = (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]*$/, "");
  const records = [];
  for (const text of lines) {
    if (!/^\d+ loops?, best of \d+: /.test(text)) continue;
    const [, value = "NaN", unit = ""] = result.exec(text) ?? [];
    const sample = Number(value) * (nanoseconds[unit] ?? Number.NaN);
    records.push({ name, metrics: [{ unit: "ns/op", samples: [sample] }] });
  }
  if (records.length === 0) return null;
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings: [] };
}
export {
  readTimeit
};
