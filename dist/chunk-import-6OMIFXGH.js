import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  record
} from "./chunk-chunk-ODN6XSID.js";
import {
  storeAt
} from "./chunk-chunk-PP5JUWLM.js";
import "./chunk-chunk-KBK62P4M.js";
import "./chunk-chunk-GCNZN3XQ.js";
import "./chunk-chunk-ESNXKPUY.js";
import "./chunk-chunk-TVEMZ2SQ.js";
import "./chunk-chunk-MOWUUCPE.js";
import "./chunk-chunk-6BTFPR5G.js";
import "./chunk-chunk-YTYFE7V5.js";
import {
  readFiles
} from "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import "./chunk-chunk-Q2ILLPB5.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import "./chunk-chunk-RL7XGZTW.js";
import "./chunk-chunk-IV5T3H63.js";
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
import {
  clean
} from "./chunk-chunk-SGSL43OP.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-OBSUUNSJ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import {
  measureOf
} from "./chunk-chunk-UO3SQAG6.js";
import "./chunk-chunk-MKYMQKPK.js";
import "./chunk-chunk-V6FUWQX3.js";
import {
  listOf,
  numberOf,
  objectOf,
  textOf
} from "./chunk-chunk-3EDRWKZB.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/import.ts
init_define_FLAMEGATE_PAGE();

// src/flow/import.ts
init_define_FLAMEGATE_PAGE();
async function importSuite({ runs }, store, tables) {
  const known = /* @__PURE__ */ new Set();
  for await (const item of store.load()) {
    if (item.kind === "run") known.add(keyOf(item.run.manifest));
  }
  let stored = 0;
  let passedOver = 0;
  const refused = [];
  const lost = [];
  for (const run of runs) {
    const { commit, time, benchmarks } = run;
    if (known.has(keyOf(run))) {
      passedOver++;
      continue;
    }
    const place = `${commit.slice(0, 12) || "a run"} of ${time}`;
    const inputs = { commit, time, benchmarks: [benchmarks], profiles: [], environment: {} };
    try {
      await record({ ...inputs, purpose: "store" }, store, tables, ({ message }) => {
        lost.push(`${place}: ${message}`);
      });
      known.add(keyOf(run));
      stored++;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refused.push(`${place}: ${error.message}`);
    }
  }
  return { stored, known: passedOver, refused, lost };
}
var keyOf = ({ commit, time }) => `${commit} ${Date.parse(time)}`;
function suiteOf(suites, name) {
  const [only, ...others] = suites;
  if (name === void 0 && only !== void 0 && others.length === 0) return only;
  const found = suites.find((suite) => suite.name === name);
  if (found !== void 0) return found;
  const names = suites.map((suite) => JSON.stringify(suite.name)).join(", ");
  const what = name === void 0 ? "the history has several suites" : `there is no suite ${JSON.stringify(name)}`;
  throw new InputError(
    `${what}: say one of ${names} with --suite, each into a directory of its own`
  );
}

// src/formats/histories/index.ts
init_define_FLAMEGATE_PAGE();

// src/formats/histories/bencher.ts
init_define_FLAMEGATE_PAGE();

// src/formats/histories/history.ts
init_define_FLAMEGATE_PAGE();
var jsonFile = (benchmarks) => ({
  file: "benchmarks.json",
  bytes: Buffer.from(`${JSON.stringify(benchmarks, null, 1)}
`)
});

// src/formats/histories/bencher.ts
function readBencherHistory(whole) {
  const { results } = objectOf(whole);
  if (!Array.isArray(results)) return null;
  const suites = /* @__PURE__ */ new Map();
  for (const { branch, testbed, benchmark, measure, metrics } of results.map(objectOf)) {
    const suite = `${textOf(objectOf(branch).name)}/${textOf(objectOf(testbed).name)}`;
    const reports = suites.get(suite) ?? /* @__PURE__ */ new Map();
    suites.set(suite, reports);
    const name = textOf(objectOf(benchmark).name);
    const { slug, name: called } = objectOf(measure);
    const as = measureOf(textOf(slug) || textOf(called));
    for (const record2 of listOf(metrics).map(objectOf)) {
      const { values } = reportOf(reports, record2);
      const key = `${name}\0${as.unit}`;
      const value = values.get(key) ?? { ...as, name, values: [] };
      values.set(key, value);
      value.values.push(objectOf(record2.metric).value);
    }
  }
  return [...suites].map(([name, reports]) => ({
    name,
    runs: [...reports.values()].map(({ commit, time, values }) => ({
      ...{ commit, time, benchmarks: jsonFile([...values.values()]) }
    }))
  }));
}
function reportOf(reports, record2) {
  const id = textOf(record2.report);
  const known = reports.get(id);
  if (known !== void 0) return known;
  const commit = textOf(objectOf(record2.version).hash);
  const report = { commit, time: textOf(record2.start_time), values: /* @__PURE__ */ new Map() };
  reports.set(id, report);
  return report;
}

