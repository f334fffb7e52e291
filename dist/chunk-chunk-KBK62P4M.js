import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isOtherHardware,
  unlike
} from "./chunk-chunk-6BTFPR5G.js";
import {
  withPresentNames
} from "./chunk-chunk-YTYFE7V5.js";
import {
  readRun
} from "./chunk-chunk-CAWJPCAF.js";
import {
  digestOf
} from "./chunk-chunk-Q2ILLPB5.js";
import {
  isTimed
} from "./chunk-chunk-IV5T3H63.js";
import {
  seriesKey
} from "./chunk-chunk-ETXR6ESQ.js";
import {
  InputError,
  UnreachableError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/flow/stored.ts
init_define_FLAMEGATE_PAGE();

// src/compare/gate/copies.ts
init_define_FLAMEGATE_PAGE();
var leastTimes = 4;
function timesOf(run) {
  const times = run.series.filter(({ unit }) => isTimed(unit));
  if (new Set(times.flatMap(({ samples }) => [...samples])).size < leastTimes) return null;
  return JSON.stringify(times.map((series) => [seriesKey(series), ...series.samples]).sort());
}

// src/flow/summary.ts
init_define_FLAMEGATE_PAGE();
function summaryKey({ files }, options) {
  const release = true ? "1.0.0" : "source";
  const format = options.benchmarkFormat === void 0 ? [] : [options.benchmarkFormat];
  if (files.every(({ kind }) => kind === "benchmarks")) return JSON.stringify([release, ...format]);
  const { filters = {}, attribute, groupBy, sampleType, inlines, granularity } = options;
  const used = Object.entries(filters).filter(([, filter]) => filter !== "");
  return JSON.stringify([
    ...[release, used.toSorted(([a], [b]) => a < b ? -1 : 1), attribute ?? "raw", groupBy ?? ""],
    ...[sampleType ?? "", inlines ?? true, granularity ?? "functions", ...format]
  ]);
}
async function summaryOf(manifest, inputs, options) {
  try {
    const { environment, series, tables, warnings } = await readRun(inputs, options);
    const run = { environment, series, tables, warnings };
    return { key: summaryKey(manifest, options), manifest: digestOf(manifest), run };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return null;
  }
}
function summarised({ manifest, summary }, options) {
  if (summary === null || summary.key !== summaryKey(manifest, options)) return null;
  return { commit: manifest.commit, time: manifest.time, ...summary.run };
}

// src/flow/stored.ts
var usualName = "main";
async function load(store, head, config, tables) {
  let model = head;
  const runs = [];
  const filesOf = /* @__PURE__ */ new Map();
  let newest = null;
  let { name } = store;
  const elsewhere = [];
  const setAside = [];
  const warnings = [];
  const seen = /* @__PURE__ */ new Set();
  let unread = null;
  for await (const item of readable(store, (why) => {
    unread = why;
  })) {
    if (item.kind === "set-aside") setAside.push(item.setAside);
    if (item.kind === "warning") warnings.push(item.warning);
    if (item.kind !== "run") continue;
    const listed = item.run;
    const { commit, time, branch } = listed.manifest;
    name ??= branch;
    try {
      const { run: read, held } = await readListed(listed, tables);
      const run = withPresentNames(read, config.renamed);
      model ??= run;
      const match = known(model, config);
      const reason = unlike(model, run, match);
      if (reason !== null) {
        if (isOtherHardware(model, run, match) && elsewhere.length < config.baselineRuns) {
          elsewhere.push(run);
        }
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
      const files = newest === null ? { ...listed, open: heldOnce(listed, held) } : listed;
      newest ??= files;
      runs.push(run);
      filesOf.set(run, files);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      setAside.push({ commit, time, reason: error.message });
      warnings.push({ kind: "baseline", message: `stored run set aside: ${error.message}` });
    }
    if (runs.length === config.baselineRuns) break;
  }
  if (unread !== null) warnings.push({ kind: "baseline", message: unread });
  return { name: name ?? usualName, runs, elsewhere, newest, setAside, warnings, filesOf, unread };
}
async function* readable(store, ends) {
  try {
    yield* store.load();
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    ends(error.message);
  }
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
async function readListed(listed, tables) {
  const run = summarised(listed, tables);
  if (run !== null) return { run, held: null };
  const held = await listed.open();
  return { run: await readRun(inputsOf(held), tables), held };
}
function heldOnce(listed, held) {
  let opened = held === null ? null : Promise.resolve(held);
  return () => {
    opened ??= listed.open();
    return opened;
  };
}
function runFilesOf({ runs, filesOf }) {
  const isNear = (run) => filesOf.get(run)?.isAway !== true;
  const opened = runs.some(isNear) ? runs.filter(isNear) : runs.slice(0, 1);
  const profilesOf = (run) => async () => {
    const stored = await filesOf.get(run)?.open();
    return stored === void 0 ? [] : inputsOf(stored).profiles;
  };
  return runs.map((run) => ({ run, profiles: opened.includes(run) ? profilesOf(run) : null }));
}
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
  summaryKey,
  summaryOf,
  load,
  withoutItself,
  known,
  runFilesOf,
  inputsOf
};
