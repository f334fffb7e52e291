import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measuredInputs
} from "./chunk-chunk-R4GVRTKF.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import {
  record
} from "./chunk-chunk-BDURAB7H.js";
import "./chunk-chunk-5W4RCZRM.js";
import {
  directoryStore
} from "./chunk-chunk-IGAAXVWO.js";
import "./chunk-chunk-2RON3TQY.js";
import "./chunk-chunk-OBQS3SYR.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-N5B7YTNC.js";
import "./chunk-chunk-MZGAVEGS.js";
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
