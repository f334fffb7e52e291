import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  mergeForPgo
} from "./chunk-chunk-SH5IZRIL.js";
import {
  writeOut
} from "./chunk-chunk-MHUTJSGY.js";
import "./chunk-chunk-4SJ6T732.js";
import {
  readFiles,
  readWholeProfile
} from "./chunk-chunk-MS7BYKXI.js";
import {
  writeProfile
} from "./chunk-chunk-QLVWZ2HT.js";
import "./chunk-chunk-7W66SIQ6.js";
import "./chunk-chunk-GEODQ3R4.js";
import "./chunk-chunk-27ILUWF2.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-W2JAEFIT.js";
import "./chunk-chunk-HRIU57NH.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-4ODYDUX2.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-Z4IIDTO4.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import "./chunk-chunk-TNIRC7FT.js";
import "./chunk-chunk-RPXPASOV.js";

// src/entry/cli/merge.ts
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
