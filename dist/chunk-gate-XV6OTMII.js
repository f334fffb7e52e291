import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  verdictReport
} from "./chunk-chunk-AZEMYOXT.js";
import {
  configLayers,
  emit,
  measuredInputs,
  rowOptions
} from "./chunk-chunk-OYJ5VHNI.js";
import {
  directoryStore
} from "./chunk-chunk-PBRFVOAI.js";
import {
  exitStatus,
  gate
} from "./chunk-chunk-Q7GFBY4O.js";
import "./chunk-chunk-V5B7NZXV.js";
import "./chunk-chunk-63NIWOG2.js";
import "./chunk-chunk-6NQ4DPV5.js";
import "./chunk-chunk-UZCBEQND.js";
import {
  formatOf,
  readPath
} from "./chunk-chunk-QEHVSVOT.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-MZGAVEGS.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-TA3OENHH.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-2Q632MTP.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/cli/gate.ts
async function gateCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  const store = directoryStore(flags.baseline ?? "");
  const head = { ...await measuredInputs(flags), others: await otherRuns(flags.attempts ?? []) };
  const here = flags.run === void 0 ? null : (await import("./chunk-here-AXGJNMS7.js")).measurerHere(flags, config, formatIn(head));
  const options = { ...readOptions(config), ...rowOptions(flags) };
  const { verdict, problem } = await gate(head, store, config, options, here);
  await emit(flags, await verdictReport(verdict, flags.format));
  if (problem !== null) process.stderr.write(`${logLine(`flamegate: ${problem}`)}
`);
  return here?.interrupted() ?? (problem === null ? exitStatus(verdict.verdict, config.failOn) : 2);
}
function formatIn({ benchmarks: [first] }) {
  return first === void 0 ? null : formatOf(first);
}
async function otherRuns(directories) {
  const runs = [];
  for (const directory of directories) {
    runs.push({ ...await readPath(directory), commit: "", time: "", environment: {} });
  }
  return runs;
}
export {
  gateCommand
};
