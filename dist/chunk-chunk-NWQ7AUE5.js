import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  difference
} from "./chunk-chunk-XLWZYMP4.js";
import {
  readRun
} from "./chunk-chunk-MS7BYKXI.js";
import {
  isTimed
} from "./chunk-chunk-3NMFHZMH.js";
import {
  seriesKey
} from "./chunk-chunk-YJK4OIZJ.js";
import {
  InputError
} from "./chunk-chunk-TNIRC7FT.js";

// src/compare/gate/copies.ts
var leastTimes = 4;
function timesOf(run) {
  const times = run.series.filter(({ unit }) => isTimed(unit));
  if (new Set(times.flatMap(({ samples }) => [...samples])).size < leastTimes) return null;
  return JSON.stringify(times.map((of) => [seriesKey(of), ...of.samples]).sort());
}

// src/flow/stored.ts
var usualName = "main";
async function load(store, head, config, tables) {
  let model = head;
  const runs = [];
  let newest = null;
  let { name } = store;
  const setAside = [];
  const warnings = [];
  const seen = /* @__PURE__ */ new Set();
  for await (const item of store.load()) {
    if (item.kind === "set-aside") setAside.push(item.setAside);
    if (item.kind === "warning") warnings.push(item.warning);
    if (item.kind !== "run") continue;
    const { commit, time, branch } = item.run.manifest;
    name ??= branch;
    try {
      const run = await readStored(item.run, tables);
      model ??= run;
      const reason = difference(model.environment, run.environment, known(model, config));
      if (reason !== null) {
        setAside.push({ commit, time, reason });
        continue;
      }
      const times = timesOf(run);
      if (times !== null && seen.has(times)) {
        const twice = "its times are those of another stored run, to the last digit";
        setAside.push({ commit, time, reason: twice });
        continue;
      }
      if (times !== null) seen.add(times);
      newest ??= item.run;
      runs.push(run);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      setAside.push({ commit, time, reason: error.message });
      warnings.push({ kind: "baseline", message: `stored run set aside: ${error.message}` });
    }
    if (runs.length === config.baselineRuns) break;
  }
  return { name: name ?? usualName, runs, newest, setAside, warnings };
}
function withoutItself(baseline, head) {
  const times = timesOf(head);
  const copy = times === null ? void 0 : baseline.runs.find((run) => timesOf(run) === times);
  if (copy === void 0) return baseline;
  const { commit, time } = copy;
  if (commit !== head.commit) {
    throw new InputError(
      `all times of this run are those of the stored run of ${commit || "an unnamed commit"} (${time}), to the last digit: it was not measured anew. Is its benchmark output an old file?`
    );
  }
  const itself = { commit, time, reason: "it is this run itself" };
  return {
    ...baseline,
    runs: baseline.runs.filter((run) => run !== copy),
    setAside: [...baseline.setAside, itself]
  };
}
var known = (head, config) => head.series.length > 0 ? config.match : config.match.filter((field) => head.environment[field] !== void 0);
var readStored = (run, tables) => readRun(inputsOf(run), tables);
function inputsOf({ manifest, files }) {
  return {
    benchmarks: files.filter((file) => file.kind === "benchmarks"),
    profiles: files.filter((file) => file.kind === "profile"),
    commit: manifest.commit,
    time: manifest.time,
    environment: manifest.environment
  };
}

export {
  load,
  withoutItself,
  known,
  inputsOf
};
