import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  selfCheck,
  storedRuns
} from "./chunk-chunk-XHY6ZJI2.js";
import {
  readableStore
} from "./chunk-chunk-PP5JUWLM.js";
import "./chunk-chunk-KBK62P4M.js";
import "./chunk-chunk-GCNZN3XQ.js";
import "./chunk-chunk-ESNXKPUY.js";
import "./chunk-chunk-TVEMZ2SQ.js";
import "./chunk-chunk-MOWUUCPE.js";
import "./chunk-chunk-6BTFPR5G.js";
import "./chunk-chunk-GWC6IANW.js";
import "./chunk-chunk-2QTDWZHI.js";
import "./chunk-chunk-YTYFE7V5.js";
import "./chunk-chunk-XWVWMC43.js";
import "./chunk-chunk-EEPNWZZM.js";
import {
  configLayers,
  emit,
  inputsOf,
  measuredInputs
} from "./chunk-chunk-EAYZLJTF.js";
import "./chunk-chunk-JF3RMCPS.js";
import "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import {
  cell,
  layOut
} from "./chunk-chunk-KDSKOOQQ.js";
import "./chunk-chunk-Q2ILLPB5.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import "./chunk-chunk-PDMOKRKF.js";
import "./chunk-chunk-UIZSM77V.js";
import "./chunk-chunk-RL7XGZTW.js";
import "./chunk-chunk-XDSCW632.js";
import {
  plural
} from "./chunk-chunk-4ESYGOAJ.js";
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

// src/entry/cli/check.ts
init_define_FLAMEGATE_PAGE();

// src/report/checktext.ts
init_define_FLAMEGATE_PAGE();
function checkText(check) {
  const [now] = check.settings;
  const lines = [
    `${plural(check.runs, "stored run")} of one environment, each gated against the others: ${now === void 0 ? "none was compared" : outcome(now)}.`,
    "",
    ...table(check.settings),
    "",
    advice(check),
    ...check.alarms.map(
      (alarm) => `red: ${alarm.commit.slice(0, 12)} ${alarm.time}: ${alarm.headline}`
    ),
    ...check.present === null ? [] : ["", presentLine(check.present)]
  ];
  return `${lines.map((line) => logLine(line, 2e3)).join("\n")}
`;
}
var percent = (ratio) => `${Number((ratio * 100).toPrecision(2))} %`;
var compared = ({ failed, suspect, passed }) => failed + suspect + passed;
function outcome(row) {
  const count = compared(row);
  const left = row.incomplete === 0 ? "" : `; ${row.incomplete} could not be compared completely`;
  return count === 0 ? `none could be compared, so nothing is known about false alarms${left}` : `of ${count} compared ${row.failed} would have been red (${rate(row.failed, count)}, 95 % interval ${interval(row)}) and ${row.suspect} amber (${rate(row.suspect, count)})${left}`;
}
var rate = (part, count) => percent(part / count);
var interval = (row) => `${percent(row.interval[0])} to ${percent(row.interval[1])}`;
function table(rows) {
  const headings = [
    "threshold",
    "compared",
    "red",
    "95 % interval",
    "amber",
    "green",
    "incomplete"
  ];
  const cells = rows.map((row) => {
    const count = compared(row);
    const share = (part) => count === 0 ? "-" : `${part} (${rate(part, count)})`;
    return [
      percent(row.threshold),
      String(count),
      share(row.failed),
      count === 0 ? "-" : interval(row),
      share(row.suspect),
      count === 0 ? "-" : String(row.passed),
      String(row.incomplete)
    ];
  });
  return layOut(
    [headings, ...cells].map(
      (row) => row.map((text, column) => cell(column, text, { align: "right", margin: column ? "  " : "" }))
    )
  );
}
function advice(check) {
  const needed = 381;
  const counts = check.settings.map(compared);
  const most = Math.max(0, ...counts);
  if (most === 0) return "Nothing was compared, so nothing is known about false alarms.";
  const quiet = check.settings.find(({ threshold }) => threshold === check.quiet);
  const limit = `${plural(quiet === void 0 ? most : compared(quiet), "run")} cannot prove a rate under 1 %: that takes ${needed} runs without a red one`;
  const where = counts.includes(0) ? "with which runs could be compared" : "here";
  return check.quiet === null ? `Every threshold ${where} has red runs; ${limit}.` : `With a threshold of ${percent(check.quiet)} or more none was red; ${limit}.`;
}
function presentLine({ p, runs, benchmarks }) {
  const rank = p <= 1 / (runs + 1) + 1e-12 ? "the most unusual of all" : "not unusual";
  return `The present run compared with them, without assuming a distribution (conformal max-T over ${benchmarks} metrics): p = ${p.toFixed(3)}, ${rank}; the least possible with ${runs} runs is ${(1 / (runs + 1)).toFixed(3)}.`;
}

// src/entry/cli/check.ts
async function checkCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  const present = flags.benchmarks !== void 0 || flags.profiles !== void 0;
  const inputs = present ? await measuredInputs(flags, config) : null;
  const stored = await storedRuns(inputs, await readableStore(flags), config);
  const { head, name, runs, setAside, warnings } = stored;
  if (runs.length < 3) {
    throw new InputError(
      `a replay takes at least 3 stored runs of one environment, here are ${runs.length} (${setAside} set aside${warnings[0] === void 0 ? "" : `; ${warnings[0].message}`})`,
      { file: flags.baseline ?? flags.workflow ?? "" }
    );
  }
  await emit(flags, checkText(selfCheck(runs, head, config, name)), inputsOf(inputs));
  return 0;
}
export {
  checkCommand
};
