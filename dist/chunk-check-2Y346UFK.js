import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  selfCheck,
  storedRuns
} from "./chunk-chunk-RXKPYO45.js";
import {
  readableStore
} from "./chunk-chunk-AU52TZTZ.js";
import "./chunk-chunk-JVN77WQW.js";
import "./chunk-chunk-LN42JK4S.js";
import "./chunk-chunk-CROFTSQT.js";
import "./chunk-chunk-JPDDNMI2.js";
import "./chunk-chunk-W5T5ZST2.js";
import "./chunk-chunk-HHUUPIXB.js";
import "./chunk-chunk-MXG4OPEU.js";
import "./chunk-chunk-YUZONQUU.js";
import "./chunk-chunk-CKKVOP3Z.js";
import "./chunk-chunk-7LIXA5WE.js";
import "./chunk-chunk-S24QBSX7.js";
import {
  configLayers,
  emit,
  inputsOf,
  measuredInputs
} from "./chunk-chunk-V5VMAGTJ.js";
import "./chunk-chunk-WJ3GSTEA.js";
import "./chunk-chunk-CI4CUVNV.js";
import "./chunk-chunk-ZPTTC7RO.js";
import "./chunk-chunk-BI53RTZT.js";
import "./chunk-chunk-VQ6FWMRF.js";
import {
  cell,
  layOut
} from "./chunk-chunk-HCVOVQJW.js";
import "./chunk-chunk-JCBOAFGM.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-TBCRFPV5.js";
import "./chunk-chunk-5C7A5JIF.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-2TVETMFS.js";
import {
  plural
} from "./chunk-chunk-X2ELXOIQ.js";
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

// src/entry/cli/check.ts
init_define_FLAMEGATE_PAGE();

// src/report/checktext.ts
init_define_FLAMEGATE_PAGE();
function checkText(of) {
  const [now] = of.settings;
  const lines = [
    `${plural(of.runs, "stored run")} of one environment, each gated against the others: ${now === void 0 ? "none was compared" : outcome(now)}.`,
    "",
    ...table(of.settings),
    "",
    advice(of),
    ...of.alarms.map(
      (alarm) => `red: ${alarm.commit.slice(0, 12)} ${alarm.time}: ${alarm.headline}`
    ),
    ...of.present === null ? [] : ["", presentLine(of.present)]
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
function advice(of) {
  const needed = 381;
  const counts = of.settings.map(compared);
  const most = Math.max(0, ...counts);
  if (most === 0) return "Nothing was compared, so nothing is known about false alarms.";
  const quiet = of.settings.find(({ threshold }) => threshold === of.quiet);
  const limit = `${plural(quiet === void 0 ? most : compared(quiet), "run")} cannot prove a rate under 1 %: that takes ${needed} runs without a red one`;
  const where = counts.includes(0) ? "with which runs could be compared" : "here";
  return of.quiet === null ? `Every threshold ${where} has red runs; ${limit}.` : `With a threshold of ${percent(of.quiet)} or more none was red; ${limit}.`;
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