// src/formats/histories/githubactionbenchmark.ts
init_define_FLAMEGATE_PAGE();
function readActionHistory(whole, file, goPackage) {
  const { entries } = objectOf(whole);
  if (entries === void 0) return null;
  return Object.entries(objectOf(entries)).map(([name, runs]) => ({
    name,
    runs: listOf(runs).map(
      (run, i) => runOf(objectOf(run), `${file}: ${name}, run ${i + 1}`, goPackage)
    )
  }));
}
function runOf({ commit, date, tool, benches }, place, goPackage) {
  const time = new Date(numberOf(date));
  if (Number.isNaN(time.getTime())) {
    throw new InputError(`${place}: "date" is no time in milliseconds`);
  }
  const all = listOf(benches).map(objectOf);
  return {
    commit: textOf(objectOf(commit).id),
    time: time.toISOString(),
    benchmarks: tool === "go" ? goFile(all, goPackage) : jsonFile(all.map((record2) => toldValue(record2, tool)))
  };
}
function toldValue({ name, unit, value }, tool) {
  const named = textOf(name);
  const told = textOf(unit);
  switch (tool) {
    case "pytest":
      return { name: named, unit: "sec/op", values: [1 / numberOf(value)] };
    case "benchmarkjs":
      return { name: named, unit: "ops/s", values: [value] };
    case "jmh":
      return { name: withParameters(named), unit: told, values: [value] };
    case "customBiggerIsBetter":
    case "customSmallerIsBetter":
      return { name: named, unit: told || "value", values: [value] };
    default: {
      const time = /^([nuµm]?s)(?:\/iter)?$/.exec(told)?.[1];
      return { name: named, unit: time === void 0 ? told : `${time}/op`, values: [value] };
    }
  }
}
function withParameters(name) {
  const [, method = "", parameters = ""] = /^(.*?) \( (\{.*\}) \)$/.exec(name) ?? [];
  if (method === "") return name;
  try {
    const given = Object.entries(objectOf(JSON.parse(parameters)));
    return method + given.map(([key, value]) => `/${key}=${String(value)}`).join("");
  } catch {
    return name;
  }
}
function goFile(benches, goPackage) {
  const lines = [];
  let last = "";
  for (const { name, unit, value, extra } of benches) {
    const told = textOf(unit);
    const suffix = ` - ${told}`;
    const whole = textOf(name);
    const without = whole.endsWith(suffix) ? whole.slice(0, -suffix.length) : whole;
    const [, benchmark = without, named = goPackage] = /^(\S+) \(([^()]+)\)$/.exec(without) ?? [];
    if (named !== last) lines.push(`pkg: ${named}`);
    last = named;
    const procs = /^(\d+) procs$/m.exec(textOf(extra))?.[1];
    const full = procs === void 0 ? benchmark : `${benchmark}-${procs}`;
    lines.push(`${full} 1 ${String(value)} ${told}`);
  }
  return { file: "bench.txt", bytes: Buffer.from(`${lines.join("\n")}
`) };
}

// src/formats/histories/index.ts
function readHistory(input, goPackage = "") {
  const { file, bytes } = clean(input);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8").trim();
  const assigned = /^(?:window\.|const |var |let )?\w+\s*=\s*/.exec(text)?.[0].length ?? 0;
  let whole;
  try {
    whole = JSON.parse(text.slice(assigned).replace(/;\s*$/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `is no whole history: data.js of github-action-benchmark or the JSON of \`bencher perf\` was expected. ${reason}`,
      { file }
    );
  }
  const suites = readActionHistory(whole, file, goPackage) ?? readBencherHistory(whole);
  if (suites?.some(({ runs }) => runs.length > 0)) return suites;
  const what = suites === null ? "is no history that is read" : "holds no run";
  throw new InputError(
    `${what}: give data.js of github-action-benchmark (with \`entries\`) or the JSON of \`bencher perf\` (with \`results\`)`,
    { file }
  );
}

// src/entry/cli/import.ts
async function importCommand({ baseline = "", suite: named, package: goPackage }, files) {
  const inputs = await readFiles(files, "history");
  const suites = inputs.flatMap((input) => readHistory(input, goPackage));
  const suite = suiteOf(suites, named);
  const { stored, known, refused, lost } = await importSuite(
    suite,
    await storeAt(baseline),
    readOptions(resolveConfig({}))
  );
  const already = known === 0 ? "" : `, ${known} were there already`;
  const runs = stored === 1 ? "1 run" : `${stored} runs`;
  process.stdout.write(`${logLine(`stored ${runs} in ${baseline}${already}`)}
`);
  for (const value of lost) process.stderr.write(`${logLine(`not read: ${value}`)}
`);
  for (const reason of refused) process.stderr.write(`${logLine(`not stored: ${reason}`)}
`);
  return refused.length === 0 ? 0 : 2;
}
export {
  importCommand
};
