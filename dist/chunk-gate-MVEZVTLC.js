import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  gate
} from "./chunk-chunk-5PIZGVRZ.js";
import "./chunk-chunk-GW3Q47OH.js";
import {
  directoryStore
} from "./chunk-chunk-HELSTOOM.js";
import "./chunk-chunk-OQAONPQY.js";
import "./chunk-chunk-AWP4RWLI.js";
import {
  verdictReport
} from "./chunk-chunk-NI2VEGY7.js";
import "./chunk-chunk-3T2DWYTM.js";
import {
  exitStatus,
  looks
} from "./chunk-chunk-MIHKKSDK.js";
import "./chunk-chunk-SBZ3ZCCC.js";
import "./chunk-chunk-BIIYDU46.js";
import {
  configLayers,
  emitReports,
  flagName,
  inputsOf,
  measuredInputs,
  rowOptions
} from "./chunk-chunk-3LN6AAPK.js";
import "./chunk-chunk-X5JHQNT3.js";
import {
  readPath
} from "./chunk-chunk-QJMLYR2D.js";
import "./chunk-chunk-DSXPYKV7.js";
import "./chunk-chunk-EW36L4FF.js";
import "./chunk-chunk-2NVHFHVD.js";
import "./chunk-chunk-XJBUDN7F.js";
import "./chunk-chunk-MTG7XQZX.js";
import "./chunk-chunk-ZZ7MAQIL.js";
import "./chunk-chunk-4DRKC26T.js";
import "./chunk-chunk-BKPFZD3P.js";
import "./chunk-chunk-MCTQHFLZ.js";
import "./chunk-chunk-X2CCCSRL.js";
import "./chunk-chunk-7AL6N6TP.js";
import "./chunk-chunk-QGDJS24Q.js";
import "./chunk-chunk-K3FRKKEY.js";
import {
  explain
} from "./chunk-chunk-235GZTDS.js";
import {
  logLine
} from "./chunk-chunk-4EYZ7PQE.js";
import "./chunk-chunk-QDTPVPHV.js";
import "./chunk-chunk-IIMA2IPC.js";
import "./chunk-chunk-GJNG4AA4.js";
import "./chunk-chunk-QYZIAM3F.js";
import "./chunk-chunk-QYFRXBAM.js";
import "./chunk-chunk-XFFPISN2.js";
import "./chunk-chunk-ANAGSCI4.js";
import "./chunk-chunk-C43Z3M2N.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-ASTUYRMT.js";
import "./chunk-chunk-NGLJ2YUT.js";
import "./chunk-chunk-Q3ESHJPJ.js";
import "./chunk-chunk-RFSHZW7V.js";
import "./chunk-chunk-EXNVJHAL.js";
import {
  InputError
} from "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-UOYNN62N.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OPJI6KHM.js";

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
    held.here ??= (await import("./chunk-measurer-S7HM4UTQ.js")).measurerHere(flags, config, head);
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
