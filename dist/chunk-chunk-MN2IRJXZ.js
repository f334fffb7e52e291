import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/compare/gate/environment.ts
var words = {
  goos: "operating system",
  goarch: "architecture",
  cpu: "CPU",
  runner: "runner image",
  toolchain: "toolchain"
};
function difference(head, base, match) {
  for (const field of match) {
    if (head[field] === base[field]) continue;
    if (field === "toolchain" && release(head.toolchain) === release(base.toolchain)) continue;
    return `other ${words[field]}: ${base[field] ?? "not known"} (here ${head[field] ?? "not known"})`;
  }
  return null;
}
var release = (toolchain) => toolchain?.replace(/(\d+\.\d+)(\.\d+)+/, "$1");

export {
  difference
};
