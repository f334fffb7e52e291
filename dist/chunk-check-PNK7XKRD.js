import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  repositoryClient
} from "./chunk-chunk-Z24QUDOJ.js";
import {
  configLayers,
  emit,
  inputsOf,
  measuredInputs
} from "./chunk-chunk-QVC3GAJD.js";
import {
  ancestors,
  repositoryOf,
  storedArtifacts
} from "./chunk-chunk-UI3DLJFK.js";
import {
  githubSource
} from "./chunk-chunk-Z74XJE5Q.js";
import {
  directoryStore
} from "./chunk-chunk-HYFZI7A6.js";
import {
  decide,
  storedRuns
} from "./chunk-chunk-BUSPVXUQ.js";
import "./chunk-chunk-V5B7NZXV.js";
import {
  mean,
  summarise,
  variance
} from "./chunk-chunk-LJOZUCWE.js";
import {
  normalQuantile
} from "./chunk-chunk-UZCBEQND.js";
import "./chunk-chunk-SUDRJ5IC.js";
import "./chunk-chunk-EP2JPQBW.js";
import "./chunk-chunk-JK4PVU2F.js";
import {
  cell,
  layOut
} from "./chunk-chunk-MORECE4B.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-E6V7FVA2.js";
import "./chunk-chunk-JVK7RXZK.js";
import {
  resolveConfig
} from "./chunk-chunk-EEZC7U42.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-OT5DCEEM.js";
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

// src/compare/conformal.ts
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
    for (const { package: from, benchmark, unit, better, samples } of run.series) {
      if (better === "unknown" || samples.some((value) => value <= 0)) continue;
      const center = summarise(samples, "log", false).center;
      const key = `${from}\0${benchmark}\0${unit}`;
      const row = rows.get(key) ?? [];
      row.push(better === "higher" ? -center : center);
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

// src/replay.ts
var thresholds = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5];
function selfCheck(runs, head, config) {
  const verdicts = replay(runs, config);
  const settings = [tally(config.threshold, verdicts)];
  for (const threshold of thresholds) {
    if (threshold === config.threshold) continue;
    settings.push(tally(threshold, replay(runs, { ...config, threshold })));
  }
  const quiet = settings.filter(({ failed }) => failed === 0).map(({ threshold }) => threshold).sort((a, b) => a - b)[0];
  return {
    runs: runs.length,
    settings,
    quiet: quiet ?? null,
    present: head === null ? null : conformal(head, runs),
    alarms: verdicts.flatMap(
      ({ verdict, headline }, i) => verdict === "fail" ? [{ commit: runs[i]?.commit ?? "", time: runs[i]?.time ?? "", headline }] : []
    )
  };
}
var replay = (runs, config) => runs.map((run, i) => decide(run, others(runs, i), config));
var others = (runs, i) => runs.map((run, j) => ({ run, away: Math.abs(j - i) })).filter(({ away }) => away > 0).sort((a, b) => a.away - b.away).map(({ run }) => run);
function tally(threshold, verdicts) {
  const count = (of) => verdicts.filter(({ verdict }) => verdict === of).length;
  const failed = count("fail");
  return {
    threshold,
    failed,
    inconclusive: verdicts.length - failed - count("pass"),
    passed: count("pass"),
    interval: wilson(failed, verdicts.length)
  };
}

// src/report/checktext.ts
function checkText(of) {
  const [now, ...others2] = of.settings;
  const lines = [
    `${of.runs} stored runs of one environment, each gated against the others: ${now?.failed ?? 0} false alarms (${rate(now)}, 95% interval ${interval(now)}), ${now?.inconclusive ?? 0} inconclusive.`,
    "",
    ...table([...now === void 0 ? [] : [now], ...others2]),
    "",
    advice(of),
    ...of.alarms.map(
      (alarm) => `false alarm: ${alarm.commit.slice(0, 12)} ${alarm.time}: ${alarm.headline}`
    ),
    ...of.present === null ? [] : ["", presentLine(of.present)]
  ];
  return `${lines.map((line) => logLine(line, 2e3)).join("\n")}
`;
}
var percent = (ratio) => `${Number((ratio * 100).toPrecision(2))} %`;
var rate = (row) => {
  const runs = (row?.failed ?? 0) + (row?.inconclusive ?? 0) + (row?.passed ?? 0);
  return percent((row?.failed ?? 0) / Math.max(1, runs));
};
var interval = (row) => row === void 0 ? "?" : `${percent(row.interval[0])} to ${percent(row.interval[1])}`;
function table(rows) {
  const headings = ["threshold", "false alarms", "95% interval", "inconclusive", "pass"];
  const cells = rows.map((row) => [
    percent(row.threshold),
    `${row.failed} (${rate(row)})`,
    interval(row),
    String(row.inconclusive),
    String(row.passed)
  ]);
  return layOut(
    [headings, ...cells].map(
      (row) => row.map((text, column) => cell(column, text, { align: "right", margin: column ? "  " : "" }))
    )
  );
}
function advice(of) {
  const needed = 381;
  const limit = `${of.runs} runs cannot show a rate under 1 %: that takes ${needed} without an alarm`;
  return of.quiet === null ? `Every threshold here has false alarms; ${limit}.` : `From a threshold of ${percent(of.quiet)} on there were none; ${limit}.`;
}
function presentLine({ p, runs, benchmarks }) {
  const rank = p <= 1 / (runs + 1) + 1e-12 ? "the most unusual of all" : "not unusual";
  return `The present run among them, whatever the distribution (conformal max-T over ${benchmarks} metrics): p = ${p.toFixed(3)}, ${rank}; ${runs} runs cannot give less than ${(1 / (runs + 1)).toFixed(3)}.`;
}

// src/cli/check.ts
async function checkCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  const present = flags.benchmarks !== void 0 || flags.profiles !== void 0;
  const inputs = present ? await measuredInputs(flags, config) : null;
  const { head, runs, setAside } = await storedRuns(inputs, await storeOf(flags), config);
  if (runs.length < 3) {
    throw new InputError(
      `a replay takes at least 3 stored runs of one environment, here are ${runs.length} (${setAside} set aside)`,
      { file: flags.baseline ?? flags.workflow ?? "" }
    );
  }
  await emit(flags, checkText(selfCheck(runs, head, config)), inputsOf(inputs));
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
  return { load: () => storedArtifacts({ source, trust, key: flags.name ?? "default" }) };
}
export {
  checkCommand
};
