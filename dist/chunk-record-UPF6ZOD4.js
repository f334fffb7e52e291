import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  record
} from "./chunk-chunk-WYNO4U6S.js";
import {
  redactionSentences
} from "./chunk-chunk-PQ6PIV52.js";
import {
  directoryStore
} from "./chunk-chunk-OYWOZ5FX.js";
import {
  configLayers,
  measuredInputs
} from "./chunk-chunk-6ERKDLZ3.js";
import "./chunk-chunk-AQBV5G5Y.js";
import "./chunk-chunk-JAWLZA24.js";
import "./chunk-chunk-OK6MGRMY.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-EP4RSUSQ.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-7URU3EER.js";
import "./chunk-chunk-JVK7RXZK.js";
import {
  resolveConfig
} from "./chunk-chunk-A2MYJ4B2.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-4ODYDUX2.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import "./chunk-chunk-TNIRC7FT.js";
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
