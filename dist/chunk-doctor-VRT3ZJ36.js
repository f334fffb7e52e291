import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  decide,
  mostReplayed
} from "./chunk-chunk-XHY6ZJI2.js";
import {
  storeAt
} from "./chunk-chunk-PP5JUWLM.js";
import {
  load
} from "./chunk-chunk-KBK62P4M.js";
import "./chunk-chunk-GCNZN3XQ.js";
import "./chunk-chunk-ESNXKPUY.js";
import "./chunk-chunk-TVEMZ2SQ.js";
import "./chunk-chunk-MOWUUCPE.js";
import {
  unlike
} from "./chunk-chunk-6BTFPR5G.js";
import "./chunk-chunk-GWC6IANW.js";
import "./chunk-chunk-2QTDWZHI.js";
import "./chunk-chunk-YTYFE7V5.js";
import "./chunk-chunk-XWVWMC43.js";
import "./chunk-chunk-EEPNWZZM.js";
import {
  configLayers,
  emit,
  inputsOf,
  measuredInputs,
  topHere
} from "./chunk-chunk-EAYZLJTF.js";
import "./chunk-chunk-JF3RMCPS.js";
import {
  readRun
} from "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import "./chunk-chunk-Q2ILLPB5.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import {
  require_dist
} from "./chunk-chunk-ER55XKFI.js";
import {
  gitIn,
  outsideGit
} from "./chunk-chunk-5PXQR5EY.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import {
  geometricMean,
  variance
} from "./chunk-chunk-PDMOKRKF.js";
import "./chunk-chunk-UIZSM77V.js";
import "./chunk-chunk-RL7XGZTW.js";
import {
  benchmarkNames
} from "./chunk-chunk-XDSCW632.js";
import {
  percent,
  plural,
  signed
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
import {
  seriesKey
} from "./chunk-chunk-ETXR6ESQ.js";
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
  UnreachableError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  __toESM,
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/doctor.ts
init_define_FLAMEGATE_PAGE();
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

// src/flow/doctor.ts
init_define_FLAMEGATE_PAGE();
async function examine(inputs, store, config, around) {
  const tables = readOptions(config);
  const head = inputs === null ? null : await readRun(inputs, tables);
  const everything = { ...config, match: [], baselineRuns: mostReplayed };
  const { name, runs, setAside, unread } = await load(store, null, everything, tables);
  if (unread) throw new UnreachableError(unread);
  return diagnosisOf({ name, runs, unusable: setAside, head, ...around }, config);
}
function diagnosisOf(item, config) {
  const { name, unusable, isShallow, jobs, runs } = item;
  const looked = item.head ?? runs[0] ?? null;
  const own = looked === null ? [] : runs.filter((run) => unlike(looked, run, config.match) === null);
  const base = item.head === null ? own.slice(1) : own;
  const verdict = looked === null ? null : decide(looked, base, config, name);
  const limits = (verdict?.comparisons ?? []).flatMap(
    (row) => row.gated && row.follows === null && row.limits !== null ? [row.limits.slower] : []
  );
  const found = {
    ...{ name, unusable, isShallow, jobs, threshold: config.threshold },
    machines: machinesOf(runs, looked, config),
    noise: noiseOf(own),
    sight: verdict?.sight ?? null,
    red: middle(limits.map((limit) => limit ?? Number.POSITIVE_INFINITY)),
    ...shapeOf(looked?.series ?? []),
    profiles: lengthsOf(looked),
    idle: (verdict?.warnings ?? []).filter(({ kind }) => kind === "policy").map(({ message }) => message)
  };
  return { ...found, advice: adviceOf(found, config.confirm) };
}
function machinesOf(runs, looked, { match }) {
  const groups = [];
  for (const run of runs) {
    const group = groups.find(
      ([first]) => first !== void 0 && unlike(first, run, match) === null
    );
    if (group === void 0) groups.push([run]);
    else group.push(run);
  }
  const nameOf = ({ environment: { cpu } }) => cpu ?? "a CPU that is not known";
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === void 0) return [];
    const twin = groups.find(
      ([other]) => other && other !== first && nameOf(other) === nameOf(first)
    )?.[0];
    const why = twin === void 0 ? "" : ` (${unlike(twin, first, match)})`;
    const isHere = looked !== null && unlike(looked, first, match) === null;
    return [{ name: `${nameOf(first)}${why}`, runs: group.length, isHere }];
  }).sort((a, b) => b.runs - a.runs);
}
var leastForNoise = 3;
function noiseOf(runs) {
  const logs = /* @__PURE__ */ new Map();
  for (const series of runs.flatMap((run) => run.series)) {
    const center = geometricMean(series.samples);
    if (!(center > 0) || series.exact) continue;
    const known = logs.get(seriesKey(series)) ?? { of: series, values: [] };
    known.values.push(Math.log(center));
    logs.set(seriesKey(series), known);
  }
  return [...logs.values()].filter(({ values }) => values.length >= leastForNoise && variance(values) > 0).map(({ of: { package: from, benchmark, unit }, values }) => ({
    ...{ package: from, benchmark, unit },
    between: Math.expm1(Math.sqrt(variance(values)))
  })).sort((a, b) => b.between - a.between);
}
function middle(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.floor(sorted.length / 2)];
  return value === void 0 || !Number.isFinite(value) ? null : value;
}
var shapeOf = (series) => ({
  benchmarks: new Set(series.map((item) => `${item.package}\0${item.benchmark}`)).size,
  passes: series.length === 0 ? 0 : Math.min(...series.map((item) => item.passes?.length ?? 1)),
  fewestSamples: series.length === 0 ? 0 : Math.min(...series.map((item) => item.samples.length))
});
var secondsIn = { nanoseconds: 1e9, microseconds: 1e6 };
function lengthsOf(run) {
  return (run?.tables ?? []).map(({ source, total, samples, sampleType }) => {
    const scale = secondsIn[sampleType.unit];
    return { file: source, samples, seconds: scale === void 0 ? null : total / scale };
  });
}
var enoughRuns = 5;
var enoughPasses = 3;
var enoughProfile = 200;
var measureHere = "let what looks slower be measured here, base and head in turn. `confirm: auto` does that for go test, pytest-benchmark, cargo and vitest, `run` for everything, also where no stored run fits (docs/recipes.md)";
function adviceOf(diagnosis, confirm) {
  const all = diagnosis.machines.reduce((sum, { runs }) => sum + runs, 0);
  const alike = diagnosis.machines.find(({ isHere }) => isHere)?.runs ?? 0;
  const poor = diagnosis.jobs.find(({ lacks }) => lacks.length > 0);
  const hasRun = confirm !== "never" && diagnosis.jobs.some((job) => job.hasRun);
  if (poor !== void 0) {
    return `${poor.file}: the job's permissions leave out ${poor.lacks.join(" and ")}: add ${poor.lacks.length === 1 ? "it" : "them"}, because a job that names some has no others.`;
  }
  if (diagnosis.isShallow) {
    return "The clone is shallow, and what is measured here needs both commits: `fetch-depth: 0` for actions/checkout.";
  }
  if (confirm === "never") return `Leave \`confirm: never\` out: ${measureHere}.`;
  if (all === 0 && !hasRun) {
    return `There is no stored run${diagnosis.unusable.length > 0 ? " that can be read" : ""}: let the default branch record one. Until then \`run\` measures base and head here (docs/recipes.md).`;
  }
  if (alike < enoughRuns && all >= enoughRuns && !hasRun) {
    return `Only ${alike} of ${plural(all, "stored run")} ${alike === 1 ? "is" : "are"} of this machine, and the others are set aside: ${measureHere}.`;
  }
  if ((diagnosis.red === null || diagnosis.red > diagnosis.threshold) && !hasRun && all > 0) {
    const from = diagnosis.red === null ? "never decide" : `decide from ${signed(diagnosis.red)} on (the middle benchmark)`;
    return `At a threshold of ${percent(diagnosis.threshold)} stored runs alone ${from}: ${measureHere}.`;
  }
  if (diagnosis.passes < enoughPasses && diagnosis.benchmarks > 0) {
    return `The suite was run in ${plural(diagnosis.passes, "process")}: run it in three, because one process that is slow as a whole is hardly ever slow three times.`;
  }
  const short = diagnosis.profiles.find(
    ({ samples }) => samples !== null && samples < enoughProfile
  );
  if (short !== void 0) {
    return `${short.file} has ${plural(short.samples ?? 0, "sample")}: measure for longer (-benchtime), because a function needs some of its own.`;
  }
  return diagnosis.idle[0] ?? null;
}

