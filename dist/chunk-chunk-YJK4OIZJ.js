import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/model/keys.ts
var seriesKey = (of) => `${benchmarkKey(of)}\0${of.unit}`;
var benchmarkKey = (of) => `${of.package}\0${of.benchmark}`;
var typeKey = (of) => `${of.type}\0${of.unit}`;

export {
  seriesKey,
  benchmarkKey,
  typeKey
};
