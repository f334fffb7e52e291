import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  record
} from "./chunk-chunk-ZBAJ6CW5.js";
import "./chunk-chunk-KXS2CKJR.js";
import {
  directoryStore
} from "./chunk-chunk-572FFHQ2.js";
import "./chunk-chunk-JDI5NCKW.js";
import {
  configLayers,
  measuredInputs
} from "./chunk-chunk-2WIXKDTD.js";
import "./chunk-chunk-HYH4N3AD.js";
import "./chunk-chunk-UQYCOHJB.js";
import "./chunk-chunk-CFQE5HFI.js";
import {
  branchHere
} from "./chunk-chunk-D23SZABO.js";
import "./chunk-chunk-PIAC5JNM.js";
import "./chunk-chunk-GNUXMM7U.js";
import {
  redactionSentences
} from "./chunk-chunk-KEDXBOZQ.js";
import "./chunk-chunk-AAOMFOUK.js";
import "./chunk-chunk-5PDSYCPL.js";
import "./chunk-chunk-LHA6YONK.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-7GE2WMSZ.js";
import "./chunk-chunk-LXBOSWHC.js";
import {
  logLine
} from "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-4M7XMVOR.js";
import "./chunk-chunk-7AJGRJQQ.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-3CENERFY.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-6JB4N6AN.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-VU3MZHWS.js";
import "./chunk-chunk-YAJUDV3V.js";
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
