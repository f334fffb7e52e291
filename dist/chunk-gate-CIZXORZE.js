import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  gate
} from "./chunk-chunk-FQWNY37B.js";
import "./chunk-chunk-KXS2CKJR.js";
import {
  directoryStore
} from "./chunk-chunk-572FFHQ2.js";
import "./chunk-chunk-JDI5NCKW.js";
import "./chunk-chunk-2M7YSQMP.js";
import {
  verdictReport
} from "./chunk-chunk-SGCPYAP3.js";
import "./chunk-chunk-7V53WVGI.js";
import {
  exitStatus,
  looks
} from "./chunk-chunk-O4XLS3SP.js";
import "./chunk-chunk-3W3Q4QGX.js";
import {
  configLayers,
  emitReports,
  flagName,
  inputsOf,
  measuredInputs,
  rowOptions
} from "./chunk-chunk-2WIXKDTD.js";
import "./chunk-chunk-HYH4N3AD.js";
import {
  readPath
} from "./chunk-chunk-UQYCOHJB.js";
import "./chunk-chunk-CFQE5HFI.js";
import "./chunk-chunk-GNUXMM7U.js";
import "./chunk-chunk-24NBT6B5.js";
import "./chunk-chunk-ES73Q7KY.js";
import "./chunk-chunk-7FMKEXZ4.js";
import "./chunk-chunk-AAOMFOUK.js";
import "./chunk-chunk-YDRQIAXT.js";
import "./chunk-chunk-5PDSYCPL.js";
import "./chunk-chunk-LHA6YONK.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-7GE2WMSZ.js";
import "./chunk-chunk-LXBOSWHC.js";
import {
  explain
} from "./chunk-chunk-HSYYNMBW.js";
import {
  logLine
} from "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-4M7XMVOR.js";
import "./chunk-chunk-7AJGRJQQ.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-3CENERFY.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-6JB4N6AN.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-VU3MZHWS.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-TDBKQMBW.js";
import {
  InputError
} from "./chunk-chunk-PZOHENPX.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/entry/cli/gate.ts
init_define_FLAMEGATE_PAGE();
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
    held.here ??= (await import("./chunk-measurer-TB5WVV5D.js")).measurerHere(flags, config, head);
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
  const { verdict, evidence } = gated;
  const problem = gated.problem ?? gated.unread;
  const done = problem === null ? exitStatus(verdict, config.failOn) : 2;
  const status = held.here?.interrupted() ?? done;
  const ending = { failOn: config.failOn, status };
  await emitReports(
    flags,
    (asked) => verdictReport(verdict, asked, ending, flags, evidence),
    inputsOf(head)
  );
  if (problem !== null) process.stderr.write(`${logLine(`flamegate: ${problem}`)}
`);
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
