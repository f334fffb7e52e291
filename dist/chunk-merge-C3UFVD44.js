import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  mergeForPgo
} from "./chunk-chunk-MLUPOFHP.js";
import {
  writeOut
} from "./chunk-chunk-Q3OAGVZ4.js";
import "./chunk-chunk-H4CH22LH.js";
import {
  readFiles,
  readWholeProfile
} from "./chunk-chunk-IYGNP3XI.js";
import "./chunk-chunk-EHBWCSTW.js";
import "./chunk-chunk-3MQTSQQH.js";
import {
  writeProfile
} from "./chunk-chunk-63VNSYDU.js";
import "./chunk-chunk-LKCNUCDV.js";
import "./chunk-chunk-RUF4V34I.js";
import "./chunk-chunk-7XOUPUJV.js";
import "./chunk-chunk-WC72DG5E.js";
import "./chunk-chunk-LHA6YONK.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-7GE2WMSZ.js";
import "./chunk-chunk-LXBOSWHC.js";
import {
  logLine
} from "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-S7EX6Z5N.js";
import "./chunk-chunk-6RHMOILS.js";
import "./chunk-chunk-7AJGRJQQ.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-AUZF2N64.js";
import "./chunk-chunk-MJ2TIE5O.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-6QI7HQMC.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-VMIOSC5B.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-PZOHENPX.js";
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
