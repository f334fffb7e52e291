import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  mergeForPgo
} from "./chunk-chunk-HMXRMC6D.js";
import {
  writeOut
} from "./chunk-chunk-3LN6AAPK.js";
import "./chunk-chunk-X5JHQNT3.js";
import {
  readFiles,
  readWholeProfile
} from "./chunk-chunk-QJMLYR2D.js";
import "./chunk-chunk-DSXPYKV7.js";
import "./chunk-chunk-EW36L4FF.js";
import {
  writeProfile
} from "./chunk-chunk-W5MZVOMX.js";
import "./chunk-chunk-BKPFZD3P.js";
import "./chunk-chunk-MCTQHFLZ.js";
import "./chunk-chunk-FBUPSL2J.js";
import "./chunk-chunk-UGQOVY77.js";
import "./chunk-chunk-X2CCCSRL.js";
import "./chunk-chunk-7AL6N6TP.js";
import "./chunk-chunk-QGDJS24Q.js";
import "./chunk-chunk-K3FRKKEY.js";
import {
  logLine
} from "./chunk-chunk-4EYZ7PQE.js";
import "./chunk-chunk-QDTPVPHV.js";
import "./chunk-chunk-IIMA2IPC.js";
import "./chunk-chunk-GJNG4AA4.js";
import "./chunk-chunk-QYZIAM3F.js";
import "./chunk-chunk-QYFRXBAM.js";
import "./chunk-chunk-XFFPISN2.js";
import "./chunk-chunk-ANAGSCI4.js";
import "./chunk-chunk-C43Z3M2N.js";
import "./chunk-chunk-ASTUYRMT.js";
import "./chunk-chunk-NGLJ2YUT.js";
import "./chunk-chunk-Q3ESHJPJ.js";
import "./chunk-chunk-RFSHZW7V.js";
import "./chunk-chunk-EXNVJHAL.js";
import "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-UOYNN62N.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OPJI6KHM.js";

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