// src/recipe/reading.ts
init_define_FLAMEGATE_PAGE();
var import_yaml = __toESM(require_dist(), 1);
var needed = { contents: "read", actions: "read", "pull-requests": "write" };
function gateJobs(file, text) {
  const workflow = parsed(text);
  return Object.values(workflow?.jobs ?? {}).flatMap((job) => {
    const steps = Array.isArray(job?.steps) ? job.steps : [];
    const step = steps.find((item) => /(?:^|\/)flamegate@/.test(String(item?.uses ?? "")));
    if (step === void 0 || step.with?.mode === "comment") return [];
    const permissions = job?.permissions ?? workflow?.permissions;
    return [{ file, hasRun: Boolean(step.with?.run), lacks: lacking(permissions) }];
  });
}
function parsed(text) {
  try {
    const value = (0, import_yaml.parse)(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
function lacking(permissions) {
  if (permissions === void 0 || permissions === "write-all") return [];
  const given = permissions === "read-all" ? { contents: "read", actions: "read" } : permissions;
  const record = given ?? {};
  return Object.entries(needed).flatMap(
    ([name, right]) => record[name] === right || record[name] === "write" ? [] : [`${name}: ${right}`]
  );
}

// src/report/doctortext.ts
init_define_FLAMEGATE_PAGE();
var noisiest = 5;
function doctorText(diagnosis) {
  const sections = [
    [diagnosis.advice ?? "Nothing would help much: this gate can decide."],
    storedRuns(diagnosis),
    seen(diagnosis),
    noise(diagnosis),
    thisRun(diagnosis),
    workflows(diagnosis),
    diagnosis.idle.map((each) => `Unused: ${each}`)
  ];
  const lines = sections.filter((each) => each.length > 0).flatMap((each) => ["", ...each]);
  return `${lines.slice(1).map((line) => logLine(line, 2e3)).join("\n")}
`;
}
function storedRuns({ machines, unusable, name }) {
  const all = machines.reduce((sum, { runs }) => sum + runs, 0);
  const shares = machines.map(
    ({ name: machine, runs, isHere }) => `  ${Math.round(100 * runs / all)} % (${runs}) are ${machine}${isHere ? ", the machine that is looked at" : ""}`
  );
  return [
    `${plural(all, "stored run")} of ${name}${all === 0 ? "." : ":"}`,
    ...shares,
    ...unusable.map(({ commit, reason }) => `  set aside: ${commit.slice(0, 12)}: ${reason}`)
  ];
}
function seen({ sight, red, threshold }) {
  if (sight === null || !Number.isFinite(sight.most)) return [];
  const decide2 = red === null ? "never decide" : `decide from ${signed(red)} on`;
  return [
    `With a threshold of ${percent(threshold)}, stored runs alone make ${signed(sight.half)} a suspect in half of the benchmarks, ${signed(sight.most)} in nine of ten, and ${decide2}.`,
    `Base and head measured here (\`run\`) decide ${signed(threshold)}.`
  ];
}
function noise({ noise: rows }) {
  if (rows.length === 0) return [];
  const names = benchmarkNames(rows);
  const left = rows.length - noisiest;
  return [
    "Between runs of this machine they differ by (standard deviation):",
    ...rows.slice(0, noisiest).map((row) => `  ${percent(row.between)} ${names(row)} ${row.unit}`),
    ...left > 0 ? [`  and ${left} less, by ${percent(rows.at(-1)?.between ?? 0)} at the least`] : []
  ];
}
function thisRun({ benchmarks, passes, fewestSamples, profiles, isShallow }) {
  const length = ({ seconds, samples }) => [
    ...seconds === null ? [] : [`${seconds.toPrecision(3)} s`],
    ...samples === null ? [] : [plural(samples, "sample")]
  ].join(", ");
  return [
    ...benchmarks === 0 ? [] : [
      `This run: ${plural(benchmarks, "benchmark")} in ${passes === 1 ? "one process" : `${passes} processes`}, ${fewestSamples} or more samples of each.`
    ],
    ...profiles.map((profileLength) => `  ${profileLength.file}: ${length(profileLength)}`),
    ...isShallow ? ["The clone is shallow."] : []
  ];
}
function workflows({ jobs }) {
  return jobs.map(({ file, hasRun, lacks }) => {
    const run = hasRun ? "with `run`" : "without `run`: what looks slower is measured where `confirm: auto` knows the tool";
    return `${file}: ${run}${lacks.length === 0 ? "" : `; lacks ${lacks.join(", ")}`}`;
  });
}

// src/entry/cli/doctor.ts
async function doctorCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  const isGiven = flags.benchmarks !== void 0 || flags.profiles !== void 0;
  const inputs = isGiven ? await measuredInputs(flags, config) : null;
  const git = gitIn(process.cwd(), outsideGit(process.env));
  const isShallow = await git.attempt(["rev-parse", "--is-shallow-repository"]) === "true";
  const store = await storeAt(flags.baseline ?? "");
  const found = await examine(inputs, store, config, { isShallow, jobs: await jobsHere() });
  await emit(flags, doctorText(found), inputsOf(inputs));
  return 0;
}
var workflows2 = ".github/workflows";
async function jobsHere() {
  const top = topHere() ?? process.cwd();
  const names = await readdir(join(top, workflows2)).catch(() => []);
  const jobs = [];
  for (const name of names.filter((item) => /\.ya?ml$/.test(item)).sort()) {
    const text = await readFile(join(top, workflows2, name), "utf8").catch(() => "");
    jobs.push(...gateJobs(`${workflows2}/${name}`, text));
  }
  return jobs;
}
export {
  doctorCommand
};
