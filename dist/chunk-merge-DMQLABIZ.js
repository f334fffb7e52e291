import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  mergeForPgo
} from "./chunk-chunk-5SJD6QDJ.js";
import {
  writeOut
} from "./chunk-chunk-XFSTN5CH.js";
import "./chunk-chunk-BND6GVGO.js";
import {
  readFiles,
  readWholeProfile
} from "./chunk-chunk-BJWDAWJR.js";
import "./chunk-chunk-DWKW66J4.js";
import "./chunk-chunk-NWFIJ5NX.js";
import {
  writeProfile
} from "./chunk-chunk-BAASPEA3.js";
import "./chunk-chunk-PUU7GCL5.js";
import "./chunk-chunk-7XOUPUJV.js";
import "./chunk-chunk-DB7KJF5Y.js";
import "./chunk-chunk-OHHDPD32.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-HUNTVSA6.js";
import "./chunk-chunk-LXBOSWHC.js";
import {
  logLine
} from "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-Z43TE2JO.js";
import "./chunk-chunk-DHK4SDK4.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-6RYV25LT.js";
import "./chunk-chunk-R6BEZD7Z.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-FZZ2ZYFP.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-FO6TTW33.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/entry/cli/merge.ts
init_define_FLAMEGATE_PAGE();
async function mergeCommand(flags, paths) {
  const files = await readFiles(paths, "merge");
  async function* profiles() {
    for (const file of files) yield await readWholeProfile(file);
  }
  const merged = await mergeForPgo(profiles(), { notBefore: null });
  const { output = "" } = flags;
  await writeOut(output, writeProfile(merged), files);
  const what = `${files.length} ${files.length === 1 ? "profile" : "profiles"}, ${merged.samples.count} different stacks`;
  process.stdout.write(`${logLine(`wrote ${output}: ${what}`)}
`);
  return 0;
}
export {
  mergeCommand
};
