import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isNumber
} from "./chunk-chunk-3EDRWKZB.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/fingerprint.ts
init_define_FLAMEGATE_PAGE();
function fingerprint(cpus, caches) {
  const sizes = caches.filter(isNumber).filter((size) => size > 0);
  const parts = isNumber(cpus) && cpus > 0 ? [cpus === 1 ? "1 CPU" : `${cpus} CPUs`] : [];
  if (sizes.length > 0) parts.push(`caches ${sizes.map(inBinary).join(", ")}`);
  return parts.join(", ");
}
function inBinary(bytes) {
  if (bytes % 2 ** 20 === 0) return `${bytes / 2 ** 20} MiB`;
  return bytes % 2 ** 10 === 0 ? `${bytes / 2 ** 10} KiB` : `${bytes} B`;
}

export {
  fingerprint
};
