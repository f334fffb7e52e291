import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  gate
} from "./chunk-chunk-7MDF656S.js";
import {
  storeAt
} from "./chunk-chunk-PP5JUWLM.js";
import "./chunk-chunk-KBK62P4M.js";
import "./chunk-chunk-GCNZN3XQ.js";
import "./chunk-chunk-ESNXKPUY.js";
import "./chunk-chunk-TVEMZ2SQ.js";
import "./chunk-chunk-MOWUUCPE.js";
import "./chunk-chunk-6BTFPR5G.js";
import "./chunk-chunk-BXFAX5GC.js";
import {
  verdictReport
} from "./chunk-chunk-QYBNAT25.js";
import "./chunk-chunk-3GVWWS7V.js";
import {
  exitStatus,
  looks
} from "./chunk-chunk-GWC6IANW.js";
import "./chunk-chunk-2QTDWZHI.js";
import "./chunk-chunk-YTYFE7V5.js";
import "./chunk-chunk-XWVWMC43.js";
import "./chunk-chunk-EEPNWZZM.js";
import {
  configLayers,
  emitReports,
  flagName,
  inputsOf,
  measuredInputs,
  rowOptions
} from "./chunk-chunk-EAYZLJTF.js";
import "./chunk-chunk-JF3RMCPS.js";
import {
  readPath
} from "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import "./chunk-chunk-Q2ILLPB5.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import {
  explain
} from "./chunk-chunk-MUYB4VS6.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import "./chunk-chunk-PDMOKRKF.js";
import "./chunk-chunk-UIZSM77V.js";
import "./chunk-chunk-RL7XGZTW.js";
import "./chunk-chunk-XDSCW632.js";
import "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import "./chunk-chunk-ZY32PDO3.js";
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ZUGVML7C.js";
import "./chunk-chunk-K37PVB3B.js";
import "./chunk-chunk-UCI4WEEX.js";
import "./chunk-chunk-MVRN3XQO.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-JF755UJZ.js";
import "./chunk-chunk-Q6W4P34J.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-BANJ3GOK.js";
import "./chunk-chunk-SGSL43OP.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
import "./chunk-chunk-6RNIDPFN.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-OBSUUNSJ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-UO3SQAG6.js";
import "./chunk-chunk-MKYMQKPK.js";
import "./chunk-chunk-V6FUWQX3.js";
import "./chunk-chunk-3EDRWKZB.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

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
    held.here ??= (await import("./chunk-measurer-7E2AN45Y.js")).measurerHere(flags, config, head);
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
