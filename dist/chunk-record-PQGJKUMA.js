import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measuredInputs
} from "./chunk-chunk-OYJ5VHNI.js";
import {
  directoryStore
} from "./chunk-chunk-PBRFVOAI.js";
import {
  record
} from "./chunk-chunk-Q7GFBY4O.js";
import "./chunk-chunk-V5B7NZXV.js";
import "./chunk-chunk-63NIWOG2.js";
import "./chunk-chunk-6NQ4DPV5.js";
import "./chunk-chunk-UZCBEQND.js";
import "./chunk-chunk-QEHVSVOT.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-MZGAVEGS.js";
import "./chunk-chunk-TA3OENHH.js";
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
  const place = await record(await measuredInputs(flags), directoryStore(flags.baseline ?? ""));
  process.stdout.write(`${logLine(`recorded ${place}`)}
`);
  return 0;
}
export {
  recordCommand
};
