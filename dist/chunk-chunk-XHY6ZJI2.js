import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  load
} from "./chunk-chunk-KBK62P4M.js";
import {
  compare,
  judge
} from "./chunk-chunk-GWC6IANW.js";
import {
  summarise
} from "./chunk-chunk-XWVWMC43.js";
import {
  normalQuantile
} from "./chunk-chunk-EEPNWZZM.js";
import {
  readRun
} from "./chunk-chunk-CAWJPCAF.js";
import {
  mean,
  variance
} from "./chunk-chunk-PDMOKRKF.js";
import {
  readOptions
} from "./chunk-chunk-OBSUUNSJ.js";
import {
  UnreachableError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

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
  const rate = count / trials;
  const center = rate + z * z / (2 * trials);
  const half = z * Math.sqrt(rate * (1 - rate) / trials + (z / (2 * trials)) ** 2);
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
  const quiet = settings.filter(
    (replayed) => replayed.threshold > loud && replayed.suspect + replayed.passed > 0
  );
  return quiet.length === 0 ? null : Math.min(...quiet.map(({ threshold }) => threshold));
}
var replay = (runs, config, name) => runs.map((run, i) => decide(run, others(runs, i), config, name));
var others = (runs, i) => runs.map((run, j) => ({ run, away: Math.abs(j - i) })).filter(({ away }) => away > 0).sort((a, b) => a.away - b.away).map(({ run }) => run);
function tally(threshold, verdicts) {
  const count = (word) => verdicts.filter(({ verdict }) => verdict === word).length;
  const [failed, suspect, passed] = [count("fail"), count("suspect"), count("pass")];
  const compared = failed + suspect + passed;
  return {
    threshold,
    failed,
    suspect,
    passed,
    incomplete: verdicts.length - compared,
    interval: wilson(failed, compared)
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

export {
  selfCheck,
  mostReplayed,
  storedRuns,
  decide
};
