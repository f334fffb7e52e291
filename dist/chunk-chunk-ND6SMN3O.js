import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/compare/gate/environment.ts
init_define_FLAMEGATE_PAGE();
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
    const [here, there] = [head[field], base[field]];
    if (here === void 0 || there === void 0 || here === there) continue;
    return `other ${words[field]}: ${there} (here ${here})`;
  }
  return null;
}
var release = (toolchain) => toolchain?.replace(/(\d+\.\d+)(\.\d+)+/, "$1");

export {
  difference
};
