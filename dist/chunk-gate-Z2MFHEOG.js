import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  gate
} from "./chunk-chunk-6NCY6UCL.js";
import "./chunk-chunk-NWQ7AUE5.js";
import "./chunk-chunk-XLWZYMP4.js";
import {
  directoryStore
} from "./chunk-chunk-UXXVGGJD.js";
import {
  verdictReport
} from "./chunk-chunk-GTOQ4Z2O.js";
import "./chunk-chunk-DIA26PYH.js";
import {
  exitStatus,
  looks
} from "./chunk-chunk-7LDPB7W5.js";
import "./chunk-chunk-6UTRTK75.js";
import {
  configLayers,
  emitReports,
  flagName,
  inputsOf,
  measuredInputs,
  rowOptions
} from "./chunk-chunk-MHUTJSGY.js";
import "./chunk-chunk-4SJ6T732.js";
import {
  readPath
} from "./chunk-chunk-MS7BYKXI.js";
import "./chunk-chunk-7W66SIQ6.js";
import {
  explain
} from "./chunk-chunk-PIFUD3W6.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-27ILUWF2.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-W2JAEFIT.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-W6CRVKTU.js";
import "./chunk-chunk-GBNALUZ3.js";
import "./chunk-chunk-3NMFHZMH.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-4ODYDUX2.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-Z4IIDTO4.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import {
  InputError
} from "./chunk-chunk-TNIRC7FT.js";
import "./chunk-chunk-RPXPASOV.js";

// src/entry/cli/gate.ts
async function gateCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  refuseWithoutRun(flags, config);
  const store = directoryStore(flags.baseline ?? "");
  const head = {
    ...await measuredInputs(flags, config),
    others: await otherRuns(flags.attempts ?? [])
  };
  const held = { here: null };
  const load = async () => {
    held.here ??= (await import("./chunk-measurer-6QKW2SYM.js")).measurerHere(flags, config, head);
    return held.here;
  };
  const isUnasked = flags.run === void 0;
  if (!isUnasked || flags.seed !== void 0) await load();
  const measure = async (only, look, wanted) => {
    const here = await load();
    return isUnasked ? here.measureWanted(only, look, wanted) : here.measure(only, look);
  };
  const count = async (wanted, threshold) => (await load()).countWanted(wanted, threshold);
  const isCounted = isUnasked && config.count !== "false";
  const isWanted = !isUnasked || config.confirm === "auto";
  const how = { isUnasked, measure, count: isCounted ? count : void 0 };
  const measurer = isWanted ? { looks: looks(config.maxRounds), ...how } : null;
  const options = { ...readOptions(config), ...rowOptions(flags) };
  const gated = await gate(head, store, config, options, measurer).catch((error) => {
    const stopped = held.here?.interrupted() ?? null;
    if (stopped === null) throw error;
    process.stderr.write(explain(error));
    return stopped;
  });
  if (typeof gated === "number") return gated;
  const { verdict, problem } = gated;
  await emitReports(flags, ({ format }) => verdictReport(verdict, format), inputsOf(head));
  if (problem !== null) process.stderr.write(`${logLine(`flamegate: ${problem}`)}
`);
  const status = problem === null ? exitStatus(verdict, config.failOn) : 2;
  return held.here?.interrupted() ?? status;
}
function refuseWithoutRun(flags, { confirm }) {
  if (flags.run?.trim() === "")
    throw new InputError("--run is empty: name the command that measures");
  if (flags.run !== void 0) return;
  const all = ["against", "maxTime", "maxRounds", "seed", "pin", "keep"];
  const needed = ["setup", "timeCommand"];
  const idle = (confirm === "auto" ? needed : [...needed, ...all]).find(
    (name) => flags[name] !== void 0
  );
  if (idle === void 0) return;
  throw new InputError(
    `${flagName(idle)} says how to measure, but nothing is measured without --run`
  );
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
