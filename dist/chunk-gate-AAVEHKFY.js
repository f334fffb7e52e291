import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  gate
} from "./chunk-chunk-33ORVPL2.js";
import {
  storeAt
} from "./chunk-chunk-AU52TZTZ.js";
import "./chunk-chunk-JVN77WQW.js";
import "./chunk-chunk-LN42JK4S.js";
import "./chunk-chunk-CROFTSQT.js";
import "./chunk-chunk-JPDDNMI2.js";
import "./chunk-chunk-W5T5ZST2.js";
import "./chunk-chunk-HHUUPIXB.js";
import "./chunk-chunk-UDYYDKAC.js";
import {
  verdictReport
} from "./chunk-chunk-7MOUNPXH.js";
import "./chunk-chunk-NZXRMLTK.js";
import {
  exitStatus,
  looks
} from "./chunk-chunk-MXG4OPEU.js";
import "./chunk-chunk-YUZONQUU.js";
import "./chunk-chunk-CKKVOP3Z.js";
import "./chunk-chunk-7LIXA5WE.js";
import "./chunk-chunk-S24QBSX7.js";
import {
  configLayers,
  emitReports,
  flagName,
  inputsOf,
  measuredInputs,
  rowOptions
} from "./chunk-chunk-V5VMAGTJ.js";
import "./chunk-chunk-WJ3GSTEA.js";
import {
  readPath
} from "./chunk-chunk-CI4CUVNV.js";
import "./chunk-chunk-ZPTTC7RO.js";
import "./chunk-chunk-BI53RTZT.js";
import "./chunk-chunk-VQ6FWMRF.js";
import "./chunk-chunk-JCBOAFGM.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import {
  explain
} from "./chunk-chunk-CLF3TPNZ.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-TBCRFPV5.js";
import "./chunk-chunk-5C7A5JIF.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-2TVETMFS.js";
import "./chunk-chunk-X2ELXOIQ.js";
import "./chunk-chunk-OKKS25KQ.js";
import "./chunk-chunk-SQ6HGOBR.js";
import {
  logLine
} from "./chunk-chunk-A5MM4BUN.js";
import "./chunk-chunk-LC64RVU4.js";
import "./chunk-chunk-ZQWF666O.js";
import "./chunk-chunk-FD5PAXGO.js";
import "./chunk-chunk-GE3XI5AU.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-LXRGVO62.js";
import "./chunk-chunk-FN6WBWDZ.js";
import "./chunk-chunk-FC3O4OT5.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-TK4BJ4BT.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-47RXFYY7.js";
import "./chunk-chunk-WAKK6G2L.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-5B6DBYSR.js";
import "./chunk-chunk-77VQVGUE.js";
import "./chunk-chunk-VSNVNMMO.js";
import "./chunk-chunk-T7IIMCDC.js";
import {
  InputError
} from "./chunk-chunk-KXCXWWAW.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/entry/cli/gate.ts
init_define_FLAMEGATE_PAGE();
async function gateCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  refuseWithoutRun(flags, config);
  const store = await storeAt(flags.baseline ?? "");
  const head = {
    ...await measuredInputs(flags, config),
    others: await otherRuns(flags.attempts ?? [])
  };
  const held = { here: null };
  const load = async () => {
    held.here ??= (await import("./chunk-measurer-V4UMHTAS.js")).measurerHere(flags, config, head);
    return held.here;
  };
  const isUnasked = flags.run === void 0;
  if (!isUnasked || flags.seed !== void 0) await load();
  const byCommand = {
    looks: looks(config.maxRounds),
    measure: async (only, look) => (await load()).measure(only, look)
  };
  const unasked = {
    isUnasked: true,
    during: async (work) => (await load()).suspects(work)
  };
  const measurer = isUnasked ? config.confirm === "auto" ? unasked : null : byCommand;
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
