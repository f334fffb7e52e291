import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  record
} from "./chunk-chunk-DO6FHDE6.js";
import {
  directoryStore
} from "./chunk-chunk-QJRQWPOU.js";
import {
  configLayers,
  measuredInputs
} from "./chunk-chunk-3RPH4RHZ.js";
import "./chunk-chunk-ZXE3ZYX7.js";
import "./chunk-chunk-RFHQA4VV.js";
import "./chunk-chunk-2TEFKGE7.js";
import "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-GFXZ33DM.js";
import "./chunk-chunk-JVK7RXZK.js";
import {
  resolveConfig
} from "./chunk-chunk-VOR46SOH.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-DUZFCSRP.js";
import {
  redactionSentences
} from "./chunk-chunk-PQ6PIV52.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-EP4RSUSQ.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import "./chunk-chunk-MDC75YKU.js";
import "./chunk-chunk-RPXPASOV.js";

// src/entry/cli/record.ts
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
