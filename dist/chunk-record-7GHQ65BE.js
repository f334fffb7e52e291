import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measuredInputs
} from "./chunk-chunk-6YSJKFFX.js";
import {
  directoryStore
} from "./chunk-chunk-PBRFVOAI.js";
import {
  record
} from "./chunk-chunk-2FGYCBWH.js";
import "./chunk-chunk-63NIWOG2.js";
import "./chunk-chunk-GKBMORTY.js";
import "./chunk-chunk-GYGUYHGF.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-OBQS3SYR.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-MZGAVEGS.js";
import "./chunk-chunk-EEJ63JFV.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/cli/record.ts
async function recordCommand(flags) {
  const place = await record(await measuredInputs(flags), directoryStore(flags.baseline ?? ""));
  process.stdout.write(`${logLine(`recorded ${place}`)}
`);
  return 0;
}
export {
  recordCommand
};
