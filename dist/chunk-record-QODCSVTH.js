import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  record
} from "./chunk-chunk-BPJAPFJ7.js";
import "./chunk-chunk-L45WXPJO.js";
import {
  directoryStore
} from "./chunk-chunk-KGKY7JK4.js";
import "./chunk-chunk-JDI5NCKW.js";
import {
  configLayers,
  measuredInputs
} from "./chunk-chunk-Q3OAGVZ4.js";
import "./chunk-chunk-H4CH22LH.js";
import "./chunk-chunk-IYGNP3XI.js";
import "./chunk-chunk-EHBWCSTW.js";
import "./chunk-chunk-3MQTSQQH.js";
import {
  redactionSentences
} from "./chunk-chunk-KEDXBOZQ.js";
import "./chunk-chunk-AAOMFOUK.js";
import "./chunk-chunk-LKCNUCDV.js";
import "./chunk-chunk-RUF4V34I.js";
import "./chunk-chunk-LHA6YONK.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-7GE2WMSZ.js";
import "./chunk-chunk-LXBOSWHC.js";
import {
  logLine
} from "./chunk-chunk-JJTX6MYV.js";
import {
  branchHere
} from "./chunk-chunk-5RXUPNVH.js";
import "./chunk-chunk-PIAC5JNM.js";
import "./chunk-chunk-S7EX6Z5N.js";
import "./chunk-chunk-6RHMOILS.js";
import "./chunk-chunk-7AJGRJQQ.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-AUZF2N64.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-MJ2TIE5O.js";
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

// src/entry/cli/record.ts
init_define_FLAMEGATE_PAGE();
async function recordCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  const inputs = await measuredInputs(flags, config);
  const store = directoryStore(flags.baseline ?? "");
  const place = await record(
    { ...inputs, branch: await branchHere(process.cwd(), process.env), purpose: "store" },
    store,
    readOptions(config)
  );
  const lines = [`recorded ${place}`, ...redactionSentences(inputs.redaction)];
  process.stdout.write(lines.map((line) => `${logLine(line)}
`).join(""));
  return 0;
}
export {
  recordCommand
};
