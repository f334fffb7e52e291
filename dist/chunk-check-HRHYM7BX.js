import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  ancestors,
  repositoryOf,
  storedArtifacts
} from "./chunk-chunk-7M6HCMPC.js";
import {
  repositoryClient
} from "./chunk-chunk-V35K7LUO.js";
import {
  githubSource
} from "./chunk-chunk-3HVENSV5.js";
import "./chunk-chunk-W5T5ZST2.js";
import {
  load
} from "./chunk-chunk-TAH75433.js";
import {
  directoryStore
} from "./chunk-chunk-PRUYKIXM.js";
import "./chunk-chunk-HHUUPIXB.js";
import {
  compare,
  judge,
  summarise
} from "./chunk-chunk-WW2ZOS7I.js";
import {
  normalQuantile
} from "./chunk-chunk-GVY5U77K.js";
import "./chunk-chunk-CKKVOP3Z.js";
import {
  configLayers,
  emit,
  inputsOf,
  measuredInputs
} from "./chunk-chunk-B4KZRSZS.js";
import "./chunk-chunk-OKBD2UVT.js";
import {
  readRun
} from "./chunk-chunk-YGZQFM3I.js";
import "./chunk-chunk-ZJ6VFQKA.js";
import "./chunk-chunk-XCEXHBYF.js";
import "./chunk-chunk-ITUQK4R7.js";
import {
  mean,
  variance
} from "./chunk-chunk-TBCRFPV5.js";
import "./chunk-chunk-5C7A5JIF.js";
import "./chunk-chunk-2TVETMFS.js";
import {
  cell,
  layOut
} from "./chunk-chunk-YETHGD2E.js";
import {
  plural
} from "./chunk-chunk-LOTYZAY7.js";
import "./chunk-chunk-SQ6HGOBR.js";
import "./chunk-chunk-X52TGXCZ.js";
import "./chunk-chunk-HLZTH7MM.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-GE3XI5AU.js";
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
  InputError,
  UnreachableError
} from "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-VBKSV45W.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/entry/cli/check.ts
init_define_FLAMEGATE_PAGE();

// src/flow/check.ts
init_define_FLAMEGATE_PAGE();

// src/compare/benchmarks/conformal.ts
init_define_FLAMEGATE_PAGE();
var runFloor = 3e-3;
function conformal(head, baseline) {
  if (baseline.length < 3) return null;
  const rows = shared([head, ...baseline]);
  if (rows.length === 0) return null;
  const scores = [head, ...baseline].map((_, i) => worstOf(rows, i));
  const own = scores[0] ?? 0;
  const atLeast = scores.filter((score) => score >= own).length;
  return { p: atLeast / scores.length, runs: baseline.length, benchmarks: rows.length };
}
function shared(runs) {
  const rows = /* @__PURE__ */ new Map();
  for (const run of runs) {
    for (const series of run.series) {
      const { package: from, benchmark, unit, better, samples } = series;
      if (better === "unknown" || samples.some((value) => value <= 0)) continue;
      const moreIsBetter = better === "higher";
      const { center } = summarise(series, { scale: "log", medians: false, moreIsBetter });
      const key = `${from}\0${benchmark}\0${unit}`;
      const row = rows.get(key) ?? [];
      row.push(moreIsBetter ? -center : center);
      rows.set(key, row);
    }
  }
  return [...rows.values()].filter((row) => row.length === runs.length);
}
function worstOf(rows, i) {
  let worst = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const others2 = row.filter((_, j) => j !== i);
    const spread = Math.sqrt(Math.max(variance(others2), runFloor ** 2));
    worst = Math.max(worst, ((row[i] ?? 0) - mean(others2)) / spread);
  }
  return worst;
}

