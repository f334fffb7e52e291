import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  mergeForPgo
} from "./chunk-chunk-7AIT7SPY.js";
import {
  writeOut
} from "./chunk-chunk-V5VMAGTJ.js";
import "./chunk-chunk-WJ3GSTEA.js";
import {
  readFiles,
  readWholeProfile
} from "./chunk-chunk-CI4CUVNV.js";
import "./chunk-chunk-ZPTTC7RO.js";
import "./chunk-chunk-BI53RTZT.js";
import "./chunk-chunk-VQ6FWMRF.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-ZDROZ2CC.js";
import {
  logLine
} from "./chunk-chunk-A5MM4BUN.js";
import "./chunk-chunk-LC64RVU4.js";
import {
  writeProfile
} from "./chunk-chunk-HCLU2AMS.js";
import "./chunk-chunk-ZQWF666O.js";
import "./chunk-chunk-FD5PAXGO.js";
import "./chunk-chunk-GE3XI5AU.js";
import "./chunk-chunk-TOT56X3H.js";
import "./chunk-chunk-3BEJQCWM.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-LXRGVO62.js";
import "./chunk-chunk-FN6WBWDZ.js";
import "./chunk-chunk-FC3O4OT5.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-TK4BJ4BT.js";
import "./chunk-chunk-47RXFYY7.js";
import "./chunk-chunk-WAKK6G2L.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-5B6DBYSR.js";
import "./chunk-chunk-77VQVGUE.js";
import "./chunk-chunk-VSNVNMMO.js";
import "./chunk-chunk-T7IIMCDC.js";
import "./chunk-chunk-KXCXWWAW.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

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
