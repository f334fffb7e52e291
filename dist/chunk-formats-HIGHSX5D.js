import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  benchmarkFormats
} from "./chunk-chunk-BI53RTZT.js";
import {
  profileFormats
} from "./chunk-chunk-FD5PAXGO.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-LXRGVO62.js";
import "./chunk-chunk-5B6DBYSR.js";
import "./chunk-chunk-77VQVGUE.js";
import "./chunk-chunk-VSNVNMMO.js";
import "./chunk-chunk-T7IIMCDC.js";
import "./chunk-chunk-KXCXWWAW.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/entry/cli/formats.ts
init_define_FLAMEGATE_PAGE();
async function formatsCommand() {
  process.stdout.write(formatsText());
  return 0;
}
function formatsText() {
  const benchmarks = benchmarkFormats.map(
    ({ name, help, writes, files }) => `  ${name}: ${help}
      written by: ${writes}
      files: ${files.join(", ")}
`
  );
  const profiles = profileFormats.map(({ name, help }) => `  ${name}: ${help}
`);
  return [
    "Benchmarks (--benchmarks), known by what is in them; --format-in NAME says it:\n\n",
    ...benchmarks,
    "\nProfiles (--profiles):\n\n",
    "  pprof: profiles of Go, and of everything that writes its format\n",
    ...profiles
  ].join("");
}
export {
  formatsCommand,
  formatsText
};
