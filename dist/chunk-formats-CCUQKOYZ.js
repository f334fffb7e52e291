import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  benchmarkFormats
} from "./chunk-chunk-UKHN3BIT.js";
import {
  profileFormats
} from "./chunk-chunk-UCI4WEEX.js";
import "./chunk-chunk-Q6W4P34J.js";
import "./chunk-chunk-BANJ3GOK.js";
import "./chunk-chunk-UO3SQAG6.js";
import "./chunk-chunk-MKYMQKPK.js";
import "./chunk-chunk-V6FUWQX3.js";
import "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

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
