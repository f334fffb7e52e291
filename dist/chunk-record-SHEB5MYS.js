import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  record
} from "./chunk-chunk-LYY6GOW5.js";
import "./chunk-chunk-I54HIDPD.js";
import {
  directoryStore
} from "./chunk-chunk-T747KIO4.js";
import "./chunk-chunk-JDI5NCKW.js";
import {
  configLayers,
  measuredInputs
} from "./chunk-chunk-XFSTN5CH.js";
import "./chunk-chunk-BND6GVGO.js";
import "./chunk-chunk-BJWDAWJR.js";
import "./chunk-chunk-DWKW66J4.js";
import {
  branchHere
} from "./chunk-chunk-ZYPDZNGE.js";
import "./chunk-chunk-O7C2WQVP.js";
import "./chunk-chunk-NWFIJ5NX.js";
import {
  redactionSentences
} from "./chunk-chunk-KEDXBOZQ.js";
import "./chunk-chunk-AAOMFOUK.js";
import "./chunk-chunk-PUU7GCL5.js";
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
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-R6BEZD7Z.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-FZZ2ZYFP.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-FO6TTW33.js";
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
