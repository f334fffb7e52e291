import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  directoryStore
} from "./chunk-chunk-HYFZI7A6.js";
import {
  verdictReport
} from "./chunk-chunk-4TBNNGYS.js";
import {
  exitStatus,
  gate
} from "./chunk-chunk-7NB3ZMK6.js";
import "./chunk-chunk-V5B7NZXV.js";
import "./chunk-chunk-HIWL34EI.js";
import "./chunk-chunk-UZCBEQND.js";
import {
  configLayers,
  emit,
  inputsOf,
  measuredInputs,
  rowOptions
} from "./chunk-chunk-GLTTVNZY.js";
import "./chunk-chunk-YXK5CKV5.js";
import "./chunk-chunk-EP2JPQBW.js";
import {
  formatOf,
  readPath
} from "./chunk-chunk-5FAQ3KKL.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-E6V7FVA2.js";
import "./chunk-chunk-JVK7RXZK.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-HG4VGEBS.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-OT5DCEEM.js";
import "./chunk-chunk-APXDM2ES.js";
import "./chunk-chunk-UR3DJPFF.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-2Q632MTP.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-A2HC4SX2.js";
import {
  InputError
} from "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/cli/gate.ts
async function gateCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  refuseWithoutRun(flags);
  const store = directoryStore(flags.baseline ?? "");
  const head = {
    ...await measuredInputs(flags, config),
    others: await otherRuns(flags.attempts ?? [])
  };
  const here = flags.run === void 0 ? null : (await import("./chunk-here-JS5D6FWO.js")).measurerHere(flags, config, formatIn(head));
  const options = { ...readOptions(config), ...rowOptions(flags) };
  const { verdict, problem } = await gate(head, store, config, options, here);
  await emit(flags, await verdictReport(verdict, flags.format), inputsOf(head));
  if (problem !== null) process.stderr.write(`${logLine(`flamegate: ${problem}`)}
`);
  return here?.interrupted() ?? (problem === null ? exitStatus(verdict, config.failOn) : 2);
}
function refuseWithoutRun(flags) {
  if (flags.run?.trim() === "") throw new InputError("--run is empty: what is measured?");
  if (flags.run !== void 0) return;
  const idle = ["setup", "against", "maxTime", "maxRounds", "seed", "pin", "keep"].find(
    (name2) => flags[name2] !== void 0
  );
  if (idle === void 0) return;
  const name = idle.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new InputError(`--${name} says how to measure, and nothing is measured without --run`);
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