// src/stats/wilson.ts
init_define_FLAMEGATE_PAGE();
function wilson(count, trials, confidence = 0.95) {
  if (trials === 0) return [0, 1];
  const z = normalQuantile(0.5 + confidence / 2);
  const rate2 = count / trials;
  const center = rate2 + z * z / (2 * trials);
  const half = z * Math.sqrt(rate2 * (1 - rate2) / trials + (z / (2 * trials)) ** 2);
  const scale = 1 + z * z / trials;
  return [
    count === 0 ? 0 : Math.max(0, (center - half) / scale),
    count === trials ? 1 : Math.min(1, (center + half) / scale)
  ];
}

// src/flow/check.ts
var thresholds = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5];
function selfCheck(runs, head, config, name) {
  const verdicts = replay(runs, config, name);
  const settings = [tally(config.threshold, verdicts)];
  for (const threshold of thresholds) {
    if (threshold === config.threshold) continue;
    settings.push(tally(threshold, replay(runs, { ...config, threshold })));
  }
  return {
    runs: runs.length,
    settings,
    quiet: quietFrom(settings),
    present: head === null ? null : conformal(head, runs),
    alarms: verdicts.flatMap(
      ({ verdict, headline }, i) => verdict === "fail" ? [{ commit: runs[i]?.commit ?? "", time: runs[i]?.time ?? "", headline }] : []
    )
  };
}
function quietFrom(settings) {
  const loud = Math.max(
    ...settings.filter(({ failed }) => failed > 0).map(({ threshold }) => threshold)
  );
  const quiet = settings.filter((of) => of.threshold > loud && of.suspect + of.passed > 0);
  return quiet.length === 0 ? null : Math.min(...quiet.map(({ threshold }) => threshold));
}
var replay = (runs, config, name) => runs.map((run, i) => decide(run, others(runs, i), config, name));
var others = (runs, i) => runs.map((run, j) => ({ run, away: Math.abs(j - i) })).filter(({ away }) => away > 0).sort((a, b) => a.away - b.away).map(({ run }) => run);
function tally(threshold, verdicts) {
  const count = (of) => verdicts.filter(({ verdict }) => verdict === of).length;
  const [failed, suspect, passed] = [count("fail"), count("suspect"), count("pass")];
  const compared2 = failed + suspect + passed;
  return {
    threshold,
    failed,
    suspect,
    passed,
    incomplete: verdicts.length - compared2,
    interval: wilson(failed, compared2)
  };
}
var mostReplayed = 100;
async function storedRuns(inputs, store, config) {
  const tables = readOptions(config);
  const head = inputs === null ? null : await readRun(inputs, tables);
  const all = { ...config, baselineRuns: mostReplayed };
  const baseline = await load(store, head, all, tables);
  if (baseline.unread) throw new UnreachableError(baseline.unread);
  const { name, runs, setAside, warnings } = baseline;
  return { head, name, runs, setAside: setAside.length, warnings };
}
function decide(head, stored, config, name = "main") {
  const runs = stored.slice(0, config.baselineRuns);
  const baseline = { name, runs, newest: null, setAside: [], warnings: [] };
  return judge([head], baseline, compare([head], runs, config), config);
}

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
  const stored = await storedRuns(inputs, await storeOf(flags), config);
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
async function storeOf(flags) {
  if (flags.baseline !== void 0 && flags.workflow !== void 0) {
    throw new InputError("--baseline is a directory, --workflow means artifacts: give one of them");
  }
  if (flags.baseline !== void 0) return directoryStore(flags.baseline);
  if (flags.workflow === void 0) {
    throw new InputError(
      "say where the stored runs are: --baseline DIR, or --workflow .github/workflows/FILE for artifacts on GitHub"
    );
  }
  const client = await repositoryClient(flags);
  const { id: repositoryId, defaultBranch } = await repositoryOf(client);
  const known = await ancestors(client, defaultBranch);
  const trust = {
    repositoryId,
    defaultBranch,
    workflowPath: flags.workflow,
    isAncestor: (sha) => known.has(sha)
  };
  const source = githubSource(client);
  return {
    name: defaultBranch,
    load: () => storedArtifacts({ source, trust, key: flags.name ?? "default" })
  };
}
export {
  checkCommand
};
