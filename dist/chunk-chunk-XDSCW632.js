import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  benchmarkKey
} from "./chunk-chunk-ETXR6ESQ.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/text/names.ts
init_define_FLAMEGATE_PAGE();
function benchmarkNames(rows) {
  const packages = [...new Set(rows.map((row) => row.package))];
  if (packages.length < 2) return (row) => row.benchmark;
  const short = packageNames(rows);
  return (row) => {
    const name = short(row.package);
    return name === "" ? row.benchmark : `${name}.${row.benchmark}`;
  };
}
function packageNames(rows) {
  const packages = [...new Set(rows.map((row) => row.package))];
  const shared = packages.length < 2 ? 0 : sharedDirectory(packages);
  const last = (path) => path.slice(path.lastIndexOf("/") + 1);
  return (path) => packages.length < 2 ? last(path) : path.slice(shared) || last(path);
}
function sharedDirectory(paths) {
  const [first = "", ...others] = paths;
  let shared = 0;
  for (let end = first.indexOf("/") + 1; end > 0; end = first.indexOf("/", end) + 1) {
    const start = first.slice(0, end);
    if (!others.every((path) => `${path}/`.startsWith(start))) break;
    shared = end;
  }
  return shared;
}
var countBenchmarks = (rows) => new Set(rows.map((row) => benchmarkKey(row))).size;
var shortName = (name) => name.slice(name.lastIndexOf("/", name.search(/[([]|$/)) + 1);

export {
  benchmarkNames,
  packageNames,
  countBenchmarks,
  shortName
};
