import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  directoryStore
} from "./chunk-chunk-HYFZI7A6.js";
import {
  record
} from "./chunk-chunk-OKO6QGSS.js";
import "./chunk-chunk-6UTRTK75.js";
import "./chunk-chunk-DRETIHCL.js";
import {
  configLayers,
  measuredInputs
} from "./chunk-chunk-CTK2CQ3H.js";
import "./chunk-chunk-COFPAZ5K.js";
import "./chunk-chunk-EP2JPQBW.js";
import "./chunk-chunk-DRD5DY45.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-E6V7FVA2.js";
import "./chunk-chunk-JVK7RXZK.js";
import {
  resolveConfig
} from "./chunk-chunk-IQN46H7T.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-OT5DCEEM.js";
import {
  redactionSentences
} from "./chunk-chunk-HFUTTPOR.js";
import "./chunk-chunk-APXDM2ES.js";
import "./chunk-chunk-GBNALUZ3.js";
import "./chunk-chunk-SDIVBXXI.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-2Q632MTP.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/cli/record.ts
async function recordCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  const inputs = await measuredInputs(flags, config);
  const store = directoryStore(flags.baseline ?? "");
  const place = await record({ ...inputs, purpose: "store" }, store);
  const lines = [`recorded ${place}`, ...redactionSentences(inputs.redaction)];
  process.stdout.write(lines.map((line) => `${logLine(line)}
`).join(""));
  return 0;
}
export {
  recordCommand
};
