import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measuredInputs
} from "./chunk-chunk-MSO6OJGH.js";
import {
  directoryStore
} from "./chunk-chunk-7HQHVFLS.js";
import {
  record
} from "./chunk-chunk-FP3S2NAK.js";
import "./chunk-chunk-LNG4WRVF.js";
import "./chunk-chunk-DRKGTISZ.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-ACTTXCM2.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-ZVYA4AUC.js";
import "./chunk-chunk-I4G5RSAE.js";
import "./chunk-chunk-YOAMKUER.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
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
