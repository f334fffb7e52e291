import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  mergeForPgo
} from "./chunk-chunk-MHXUH7RO.js";
import {
  writeOut
} from "./chunk-chunk-CTK2CQ3H.js";
import "./chunk-chunk-COFPAZ5K.js";
import "./chunk-chunk-EP2JPQBW.js";
import {
  readFiles,
  readWholeProfile
} from "./chunk-chunk-DRD5DY45.js";
import "./chunk-chunk-QM4W6GCR.js";
import {
  writeProfile
} from "./chunk-chunk-MCSYO57I.js";
import "./chunk-chunk-E6V7FVA2.js";
import "./chunk-chunk-UT3J4YBP.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-IQN46H7T.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-OT5DCEEM.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-2Q632MTP.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/cli/merge.ts
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
