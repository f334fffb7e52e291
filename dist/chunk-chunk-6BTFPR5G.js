import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/compare/gate/environment.ts
init_define_FLAMEGATE_PAGE();

// src/compare/gate/processors.ts
init_define_FLAMEGATE_PAGE();
var suffix = /-([1-9]\d*)(?= \/|$)/;
function otherProcessors(head, base) {
  const [value, there] = [processorsOf(head.series), processorsOf(base.series)];
  if (value === null || there === null || value === there) return null;
  const names = new Set(head.series.map((series) => nameless(series, value)));
  return base.series.some((series) => names.has(nameless(series, there))) ? `other GOMAXPROCS: -${there} (here -${value})` : null;
}
function processorsOf(series) {
  const seen = new Set(series.map((item) => Number(suffix.exec(item.benchmark)?.[1] ?? 1)));
  const [only] = seen;
  return seen.size === 1 && only !== void 0 ? only : null;
}
var nameless = ({ package: from, benchmark }, processors) => `${from}\0${processors === 1 ? benchmark : benchmark.replace(suffix, "")}`;

// src/compare/gate/environment.ts
var words = {
  goos: "operating system",
  goarch: "architecture",
  cpu: "CPU",
  machine: "machine",
  build: "build of the benchmark library",
  runner: "runner image",
  toolchain: "toolchain"
};
var besideCpu = ["machine", "build"];
function difference(head, base, match) {
  for (const field of match) {
    if (head[field] === base[field]) continue;
    if (field === "toolchain" && release(head.toolchain) === release(base.toolchain)) continue;
    return `other ${words[field]}: ${base[field] ?? "not known"} (here ${head[field] ?? "not known"})`;
  }
  if (!match.includes("cpu")) return null;
  for (const field of besideCpu) {
    const [text, there] = [head[field], base[field]];
    if (text === void 0 || there === void 0 || text === there) continue;
    return `other ${words[field]}: ${there} (here ${text})`;
  }
  return null;
}
var unlike = (head, base, match) => difference(head.environment, base.environment, match) ?? (match.includes("cpu") ? otherProcessors(head, base) : null);
var isOtherHardware = (head, base, match) => difference(
  head.environment,
  base.environment,
  match.filter((field) => field !== "cpu")
) === null && head.environment.build === base.environment.build && otherProcessors(head, base) === null;
var release = (toolchain) => toolchain?.replace(/(\d+\.\d+)(\.\d+)+/, "$1");

export {
  unlike,
  isOtherHardware
};
