import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  gate
} from "./chunk-chunk-5JC37KXL.js";
import "./chunk-chunk-TAH75433.js";
import {
  directoryStore
} from "./chunk-chunk-PRUYKIXM.js";
import "./chunk-chunk-HHUUPIXB.js";
import "./chunk-chunk-DS3GAB27.js";
import {
  verdictReport
} from "./chunk-chunk-OMZSGGUZ.js";
import "./chunk-chunk-P4HTG264.js";
import {
  exitStatus,
  looks
} from "./chunk-chunk-WW2ZOS7I.js";
import "./chunk-chunk-GVY5U77K.js";
import "./chunk-chunk-CKKVOP3Z.js";
import {
  configLayers,
  emitReports,
  flagName,
  inputsOf,
  measuredInputs,
  rowOptions
} from "./chunk-chunk-B4KZRSZS.js";
import "./chunk-chunk-OKBD2UVT.js";
import {
  readPath
} from "./chunk-chunk-YGZQFM3I.js";
import "./chunk-chunk-ZJ6VFQKA.js";
import "./chunk-chunk-XCEXHBYF.js";
import "./chunk-chunk-ITUQK4R7.js";
import "./chunk-chunk-TBCRFPV5.js";
import "./chunk-chunk-5C7A5JIF.js";
import "./chunk-chunk-2TVETMFS.js";
import "./chunk-chunk-LOTYZAY7.js";
import "./chunk-chunk-SQ6HGOBR.js";
import "./chunk-chunk-X52TGXCZ.js";
import "./chunk-chunk-HLZTH7MM.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-GE3XI5AU.js";
import {
  explain
} from "./chunk-chunk-CLF3TPNZ.js";
import {
  logLine
} from "./chunk-chunk-A5MM4BUN.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-LC64RVU4.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-FN6WBWDZ.js";
import "./chunk-chunk-TK4BJ4BT.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-47RXFYY7.js";
import "./chunk-chunk-WAKK6G2L.js";
import "./chunk-chunk-63FDU6EQ.js";
import "./chunk-chunk-T7IIMCDC.js";
import "./chunk-chunk-I6IDASI2.js";
import "./chunk-chunk-XFSCHGNU.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-KNAULORW.js";
import {
  InputError
} from "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-VBKSV45W.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

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
    held.here ??= (await import("./chunk-measurer-VOYZKB4N.js")).measurerHere(flags, config, head);
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
