import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  baseCommit,
  baseName,
  headCommit,
  isImplied,
  namedCommit
} from "./chunk-chunk-RYOAGPCB.js";
import {
  failureOf,
  lastLines,
  lastLinesOf,
  runCommand
} from "./chunk-chunk-MCH7A6PU.js";
import {
  unfilled
} from "./chunk-chunk-XWVWMC43.js";
import {
  tUpperQuantile
} from "./chunk-chunk-EEPNWZZM.js";
import {
  readRun,
  redactFiles,
  seenFrom
} from "./chunk-chunk-CAWJPCAF.js";
import {
  formatOf,
  isEmpty,
  readBenchmarks,
  refuseUnread,
  unreadTool
} from "./chunk-chunk-J35JVOHR.js";
import {
  everything,
  filterFor,
  goFilter,
  plainFilter
} from "./chunk-chunk-UKHN3BIT.js";
import {
  endAllGroups,
  endGroup,
  gitIn,
  outsideGit,
  ownGroup,
  stopGroup,
  unfetchedObject
} from "./chunk-chunk-5PXQR5EY.js";
import {
  instructionsUnit,
  mostSpread
} from "./chunk-chunk-UIZSM77V.js";
import {
  counted,
  duration,
  percent,
  plural,
  signed
} from "./chunk-chunk-4ESYGOAJ.js";
import {
  isTimed
} from "./chunk-chunk-IV5T3H63.js";
import {
  foreignReader
} from "./chunk-chunk-K37PVB3B.js";
import {
  readCallgrind
} from "./chunk-chunk-US4ZJAWX.js";
import {
  benchmarkKey,
  seriesKey
} from "./chunk-chunk-ETXR6ESQ.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/source/rounds/machine.ts
init_define_FLAMEGATE_PAGE();
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { delimiter, join } from "node:path";
var ticksPerSecond = 100;
function lookAtMachine(pinned) {
  const numbers = cpuFolders().map((name) => join("/sys/devices/system/cpu", name));
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown CPU",
    ticks: readTicks(read("/proc/stat"), pinned),
    waited: readWaited(read("/proc/pressure/cpu")),
    load: loadavg()[0] ?? 0,
    frequencies: numbers.flatMap((cpu) => number(read(join(cpu, "cpufreq/scaling_cur_freq")))),
    throttled: numbers.flatMap((cpu) => number(read(join(cpu, "thermal_throttle/core_throttle_count")))).reduce((sum, count) => sum + count, 0)
  };
}
function readTicks(stat5, pinned) {
  const name = pinned === null ? "cpu" : `cpu${pinned}`;
  const line = stat5.split("\n").find((text2) => text2.split(/\s+/, 1)[0] === name);
  const columns = line?.trim().split(/\s+/).slice(1, 9).map(Number) ?? [];
  const [, , , idle = 0, iowait = 0, , , steal] = columns;
  if (steal === void 0 || columns.some((value) => !Number.isFinite(value))) return null;
  return { steal, idle: idle + iowait, all: columns.reduce((sum, value) => sum + value, 0) };
}
function readWaited(pressure) {
  const total = /^some .*\btotal=(\d+)/m.exec(pressure)?.[1];
  return total === void 0 ? null : Number(total) / 1e6;
}
function secondsOfGroups(groups, proc = "/proc") {
  if (groups.length === 0) return 0;
  let ticks = 0;
  for (const entry of existsSync(proc) ? readdirSync(proc) : []) {
    if (!/^\d+$/.test(entry)) continue;
    const stat5 = read(join(proc, entry, "stat"));
    const fields = stat5.slice(stat5.lastIndexOf(")") + 2).split(" ");
    if (!groups.includes(Number(fields[2]))) continue;
    ticks += fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  }
  return ticks / ticksPerSecond;
}
var muchWaiting = 0.1;
function otherWork(before, after, ownSeconds, cpus2) {
  if (before.ticks === null || after.ticks === null) return null;
  if (before.waited === null || after.waited === null || !Number.isFinite(ownSeconds)) return null;
  const item = (what) => ((after.ticks?.[what] ?? 0) - (before.ticks?.[what] ?? 0)) / ticksPerSecond;
  const all = item("all");
  if (all <= 0 || after.waited - before.waited < muchWaiting * all / cpus2) return 0;
  const other2 = all - item("idle") - item("steal") - ownSeconds;
  return other2 < 0.1 ? 0 : other2 / all;
}
function stolen(before, after) {
  if (before.ticks === null || after.ticks === null) return null;
  const steal = after.ticks.steal - before.ticks.steal;
  const all = after.ticks.all - before.ticks.all;
  return steal < ticksPerSecond / 10 || all <= 0 ? 0 : steal / all;
}
function machineReport(looks, { pinned, ...item }) {
  const count = availableParallelism();
  const models = [...new Set(looks.map((look) => look.cpu))];
  const cpu = models[0] ?? "unknown CPU";
  const where = pinned === null ? "" : `, everything on CPU ${pinned}`;
  const sentences = [`measured on ${cpu}, ${count} CPU${count === 1 ? "" : "s"}${where}`];
  if (models.length > 1) {
    sentences.push(`the CPU changed while measuring: ${models.join(", then ")}`);
  }
  if (item.always !== null) sentences.push(takenAway(item.always));
  if (item.always?.by !== "host" && item.steal !== null && item.steal >= 0.01) {
    sentences.push(
      `the host took up to ${percent2(item.steal)} of the CPU time during a run (steal)`
    );
  }
  if (item.repeated > 0) {
    const rounds2 = item.repeated === 1 ? "round was" : "rounds were";
    sentences.push(`${item.repeated} disturbed ${rounds2} thrown away and measured again`);
  }
  const loads = looks.map((look) => look.load);
  const [least, most2] = [Math.min(...loads), Math.max(...loads)];
  if (most2 > count && item.always === null) {
    sentences.push(
      `load average ${least.toFixed(1)} to ${most2.toFixed(1)} on ${count} CPUs: other programs were running`
    );
  }
  return {
    cpu,
    cpus: count,
    pinned,
    steal: item.steal,
    repeated: item.repeated,
    taken: item.always,
    sentences: [...sentences, ...clock(looks)]
  };
}
function takenAway({ by, share }) {
  return by === "other" ? `other work took ${percent2(share)} of this machine's CPU during the measurement, in most rounds: stop programs that are not part of the benchmark` : `the host took ${percent2(share)} of the CPU time during the measurement, in most rounds (steal): another machine can detect smaller changes`;
}
var steadyClock = 0.1;
function clock(looks) {
  const rates = looks.map((look) => Math.max(...look.frequencies)).filter(Number.isFinite);
  const [slow, fast] = [Math.min(...rates), Math.max(...rates)];
  const throttled = (looks.at(-1)?.throttled ?? 0) - (looks[0]?.throttled ?? 0);
  return [
    ...rates.length > 0 && slow < fast * (1 - steadyClock) ? [`the clock went from ${ghz(slow)} to ${ghz(fast)} GHz between runs`] : [],
    ...throttled > 0 ? [`the CPU was throttled by heat ${throttled} times`] : []
  ];
}
function cpuToPin(env) {
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(read("/proc/self/status"))?.[1];
  if (list === void 0) throw new InputError("pin works on Linux only: leave it out here");
  const allowed = cpuList(list);
  const last = allowed.at(-1);
  if (last === void 0 || allowed.length < 2) {
    throw new InputError("pin needs two or more CPUs, here is one: leave it out");
  }
  if (!(env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "taskset")))) {
    throw new InputError("pin needs taskset (package util-linux), which is not in PATH");
  }
  return last;
}
function environmentHere() {
  const cpu = cpus()[0]?.model.trim();
  return {
    goos: systems[process.platform] ?? process.platform,
    goarch: architectures[process.arch] ?? process.arch,
    ...cpu === void 0 ? {} : { cpu }
  };
}
var systems = { win32: "windows", sunos: "solaris" };
var architectures = { x64: "amd64", ia32: "386" };
function cpuList(text2) {
  return [...text2.matchAll(/(\d+)(?:-(\d+))?/g)].flatMap(([, from = "", to = from]) => {
    const length = Math.max(0, Number(to) - Number(from) + 1);
    return Array.from({ length }, (_, i) => Number(from) + i);
  });
}
function cpuFolders() {
  return cpuList(read("/sys/devices/system/cpu/online").trim()).map((n) => `cpu${n}`);
}
function read(file2) {
  try {
    return readFileSync(file2, "utf8");
  } catch {
    return "";
  }
}
var number = (text2) => /^\d+\s*$/.test(text2) ? [Number(text2)] : [];
var ghz = (khz) => (khz / 1e6).toFixed(2);
var percent2 = (share) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

// src/flow/counting.ts
init_define_FLAMEGATE_PAGE();

// src/compare/counts/compare.ts
init_define_FLAMEGATE_PAGE();

// src/compare/counts/tolerance.ts
init_define_FLAMEGATE_PAGE();
var leastTolerance = 1e-3;
var mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
var enoughToLeaveOut = 5;
function kept(runs) {
  if (runs.length < enoughToLeaveOut) return runs;
  const middle = runs.toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  const away = runs.map((value) => Math.abs(value - middle));
  const odd = away.indexOf(Math.max(...away));
  return runs.filter((_, i) => i !== odd);
}
var widening = (runs) => runs < enoughToLeaveOut ? 1 : 1 + 3.6 / runs;
var centre = (runs) => mean(kept(runs));
function spreadOf(base, head) {
  if (base.length < 2 || head.length < 2) return null;
  const [one, other2] = [base, head].map((all) => {
    const runs = kept(all);
    return (Math.max(...runs) - Math.min(...runs)) / Math.abs(mean(runs));
  });
  return Math.max(one ?? 0, other2 ?? 0);
}
function errorOf(base, head) {
  const sides = [kept(base), kept(head)];
  const df = sides.reduce((sum, runs) => sum + runs.length - 1, 0);
  const squares = sides.flatMap((runs) => runs.map((value) => (value / mean(runs) - 1) ** 2));
  const variance = squares.reduce((sum, value) => sum + value, 0) / df;
  const parts2 = sides.reduce((sum, runs) => sum + 1 / runs.length, 0);
  return { df, error: Math.sqrt(variance * parts2) * widening(Math.min(base.length, head.length)) };
}
function toleranceOf(base, head, rate) {
  if (base.length < 2 || head.length < 2) return null;
  const { df, error } = errorOf(base, head);
  return Math.max(leastTolerance, tUpperQuantile(rate, df) * error);
}
function boundsOf(base, head) {
  const { df, error } = errorOf(base, head);
  const ratio = centre(head) / centre(base);
  const reach = (p) => tUpperQuantile(p, df) * error * ratio;
  return {
    ci: [ratio - 1 - reach(0.025), ratio - 1 + reach(0.025)],
    worst: ratio - 1 + reach(0.05)
  };
}

// src/compare/counts/compare.ts
function countedRow(item, threshold) {
  const side = (runs) => runs.length === 0 ? null : { center: centre(runs), n: runs.length, runs: runs.length };
  const [base, head] = [side(item.base), side(item.head)];
  const { package: from, benchmark, tolerance, spread, unit = instructionsUnit } = item;
  const row = {
    ...{ package: from, benchmark, unit, better: "lower" },
    ...unfilled,
    ...{ base, head }
  };
  if (base === null || head === null || tolerance === null || spread === null) return row;
  const delta = head.center / base.center - 1;
  return {
    ...row,
    delta,
    own: delta,
    ...boundsOf(item.base, item.head),
    // As for a metric that never varies: changed for sure, or not.
    p: Math.abs(delta) > tolerance ? 0 : 1,
    test: "counted",
    detectable: Math.max(tolerance, threshold),
    spread
  };
}
function metricRow(benchmark, metric, threshold) {
  const row = countedRow({ ...benchmark, ...metric }, threshold);
  const isSome = [row.base, row.head].every((side) => side === null || side.center > 0);
  if (isSome) return row;
  const nothing2 = { delta: null, own: null, ci: null, worst: null, p: null, detectable: null };
  return { ...row, ...nothing2, better: "unknown", spread: 0 };
}

// src/formats/profiles/callgrind/self.ts
init_define_FLAMEGATE_PAGE();
function callgrindSelf({ bytes, file: file2 }) {
  const profile = readCallgrind(bytes, file2);
  const at = profile.events.findIndex(({ name }) => name === "Ir");
  const events = Object.fromEntries(
    profile.events.map(({ name }, i) => [name, profile.totals[i] ?? 0])
  );
  const lines = profile.functions.map(() => /* @__PURE__ */ new Map());
  for (const { function: index, file: text2, line, self } of profile.lines) {
    const own = text2 === profile.functions[index]?.file ? line : 0;
    const counts = lines[index];
    counts?.set(own, (counts.get(own) ?? 0) + (self[at] ?? 0));
  }
  const nameOf = (f) => (profile.functions[f]?.name ?? "").replace(/'\d+$/, "");
  const calls = profile.functions.map(
    () => /* @__PURE__ */ new Map()
  );
  for (const { caller, callee, calls: times, inclusive } of profile.calls) {
    const map = calls[caller];
    const name = nameOf(callee);
    const known = map?.get(name) ?? { times: 0, instructions: 0 };
    known.times += times;
    known.instructions += inclusive[at] ?? 0;
    map?.set(name, known);
  }
  const functions = profile.functions.map(({ file: text2 }, i) => ({
    name: nameOf(i),
    file: text2 === "???" ? "" : text2,
    lines: lines[i] ?? /* @__PURE__ */ new Map(),
    calls: calls[i] ?? /* @__PURE__ */ new Map()
  }));
  return { events, functions };
}

// src/source/counts/counter.ts
init_define_FLAMEGATE_PAGE();
var wantedPart = "flamegate";
var install = "sudo apt-get install valgrind";
async function chooseCounter(kinds, ask) {
  for (const kind of kinds) {
    const counter = await kind(ask);
    if (counter !== null) return counter;
  }
  throw new InputError(
    `instructions cannot be counted here: this machine does not let perf read its counters, and there is no valgrind; install it: ${install}`
  );
}

// src/source/counts/perf.ts
init_define_FLAMEGATE_PAGE();
var instructions = "instructions:u";
var eventsOf = {
  branches: ["branches:u", "branch-misses:u"],
  cache: ["cache-misses:u"],
  cycles: null
};
var file = "perf.csv";
var perfHere = (kinds = []) => async (ask) => {
  const more = kinds.map((kind) => eventsOf[kind]);
  return more.includes(null) ? null : here(ask, [instructions, ...more.flatMap((texts) => texts ?? [])]);
};
async function here(ask, events) {
  const stat5 = (...place2) => ["stat", "-x", ",", "-e", events.join(","), ...place2, "--"];
  const tried = await ask("perf", [...stat5("--log-fd", "1"), "true"]);
  if (tried === null || events.some((event) => countIn(tried, event) === null)) return null;
  const version = (await ask("perf", ["--version"]))?.trim() ?? "perf";
  const fixed = await ask("setarch", ["-R", "true"]) === null ? [] : ["setarch", "-R"];
  return {
    name: version.replace(/^perf version /, "perf "),
    wrap: (directory) => [...fixed, "perf", ...stat5("-o", `${directory}/${file}`)],
    read: (files) => readPerf(files, events)
  };
}
function readPerf(files, wanted2) {
  const found = files.filter((inputFile) => inputFile.file.endsWith(`/${file}`));
  const text2 = found.map(({ bytes }) => Buffer.from(bytes).toString("utf8")).join("\n");
  const events = {};
  for (const event of wanted2) {
    const count = countIn(text2, event);
    if (count === null) {
      const name = event.replace(":u", "");
      throw new InputError(`perf stat left no count of ${name}: was something else counting?`);
    }
    events[event] = count;
  }
  return { instructions: events[instructions] ?? 0, events, profile: null };
}
function countIn(text2, event) {
  const lines = text2.split("\n").map((line) => line.split(","));
  const named2 = event.replace(":u", "");
  const counts = lines.filter(
    ([, , name = ""]) => [`${named2}:u`, `${named2}/u`].some((item) => name.replace(/^\w+\//, "").startsWith(item))
  );
  let sum = 0;
  for (const [value = "", , , , share = "100.00"] of counts) {
    if (value === "<not counted>" && counts.length > 1) continue;
    if (!/^\d+$/.test(value) || Number(share) < 100) return null;
    sum += Number(value);
  }
  const isRead = counts.some(([value = ""]) => /^\d+$/.test(value));
  return sum > 0 || isRead && event !== instructions ? sum : null;
}

// src/source/counts/valgrind.ts
init_define_FLAMEGATE_PAGE();
var prefix = "callgrind.out.";
var callgrindHere = (readOne, events = []) => (ask) => here2(ask, readOne, events);
async function here2(ask, readOne, events) {
  const isAsked = (...kinds) => kinds.some((kind) => events.includes(kind));
  const simulated = [
    ...isAsked("branches", "cycles") ? ["--branch-sim=yes"] : [],
    ...isAsked("cache", "cycles") ? ["--cache-sim=yes"] : []
  ];
  const tried = await ask("valgrind", [...tool, "--callgrind-out-file=/dev/null", "true"]);
  const version = tried === null ? null : await ask("valgrind", ["--version"]);
  if (version === null) return null;
  return {
    name: `${version.trim()} (callgrind)`,
    wrap: (directory) => [
      "valgrind",
      ...tool,
      ...pythonEnds.map((word3) => `--dump-before=${word3}`),
      ...simulated,
      // A file for each process.
      `--callgrind-out-file=${directory}/${prefix}%p`
    ],
    read: (files) => readAll(files, readOne)
  };
}
var tool = ["--tool=callgrind", "--quiet", "--trace-children=yes", "--vgdb=no"];
var pythonEnds = ["Py_FinalizeEx", "PyGC_Collect"];
var wanted = `Client Request: ${wantedPart}`;
function wantedOf(files) {
  const parts2 = files.map((input) => ({ ...partOf(input), input }));
  return parts2.flatMap(({ process: process2, number: number2, why, input }) => {
    const own = parts2.filter((item) => item.process === process2);
    if (own.some((item) => item.why === wanted)) return why === wanted ? [input] : [];
    const before = own.filter((item) => item.number < number2).toSorted((a, b) => a.number - b.number);
    const [ends, apart] = pythonEnds.map((word3) => `--dump-before=${word3}`);
    const isApart = before.some((item) => item.why === ends) && before.at(-1)?.why === apart;
    return isApart && number2 === Number.POSITIVE_INFINITY ? [] : [input];
  });
}
function partOf({ file: file2, bytes }) {
  const [, process2 = file2, number2] = /^(.*callgrind\.out\.\d+)(?:\.(\d+))?$/.exec(file2) ?? [];
  const [, why = ""] = /^desc: Trigger: (.*)$/m.exec(headOf(bytes)) ?? [];
  return { process: process2, number: number2 === void 0 ? Number.POSITIVE_INFINITY : Number(number2), why };
}
function headOf(bytes) {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return all.toString("utf8", 0, Math.max(0, all.indexOf("\nevents:")));
}
function readAll(files, readOne) {
  const all = files.filter((file2) => file2.file.split("/").at(-1)?.startsWith(prefix));
  if (all.length === 0) throw new InputError("callgrind left no count: did the command run?");
  const found = wantedOf(all);
  const events = {};
  const profile = [];
  for (const input of found) {
    if (input.bytes.length === 0) {
      throw new InputError(
        "a process left no count: it was killed, or still ran when the command had ended"
      );
    }
    const one = readOne(input);
    for (const [name, count] of Object.entries(one.events)) {
      events[name] = (events[name] ?? 0) + count;
    }
    profile.push(...one.functions);
  }
  const { Ir: instructions2 } = events;
  if (instructions2 === void 0) {
    throw new InputError("callgrind counted no instructions (Ir): is there a .valgrindrc?");
  }
  return { instructions: instructions2, events, profile };
}

// src/source/rounds/bench.ts
init_define_FLAMEGATE_PAGE();
import { randomInt } from "node:crypto";
import { availableParallelism as availableParallelism2 } from "node:os";

// src/source/rounds/apart/index.ts
init_define_FLAMEGATE_PAGE();
import { realpath as realpath3 } from "node:fs/promises";
import { join as join7 } from "node:path";

// src/source/rounds/presets/place.ts
init_define_FLAMEGATE_PAGE();
import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { delimiter as delimiter2, join as join2, sep } from "node:path";

// src/source/rounds/presets/shell.ts
init_define_FLAMEGATE_PAGE();
var plain = /^[A-Za-z0-9_@%+=:,./][A-Za-z0-9_@%+=:,./-]*$/;
var unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
var isQuotable = (text2) => text2 !== "" && !unseen.test(text2);
function quoted(text2) {
  if (!isQuotable(text2)) throw new TypeError(`not a word of a command: ${JSON.stringify(text2)}`);
  return plain.test(text2) ? text2 : `'${text2.replaceAll("'", "'\\''")}'`;
}
var quotedScript = (script) => `'${script.replaceAll("'", "'\\''")}'`;
var word = (text2) => /^[A-Za-z0-9_@%+=:,./-]+$/.test(text2) ? text2 : quotedScript(text2);
var programName = /^[A-Za-z0-9_.+/][A-Za-z0-9_.+/-]*$/;
var reserved = new Set(
  "if then else elif fi do done case esac while until for in select function time coproc".split(
    " "
  )
);
function commandOf(words) {
  const [program = "", ...rest] = words;
  const first = programName.test(program) && !reserved.has(program) ? program : quotedScript(program);
  return [first, ...rest.map(word)].join(" ");
}
function isInside(path) {
  const steps = path.split("/");
  return isQuotable(path) && steps.every((step2) => step2 !== "" && step2 !== "." && step2 !== "..");
}
var inDirectory = (directory, commands) => directory === "" ? `(${commands})` : `(cd ./${quoted(directory)} && ${commands})`;

// src/source/rounds/presets/place.ts
var mostFiles = 1e3;
var readLimit = 2 ** 20;
var answerLimit = 64 * 2 ** 20;
var answerSeconds = 60;
var asIs = { RUSTUP_AUTO_INSTALL: "0", GOTOOLCHAIN: "local" };
async function checkoutAt(options) {
  const env = outsideGit(options.env);
  const { signal } = options;
  const top = await gitIn(options.directory, env, signal).attempt(["rev-parse", "--show-toplevel"]);
  const prefix2 = await gitIn(options.directory, env).attempt(["rev-parse", "--show-prefix"]);
  if (top === null || !isQuotable(top) || prefix2 === null) return null;
  const git = gitIn(top, env, signal);
  return {
    top,
    directory: prefix2.replace(/\/$/, ""),
    env,
    named: (name) => filesNamed(git, name),
    isTracked: async (file2) => await git.attempt(["ls-files", "--error-unmatch", "--", `:(literal)${file2}`]) !== null,
    read: (file2) => smallFile(top, file2),
    isDirectory: async (path) => (await inside(top, path))?.isDirectory() ?? false,
    linksOut: (directory) => linkOut(top, directory),
    program: (name) => programIn(env, name),
    ask: (program, args, directory) => answer(program, args, { cwd: join2(top, directory), env, signal })
  };
}
async function filesNamed(git, name) {
  const which = ["--cached", "--others", "--exclude-standard", "--deduplicate"];
  const patterns = [`:(literal)${name}`, `:(glob)**/${globbed(name)}`];
  const listed2 = await git.attempt(["ls-files", "-z", ...which, "--", ...patterns]);
  return (listed2 ?? "").split("\0").filter(Boolean).slice(0, mostFiles);
}
var globbed = (name) => name.replace(/[\\*?[\]]/g, "\\$&");
async function inside(top, path) {
  const [real, root] = await Promise.all([
    realpath(join2(top, path)).catch(() => null),
    realpath(top)
  ]);
  if (real === null || real !== root && !real.startsWith(`${root}${sep}`)) return null;
  return stat(real).catch(() => null);
}
async function smallFile(top, file2) {
  const info = await inside(top, file2);
  if (info === null || !info.isFile() || info.size > readLimit) return null;
  return readFile(join2(top, file2), "utf8").catch(() => null);
}
async function linkOut(top, directory) {
  const [root, own] = await Promise.all([
    realpath(top),
    realpath(join2(top, directory)).catch(() => null)
  ]);
  const within = (path, text2) => path.startsWith(`${text2}${sep}`);
  if (own === null) return null;
  for (const entry of await readdir(own, { withFileTypes: true })) {
    const path = join2(own, entry.name);
    const isScope = entry.isDirectory() && entry.name.startsWith("@");
    const inScope = isScope ? await readdir(path) : [];
    for (const each2 of isScope ? inScope.map((name) => join2(path, name)) : [path]) {
      const real = await realpath(each2).catch(() => null);
      if (real !== null && within(real, root) && !within(real, own)) {
        return `${directory}/${each2.slice(own.length + 1)}`;
      }
    }
  }
  return null;
}
function programIn(env, name) {
  const directories = (env.PATH ?? "").split(delimiter2).filter(Boolean);
  return directories.map((text2) => join2(text2, name)).find(isProgram) ?? null;
}
function isProgram(file2) {
  try {
    accessSync(file2, constants.X_OK);
    return statSync(file2).isFile();
  } catch {
    return false;
  }
}
function answer(program, args, { cwd, env, signal }) {
  return new Promise((resolve4) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...env, ...asIs },
      stdio: ["ignore", "pipe", "ignore"],
      ...ownGroup
    });
    const pieces = [];
    let size = 0;
    const stop = () => {
      if (child.pid !== void 0) void stopGroup(child.pid);
    };
    const limit = setTimeout(stop, answerSeconds * 1e3);
    signal?.addEventListener("abort", stop);
    child.stdout.on("data", (piece2) => {
      size += piece2.length;
      if (size > answerLimit) stop();
      else pieces.push(piece2);
    });
    const end = (text2) => {
      clearTimeout(limit);
      signal?.removeEventListener("abort", stop);
      resolve4(text2);
    };
    child.once("error", () => end(null));
    child.once(
      "close",
      (status) => end(status === 0 && size <= answerLimit ? Buffer.concat(pieces).toString("utf8") : null)
    );
  });
}

// src/source/rounds/apart/caches.ts
init_define_FLAMEGATE_PAGE();
import { readFile as readFile2 } from "node:fs/promises";
import { dirname as dirname2, join as join3, resolve } from "node:path";

// src/source/rounds/apart/sides.ts
init_define_FLAMEGATE_PAGE();
import { dirname, sep as sep2 } from "node:path";
var names = ["base", "head"];
var other = (name) => name === "base" ? "head" : "base";
var beside = (place2) => dirname(place2.bin);
var isBelow = (path, directory) => path === directory || path.startsWith(`${directory}${sep2}`);

// src/source/rounds/apart/caches.ts
async function ownCaches(sides) {
  refuseNamed(sides.commands);
  const shared = /* @__PURE__ */ new Map();
  for (const name of names) {
    for (const [variable, directory] of await outside(sides.places[name], sides.env)) {
      shared.set(variable, /* @__PURE__ */ new Set([...shared.get(variable) ?? [], directory]));
    }
  }
  const directories = [...new Set([...shared.values()].flatMap((set) => [...set]))];
  const named2 = directories.find((directory) => isNamed(directory, sides.commands));
  if (named2 !== void 0) {
    throw new InputError(
      `the commands name ${named2}, cargo's target directory, which both sides would share: write $CARGO_TARGET_DIR, which each side has of its own`
    );
  }
  const own = (place2) => Object.fromEntries([...shared.keys()].map((text2) => [text2, join3(beside(place2), "target")]));
  return {
    env: { base: own(sides.places.base), head: own(sides.places.head) },
    shared: directories
  };
}
var isNamed = (directory, commands) => commands.split(directory).slice(1).some((after, i) => {
  const before = commands.split(directory)[i] ?? "";
  return /(?:^|[\s"'=:(])$/.test(before) && /^(?:$|[\s"'/;:&|)])/.test(after);
});
function refuseNamed(commands) {
  const named2 = /(?:CARGO_(?:BUILD_)?TARGET_DIR=|--target-dir[= ])["']?([^\s"';&|]+)/g;
  for (const [, directory = ""] of commands.matchAll(named2)) {
    const isOwn = /^\$(?:\{?(?:PWD|CARGO_TARGET_DIR)\b|\(pwd\))/.test(directory) || /\$\{?FLAMEGATE_(?:BIN|SIDE)\b/.test(directory);
    if (isOwn || !/^[/~$]|(?:^|\/)\.\.(?:\/|$)/.test(directory)) continue;
    throw new InputError(
      `the commands set cargo's target directory to ${directory}, which both sides would share: leave it out, or write $FLAMEGATE_BIN/target`
    );
  }
}
var settings = {
  "target-dir": "CARGO_TARGET_DIR",
  "build-dir": "CARGO_BUILD_BUILD_DIR"
};
async function outside(place2, env) {
  const found = /* @__PURE__ */ new Map();
  const add2 = (variable, directory) => {
    if (!isBelow(directory, place2.tree)) found.set(variable, directory);
  };
  for (const [file2, home] of configurations(place2, env)) {
    const text2 = await readFile2(file2, "utf8").catch(() => "");
    for (const [key, value] of directoriesIn(text2)) {
      if (!value.includes("{workspace-")) add2(settings[key], resolve(home, value));
    }
  }
  for (const variable of ["CARGO_BUILD_BUILD_DIR", "CARGO_BUILD_TARGET_DIR", "CARGO_TARGET_DIR"]) {
    const value = env[variable] ?? "";
    if (value !== "" && !value.includes("{workspace-"))
      add2(variable, resolve(place2.directory, value));
  }
  return found;
}
function configurations({ tree, directory }, env) {
  const home = env.CARGO_HOME || join3(env.HOME ?? "/", ".cargo");
  const folders2 = [home];
  for (let at = directory; isBelow(at, tree); at = dirname2(at)) folders2.push(join3(at, ".cargo"));
  return folders2.flatMap(
    (folder) => ["config", "config.toml"].map((name) => [
      join3(folder, name),
      dirname2(folder)
    ])
  );
}
function directoriesIn(toml) {
  let table = "";
  return toml.split("\n").flatMap((line) => {
    const [, header] = /^\s*\[([^\]]+)\]/.exec(line) ?? [];
    if (header !== void 0) table = header.trim();
    const [, prefix2 = "", key, value] = /^\s*(build\s*\.\s*|build\s*=\s*\{.*?)?(target-dir|build-dir)\s*=\s*["']([^"']+)["']/.exec(
      line
    ) ?? [];
    if (value === void 0 || prefix2 === "" !== (table === "build")) return [];
    return [[key, value]];
  });
}
function sloppyCaches(env) {
  if (env.CCACHE_DISABLE !== void 0) return [];
  const sloppy = (env.CCACHE_SLOPPINESS ?? "").split(/[\s,]+/).filter(Boolean);
  const byDate = sloppy.find((text2) => text2.startsWith("file_stat_matches"));
  if (byDate !== void 0) {
    const message = `CCACHE_SLOPPINESS has ${byDate}: ccache takes files of one size and date for the same, and may give both sides one object; set CCACHE_DISABLE=1`;
    return [{ kind: "unmeasured", message }];
  }
  const told = [
    ...sloppy.length === 0 ? [] : ["CCACHE_SLOPPINESS"],
    ...["CCACHE_BASEDIR", "SCCACHE_BASEDIR", "SCCACHE_BASEDIRS"].filter((text2) => env[text2])
  ];
  return told.map((variable) => ({
    kind: "policy",
    message: `${variable} is set: objects of one side may be used for the other; where both build the same program although the code differs, set CCACHE_DISABLE=1`
  }));
}

// src/source/rounds/apart/outside.ts
init_define_FLAMEGATE_PAGE();
import { existsSync as existsSync2 } from "node:fs";
import { readdir as readdir2, readFile as readFile3, realpath as realpath2 } from "node:fs/promises";
import { dirname as dirname3, isAbsolute, join as join4, relative, resolve as resolve2 } from "node:path";
async function goOutside({ top, places, commands, env }) {
  const told = /* @__PURE__ */ new Set();
  const workspace = await unseenWorkspace(top, places.head);
  const isGo = workspace !== null || [places.base, places.head].some((sidePlace) => existsSync2(join4(sidePlace.directory, "go.mod")));
  if (!isGo && !/\bgo (?:test|build|run|install|generate|tool)\b/.test(commands)) return [];
  const flags = `${env.GOFLAGS ?? ""} ${commands}`;
  for (const [, flag, path = ""] of flags.matchAll(/(-modfile|-overlay)[= ]["']?([^\s"']+)/g)) {
    if (isAbsolute(path) || path.startsWith("..")) {
      told.add(`${flag} names ${path} for both sides: give it a path in the tree`);
    }
  }
  const [, set = env.GOWORK ?? ""] = /\bGOWORK=["']?([^\s"']+)/.exec(commands) ?? [];
  if (isAbsolute(set)) {
    told.add(`GOWORK is ${set}, a workspace of both sides: unset it, or set GOWORK=off`);
  } else if (workspace !== null && set !== "off") {
    told.add(
      `${workspace} of the checkout is not in git, and neither side has it: modules that it takes from the repository come from elsewhere, the same for both; commit it, let \`setup\` write it, or set GOWORK=off`
    );
  }
  for (const name of names) {
    const place2 = places[name];
    const released = set === "" || set === "off" ? await releasedModule(place2, places[other(name)], set) : null;
    if (released !== null) told.add(released);
    for (let at = place2.directory; isBelow(at, place2.tree); at = dirname3(at)) {
      for (const file2 of ["go.mod", "go.work"]) {
        const text2 = await readFile3(join4(at, file2), "utf8").catch(() => "");
        for (const to of directoriesOf(text2)) {
          const there = resolve2(at, to);
          const isShared = isAbsolute(to) ? isBelow(there, top) || isBelow(there, places[other(name)].tree) : !isBelow(there, place2.tree) && existsSync2(there);
          if (!isShared) continue;
          const where = relative(place2.tree, join4(at, file2));
          told.add(
            `${where} of the ${name} takes code from ${to}, which is outside of its tree and may be the same on both sides: use a path inside the repository`
          );
        }
      }
    }
  }
  return [...told];
}
async function unseenWorkspace(top, head) {
  for (let at = head.directory; isBelow(at, head.tree); at = dirname3(at)) {
    const name = join4(top, relative(head.tree, at));
    const text2 = await readFile3(join4(name, "go.work"), "utf8").catch(() => null);
    if (text2 === null) continue;
    const ours = directoriesOf(text2).filter((to) => isBelow(resolve2(name, to), top));
    if (existsSync2(join4(at, "go.work")) || ours.length < 2) return null;
    return relative(top, join4(name, "go.work"));
  }
  return null;
}
async function releasedModule(place2, theirs, workspace) {
  let inner = null;
  for (let at = place2.directory; isBelow(at, place2.tree); at = dirname3(at)) {
    if (workspace !== "off" && existsSync2(join4(at, "go.work"))) return null;
    const text2 = await readFile3(join4(at, "go.mod"), "utf8").catch(() => null);
    if (text2 === null) continue;
    const [, module = ""] = /^module[ \t]+"?([^\s"]+)/m.exec(text2) ?? [];
    if (inner === null) inner = { at, text: text2 };
    else if (module !== "" && requires(inner.text, module)) {
      const above = join4(theirs.tree, relative(place2.tree, at));
      if (!await differ(at, above, relative(at, inner.at))) return null;
      const where = relative(place2.tree, join4(inner.at, "go.mod"));
      const to = relative(inner.at, at);
      return `${where} requires ${module} as it was released, and has no \`replace\`: both sides measure that version and not the code here; \`setup\` can say \`go mod edit -replace=${module}=${to} && go mod tidy\``;
    }
  }
  return null;
}
async function differ(one, two, without) {
  const [files, others] = await Promise.all(
    [one, two].map(
      async (text2) => (await readdir2(text2, { recursive: true })).filter((file2) => /(?<!_test)\.go$/.test(file2) && !isBelow(file2, without)).sort()
    )
  );
  if (files === void 0 || files.join("\n") !== others?.join("\n")) return true;
  for (const file2 of files) {
    const [a, b] = await Promise.all([one, two].map((text2) => readFile3(join4(text2, file2))));
    if (a === void 0 || b === void 0 || !a.equals(b)) return true;
  }
  return false;
}
function requires(text2, module) {
  const lines = text2.split(/\r?\n/).map((line) => line.replace(/\/\/.*$/, "").trim());
  const isRequired = lines.some(
    (line) => !line.includes("=>") && line.replace(/^require\s+/, "").startsWith(`${module} `)
  );
  const isReplaced = lines.some(
    (line) => line.includes("=>") && line.replace(/^replace\s+/, "").startsWith(`${module} `)
  );
  return isRequired && !isReplaced;
}
function directoriesOf(text2) {
  const lines = text2.replaceAll(/\/\/.*$/gm, "");
  const replaced = [...lines.matchAll(/=>[ \t]*["`]?((?:\.{1,2})?\/[^\s"`]*|\.{1,2}(?=\s|$))/g)];
  const used = /^use\b/m.test(lines) ? [
    ...lines.matchAll(
      /^(?:use)?[ \t]*\(?[ \t]*["`]?((?:\.{1,2})?\/[^\s"`]*|\.{1,2})["`]?[ \t]*\)?$/gm
    )
  ] : [];
  return [...replaced, ...used].map(([, path = ""]) => path);
}
async function linkedPackages({ top, places, env }) {
  const told = /* @__PURE__ */ new Set();
  for (const name of names) {
    const place2 = places[name];
    const theirs = places[other(name)].tree;
    const given = (env.NODE_PATH ?? "").split(":").filter(isAbsolute);
    for (const folder of [...foldersAbove(place2), ...given]) {
      for (const [shown, real] of await packagesIn(folder)) {
        const isShared = isBelow(real, theirs) || isBelow(real, top) && !isBelow(real, place2.tree);
        if (!isShared || /(?:^|\/)node_modules\//.test(`${relative(top, real)}/`)) continue;
        const where = isBelow(real, top) ? `the checkout (${relative(top, real)})` : "the other side";
        told.add(
          `${shown} of the ${name} is a link into ${where}, and may be the same on both sides: let \`setup\` install the packages of each tree (npm ci)`
        );
      }
    }
  }
  return [...told];
}
function foldersAbove({ directory, tree }) {
  const folders2 = [];
  for (let at = directory; isBelow(at, tree); at = dirname3(at))
    folders2.push(join4(at, "node_modules"));
  return folders2;
}
var mostPackages = 5e3;
async function packagesIn(folder) {
  const entries2 = await readdir2(folder).catch(() => []);
  const all = [];
  for (const entry of entries2.slice(0, mostPackages)) {
    if (!entry.startsWith("@")) all.push(entry);
    else {
      const scoped = await readdir2(join4(folder, entry)).catch(() => []);
      all.push(...scoped.map((text2) => `${entry}/${text2}`));
    }
  }
  const found = [];
  for (const entry of all) {
    const real = await realpath2(join4(folder, entry)).catch(() => null);
    if (real !== null) found.push([`node_modules/${entry}`, real]);
  }
  return found;
}

// src/source/rounds/apart/program.ts
init_define_FLAMEGATE_PAGE();
import { open, readdir as readdir3, stat as stat2 } from "node:fs/promises";
import { basename, join as join5 } from "node:path";
async function codeDiffers(git, base, head) {
  const listed2 = await git(["diff", "--name-only", "--no-renames", "-z", base, head]);
  return listed2.split("\0").filter(Boolean).find(isProgramText) ?? null;
}
var prose = /\.(?:md|markdown|mdx|txt|rst|adoc|asciidoc)$/i;
var read2 = /(?:^|\/)(?:CMakeLists\.txt|[^/]*requirements[^/]*\.txt|constraints\.txt)$/;
var folders = /^(?:docs?|\.github|\.gitlab|\.circleci|\.vscode|\.idea)\//;
var about = /(?:^|\/)(?:LICEN[CS]E|COPYING|NOTICE|README|CHANGELOG|AUTHORS|CODEOWNERS|\.gitignore|\.gitattributes|\.mailmap|\.editorconfig)[^/]*$/;
var tests = /(?:^|\/)(?:tests?|__tests__|specs?|testdata)\/|(?:_test|_spec|\.test|\.spec)\.\w+$|(?:^|\/)(?:test_[^/]*|conftest)\.py$/;
function isProgramText(file2) {
  if (read2.test(file2)) return true;
  return ![prose, folders, about, tests].some((pattern) => pattern.test(file2));
}
var mostFiles2 = 2e4;
var mostBytes = 2 ** 30;
async function isOneProgram(places, own) {
  const [ours, theirs] = [await programsIn(places.base.bin), await programsIn(places.head.bin)];
  const sizes = (files) => files.map(({ name, info }) => `${name}\0${info.size}`).join("\n");
  const bytes = ours.reduce((sum, { info }) => sum + info.size, 0);
  if (bytes === 0 || bytes > mostBytes || sizes(ours) !== sizes(theirs)) return false;
  for (const { name } of ours) {
    const [one, two] = [join5(places.base.bin, name), join5(places.head.bin, name)];
    if (!await sameContents(one, two)) return false;
  }
  const built = async (place2, programs2) => haveCopies(programs2, [place2.tree, ...own(place2)]);
  return !(await built(places.base, ours) && await built(places.head, theirs));
}
var loaded = /\.(?:jar|war|wasm|so|dylib|dll|exe|node|[cm]?js)$/;
var installed = /(?:^|\/)(?:node_modules|\.?venv|site-packages)\//;
var cargosMark = "CACHEDIR.TAG";
async function programsIn(directory) {
  const files = await filesIn(directory);
  const marked = files.filter(({ name }) => basename(name) === cargosMark).map(({ name }) => name.slice(0, -cargosMark.length));
  return files.filter(
    ({ name, info }) => ((info.mode & 73) !== 0 || loaded.test(name)) && !installed.test(name) && !marked.some((text2) => name.startsWith(text2))
  );
}
async function haveCopies(programs2, below2) {
  const all = (await Promise.all(below2.map(filesIn))).flat();
  for (const { path, info } of programs2) {
    const alike = all.filter((file2) => file2.info.size === info.size);
    const same = await Promise.all(alike.map((file2) => sameContents(path, file2.path)));
    if (!same.includes(true)) return false;
  }
  return true;
}
async function filesIn(directory) {
  const entries2 = await readdir3(directory, { recursive: true }).catch(() => []);
  if (entries2.length > mostFiles2) return [];
  const files = [];
  for (const name of entries2.sort()) {
    const path = join5(directory, name);
    const info = await stat2(path).catch(() => null);
    if (info?.isFile()) files.push({ name: name.replaceAll("\\", "/"), path, info });
  }
  return files;
}
async function sameContents(one, two) {
  const [a, b] = [await open(one).catch(() => null), await open(two).catch(() => null)];
  try {
    if (a === null || b === null) return false;
    const [left, right] = [Buffer.alloc(1 << 18), Buffer.alloc(1 << 18)];
    for (; ; ) {
      const { bytesRead } = await a.read(left, 0, left.length, null);
      const read3 = await b.read(right, 0, right.length, null);
      if (bytesRead !== read3.bytesRead) return false;
      if (bytesRead === 0) return true;
      if (left.compare(right, 0, bytesRead, 0, bytesRead) !== 0) return false;
    }
  } finally {
    await a?.close();
    await b?.close();
  }
}

// src/source/rounds/apart/python.ts
init_define_FLAMEGATE_PAGE();
import { existsSync as existsSync3, readFileSync as readFileSync2 } from "node:fs";
import { delimiter as delimiter3, join as join6, resolve as resolve3 } from "node:path";
async function pythonPaths(sides, ask) {
  if (ownEnvironment.test(sides.run)) return null;
  const found = [];
  for (const program of pythons(sides)) {
    const installed2 = await installedIn(program, sides, ask);
    if (installed2 !== null) found.push(installed2);
  }
  if (found.every((item) => item.directories.length + item.packages.length === 0)) return null;
  const directories = [...new Set(found.flatMap((item) => item.directories))];
  const path = (name) => pathOf(name, directories, sides);
  const paths = { base: path("base"), head: path("head") };
  for (const name of names) {
    for (const item of found) await refuseForeign(name, item, { ...sides, paths }, ask);
  }
  return paths;
}
var projects = ["pyproject.toml", "setup.py", "setup.cfg", "pytest.ini", "tox.ini"];
var ownEnvironment = /FLAMEGATE_BIN\}?"?\/\S*\b(?:python|pytest|py\.test)/;
var word2 = /(?<![\w./$}-])(python[\d.]*|pypy[\d.]*|pytest|py\.test)(?![\w/.-])/g;
function pythons({ commands, places, env }) {
  const called = [...commands.matchAll(word2)].map(([name]) => name);
  const isProject = [places.base, places.head].some(
    ({ tree, directory }) => [tree, directory].some((text2) => projects.some((file2) => existsSync3(join6(text2, file2))))
  );
  const usual = ["python", "python3"];
  const programs2 = called.map((name) => /test$/.test(name) ? interpreterOf(name, env) : name);
  const all = [...programs2.filter((text2) => text2 !== null), ...isProject ? usual : []];
  return [...new Set(all.length === 0 && called.length > 0 ? usual : all)];
}
function interpreterOf(name, env) {
  const directories = (env.PATH ?? "").split(delimiter3).filter(Boolean);
  const script = directories.map((text2) => join6(text2, name)).find(existsSync3);
  if (script === void 0) return null;
  const [, program = ""] = /^#!\s*(\/\S*python[\d.]*)\s*\n/.exec(headOf2(script)) ?? [];
  return program === "" ? null : program;
}
function headOf2(file2) {
  try {
    return readFileSync2(file2).subarray(0, 500).toString("latin1");
  } catch {
    return "";
  }
}
async function installedIn(program, sides, ask) {
  const { top, places, env } = sides;
  const roots = [places.base.tree, places.head.tree, top];
  const place2 = { directory: beside(places.base), env };
  const text2 = await ask(program, ["-c", listing, ...roots], place2);
  const line = text2?.trim().split("\n").at(-1) ?? "";
  try {
    return { program, ...JSON.parse(line) };
  } catch {
    return null;
  }
}
function pathOf(name, directories, { top, places, env }) {
  const { tree, directory } = places[name];
  const given = (env.PYTHONPATH ?? "").split(delimiter3).filter(Boolean);
  return [
    .../* @__PURE__ */ new Set([
      ...directories.map((text2) => join6(tree, text2)),
      directory,
      join6(directory, "src"),
      tree,
      join6(tree, "src"),
      ...given.map(
        (text2) => isBelow(resolve3(text2), top) ? tree + resolve3(text2).slice(top.length) : text2
      )
    ])
  ].join(delimiter3);
}
async function refuseForeign(name, { program, modules, packages: packages2 }, { top, places, env, paths }, ask) {
  const { tree } = places[name];
  const args = ["-c", finding, tree, places[other(name)].tree, top, ...packages2, "--", ...modules];
  const place2 = { directory: beside(places[name]), env: { ...env, PYTHONPATH: paths[name] } };
  const text2 = await ask(program, args, place2);
  const foreign = /^foreign (\S+) (.*)$/m.exec(text2 ?? "");
  if (foreign === null) return;
  const [, found, where = ""] = foreign;
  const from = isBelow(where, top) ? `the checkout (${where.slice(top.length + 1)})` : where;
  throw new InputError(
    `${name}: Python imports ${found} from ${from} and not from this side's tree, so that both sides would run the same code: install each side in \`setup\`, as with python -m venv $FLAMEGATE_BIN/venv && $FLAMEGATE_BIN/venv/bin/pip install ., or uninstall it and call python -m pytest`
  );
}
var listing = `
import json, os, sys
from importlib import metadata
from urllib.parse import urlparse
from urllib.request import url2pathname
roots = [os.path.realpath(of) for of in sys.argv[1:]]
def root(path):
    return next((of for of in roots if path == of or path.startswith(of + os.sep)), None)
prefixes = [p for p in map(os.path.realpath, (sys.prefix, sys.base_prefix)) if root(p) not in (None, p)]
def installed(path):
    parts = path.split(os.sep)
    return "site-packages" in parts or "dist-packages" in parts or any(path.startswith(p + os.sep) for p in prefixes)
directories, modules, packages = [], set(), set()
def add(path):
    path = os.path.realpath(path)
    of = root(path)
    if of is None or installed(path):
        return
    below = os.path.relpath(path, of)
    if below not in directories:
        directories.append(below)
    try:
        entries = sorted(os.listdir(path))[:2000]
    except OSError:
        return
    for entry in entries:
        name = entry[:-3] if entry.endswith(".py") else entry
        if name.isidentifier() and (entry != name or os.path.exists(os.path.join(path, entry, "__init__.py"))):
            modules.add(name)
for entry in filter(None, sys.path):
    add(entry)
for key, module in list(sys.modules.items()):
    mapping = getattr(module, "MAPPING", None) if key.startswith("__editable__") else None
    for name, path in (mapping or {}).items():
        if root(os.path.realpath(path)) is not None:
            modules.add(name.partition(".")[0])
            for _ in range(name.count(".") + 1):
                path = os.path.dirname(path)
            add(path)
for each in metadata.distributions():
    told = each.read_text("direct_url.json")
    url = urlparse(json.loads(told).get("url", "")) if told else None
    if url is None or url.scheme != "file" or root(os.path.realpath(url2pathname(url.path))) is None:
        continue
    found = set((each.read_text("top_level.txt") or "").split())
    found.add((each.metadata["Name"] or "").replace("-", "_"))
    found.update(str(file).replace(os.sep, "/").split("/")[0].partition(".")[0] for file in each.files or ())
    packages.update(name for name in found if name.isidentifier() and not name.startswith("__"))
print()
print(json.dumps({"directories": directories, "modules": sorted(modules)[:500], "packages": sorted(packages)[:500]}))
`;
var finding = `
import os, sys
from importlib import metadata, util
tree, *others = [os.path.realpath(of) for of in sys.argv[1:4]]
def below(path, of):
    return path == of or path.startswith(of + os.sep)
def place(name):
    try:
        spec = util.find_spec(name)
    except Exception:
        return None
    if spec is None:
        return None
    if spec.origin and os.path.isabs(spec.origin):
        return os.path.realpath(spec.origin)
    return next((os.path.realpath(of) for of in spec.submodule_search_locations or []), None)
end = sys.argv.index("--")
for name in sys.argv[4:end] + sys.argv[end + 1:]:
    where = place(name)
    if where is None or below(where, tree):
        continue
    of = next((of for of in others if below(where, of)), None)
    parts = where.split(os.sep)
    if of is not None and not ("site-packages" in parts or "dist-packages" in parts):
        # A module that only the head has is no part of the base.
        if not os.path.exists(os.path.join(tree, os.path.relpath(where, of))):
            continue
    elif name not in sys.argv[4:end] or name in getattr(sys, "stdlib_module_names", ()):
        continue
    print("foreign %s %s" % (name, where))
    break
`;

// src/source/rounds/apart/reads.ts
init_define_FLAMEGATE_PAGE();
import { readdirSync as readdirSync2, readFileSync as readFileSync3, readlinkSync } from "node:fs";
var firstMilliseconds = 10;
var nextMilliseconds = 50;
var closeLooks = 60;
var mostProcesses = 64;
var mostFiles3 = 1e3;
function watchReads(group, below2, but) {
  const files = /* @__PURE__ */ new Set();
  const isWanted = (path) => !files.has(path) && below2.some((name) => isBelow(path, name)) && !but.some((name) => isBelow(path, name));
  let looks = 0;
  const look = () => {
    for (const pid of files.size < mostFiles3 ? withDescendants(group) : []) {
      const found = [...pathsOf(pid).filter(isWanted), ...openIn(pid, isWanted)];
      for (const path of found) files.add(path);
    }
    looks++;
    timer = setTimeout(look, looks < closeLooks ? nextMilliseconds : 1e3);
    timer.unref();
  };
  let timer = setTimeout(look, firstMilliseconds);
  return {
    stop: () => {
      clearTimeout(timer);
      return [...files];
    }
  };
}
function withDescendants(leader) {
  const found = [leader];
  for (let i = 0; i < found.length && found.length < mostProcesses; i++) {
    const pid = found[i];
    for (const thread of entries(`/proc/${pid}/task`)) {
      const children = text(`/proc/${pid}/task/${thread}/children`);
      found.push(...children.split(" ").filter(Boolean).map(Number));
    }
  }
  return found;
}
function pathsOf(pid) {
  const name = `/proc/${pid}`;
  const mapped = [...text(`${name}/maps`).matchAll(/ (\/.*)$/gm)].map(([, path = ""]) => path);
  const [program = "", ...words] = text(`${name}/cmdline`).split("\0");
  const script = words.find((word3) => !word3.startsWith("-")) ?? "";
  const all = [...mapped, program, script, target(`${name}/exe`), target(`${name}/cwd`)];
  return all.filter((path) => path.startsWith("/"));
}
function openIn(pid, isWanted) {
  const open3 = [];
  for (const fd of entries(`/proc/${pid}/fd`)) {
    const path = target(`/proc/${pid}/fd/${fd}`);
    if (!isWanted(path)) continue;
    const [, mode = "0"] = /^flags:\s*\d*(\d)$/m.exec(text(`/proc/${pid}/fdinfo/${fd}`)) ?? [];
    if ((Number(mode) & 3) !== writeOnly) open3.push(path);
  }
  return open3;
}
var writeOnly = 1;
var entries = (directory) => attempt(() => readdirSync2(directory), []);
var text = (file2) => attempt(() => readFileSync3(file2, "utf8"), "");
var target = (link) => attempt(() => readlinkSync(link), "");
function attempt(read3, otherwise) {
  try {
    return read3();
  } catch {
    return otherwise;
  }
}

// src/source/rounds/apart/index.ts
async function keepApart(git, options) {
  const { places, commits, env, signal, isProven } = options;
  const top = await realpath3(await git(["rev-parse", "--show-toplevel"]));
  const commands = `${options.setup ?? ""}
${options.run}`;
  const sides = { top, places, commands, run: options.run, env };
  const caches = await ownCaches(sides);
  const paths = async () => isProven ? null : pythonPaths(
    sides,
    (program, args, { directory, env: env2 }) => answer(program, args, { cwd: directory, env: env2, signal })
  );
  let python = await paths();
  const reads = { base: /* @__PURE__ */ new Set(), head: /* @__PURE__ */ new Set() };
  const found = [];
  return {
    env: (name) => ({
      ...env,
      ...caches.env[name],
      ...python === null ? {} : { PYTHONPATH: python[name] }
    }),
    built: async () => {
      if (options.setup !== null) python = await paths();
      found.push(...await goOutside(sides), ...await linkedPackages(sides));
      if (!isProven && await isOneProgram(places, (place2) => [join7(beside(place2), "target")])) {
        const file2 = await codeDiffers(git, commits.base, commits.head);
        if (file2 !== null) found.push(sameBuilt(file2));
      }
    },
    watch: (name, group) => {
      if (process.platform !== "linux") return () => {
      };
      const theirs = places[other(name)];
      const ours = [beside(places[name]), join7(top, ".git"), ...cachesOf(env)];
      const seen = watchReads(group, [top, theirs.tree, theirs.bin, ...caches.shared], ours);
      return () => keep(seen, reads[name]);
    },
    doubts: async () => {
      const plain2 = gitIn(top, env);
      const read3 = await Promise.all(
        ["base", "head"].map(
          (name) => readBy(name, [...reads[name]], { sides, git: plain2 })
        )
      );
      return [
        ...[...found, ...read3.flat()].map((message) => ({ kind: "unmeasured", message })),
        ...sloppyCaches(env)
      ];
    }
  };
}
function keep(seen, into) {
  for (const file2 of seen.stop()) into.add(file2);
}
var sameBuilt = (file2) => `both sides built the same program, although ${file2} differs: $FLAMEGATE_BIN has the same contents on both. Do both use one cache or one installed package? If the change is not part of the program, nothing can be slower`;
var cacheVariables = ["GOCACHE", "GOMODCACHE", "GOPATH", "CARGO_HOME", "RUSTUP_HOME"].concat([
  "XDG_CACHE_HOME",
  "CCACHE_DIR",
  "SCCACHE_DIR",
  "npm_config_cache",
  "PIP_CACHE_DIR"
]);
var cachesOf = (env) => cacheVariables.map((text2) => env[text2] ?? "").filter((path) => path.startsWith("/"));
var packages = /(?:^|\/)(?:node_modules|venv|virtualenv|site-packages|dist-packages|__pypackages__|vendor\/bundle|\.(?!build\/|stack-work\/|next\/|nuxt\/|output\/)[^/]+)\//;
var mostNamed = 3;
async function readBy(name, files, { sides: { top, places }, git }) {
  const named2 = [];
  for (const file2 of files.toSorted()) {
    if (named2.length > mostNamed) break;
    const isPackages = isBelow(file2, top) && packages.test(`${file2.slice(top.length + 1)}/`);
    if (isPackages && !await isTracked(git, top, file2)) continue;
    named2.push(file2);
  }
  const [first] = named2;
  if (first === void 0) return [];
  const theirs = places[other(name)];
  const text2 = isBelow(first, beside(theirs)) ? `${first.slice(beside(theirs).length + 1)} of the ${other(name)}` : isBelow(first, top) ? `${first === top ? "the directory" : first.slice(top.length + 1)} of the checkout itself` : `${first}, which belongs to neither side`;
  const more = named2.length > mostNamed ? " and more" : "";
  return [
    `the ${name} read ${text2}${more} in place of its own tree, so that both sides may run the same code: use paths relative to the directory that \`run\` starts in, or $FLAMEGATE_BIN`
  ];
}
async function isTracked(git, top, file2) {
  if (!isBelow(file2, top) || file2 === top) return false;
  const path = `:(literal)${file2.slice(top.length + 1)}`;
  try {
    return await git.attempt(["ls-files", "--error-unmatch", "--", path]) !== null;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

// src/source/rounds/commands.ts
init_define_FLAMEGATE_PAGE();
function merged(parts2) {
  const outputs = parts2.map((item) => item.output);
  const sum = (item) => outputs.reduce((all, one) => all + item(one), 0);
  const times = parts2.flatMap(
    ({ name, output: { wallSeconds, cpuSeconds } }) => name === null ? [] : [{ name, wallSeconds, cpuSeconds }]
  );
  const most2 = (word3) => {
    const known = parts2.flatMap((part) => part[word3] ?? []);
    return known.length === 0 ? null : Math.max(...known);
  };
  return {
    steal: most2("steal"),
    other: most2("other"),
    output: {
      benchmarks: outputs.flatMap((sideOutput) => sideOutput.benchmarks),
      isWritten: outputs.some((sideOutput) => sideOutput.isWritten),
      profiles: outputs.flatMap(
        (sideOutput, i) => sideOutput.profiles.map((profile) => numbered(profile, i))
      ),
      printed: outputs.flatMap(
        (sideOutput, i) => sideOutput.printed.map((printed) => numbered(printed, i))
      ),
      errors: outputs.flatMap((sideOutput) => sideOutput.errors),
      wallSeconds: sum((sideOutput) => sideOutput.wallSeconds),
      cpuSeconds: sum((sideOutput) => sideOutput.cpuSeconds),
      times: times.length === 0 ? void 0 : times
    }
  };
}
function numbered(input, i) {
  return i === 0 ? input : { ...input, file: input.file.replace(/([^/]*)$/, `${i + 1}-$1`) };
}

// src/source/rounds/disturbed.ts
init_define_FLAMEGATE_PAGE();
var heavySteal = 0.1;
var heavyOther = 0.1;
var mostRepeats = 5;
var mostRepeated = 0.25;
var enoughTries = 8;
function watchRounds(log) {
  const tries2 = [];
  let repeated = 0;
  let steal = null;
  let isTold = false;
  const look = (number2, sides, mayRepeat) => {
    const most2 = (word3) => Math.max(...sides.map((side) => side[word3] ?? 0));
    const now = { steal: most2("steal"), other: most2("other") };
    tries2.push(now);
    const disturbed = sentenceOf(now, number2);
    if (disturbed !== null) {
      const why = reasonToKeep(number2, mayRepeat);
      if (why === null) {
        repeated++;
        log(`${disturbed}: measured again`);
        return { again: true, disturbed };
      }
      if (!isTold) log(`${disturbed}: kept, ${why}`);
      isTold = alwaysIn(tries2) !== null;
    }
    if (sides.some((side) => side.steal !== null)) steal = Math.max(steal ?? 0, now.steal);
    return { again: false, disturbed };
  };
  const reasonToKeep = (number2, mayRepeat) => {
    if (alwaysIn(tries2) !== null)
      return "because most rounds here are disturbed, and another would be, too";
    if (repeated >= Math.max(mostRepeats, Math.floor(mostRepeated * number2))) {
      return `because ${repeated} rounds were repeated already`;
    }
    return mayRepeat() ? null : "because there is no time for another";
  };
  return { look, so: () => ({ steal, repeated, always: alwaysIn(tries2) }) };
}
function sentenceOf({ steal, other: other2 }, number2) {
  if (steal > heavySteal) {
    return `the host took ${percent2(steal)} of the CPU time during a run of round ${number2}`;
  }
  if (other2 > heavyOther) {
    return `other work took ${percent2(other2)} of the CPU time during a run of round ${number2}`;
  }
  return null;
}
function alwaysIn(tries2) {
  if (tries2.length < enoughTries) return null;
  for (const [by, word3, heavy] of [
    ["host", "steal", heavySteal],
    ["other", "other", heavyOther]
  ]) {
    if (2 * tries2.filter((one) => one[word3] > heavy).length <= tries2.length) continue;
    return { by, share: tries2.reduce((sum, one) => sum + one[word3], 0) / tries2.length };
  }
  return null;
}

// src/source/rounds/lfs.ts
init_define_FLAMEGATE_PAGE();
import { existsSync as existsSync4 } from "node:fs";
import { open as open2 } from "node:fs/promises";
import { join as join8, posix } from "node:path";
var fetchingFiles = "let Git LFS fetch the files of both sides before: git lfs fetch --all";
async function pointersIn(git, places, env, signal) {
  const item = async (side) => {
    const { tree } = places[side];
    return pointersOf(tree, await trackedByLfs(tree, env, signal));
  };
  const texts = { base: await item("base"), head: await item("head") };
  const paths = [.../* @__PURE__ */ new Set([...texts.base.keys(), ...texts.head.keys()])];
  if (paths.length === 0) return { texts, lacking: [] };
  const top = await git(["rev-parse", "--show-toplevel"]);
  const list = await Promise.all(
    (await trackedByLfs(top, env, signal)).map(
      async (path) => [path, await kindOf(join8(top, path))]
    )
  );
  const kinds = new Map(list);
  const hasFiles = list.some(([, kind]) => kind === "file");
  const lacking = paths.filter((path) => {
    const kind = kinds.get(path) ?? "absent";
    return kind === "file" || kind === "absent" && hasFiles;
  });
  return { texts, lacking };
}
function lackingFiles({ texts, lacking }, env) {
  const [file2] = lacking;
  if (file2 === void 0) return null;
  const sides = ["base", "head"].filter((side) => texts[side].has(file2));
  const skips = env.GIT_LFS_SKIP_SMUDGE ? "unset GIT_LFS_SKIP_SMUDGE, " : "";
  return {
    file: file2,
    message: `${sides.map((side) => `the ${side}`).join(" and ")} would be measured with the pointer of Git LFS in place of this file${andMore(lacking.length)}, and the checkout has the files themselves: ${skips}run git lfs install && git lfs pull (in an action: \`lfs: true\` of actions/checkout)`
  };
}
function pointerWarnings(found, env) {
  const refused3 = lackingFiles(found, env);
  if (refused3 !== null) throw new InputError(refused3.message, { file: refused3.file });
  const { base, head } = found.texts;
  const paths = [.../* @__PURE__ */ new Set([...base.keys(), ...head.keys()])].sort();
  const changed = paths.filter((path) => base.get(path) !== head.get(path));
  const told = changed.length > 0 ? changed : paths;
  const [first] = told;
  if (first === void 0) return [];
  const more = andMore(told.length);
  const advice = "git lfs install && git lfs pull brings the files (`lfs: true` of actions/checkout)";
  return [
    changed.length > 0 ? {
      kind: "unmeasured",
      message: `the pointer of Git LFS was measured in place of ${first}${more}, as the checkout has it, and the two sides have different ones: what changed in the file is not measured; ${advice}`
    } : {
      kind: "policy",
      message: `both sides were measured with the pointer of Git LFS in place of ${first}${more}, as the checkout has it: ${advice}`
    }
  ];
}
var andMore = (all) => all > 1 ? ` (and ${all - 1} more)` : "";
var filtered = ["ls-files", "-z", "--", ":(attr:filter=lfs)"];
async function trackedByLfs(top, env, signal) {
  const found = [];
  for (const within of ["", ...await submodulesOf(top, env, signal)]) {
    const listed2 = await gitIn(join8(top, within), env, signal)(filtered);
    for (const path of listed2.split("\0").filter(Boolean)) found.push(posix.join(within, path));
  }
  return found;
}
async function submodulesOf(top, env, signal) {
  if (!existsSync4(join8(top, ".gitmodules"))) return [];
  const each2 = ["submodule", "--quiet", "foreach", "--recursive", 'echo "$displaypath"'];
  return (await gitIn(top, env, signal)(each2)).split("\n").filter(Boolean);
}
async function pointersOf(tree, paths) {
  const found = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const text2 = await pointerIn(join8(tree, path));
    if (typeof text2 === "string") found.set(path, text2);
  }
  return found;
}
async function kindOf(file2) {
  const text2 = await pointerIn(file2);
  return text2 === void 0 ? "absent" : text2 === null ? "file" : "pointer";
}
var pointerLimit = 1024;
var pointerStart = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v\d/;
async function pointerIn(path) {
  const file2 = await open2(path).catch(() => void 0);
  if (file2 === void 0) return void 0;
  try {
    const { buffer, bytesRead } = await file2.read(Buffer.alloc(pointerLimit), 0, pointerLimit, 0);
    const text2 = buffer.toString("utf8", 0, bytesRead);
    return bytesRead < pointerLimit && pointerStart.test(text2) ? text2 : null;
  } catch {
    return void 0;
  } finally {
    await file2.close();
  }
}

// src/source/rounds/order.ts
init_define_FLAMEGATE_PAGE();
import { createHash } from "node:crypto";
function orderOf(seed, round) {
  const block = Math.floor((round - 1) / 2);
  const drawn = (createHash("sha256").update(`${seed}/${block}`).digest()[0] ?? 0) & 1;
  return (drawn ^ round - 1 - 2 * block) === 0 ? "base-first" : "head-first";
}

// src/source/rounds/side.ts
init_define_FLAMEGATE_PAGE();
import { mkdir, readdir as readdir4, readFile as readFile4, rm, stat as stat3 } from "node:fs/promises";
import { join as join10 } from "node:path";

// src/source/rounds/sparse.ts
init_define_FLAMEGATE_PAGE();
import { existsSync as existsSync5 } from "node:fs";
import { join as join9, posix as posix2, relative as relative2 } from "node:path";
async function isSparse(git) {
  return await git.attempt(["config", "--type=bool", "core.sparseCheckout"]) === "true";
}
var adding = (path) => `git sparse-checkout add ${path}`;
async function addAll(git, env) {
  const add2 = (...flags) => git(["add", "--all", ...flags, "--", ":/"], env);
  try {
    await add2();
  } catch (error) {
    if (!(error instanceof InputError) || !await isSparse(git)) throw error;
    const inside2 = await git(["write-tree"], env);
    await add2("--sparse");
    const names2 = ["--name-only", "--no-renames", "--diff-filter=d", "-z"];
    const all = await git(["diff", "--cached", ...names2, inside2], env);
    const [first, ...more] = all.split("\0").filter(Boolean);
    if (first === void 0) throw error;
    throw new InputError(
      `this file is changed or new${more.length > 0 ? ` (and ${more.length} more)` : ""}, and the sparse checkout leaves its directory out, so that no side would have it: ${adding(directoryOf(first))}, or take the file away`,
      { file: first }
    );
  }
}
var directoryOf = (path) => {
  const directory = posix2.dirname(path);
  return directory === "." ? path : directory;
};
async function withLeftOut(failure, { tree, directory }, env, said3) {
  const git = gitIn(tree, env);
  if (!await isSparse(git)) return failure;
  const within = relative2(tree, directory).replaceAll("\\", "/");
  const paths = pathsIn(said3.replaceAll(`${tree}/`, "/"), within);
  const listed2 = paths.length === 0 ? "" : await git.attempt(["ls-tree", "-z", "HEAD", ...paths]);
  const left = (listed2 ?? "").split("\0").flatMap((line) => {
    const [, type, path] = /^\d+ (\w+) \w+\t(.*)$/s.exec(line) ?? [];
    if (path === void 0 || existsSync5(join9(tree, path))) return [];
    return [type === "tree" ? path : directoryOf(path)];
  });
  const [first] = left;
  return new InputError(
    first === void 0 ? `${failure.message} (the checkout is sparse, and each side has what it has: ${adding("DIRECTORY")} where something is missing)` : `${failure.message}: the checkout is sparse and leaves ${first} out, on both sides: ${adding(first)}`
  );
}
var mostPaths = 200;
function pathsIn(text2, within) {
  const found = /* @__PURE__ */ new Set();
  for (const word3 of text2.split(/[\s"'`,;:=()<>|&]+/)) {
    const plain2 = word3.replace(/\/?\.\.\.$/, "").replace(/\/+$/, "");
    const path = plain2.startsWith("/") ? posix2.normalize(plain2.slice(1)) : posix2.join(within, plain2);
    if (plain2 !== "" && /^(?!\.\.?(?:\/|$))[^-*?[]/.test(path)) found.add(path);
  }
  return [...found].slice(0, mostPaths);
}

// src/source/rounds/side.ts
var usualSetupSeconds = 30 * 60;
var runTooLong = "if it does not hang, give --max-time more (6 rounds are 12 runs, the fewest that decide), or measure fewer benchmarks";
async function setUp(side, text2, started, limitSeconds = usualSetupSeconds) {
  const { name, place: place2, env, log, signal } = side;
  const files = filesOf(place2);
  const ended = await runCommand({
    text: text2,
    directory: place2.directory,
    env: { ...env, FLAMEGATE_BIN: place2.bin, FLAMEGATE_SIDE: name },
    files,
    pin: null,
    limitSeconds,
    keepGroup: true,
    signal
  });
  if (ended.pid !== void 0) started(ended.pid);
  signal?.throwIfAborted();
  const failure = await failureOf(ended, `${name}: setup`, files, log);
  if (failure !== null) throw await withLeftOut(failure, place2, env, await said(text2, place2));
  log(`${name}: setup took ${ended.wallSeconds.toFixed(1)} s`);
}
async function runSide(side, options) {
  const { name, place: place2, env, log, signal } = side;
  const [files, left] = [filesOf(place2), leftIn(place2)];
  await rm(place2.out, { recursive: true, force: true });
  await mkdir(left.profiles, { recursive: true });
  const ended = await runCommand({
    ...options,
    directory: place2.directory,
    env: {
      ...env,
      FLAMEGATE_BIN: place2.bin,
      FLAMEGATE_FILTER: options.filter,
      FLAMEGATE_OUTPUT: left.output,
      FLAMEGATE_PROFILE: left.profile,
      FLAMEGATE_PROFILES: left.profiles,
      FLAMEGATE_ROUND: String(options.round),
      FLAMEGATE_SIDE: name
    },
    files,
    signal
  });
  signal?.throwIfAborted();
  const what = `${name}, round ${options.round}: run`;
  const failure = await failureOf(ended, what, files, log, runTooLong);
  if (failure !== null)
    throw await withLeftOut(failure, place2, env, await said(options.text, place2));
  const found = await outputOf(ended, place2, `${name}/round-${options.round}`);
  return options.keepsPrinted ? { ...found, printed: await printedBy(place2) } : found;
}
var said = async (text2, place2) => [text2, ...await lastLines(filesOf(place2).stderr)].join("\n");
var filesOf = ({ out }) => ({
  stdout: join10(out, "stdout.txt"),
  stderr: join10(out, "stderr.txt"),
  times: join10(out, "times.txt")
});
var leftIn = ({ out }) => ({
  output: join10(out, "output"),
  profile: join10(out, "cpu.pprof"),
  profiles: join10(out, "profiles")
});
async function outputOf(ended, place2, name) {
  const left = leftIn(place2);
  const written = await contents(left.output);
  const benchmarks = written === null ? { file: `${name}/stdout.txt`, bytes: await contents(filesOf(place2).stdout) ?? nothing } : { file: `${name}/output`, bytes: written };
  const profiles = [];
  const single2 = await contents(left.profile);
  if (single2 !== null) profiles.push({ file: `${name}/cpu.pprof`, bytes: single2 });
  for (const entry of await filesBelow(left.profiles)) {
    const profile = await contents(join10(left.profiles, entry));
    if (profile !== null) profiles.push({ file: `${name}/profiles/${entry}`, bytes: profile });
  }
  const { wallSeconds, cpuSeconds } = ended;
  return {
    benchmarks: [benchmarks],
    isWritten: written !== null,
    profiles,
    errors: await lastLines(filesOf(place2).stderr),
    printed: [],
    wallSeconds,
    cpuSeconds
  };
}
async function printedBy(place2) {
  const { stdout, stderr } = filesOf(place2);
  return [
    { file: "stdout.txt", bytes: await contents(stdout) ?? nothing },
    { file: "stderr.txt", bytes: await contents(stderr) ?? nothing }
  ];
}
async function filesBelow(directory) {
  const entries2 = await readdir4(directory, { recursive: true }).catch((error) => {
    throw new InputError(`the profiles cannot be read: ${error.message}`, { file: directory });
  });
  return entries2.map((entry) => entry.replaceAll("\\", "/")).sort();
}
var nothing = new Uint8Array();
var fileLimit = 256 * 2 ** 20;
async function contents(file2) {
  const info = await stat3(file2).catch(() => null);
  if (info === null || !info.isFile()) return null;
  if (info.size > fileLimit) {
    throw new InputError(`${info.size} bytes were written; the limit is ${fileLimit}`, { file: file2 });
  }
  return readFile4(file2);
}

// src/source/rounds/submodules.ts
init_define_FLAMEGATE_PAGE();
import { existsSync as existsSync6 } from "node:fs";
import { join as join11 } from "node:path";
async function checkOutSubmodules({ name, place: place2, env, signal }) {
  const git = gitIn(place2.tree, env, signal);
  await git(["submodule", "update", "--init", "--recursive", "--quiet"]).catch((error) => {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`the submodules of the ${name} cannot be checked out: ${error.message}`);
  });
}
async function unseenSubmodules(git, places, env, signal) {
  const commits = {
    base: await submodulesOf2(places.base.tree, env, signal),
    head: await submodulesOf2(places.head.tree, env, signal)
  };
  const paths = [.../* @__PURE__ */ new Set([...commits.base.keys(), ...commits.head.keys()])];
  const top = await git(["rev-parse", "--show-toplevel"]);
  const unseen2 = paths.filter((path) => {
    const isLacking = [commits.base, commits.head].some((map) => map.get(path)?.isHere === false);
    return isLacking && existsSync6(join11(top, path, ".git"));
  });
  const commitIn = (side, path) => commits[side].get(path)?.commit;
  const changed = unseen2.filter((path) => commitIn("base", path) !== commitIn("head", path));
  const told = changed.length > 0 ? changed : unseen2;
  const [first] = told;
  if (first === void 0) return [];
  const more = told.length > 1 ? ` (and ${told.length - 1} more)` : "";
  const advice = "add --submodules (in an action, `setup` with git submodule update --init --recursive)";
  return [
    changed.length > 0 ? {
      kind: "unmeasured",
      message: `base and head have different commits of the submodule ${first}${more}, which was not checked out for both: that change is not measured; ${advice}`
    } : {
      kind: "policy",
      message: `the submodule ${first}${more} of the checkout was not checked out for base and head; if the benchmarks need it, ${advice}`
    }
  ];
}
async function submodulesOf2(tree, env, signal) {
  const found = /* @__PURE__ */ new Map();
  if (!existsSync6(join11(tree, ".gitmodules"))) return found;
  const listed2 = await gitIn(tree, env, signal)(["ls-files", "--stage", "-z"]);
  for (const line of listed2.split("\0")) {
    const [, commit, path] = /^160000 (\w+) \d\t(.*)$/s.exec(line) ?? [];
    if (commit === void 0 || path === void 0) continue;
    found.set(path, { commit, isHere: existsSync6(join11(tree, path, ".git")) });
  }
  return found;
}

// src/source/rounds/tree.ts
init_define_FLAMEGATE_PAGE();
import { rmSync } from "node:fs";
import { chmod, mkdir as mkdir2, mkdtemp, readdir as readdir5, realpath as realpath4, rm as rm2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join12 } from "node:path";
async function snapshot(git, head) {
  const changes = changesIn(
    await git(["status", "--porcelain=v2", "-z", "--untracked-files=normal", "--no-renames"])
  );
  if (changes.length === 0) return { commit: head, changed: 0 };
  const index = join12(await newDirectory(join12(tmpdir(), "flamegate-index-")), "index");
  try {
    const env = { GIT_INDEX_FILE: index };
    await git(["read-tree", head], env);
    await addAll(git, env);
    const tree = await git(["write-tree"], env);
    const name = { GIT_AUTHOR_NAME: "flamegate", GIT_AUTHOR_EMAIL: "flamegate@localhost" };
    const message = "The working tree as flamegate measured it";
    const commit = await git(["commit-tree", tree, "-p", head, "-m", message], {
      ...name,
      GIT_COMMITTER_NAME: name.GIT_AUTHOR_NAME,
      GIT_COMMITTER_EMAIL: name.GIT_AUTHOR_EMAIL
    });
    return { commit, changed: changes.length };
  } finally {
    await rm2(join12(index, ".."), { recursive: true, force: true });
  }
}
function changesIn(status) {
  const changes = [];
  for (const entry of status.split("\0")) {
    const [, sub, path] = /^1 \S+ (\S+) (?:\S+ ){5}(.*)$/s.exec(entry) ?? [];
    if (sub?.startsWith("S") && sub[2] === "M") {
      throw new InputError(
        `the submodule ${JSON.stringify(path)} has changes that are not committed in it: they cannot be measured; commit or stash them there`
      );
    }
    const onlyNewInside = sub === "S..U";
    if (entry !== "" && !onlyNewInside) changes.push(path ?? entry);
  }
  return changes;
}
async function sameFiles(git, one, other2) {
  const tree = (commit) => git(["rev-parse", `${commit}^{tree}`]);
  return one === other2 || await tree(one) === await tree(other2);
}
async function newDirectory(prefix2) {
  return mkdtemp(prefix2).catch((error) => {
    throw new InputError(
      `no temporary directory can be made (does TMPDIR exist?): ${error.message}`
    );
  });
}
async function checkOut(git, cleaner, commits, temp = tmpdir()) {
  const prefix2 = await git(["rev-parse", "--show-prefix"]);
  const root = await realpath4(await newDirectory(join12(temp, "flamegate-")));
  const remove = async () => {
    for (const side of ["base", "head"]) {
      await cleaner.attempt(["worktree", "remove", "--force", "--force", join12(root, side, "tree")]);
    }
    await removeAll(root);
    await cleaner.attempt(["worktree", "prune"]);
  };
  const removeNow = () => {
    rmSync(root, { recursive: true, force: true });
    cleaner.now(["worktree", "prune"]);
  };
  try {
    const base = await place(git, join12(root, "base"), prefix2, commits.base, "base");
    const head = await place(git, join12(root, "head"), prefix2, commits.head, "head");
    return { base, head, remove, removeNow };
  } catch (error) {
    await remove();
    throw error;
  }
}
async function place(git, root, prefix2, commit, side) {
  const [tree, bin, out] = [join12(root, "tree"), join12(root, "bin"), join12(root, "out")];
  await mkdir2(bin, { recursive: true });
  await mkdir2(out);
  await git(["worktree", "add", "--quiet", "--detach", tree, commit]).catch(
    (error) => notCheckedOut(git, commit, side, error)
  );
  const directory = join12(tree, prefix2);
  if (await readdir5(directory).catch(() => null) === null) {
    const path = prefix2.replace(/\/$/, "");
    const isLeftOut = await isSparse(git) && await git.attempt(["cat-file", "-e", `${commit}:${path}`]) !== null;
    throw new InputError(
      isLeftOut ? `the checkout is sparse and leaves ${path} out, so that the ${side} (${commit.slice(0, 12)}) is without it: ${adding(path)}` : `the ${side} (${commit.slice(0, 12)}) has no directory ${prefix2}: run flamegate where both sides have one`
    );
  }
  return { tree, directory, bin, out };
}
async function notCheckedOut(git, commit, side, error) {
  if (!(error instanceof InputError)) throw error;
  const object = unfetchedObject(error.message);
  const file2 = object === null ? void 0 : await pathOf2(git, commit, object);
  const advice = error.message.includes("smudge filter lfs failed") ? `; ${fetchingFiles}` : "";
  throw new InputError(
    `the ${side} (${commit.slice(0, 12)}) cannot be checked out: ${error.message}${advice}`,
    file2 === void 0 ? {} : { file: file2 }
  );
}
async function pathOf2(git, commit, blob) {
  const listed2 = await git.attempt(["ls-tree", "-r", "-z", commit]) ?? "";
  const line = listed2.split("\0").find((text2) => text2.includes(` ${blob}	`));
  return line?.slice(line.indexOf("	") + 1);
}
async function removeAll(directory) {
  const remove = () => rm2(directory, { recursive: true, force: true, maxRetries: 3 });
  try {
    await remove();
  } catch {
    await writable(directory);
    await remove().catch(() => void 0);
  }
}
async function writable(directory) {
  await chmod(directory, 448).catch(() => void 0);
  const entries2 = await readdir5(directory, { withFileTypes: true }).catch(() => []);
  for (const entry of entries2) {
    if (entry.isDirectory()) await writable(join12(directory, entry.name));
  }
}

// src/source/rounds/bench.ts
var slackFactor = 5;
var slackSeconds = 60;
async function openBench(options) {
  const { directory, log, signal } = options;
  const start = performance.now();
  const left = () => Math.max(1, options.maxSeconds - (performance.now() - start) / 1e3);
  const limit = options.setupCounts === true ? left : () => void 0;
  const env = outsideGit(options.env);
  const git = gitIn(directory, env, signal);
  const pinned = options.pin === true ? cpuToPin(env) : null;
  const checkedOut = await headCommit(git);
  const head = options.head === void 0 ? checkedOut : await namedCommit(git, options.head);
  const base = await baseCommit(git, head, options);
  const { commit, changed } = options.head === void 0 ? await snapshot(git, head) : { commit: head, changed: 0 };
  if (isImplied(options) && base === head) {
    throw new InputError(
      `base and head are the same commit, ${head.slice(0, 12)}: say what to measure against, like HEAD~1; HEAD for what is not committed yet`
    );
  }
  const identical = await sameFiles(git, base, commit);
  if (await isSparse(git)) log("The checkout is sparse: each side has the directories that it has");
  const trees = await checkOut(git, gitIn(directory, env), { base, head: commit });
  const abandon = () => {
    endAllGroups();
    trees.removeNow();
  };
  process.once("exit", abandon);
  const services = [];
  const close = async () => {
    for (const group of services) endGroup(group);
    await trees.remove();
    process.removeListener("exit", abandon);
  };
  const side = (name, apart2) => ({
    name,
    place: trees[name],
    env: apart2.env(name),
    log,
    signal
  });
  let apart;
  let lacks2;
  try {
    apart = await keepApart(git, {
      places: trees,
      commits: { base, head: commit },
      setup: options.setup,
      run: options.run,
      env,
      signal,
      isProven: options.prepare !== void 0
    });
    for (const name of ["base", "head"]) await options.prepare?.(side(name, apart));
    const pointers = () => pointersIn(git, trees, env, signal);
    const early = options.setup === null ? null : lackingFiles(await pointers(), env);
    if (early !== null) log(`${early.file}: unless setup fetches it, ${early.message}`);
    for (const name of options.setup === null ? [] : ["base", "head"]) {
      const item = side(name, apart);
      await setUp(item, options.setup ?? "", (group) => services.push(group), limit());
    }
    await apart.built();
    lacks2 = [
      ...pointerWarnings(await pointers(), env),
      ...await unseenSubmodules(git, trees, env, signal)
    ];
  } catch (error) {
    await close();
    throw error;
  }
  const sides = { base: side("base", apart), head: side("head", apart) };
  const seed = options.seed ?? randomInt(2 ** 32);
  const maxSeconds = limit() ?? options.maxSeconds;
  const shared = {
    baseCommit: base,
    baseName: await baseName(git, options),
    headCommit: head,
    ofOneCommit: base === head,
    identical,
    changed,
    trees: { base: trees.base.tree, head: trees.head.tree },
    close,
    doubts: async () => [...lacks2, ...await apart.doubts()]
  };
  const using = (use) => {
    const { signal: signal2 } = use;
    const both2 = { base: { ...sides.base, signal: signal2 }, head: { ...sides.head, signal: signal2 } };
    const running = { ...options, ...use, watch: apart.watch, services };
    return { ...shared, maxSeconds: use.maxSeconds, ...rounds(both2, running, pinned, seed) };
  };
  return { ...using({ ...options, maxSeconds }), using };
}
function rounds(sides, options, pinned, seed) {
  const run4 = runner(sides, options, pinned);
  const seen = /* @__PURE__ */ new Set();
  const runOn = (name, text2, { number: number3, limitSeconds }) => {
    const { watch, filter = everything } = options;
    const isFirst = !seen.has(name);
    seen.add(name);
    return runSide(sides[name], {
      text: text2,
      round: number3,
      filter,
      pin: pinned,
      limitSeconds,
      watch: isFirst && watch !== void 0 ? (group) => watch(name, group) : void 0,
      keepsPrinted: false
    });
  };
  let number2 = 0;
  const disturbances = watchRounds(options.log);
  const runRound = async (filter, mayRepeat) => {
    number2++;
    const order = orderOf(seed, number2);
    let disturbed = null;
    for (; ; ) {
      const { base, head } = await run4.both(order, number2, filter ?? options.filter ?? everything);
      const found = disturbances.look(number2, [base, head], () => mayRepeat?.() !== false);
      disturbed = found.disturbed ?? disturbed;
      if (!found.again) return { number: number2, base: base.output, head: head.output, order, disturbed };
    }
  };
  const machine = () => machineReport(run4.looks, { pinned, ...disturbances.so() });
  const left = {
    base: leftIn(sides.base.place).profiles,
    head: leftIn(sides.head.place).profiles
  };
  return { seed, left, runRound, runOn, machine };
}
function runner(sides, { run: run4, commands, maxSeconds, keepsPrinted = false, watch, services }, pin) {
  const looks = [];
  const all = commands ?? [{ name: null, base: run4, head: run4 }];
  const longest = all.map(() => ({ base: 0, head: 0 }));
  const one = async (name, at, round, filter) => {
    const [text2, times] = [all[at]?.[name] ?? run4, longest[at] ?? { base: 0, head: 0 }];
    const limitSeconds = times[name] === 0 ? maxSeconds : Math.max(slackSeconds, slackFactor * times[name]);
    const isFirst = times[name] === 0;
    const served = secondsOfGroups(services);
    const before = lookAtMachine(pin);
    const output = await runSide(sides[name], {
      text: text2,
      round,
      filter,
      pin,
      limitSeconds,
      watch: isFirst && watch !== void 0 ? (group) => watch(name, group) : void 0,
      keepsPrinted
    });
    const after = lookAtMachine(pin);
    looks.push(before, after);
    times[name] = Math.max(times[name], output.wallSeconds);
    const cpus2 = pin === null ? availableParallelism2() : 1;
    const own = output.cpuSeconds + secondsOfGroups(services) - served;
    const other2 = otherWork(before, after, own, cpus2);
    return { name: all[at]?.name ?? null, output, steal: stolen(before, after), other: other2 };
  };
  const both2 = async (order, round, filter) => {
    const found = { base: [], head: [] };
    const names2 = order === "base-first" ? ["base", "head"] : ["head", "base"];
    for (const at of all.keys()) {
      for (const name of names2) found[name].push(await one(name, at, round, filter));
    }
    return { base: merged(found.base), head: merged(found.head) };
  };
  return { looks, both: both2 };
}

// src/source/rounds/inplace.ts
init_define_FLAMEGATE_PAGE();
import { randomInt as randomInt2 } from "node:crypto";
import { rmSync as rmSync2 } from "node:fs";
import { mkdir as mkdir3, mkdtemp as mkdtemp2, realpath as realpath5, rm as rm3 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join13 } from "node:path";
async function openInPlace(options) {
  const { directory, log, signal } = options;
  const env = outsideGit(options.env);
  const pinned = options.pin === true ? cpuToPin(env) : null;
  const root = await realpath5(await mkdtemp2(join13(tmpdir2(), "flamegate-")));
  const bin = join13(root, "bin");
  await mkdir3(bin);
  const removeNow = () => {
    endAllGroups();
    rmSync2(root, { recursive: true, force: true });
  };
  process.once("exit", removeNow);
  const services = [];
  const close = async () => {
    for (const group of services) endGroup(group);
    await rm3(root, { recursive: true, force: true }).catch(() => void 0);
    process.removeListener("exit", removeNow);
  };
  const side = async (name) => {
    const out = join13(root, name, "out");
    await mkdir3(out, { recursive: true });
    return { name, place: { tree: directory, directory, bin, out }, env, log, signal };
  };
  try {
    const sides = { base: await side("base"), head: await side("head") };
    if (options.setup !== null) {
      await setUp(sides.base, options.setup, (group) => services.push(group));
    }
    const seed = options.seed ?? randomInt2(2 ** 32);
    const same = options.commands?.every((commands) => commands.base === commands.head) ?? true;
    return {
      baseCommit: "",
      baseName: "",
      headCommit: "",
      ofOneCommit: false,
      identical: same,
      changed: 0,
      maxSeconds: options.maxSeconds,
      trees: { base: directory, head: directory },
      close,
      // Two commands in one directory: that they are two is for whoever typed them.
      doubts: () => Promise.resolve([]),
      ...rounds(sides, { ...options, services }, pinned, seed)
    };
  } catch (error) {
    await close();
    throw error;
  }
}

// src/flow/countruns.ts
init_define_FLAMEGATE_PAGE();

// src/compare/counts/events.ts
init_define_FLAMEGATE_PAGE();
var each = (weight, ...events) => events.map((text2) => [text2, weight]);
var firstLevel = ["I1mr", "D1mr", "D1mw"];
var lastLevel = ["ILmr", "DLmr", "DLmw"];
var mispredicts = ["Bcm", "Bim"];
var metrics = {
  branches: [
    { unit: "branches/op", sums: [each(1, "Bc", "Bi"), each(1, "branches:u")] },
    { unit: "mispredicts/op", sums: [each(1, ...mispredicts), each(1, "branch-misses:u")] }
  ],
  cache: [
    { unit: "L1-misses/op", sums: [each(1, ...firstLevel)] },
    { unit: "LL-misses/op", sums: [each(1, ...lastLevel), each(1, "cache-misses:u")] }
  ],
  cycles: [
    {
      // CEst of KCachegrind (libcore/eventtype.cpp), of the events that callgrind is asked for here.
      unit: "est-cycles/op",
      sums: [
        [
          ...each(1, "Ir"),
          ...each(10, ...mispredicts),
          ...each(10, ...firstLevel),
          ...each(100, ...lastLevel)
        ]
      ]
    }
  ]
};
function metricsOf(kinds, events) {
  const found = /* @__PURE__ */ new Map();
  for (const { unit, sums } of kinds.flatMap((kind) => metrics[kind])) {
    const sum = sums.find((texts) => texts.every(([event]) => events[event] !== void 0));
    if (sum === void 0) continue;
    found.set(
      unit,
      sum.reduce((all, [event, weight]) => all + weight * (events[event] ?? 0), 0)
    );
  }
  return found;
}

// src/compare/counts/functions.ts
init_define_FLAMEGATE_PAGE();
function costsOf(longer, shorter, operations, tree = "") {
  const costs = /* @__PURE__ */ new Map();
  const nameOf = (name) => identity(tree === "" ? name : name.replaceAll(`${tree}/`, ""));
  const named2 = (list) => list.map(({ name, file: file2, lines, calls }) => ({
    name: nameOf(name),
    file: tree !== "" && file2.startsWith(`${tree}/`) ? file2.slice(tree.length + 1) : file2,
    lines,
    calls: renamed(calls, nameOf)
  }));
  addTo(costs, named2(longer), 1 / operations);
  addTo(costs, named2(shorter), -1 / operations);
  return costs;
}
function renamed(calls, nameOf) {
  const found = /* @__PURE__ */ new Map();
  for (const [name, cost] of calls) addCall(found, nameOf(name), cost, 1);
  return found;
}
function addCall(calls, name, { times, instructions: instructions2 }, factor) {
  const known = calls.get(name) ?? { times: 0, instructions: 0 };
  calls.set(name, {
    times: known.times + times * factor,
    instructions: known.instructions + instructions2 * factor
  });
}
var identity = (name) => name.replace(/::h[0-9a-f]{16}$/, "");
function meanCosts(runs) {
  const costs = /* @__PURE__ */ new Map();
  for (const run4 of runs) addTo(costs, [...run4.values()], 1 / runs.length);
  return costs;
}
function addTo(costs, list, factor) {
  for (const { name, file: file2, lines, calls } of list) {
    let cost = costs.get(name);
    if (cost === void 0) {
      cost = { name, file: file2, own: 0, lines: /* @__PURE__ */ new Map(), calls: /* @__PURE__ */ new Map() };
      costs.set(name, cost);
    }
    for (const [line, count] of lines) {
      cost.own += count * factor;
      cost.lines.set(line, (cost.lines.get(line) ?? 0) + count * factor);
    }
    for (const [called, count] of calls) addCall(cost.calls, called, count, factor);
  }
}
var mostMoved = 20;
var leastPart = 5e-3;
function movedFunctions(base, head) {
  const names2 = /* @__PURE__ */ new Set([...base.keys(), ...head.keys()]);
  const all = [...names2].map((name) => {
    const [before, after] = [base.get(name), head.get(name)];
    return {
      name,
      file: after?.file || before?.file || "",
      line: lineOf(before, after),
      base: before?.own ?? 0,
      head: after?.own ?? 0
    };
  });
  const size = (countedFunction) => Math.abs(countedFunction.head - countedFunction.base);
  const order = all.toSorted((a, b) => size(b) - size(a) || (a.name < b.name ? -1 : 1));
  const largest = order[0] === void 0 ? 0 : size(order[0]);
  const isOne = (countedFunction) => size(countedFunction) > Math.max(0.5, leastPart * largest);
  const moved = order.slice(0, mostMoved).filter(isOne);
  const next = order[moved.length];
  return { moved, rest: next === void 0 ? 0 : size(next), all: all.length };
}
function lineOf(base, head) {
  const lines = head?.lines ?? base?.lines ?? /* @__PURE__ */ new Map();
  let [best, most2] = [0, 0];
  for (const [line, count] of lines) {
    if (line > 0 && count > most2) [best, most2] = [line, count];
  }
  return best;
}

// src/flow/countruns.ts
var both = ["base", "head"];
var fewest = 3;
var fewestEqual = 2;
var most = 9;
var step = 2;
var how = ({ left }, number2) => ({
  number: number2,
  // The first may take what is left; under a minute nothing would be known of a slow start.
  limitSeconds: Math.max(60, left())
});
async function onSides(sides, work) {
  const found = await Promise.allSettled(sides.map(work));
  return found.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}
async function countOne(runner2, wanted2, rate) {
  const runs = { base: [], head: [] };
  const few = wanted2.sides.length === 1 ? 1 : fewestEqual;
  let so;
  do {
    const had = Math.max(runs.base.length, runs.head.length);
    const more = had === 0 ? few : had < fewest ? fewest - had : step;
    await onSides(wanted2.sides, async (side) => {
      for (let i = 0; i < more; i++) {
        runs[side].push(await operation(runner2, wanted2, side, runs[side].length + 1));
      }
    });
    so = soFar(wanted2, runs, rate);
  } while (isOpen(so.counted, runner2.plan) && (so.counted.base.length < fewest || runner2.left() > 0));
  return so;
}
function isOpen(so, { threshold }) {
  const { tolerance, spread, base } = so;
  if (tolerance === null || spread === null || base.length >= most) return false;
  if (base.length < fewest) return spread > 0;
  if (base.length > fewest && spread > 5 * mostSpread) return false;
  return tolerance > threshold({ ...so, unit: instructionsUnit }) / 2;
}
function soFar({ package: path, benchmark, iterations }, runs, rate) {
  const [base, head] = both.map((side) => runs[side].map((run4) => run4.instructions));
  const sides = { base: base ?? [], head: head ?? [] };
  const costs = meansOf(runs);
  const counted3 = {
    package: path,
    benchmark,
    iterations,
    ...sides,
    spread: spreadOf(sides.base, sides.head),
    tolerance: toleranceOf(sides.base, sides.head, rate),
    ...metricsIn(runs, rate),
    functions: costs && movedFunctions(costs.base, costs.head)
  };
  return { counted: counted3, costs };
}
function metricsIn(runs, rate) {
  const units2 = [
    ...new Set(both.flatMap((side) => runs[side].flatMap((item) => [...item.metrics.keys()])))
  ];
  if (units2.length === 0) return {};
  const metrics2 = units2.map((unit) => {
    const side = (name) => runs[name].map((item) => item.metrics.get(unit) ?? 0);
    const [base, head] = [side("base"), side("head")];
    const [spread, tolerance] = [spreadOf(base, head), toleranceOf(base, head, rate)];
    return { unit, base, head, spread, tolerance };
  });
  return { metrics: metrics2 };
}
function meansOf(runs) {
  const [base, head] = both.map((side) => runs[side].flatMap(({ costs }) => costs ?? []));
  if (base === void 0 || head === void 0) return null;
  return base.length === 0 || head.length === 0 ? null : { base: meanCosts(base), head: meanCosts(head) };
}
async function operation(runner2, wanted2, side, number2) {
  const tree = runner2.bench.trees[side];
  const { events = [] } = runner2.plan;
  const costs = ({ profile }, start2, n) => profile && costsOf(profile, start2, n, tree);
  if (wanted2.iterations === null) {
    const all = await counted2(runner2, wanted2, side, number2, 1);
    const metrics3 = metricsOf(events, all.events);
    return { instructions: all.instructions, metrics: metrics3, costs: costs(all, [], 1) };
  }
  const [less, more] = wanted2.iterations;
  const shorter = await counted2(runner2, wanted2, side, number2, less);
  const longer = await counted2(runner2, wanted2, side, number2, more);
  const operations = more - less;
  const instructions2 = (longer.instructions - shorter.instructions) / operations;
  if (!(instructions2 > 0)) {
    throw new InputError(
      `${more} iterations took no more instructions than ${less}: it does not do its work in each iteration`
    );
  }
  const start = metricsOf(events, shorter.events);
  const metrics2 = new Map(
    [...metricsOf(events, longer.events)].map(([unit, count]) => [
      unit,
      (count - (start.get(unit) ?? 0)) / operations
    ])
  );
  return { instructions: instructions2, metrics: metrics2, costs: costs(longer, shorter.profile ?? [], operations) };
}
var tries = 2;
async function counted2(runner2, wanted2, side, number2, iterations) {
  const { bench, plan } = runner2;
  const counter = plan.counter.wrap(bench.left[side]).map(word).join(" ");
  for (let left = wanted2.iterations === null ? 1 : tries; ; left--) {
    try {
      const text2 = wanted2.text(iterations, counter, side);
      const output = await bench.runOn(side, text2, how(runner2, number2));
      await wanted2.check(output, iterations);
      return plan.counter.read(output.profiles);
    } catch (error) {
      if (left <= 1 || plan.signal?.aborted || !(error instanceof InputError)) throw error;
      plan.log(`${wanted2.benchmark}: ${error.message}; once more`);
    }
  }
}

// src/flow/counting.ts
var counterHere = (options, events = []) => chooseCounter(
  [perfHere(events), callgrindHere(callgrindSelf, events)],
  (program, args) => answer(program, args, {
    cwd: options.directory,
    env: outsideGit(options.env),
    signal: options.signal
  })
);
async function countHere(options, plan) {
  refuse(plan.work);
  const bench = await (options.inPlace === true ? openInPlace(options) : openBench(options));
  try {
    const base = bench.baseCommit === "" ? "" : `base ${bench.baseCommit.slice(0, 12)}, `;
    const head = bench.headCommit === "" ? "" : `head ${bench.headCommit.slice(0, 12)}, `;
    plan.log(`${base}${head}counted with ${plan.counter.name}`);
    const found = await countSides(bench, plan);
    const doubts = bench.identical ? [withItself] : await bench.doubts();
    return { ...found, warnings: [...found.warnings, ...doubts] };
  } finally {
    await bench.close();
  }
}
var withItself = {
  kind: "unmeasured",
  message: "base and head are the same code: this compares the counter with itself"
};
function refuse(work) {
  if (work.kind === "refused") throw cannotCount(work.why);
}
var cannotCount = (why) => new InputError(`instructions cannot be counted: ${why}`);
async function countSides(bench, plan) {
  refuse(plan.work);
  const start = performance.now();
  const left = () => bench.maxSeconds - (performance.now() - start) / 1e3;
  const runner2 = { bench, plan, left };
  const wanted2 = plan.work.kind === "whole" ? [whole(plan.work)] : await listedOn(runner2, plan.work);
  const benchmarks = [];
  const costs = [];
  const warnings = [];
  const rate = plan.alpha / wanted2.length;
  let longest = 0;
  for (const [i, one] of wanted2.entries()) {
    if (left() < longest || plan.signal?.aborted) {
      warnings.push(notReached(wanted2.length - i, plan.signal));
      break;
    }
    const began = performance.now();
    const found = await countOne(runner2, one, rate).catch(problemOf(one, plan));
    longest = Math.max(longest, (performance.now() - began) / 1e3);
    if ("problem" in found) warnings.push({ kind: "unmeasured", message: found.problem });
    else {
      benchmarks.push(found.counted);
      costs.push(found.costs);
      const seconds2 = ((performance.now() - began) / 1e3).toFixed(1);
      plan.log(`${i + 1} of ${wanted2.length}: ${progress(found.counted)}, ${seconds2} s`);
    }
  }
  return {
    counter: plan.counter.name,
    base: bench.baseCommit,
    name: bench.baseName,
    benchmarks,
    rows: rowsOf(benchmarks, plan.threshold),
    warnings,
    costs
  };
}
var rowsOf = (benchmarks, threshold) => benchmarks.flatMap(({ metrics: metrics2 = [], ...item }) => [
  countedRow(item, threshold({ ...item, unit: instructionsUnit })),
  ...metrics2.map((metric) => metricRow(item, metric, threshold({ ...item, unit: metric.unit })))
]);
function countFile(side, benchmarks) {
  const lines = benchmarks.flatMap((benchmark) => [
    `pkg: ${benchmark.package}`,
    ...benchmark[side].map(
      (count) => `Benchmark${goName(benchmark.benchmark)} 1 ${count} ${instructionsUnit}`
    )
  ]);
  const text2 = [`Unit ${instructionsUnit} better=lower`, ...lines, ""].join("\n");
  return { file: `${side}/counts.txt`, bytes: Buffer.from(text2) };
}
var goName = (name) => name.replaceAll(/\s+/g, "_");
function whole({ benchmark, run: run4 }) {
  return {
    package: "",
    benchmark,
    sides: both,
    iterations: null,
    text: (_, counter, side) => run4(counter, side),
    check: refuseTimed
  };
}
async function refuseTimed({ benchmarks, errors }) {
  const said3 = { file: "stderr", bytes: Buffer.from(errors.join("\n")) };
  for (const input of [...benchmarks, said3]) {
    const format = await formatOf(input);
    const tool2 = format ?? unreadTool(input);
    if (tool2 === null) continue;
    const who = format === null ? tool2 : `this is output of ${format}`;
    throw new InputError(
      `instructions of the whole command cannot be compared (${who}): such a tool repeats fast code more often; count a program that does the same work every time`
    );
  }
}
async function listedOn(runner2, work) {
  const [base, head] = await onSides(both, async (side) => {
    const output = await runner2.bench.runOn(side, work.list, how(runner2, 1));
    const printed = textOf(output);
    const why = work.refuses?.(printed) ?? null;
    if (why !== null) throw cannotCount(why);
    return work.listed(printed);
  });
  const key = (listed2) => JSON.stringify([listed2.package, listed2.benchmark]);
  const sides = {
    base: new Map(base?.map((listed2) => [key(listed2), listed2])),
    head: new Map(head?.map((listed2) => [key(listed2), listed2]))
  };
  const all = new Map([...sides.head, ...sides.base]);
  const keys = /* @__PURE__ */ new Set([...sides.base.keys(), ...sides.head.keys()]);
  if (keys.size === 0) throw new InputError("no benchmark was run: nothing to count");
  return [...keys].flatMap((name) => {
    const listed2 = all.get(name);
    return listed2 === void 0 ? [] : [
      wantedOf2(
        work,
        listed2,
        both.filter((side) => sides[side].has(name))
      )
    ];
  });
}
function wantedOf2(work, listed2, sides) {
  return {
    package: listed2.package,
    benchmark: listed2.benchmark,
    sides,
    iterations: pairOf(listed2.iterations),
    text: (iterations, counter) => work.run(listed2, iterations, counter),
    check: (output, iterations) => {
      const ran = work.ran(textOf(output), listed2, iterations);
      if (ran === iterations) return;
      throw new InputError(
        `asked for ${plural(iterations, "iteration")} of it alone, it printed ${ran === null ? "no such result" : ran}`
      );
    }
  };
}
function pairOf(iterations) {
  const decade = 10 ** Math.floor(Math.log10(Math.max(1, iterations)));
  const digit = iterations / decade;
  const more = Math.max(2, decade * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1));
  return [Math.max(1, Math.floor(more / 10)), more];
}
var textOf = ({ benchmarks }) => benchmarks.map(({ bytes }) => Buffer.from(bytes).toString("utf8")).join("\n");
var problemOf = (wanted2, { signal }) => (error) => {
  const isOurs = signal?.aborted || error instanceof InputError && wanted2.iterations !== null;
  if (!isOurs) throw error;
  const reason2 = error instanceof Error ? error.message : String(error);
  return { problem: `${wanted2.benchmark} could not be counted: ${reason2}` };
};
function notReached(count, signal) {
  const why = signal?.aborted ? signal.reason.message : "`max-time` is over";
  return { kind: "unmeasured", message: `${plural(count, "benchmark")} not counted: ${why}` };
}
function progress({ benchmark, base, head, spread }) {
  const [from, to] = [base, head].map((runs) => runs.length === 0 ? null : centre(runs));
  const values = [from, to].map((value) => value == null ? "-" : counted(value)).join(" -> ");
  const change = from == null || to == null ? "" : ` (${signed(to / from - 1)})`;
  const count = Math.max(base.length, head.length);
  const apart = spread !== null && spread > mostSpread;
  const unsuited = apart ? `, ${percent(spread)} apart: counting does not suit it` : "";
  return `${benchmark} ${values} instructions/op${change}, ${plural(count, "run")} a side${unsuited}`;
}

// src/source/rounds/rounds.ts
init_define_FLAMEGATE_PAGE();

// src/source/rounds/clock.ts
init_define_FLAMEGATE_PAGE();
function clockOf(maxSeconds, now = () => performance.now()) {
  const start = now();
  let mark = start;
  let longest = 0;
  const left = () => maxSeconds - (now() - start) / 1e3;
  const fits = (rounds2 = 1) => left() >= longest * 1.1 * rounds2;
  return {
    left,
    lap: () => {
      longest = Math.max(longest, (now() - mark) / 1e3);
      mark = now();
    },
    fits,
    fitsAgain: (done, least) => fits(Math.max(1, least - done))
  };
}

// src/source/rounds/keep.ts
init_define_FLAMEGATE_PAGE();
import { mkdir as mkdir4, readdir as readdir6, writeFile } from "node:fs/promises";
import { dirname as dirname4, join as join14 } from "node:path";
async function refuseUsed(directory) {
  const entries2 = await readdir6(directory).catch(() => []);
  if (entries2.length === 0) return;
  throw new InputError(
    "the rounds are to be kept there, and it is not empty: name a new directory",
    {
      file: directory
    }
  );
}
async function keepFiles(directory, files) {
  for (const { file: file2, bytes } of files) {
    const path = join14(directory, file2);
    try {
      await mkdir4(dirname4(path), { recursive: true });
      await writeFile(path, bytes);
    } catch (error) {
      const reason2 = error instanceof Error ? error.message : String(error);
      throw new InputError(`cannot be written: ${reason2}`, { file: path });
    }
  }
}

// src/source/rounds/output.ts
init_define_FLAMEGATE_PAGE();
import { join as join15 } from "node:path";

// src/source/rounds/commandtimes.ts
init_define_FLAMEGATE_PAGE();
function commandTimes(times, cpu, file2) {
  const lines = times.map(({ name, wallSeconds, cpuSeconds }) => {
    const more = cpu ? ` ${cpuSeconds} cpu-sec/op` : "";
    return `BenchmarkCommand/${name} 1 ${wallSeconds} sec/op${more}
`;
  });
  return { file: file2, bytes: Buffer.from(lines.join("")) };
}
var longestName = 60;
function commandName(run4) {
  const line = run4.trim().split("\n", 1)[0] ?? "";
  const plain2 = line.replaceAll(/["']/g, "").replace(/^(?:\$\{?FLAMEGATE_BIN\}?\/|\.\/)/, "");
  const name = plain2.trim().replaceAll(/[\s\p{C}/]+/gu, "_");
  return [...name].slice(0, longestName).join("") || "run";
}

// src/source/rounds/output.ts
function roundReader(bench, options) {
  const files = { base: noFiles(bench.baseCommit), head: noFiles(bench.headCommit) };
  const { environment, tables } = options;
  const forced = options.timeCommand === true;
  let kind = null;
  let isShown = false;
  const runOf = (found, commit) => readRun({ ...found, commit, time: (/* @__PURE__ */ new Date()).toISOString(), environment }, tables);
  const cut = (found, side) => {
    const tree = bench.trees[side];
    const profiles = found.profiles.map((input) => withoutTree(input, tree));
    const redact = withTree(options.redact, tree);
    const benchmarks = found.benchmarks.map((input) => seenFrom(input, tree));
    return redactFiles({ benchmarks, profiles }, redact, options.workspace);
  };
  return {
    files,
    format: () => {
      if (forced) return null;
      if (kind === null) return options.format;
      return kind.kind === "benchmarks" ? kind.format : null;
    },
    read: async ({ number: number2, ...output }, isFiltered) => {
      const expected = kind === null ? options.format !== null : kind.kind === "benchmarks";
      const benchmarks = expected && !forced;
      const as = { format: tables.benchmarkFormat };
      const bare = { base: await isBare(output.base, as), head: await isBare(output.head, as) };
      if (isFiltered && benchmarks && bare.base && bare.head) return null;
      kind ??= forced ? timesOf(output.base, output.head) : await kindOf2(output.base, output.head, as);
      const known = kind;
      const name = (side) => `${side}/round-${number2}`;
      const found = (side) => foundIn(output[side], bare[side], known, options, name(side));
      const base = await cut(found("base"), "base");
      const head = await cut(found("head"), "head");
      if (options.keep !== null) {
        await keepFiles(
          options.keep,
          [base, head].flatMap((item) => [...item.benchmarks, ...item.profiles])
        );
        for (const side of ["base", "head"]) {
          const { printed } = output[side];
          const { benchmarks: benchmarks2 } = await cut({ benchmarks: printed, profiles: [] }, side);
          await keepFiles(join15(options.keep, "printed", name(side)), benchmarks2);
        }
      }
      const round = {
        base: await runOf(base, bench.baseCommit),
        head: await runOf(head, bench.headCommit)
      };
      add(files.base, base);
      add(files.head, head);
      if (!isShown && isOneSided(round)) {
        isShown = true;
        show(output.base, name("base"), options.log);
        show(output.head, name("head"), options.log);
      }
      return round;
    }
  };
}
var withTree = (redact, tree) => redact === null ? null : { ...redact, paths: [...redact.paths, tree] };
function withoutTree(input, tree) {
  const bytes = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.length);
  if (!bytes.includes(`${tree}/`) || foreignReader(bytes) === null) return input;
  const prefix2 = Buffer.from(`${tree}/`).toString("latin1");
  const text2 = bytes.toString("latin1").replaceAll(prefix2, "");
  return { ...input, bytes: Buffer.from(text2, "latin1") };
}
var noFiles = (commit) => ({
  commit,
  benchmarks: [],
  profiles: [],
  redaction: void 0
});
function add(files, found) {
  files.benchmarks.push(...found.benchmarks);
  files.profiles.push(...found.profiles);
  if (found.redaction === void 0) return;
  if (files.redaction === void 0) files.redaction = { ...found.redaction };
  else {
    for (const what of Object.keys(found.redaction)) {
      files.redaction[what] += found.redaction[what];
    }
  }
}
var leastCpuSeconds = 0.02;
async function isBare({ benchmarks }, as) {
  return (await Promise.all(benchmarks.map((file2) => isEmpty(file2, as)))).every(Boolean);
}
async function kindOf2(base, head, as) {
  const all = [...base.benchmarks, ...head.benchmarks];
  const formats = await Promise.all(all.map((file2) => formatOf(file2, as)));
  const format = formats.find((word3) => word3 !== null);
  if (format !== void 0 && format !== null) {
    if ((base.times?.length ?? 0) < 2) return { kind: "benchmarks", format };
    throw new InputError(
      "the command prints benchmarks, which have names of their own: --vary is for commands whose time is measured"
    );
  }
  if (base.isWritten || head.isWritten) await readBenchmarks(all, as);
  for (const side of [base, head]) refuseResults(side);
  return timesOf(base, head);
}
var timesOf = (base, head) => ({
  kind: "command",
  cpu: [base, head].every(hasCpuTime)
});
function refuseResults({ benchmarks, errors }) {
  for (const input of benchmarks) refuseUnread(input, errors);
}
var hasCpuTime = (output) => (output.times ?? [output]).every(
  (one) => one.cpuSeconds >= leastCpuSeconds
);
function foundIn(output, isBare2, kind, options, name) {
  const { profiles } = output;
  if (kind.kind === "command") {
    if (options.timeCommand !== true) {
      if (output.isWritten || !isBare2) {
        throw new InputError(`${name}: benchmark output, where the first round had none`);
      }
      refuseResults(output);
    }
    const times = output.times ?? [{ ...output, name: commandName(options.run) }];
    return { benchmarks: [commandTimes(times, kind.cpu, `${name}/times.txt`)], profiles };
  }
  if (!isBare2) return output;
  show(output, name, options.log);
  const told = output.benchmarks.map(unreadTool).find((tool2) => tool2 !== null);
  throw new InputError(
    `${name}: ${told ?? "no benchmark result where another run had some; the log has what it printed"}`
  );
}
function isOneSided({ base, head }) {
  const failed = [base, head].some((run4) => run4.warnings.some(({ kind }) => kind === "failed"));
  return failed || lacks(base, head) || lacks(head, base);
}
function lacks(run4, other2) {
  const names2 = new Set(run4.series.map(({ benchmark }) => benchmark));
  return other2.series.some(({ benchmark }) => !names2.has(benchmark));
}
function show(output, name, log) {
  const printed = output.benchmarks.flatMap(({ bytes }) => lastLinesOf(bytes));
  log(`${name} printed${printed.length === 0 ? " nothing" : ":"}`);
  for (const line of printed) log(`    ${line}`);
  if (output.errors.length > 0) log(`${name} printed to standard error:`);
  for (const line of output.errors) log(`    ${line}`);
}

// src/source/rounds/progress.ts
init_define_FLAMEGATE_PAGE();
function progress2({ base, head, order }, now) {
  const times = { base: `base ${seconds(base)}`, head: `head ${seconds(head)}` };
  const both2 = order === "base-first" ? `${times.base}, ${times.head}` : `${times.head}, ${times.base}`;
  const { open: open3, decided: decided2 } = now.last;
  const all = decided2.length + open3.length;
  const so = decided2.length === 0 ? "" : open3.length === 0 ? "; all decided, looking for the function that did it" : `; ${decided2.length} of ${all} decided`;
  return `round ${now.count} of at most ${now.most}: ${both2}${so}; ${duration(now.left)} left`;
}
function news(before, now) {
  const key = ({ name, verdict }) => JSON.stringify([name, verdict]);
  const told = new Set(before.map(key));
  return now.filter((decided2) => !told.has(key(decided2))).map(({ name, text: text2 }) => `${name}: ${text2}`);
}
var seconds = (item) => `${item.wallSeconds.toFixed(2)} s`;

// src/source/rounds/repeated.ts
init_define_FLAMEGATE_PAGE();
function areRepeated(rounds2) {
  const seen = /* @__PURE__ */ new Map();
  for (const run4 of rounds2.flatMap(({ base, head }) => [base, head])) {
    for (const series of run4.series) {
      if (!isTimed(series.unit)) continue;
      const key = seriesKey(series);
      for (const value of series.samples) {
        if ((seen.get(key) ?? value) !== value) return false;
        seen.set(key, value);
      }
    }
  }
  return seen.size > 0 && rounds2.length > 1;
}

// src/source/rounds/rounds.ts
async function measureRounds(options, only, look) {
  if (options.keep !== null) await refuseUsed(options.keep);
  const kept2 = { ...options, keepsPrinted: options.keep !== null };
  const bench = await (options.inPlace === true ? openInPlace(kept2) : openBench(kept2));
  try {
    return await roundsOn(bench, options, only ?? [], look);
  } finally {
    await bench.close();
  }
}
async function roundsOn(bench, options, only, look) {
  const { log } = options;
  log(opening(bench));
  const reader = roundReader(bench, options);
  const clock2 = clockOf(bench.maxSeconds);
  const least = options.looks[0]?.after ?? 1;
  const rounds2 = [];
  let last = { open: only, decided: [], done: false };
  let narrow = true;
  let stopped = null;
  let problem = null;
  while (stopped === null) {
    const open3 = narrow ? last.open : [];
    const filter = filterOf(open3, reader.format());
    const mayRepeat = () => {
      clock2.lap();
      return clock2.fitsAgain(rounds2.length, least);
    };
    const found = await nextRound(bench, reader, { filter, signal: options.signal, mayRepeat });
    clock2.lap();
    if (found.kind === "stopped") {
      if (rounds2.length === 0) throw found.reason;
      problem = found.reason;
      stopped = options.signal?.aborted ? "cancelled" : "failed";
      break;
    }
    if (found.kind === "nothing" || leftOut(open3, found.round)) {
      log("the filter left out benchmarks that it should run: from now on everything is measured");
      narrow = false;
    }
    if (found.kind === "round") {
      rounds2.push(found.round);
      const most2 = options.looks.at(-1)?.after ?? 0;
      const now = { count: rounds2.length, most: most2, last, left: clock2.left() };
      if (options.live === void 0) log(progress2(found.output, now));
      else options.live.round(now);
      const before = last;
      if (options.looks.some(({ after }) => after === rounds2.length)) last = look(rounds2);
      const told = options.live === void 0 ? news(before.decided, last.decided) : [];
      for (const line of told) log(line);
    }
    stopped = reason(rounds2.length, last, options, clock2);
  }
  if (stopped === "cancelled") problem = options.signal?.reason;
  const { repeated, sentences, taken } = bench.machine();
  const { seed, baseCommit: base, baseName: name } = bench;
  return {
    rounds: rounds2,
    repeated,
    seed,
    base,
    name,
    baseIsHead: bench.ofOneCommit,
    machine: sentences,
    taken,
    warnings: [
      ...problem === null ? [] : [endedBy(problem, rounds2.length)],
      ...bench.identical ? [withItself2] : [],
      ...areRepeated(rounds2) ? [sameTimes] : []
    ],
    doubts: bench.identical ? [] : await bench.doubts(),
    stopped,
    files: reader.files
  };
}
var withItself2 = {
  kind: "unmeasured",
  message: "base and head are the same code: this compares the machine with itself"
};
var sameTimes = {
  kind: "unmeasured",
  message: "every round printed the same times on both sides, to the last digit: nothing was measured; is it the output of a cache or of an old file?"
};
var endedBy = (problem, count) => ({
  kind: "unmeasured",
  message: `${problem.message} (after ${count} ${count === 1 ? "round" : "rounds"})`
});
async function nextRound(bench, reader, {
  filter,
  signal,
  mayRepeat
}) {
  try {
    signal?.throwIfAborted();
    const output = await bench.runRound(filter, mayRepeat);
    const round = await reader.read(output, filter !== null);
    return round === null ? { kind: "nothing" } : { kind: "round", round, output };
  } catch (error) {
    const expected = signal?.aborted || error instanceof InputError;
    if (expected && error instanceof Error) return { kind: "stopped", reason: error };
    throw error;
  }
}
function filterOf(open3, format) {
  if (open3.length === 0 || format === null) return null;
  return filterFor(format, open3);
}
function leftOut(open3, { base, head }) {
  const ran = new Set([...base.series, ...head.series].map((series) => series.benchmark));
  return open3.some((name) => !ran.has(name));
}
function reason(count, last, { looks, signal, live }, clock2) {
  if (last.done && last.open.length === 0) return "decided";
  if (signal?.aborted) return "cancelled";
  if (last.done || count >= (looks.at(-1)?.after ?? 0)) return "max-rounds";
  if (live?.enough() === true && count > 0) return "enough";
  return clock2.fits() ? null : "max-time";
}
function opening({ baseCommit: baseCommit2, headCommit: headCommit2, changed, seed }) {
  if (baseCommit2 === "") return `two commands in turn, in this directory; seed ${seed}`;
  const files = changed === 1 ? "one file" : `${changed} files`;
  const also = changed === 0 ? "" : ` with ${files} not as committed`;
  return `base ${baseCommit2.slice(0, 12)}, head ${headCommit2.slice(0, 12)}${also}; seed ${seed}`;
}

// src/flow/remeasure.ts
init_define_FLAMEGATE_PAGE();

// src/source/rounds/presets/index.ts
init_define_FLAMEGATE_PAGE();

// src/source/rounds/presets/cargo.ts
init_define_FLAMEGATE_PAGE();

// src/source/rounds/presets/criterion.ts
init_define_FLAMEGATE_PAGE();
var itsTimes = `in_full() {
  : >"$FLAMEGATE_BIN/exact"
  find "$FLAMEGATE_BIN/criterion" -path '*/new/estimates.json' >"$FLAMEGATE_BIN/estimates" 2>/dev/null || :
  while IFS= read -r of; do
    name=$(sed -n 's/.*"title":"\\([^"\\]*\\)".*/\\1/p' "\${of%estimates.json}benchmark.json")
    time=$(sed -n 's/.*"median":{"confidence_interval":{[^}]*},"point_estimate":\\([0-9.]*\\),.*/\\1/p' "$of")
    [ -z "$name" ] || [ -z "$time" ] || printf 'test %s ... bench: %s ns/iter\\n' "$name" "$time" >>"$FLAMEGATE_BIN/exact"
  done <"$FLAMEGATE_BIN/estimates"
  printed=$(grep -c ' [.][.][.] bench: .* ns/iter' "$FLAMEGATE_BIN/printed" || :)
  exact=$(grep -c . "$FLAMEGATE_BIN/exact" || :)
  if [ "$printed" = "$exact" ]; then cat "$FLAMEGATE_BIN/exact"; else cat "$FLAMEGATE_BIN/printed"; fi
}`;
var withItsTimes = (command) => `rm -rf "$FLAMEGATE_BIN/criterion"
export CRITERION_HOME="$FLAMEGATE_BIN/criterion"
${command} >"$FLAMEGATE_BIN/printed" || { status=$?; cat "$FLAMEGATE_BIN/printed"; exit $status; }
in_full`;

// src/source/rounds/presets/preset.ts
init_define_FLAMEGATE_PAGE();
var cannot = (reason2) => ({ cannot: reason2 });
var roundsWanted = 10;
var shareOfRounds = 0.7;
var timesOfBenchtime = 2;
var longestSeconds = 1;
var leastSeconds = 0.05;
function benchtime(count, seconds2) {
  const runs = 2 * roundsWanted * timesOfBenchtime * Math.max(1, count);
  const each2 = seconds2 * shareOfRounds / runs;
  if (each2 < leastSeconds / 2) return null;
  return Math.round(Math.min(longestSeconds, Math.max(leastSeconds, each2)) * 100) / 100;
}
var tooMany = (count) => cannot(`${count} benchmarks are too many for the time that is left (\`max-time\`)`);
function benchmarksOf(rows2) {
  return [...new Map(rows2.map((named2) => [benchmarkKey(named2), named2])).values()];
}
function shortened(list) {
  const shown = 3;
  const more = list.length > shown ? ` and ${list.length - shown} more` : "";
  return `${list.slice(0, shown).join(" ")}${more}`;
}

// src/source/rounds/presets/cargo.ts
var plainName = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;
var functionPath = /^[A-Za-z_][A-Za-z0-9_]*(?:::[A-Za-z_][A-Za-z0-9_]*)*$/;
var longestNames = 3e4;
var cargoPreset = async (wanted2, checkout, seconds2) => {
  if (checkout.program("cargo") === null) return cannot("cargo is not on the PATH");
  const directory = await manifestDirectory(checkout);
  if (typeof directory !== "string") return directory;
  const workspace = await workspaceOf(directory, checkout);
  if ("cannot" in workspace) return workspace;
  const names2 = benchmarksOf(wanted2.suspects).map((named2) => named2.benchmark);
  const time = benchtime(names2.length, seconds2);
  if (time === null) return tooMany(names2.length);
  const locked = await checkout.isTracked(joined(workspace.root, "Cargo.lock")) ? " --locked" : "";
  const cargo = `${ownTarget} cargo bench --offline${locked}`;
  const programs2 = programsOf(workspace.targets, names2, time);
  if (programs2.length === 0) return cannot("cargo knows no benchmark here (`[[bench]]`)");
  const at = (command) => inDirectory(directory, `${cargo} ${command}`);
  const measured = (program) => {
    const command = at(`${program.targets} -- ${program.flags}`);
    return program.isCriterion ? `${itsTimes}
${withItsTimes(command)}` : command;
  };
  return {
    tool: "cargo bench",
    setup: programs2.map((program) => at(`--no-run ${program.targets}`)).join("\n"),
    run: programs2.map(measured).join("\n"),
    env: { CARGO_NET_OFFLINE: "true", CARGO_TERM_COLOR: "never", RUSTUP_AUTO_INSTALL: "0" },
    says: `cargo bench --offline${locked} ${programs2.map((program) => program.targets).join(" ")}, with a filter`,
    directories: directory === "" ? [] : [directory],
    links: [],
    probe: null
  };
};
var ownTarget = 'CARGO_TARGET_DIR="$FLAMEGATE_BIN/target" CARGO_BUILD_BUILD_DIR="$FLAMEGATE_BIN/target"';
var joined = (...parts2) => parts2.filter(Boolean).join("/");
async function manifestDirectory(checkout) {
  const found = (await checkout.named("Cargo.toml")).map(
    (file2) => file2.split("/").slice(0, -1).join("/")
  );
  const usable = found.filter((text2) => text2 === "" || isInside(text2));
  const above = usable.filter(
    (text2) => text2 === "" || `${checkout.directory}/`.startsWith(`${text2}/`)
  );
  const [nearest] = above.sort((a, b) => b.length - a.length);
  if (nearest !== void 0) return nearest;
  const depth = (text2) => text2.split("/").length;
  const [first, second] = usable.sort((a, b) => depth(a) - depth(b));
  if (first === void 0) return cannot("this repository has no Cargo.toml");
  if (second === void 0 || depth(second) > depth(first)) return first;
  return cannot("this repository has several Cargo.toml and none above this directory");
}
async function workspaceOf(directory, checkout) {
  const args = ["metadata", "--offline", "--no-deps", "--format-version", "1"];
  const text2 = await checkout.ask("cargo", args, directory);
  if (text2 === null) return cannot("cargo metadata fails here");
  const metadata = metadataOf(text2);
  if (metadata === null) return cannot("cargo metadata says nothing that can be read");
  const root = below(metadata.workspace_root, checkout.top);
  if (root === null) return cannot("the Cargo workspace begins outside of this repository");
  const targets = [];
  for (const { name: item, dependencies, targets: all } of metadata.packages) {
    const uses = dependencies.some(({ name }) => /criterion/.test(name));
    for (const { name, kind: kinds, src_path } of all) {
      const kind = kinds.includes("bench") ? "bench" : kinds.includes("lib") ? "lib" : null;
      if (kind === null || !plainName.test(item) || !plainName.test(name)) continue;
      const source = below(src_path, checkout.top);
      const code = source === null ? null : await checkout.read(source);
      const isCriterion = uses && kind === "bench" && /criterion/.test(code ?? "criterion");
      targets.push({ package: item, name, kind, isCriterion });
    }
  }
  return { root, targets };
}
function metadataOf(text2) {
  const isText = (...values) => values.every((item) => typeof item === "string");
  try {
    const whole3 = JSON.parse(text2);
    const packages2 = whole3.packages.map(({ name, dependencies, targets }) => ({
      name,
      dependencies: dependencies.filter((item) => isText(item.name)),
      targets: targets.filter((item) => isText(item.name, item.src_path, ...item.kind))
    }));
    return isText(whole3.workspace_root, ...packages2.map(({ name }) => name)) ? { workspace_root: whole3.workspace_root, packages: packages2 } : null;
  } catch {
    return null;
  }
}
function below(path, top) {
  if (path === top) return "";
  return path.startsWith(`${top}/`) ? path.slice(top.length + 1) : null;
}
function programsOf(targets, names2, time) {
  const benches = targets.filter((target2) => target2.kind === "bench");
  const criterion = benches.filter((target2) => target2.isCriterion);
  const libtest = benches.filter((target2) => !target2.isCriterion);
  const inLibrary = names2.some((name) => name.includes("::")) || benches.length === 0;
  const libraries = inLibrary ? targets.filter((target2) => target2.kind === "lib") : [];
  const programs2 = [];
  if (criterion.length > 0) {
    const times = `--warm-up-time ${Math.max(0.05, time / 2)} --measurement-time ${time}`;
    const flags = `--output-format bencher ${times} "$FLAMEGATE_FILTER"`;
    programs2.push({ targets: chosen(criterion), flags, isCriterion: true });
  }
  if (libtest.length + libraries.length > 0) {
    const targets2 = chosen([...libtest, ...libraries]);
    programs2.push({ targets: targets2, flags: exactly(names2), isCriterion: false });
  }
  return programs2;
}
function chosen(targets) {
  const packages2 = [...new Set(targets.map((target2) => target2.package))].map(
    (text2) => `-p ${quoted(text2)}`
  );
  const benches = targets.filter((target2) => target2.kind === "bench").map((target2) => `--bench ${quoted(target2.name)}`);
  const library = targets.some((target2) => target2.kind === "lib") ? ["--lib"] : [];
  return [...packages2, ...library, ...new Set(benches)].join(" ");
}
function exactly(names2) {
  const plain2 = names2.every((name) => functionPath.test(name));
  const all = names2.map(quoted).join(" ");
  return plain2 && all.length <= longestNames ? `--exact ${all}` : "";
}

// src/source/rounds/presets/go.ts
init_define_FLAMEGATE_PAGE();

// src/source/rounds/presets/fixed/go.ts
init_define_FLAMEGATE_PAGE();

// src/source/rounds/presets/fixed/fixed.ts
init_define_FLAMEGATE_PAGE();
var listSeconds = 0.01;
var refused = (why) => ({ kind: "refused", why });
var wholeText = (text2) => wholeTexts(commandName(text2), text2, text2);
var wholeTexts = (name, base, head) => ({
  kind: "whole",
  benchmark: `Command/${name}`,
  run: (counter, side) => `${counter} "\${BASH:-sh}" -e \${BASH:+-o pipefail} -c ${quotedScript(side === "base" ? base : head)}`
});
var wholeCommand = (command) => ({
  kind: "whole",
  benchmark: `Command/${commandName(command)}`,
  run: (counter) => `${counter} ${command}`
});

// src/source/rounds/presets/fixed/go.ts
var single = `GOMAXPROCS=1 GODEBUG="asyncpreemptoff=1,gcstoptheworld=2\${GODEBUG:+,$GODEBUG}"`;
var goNameOf = `name=$(printf %s "$package" | tr / %)`;
var goName2 = (path) => path.replaceAll("/", "%");
function goFixed(item) {
  const in_ = (only, before, flags) => `while read -r package directory; do
  ${only}${goNameOf}
  (cd "$directory" && ${single} ${before}"$FLAMEGATE_BIN/$name.test" ${[...flags, ...item.flags, ...item.rest].join(" ")} </dev/null)
done <"$FLAMEGATE_BIN/packages"`;
  const times = (text2) => [`-test.benchtime=${text2}`, "-test.cpu=1", "-test.count=1"];
  return {
    kind: "each",
    list: in_("", "", [`-test.bench="$FLAMEGATE_FILTER"`, ...times(`${listSeconds * 1e3}ms`)]),
    listed: results,
    run: ({ package: path, benchmark }, iterations, counter) => in_(`[ "$package" = ${word(path)} ] || continue
  `, `${counter} `, [
      `-test.bench=${word(goFilter([benchmark]))}`,
      ...times(`${iterations}x`)
    ]),
    ran: (printed, { package: path, benchmark }) => {
      const all = results(printed);
      const [only] = all;
      const isIt = only?.package === path && only.benchmark === benchmark;
      return isIt && all.length === 1 ? only.iterations : null;
    }
  };
}
function results(printed) {
  const found = [];
  let path = "";
  for (const line of printed.split("\n")) {
    path = /^pkg: (\S+)/.exec(line)?.[1] ?? path;
    const [, benchmark, iterations] = /^Benchmark(\S*)\s+(\d+)\s/.exec(line) ?? [];
    if (benchmark === void 0 || benchmark === "") continue;
    found.push({ package: path, benchmark, iterations: Number(iterations) });
  }
  return found;
}

// src/source/rounds/presets/go.ts
var importPath = /^[A-Za-z0-9_~][A-Za-z0-9._~+-]*(?:\/[A-Za-z0-9_~][A-Za-z0-9._~+-]*)*$/;
var offline = {
  GOPROXY: "off",
  // Private modules would be fetched past GOPROXY.
  GONOPROXY: "none",
  GOVCS: "*:off",
  GOTOOLCHAIN: "local"
};
var goPreset = async (wanted2, checkout, seconds2) => {
  if (checkout.program("go") === null) return cannot("go is not on the PATH");
  const outside2 = outsideCode(checkout.env);
  if (outside2 !== null) return cannot(outside2);
  const names2 = [...new Set(wanted2.suspects.map((named2) => named2.package))].sort();
  const modules = await modulesOf(checkout);
  const packages2 = [];
  for (const name of names2) {
    const found = await packageOf(name, modules, checkout);
    if ("cannot" in found) return found;
    packages2.push(found);
  }
  const each2 = packages2.map((item) => {
    const all = wanted2.all.filter((row) => row.package === item.name);
    const suspects = wanted2.suspects.filter((row) => row.package === item.name);
    return { ...item, ...shape(all, suspects) };
  });
  const count = each2.reduce((sum, item) => sum + item.runs, 0);
  const time = benchtime(count, seconds2);
  if (time === null) return tooMany(count);
  const flags = `-test.benchtime=${Math.round(time * 1e3)}ms`;
  const paths = each2.map((item) => `./${item.path}`);
  return {
    tool: "go test",
    setup: each2.map(build).join("\n"),
    run: each2.map((item) => run(item, flags)).join("\n"),
    env: offline,
    says: `go test -c ${shortened(paths)}; its test binary with -test.bench=... ${flags}`,
    directories: each2.map((item) => item.directory),
    links: [],
    probe: null,
    counts: countsOf(each2)
  };
};
function countsOf(each2) {
  const place2 = ({ name, directory }) => `printf '%s %s\\n' ${quoted(name)} "$PWD"${directory === "" ? "" : `/${quoted(directory)}`} >>"$FLAMEGATE_BIN/packages"`;
  const nameOf = ({ package: path, benchmark }) => {
    const own = each2.find(({ name }) => name === path);
    return stripped(benchmark, own?.cpus ?? []);
  };
  return {
    setup: each2.map((shaped) => `${build(shaped)}
${place2(shaped)}`).join("\n"),
    work: goFixed({ flags: [`-test.run='^$'`], rest: [] }),
    filter: goFilter(each2.flatMap((shaped) => shaped.plain)),
    nameOf
  };
}
var joined2 = (...parts2) => parts2.filter(Boolean).join("/");
function outsideCode(env) {
  const [flag] = /-(?:modfile|overlay|C)\b/.exec(env.GOFLAGS ?? "") ?? [];
  if (flag !== void 0)
    return `GOFLAGS has ${flag}, which may name code outside of the two trees`;
  const work = env.GOWORK ?? "";
  return work === "" || work === "off" ? null : "GOWORK names a workspace outside of the two trees";
}
async function modulesOf(checkout) {
  const modules = [];
  for (const file2 of await checkout.named("go.mod")) {
    const directory = file2.split("/").slice(0, -1).join("/");
    if (/(?:^|\/)(?:testdata|vendor|[._][^/]*)(?:\/|$)/.test(directory)) continue;
    if (directory !== "" && !isInside(directory)) continue;
    const text2 = await checkout.read(file2);
    const path = text2 === null ? null : modulePath(text2);
    if (text2 !== null && path !== null) modules.push({ path, directory, text: text2 });
  }
  const depth = (module) => module.directory.split("/").length;
  return modules.sort((a, b) => b.path.length - a.path.length || depth(a) - depth(b));
}
function modulePath(text2) {
  const [, path = null] = /^[ \t]*module[ \t]+["`]?([^\s"`()]+)/m.exec(text2) ?? [];
  return path !== null && importPath.test(path) ? path : null;
}
async function packageOf(name, modules, checkout) {
  if (name === "") return cannot("the output does not name the package (its line `pkg:`)");
  if (!importPath.test(name)) return cannot(`${JSON.stringify(name)} is not the path of a package`);
  if (modules.length === 0) return cannot("this repository has no go.mod");
  const own = modules.filter((item) => name === item.path || name.startsWith(`${item.path}/`));
  if (own.length === 0) return cannot(`the package ${name} is not of a module of this repository`);
  for (const module of own) {
    const path = name.slice(module.path.length + 1);
    const directory = joined2(module.directory, path);
    if (directory !== "" && !await checkout.isDirectory(directory)) continue;
    const elsewhere = replacedBy(module.text, checkout.top);
    if (elsewhere === null) return { name, module, path, directory };
    return cannot(
      `${joined2(module.directory, "go.mod")} replaces a module by ${elsewhere}, which is the same on both sides`
    );
  }
  return cannot(`the package ${name} has no directory here`);
}
function replacedBy(text2, top) {
  const targets = [...text2.matchAll(/=>[ \t]*["`]?([^\s"`]+)/g)].map(([, to = ""]) => to);
  return targets.find((to) => to === top || to.startsWith(`${top}/`)) ?? null;
}
var memory = /* @__PURE__ */ new Set(["B/op", "allocs/op"]);
function shape(all, suspects) {
  const cpus2 = cpusOf(
    benchmarksOf(all).map((named2) => named2.benchmark),
    benchmarksOf(suspects).map((named2) => named2.benchmark)
  );
  const plain2 = new Set(benchmarksOf(suspects).map((named2) => stripped(named2.benchmark, cpus2)));
  return {
    cpus: cpus2,
    benchmem: [...all, ...suspects].some((named2) => memory.has(named2.unit)),
    plain: [...plain2],
    runs: plain2.size * cpus2.length
  };
}
var suffix = /-([1-9]\d{0,3})$/;
var suffixOf = (name) => Number(suffix.exec(name)?.[1] ?? 1);
function cpusOf(all, suspects) {
  const suffixes = (names2) => new Set(names2.map(suffixOf));
  const seen = suffixes(all);
  if (seen.size <= 1 && !seen.has(1)) return [...seen];
  const have = new Set(all);
  const isList = all.every((name) => {
    const bare = name.replace(suffix, "");
    return [...seen].every((cpu) => have.has(cpu === 1 ? bare : `${bare}-${cpu}`));
  });
  return isList && seen.size > 1 ? [...suffixes(suspects)].sort((a, b) => a - b) : [1];
}
var stripped = (name, cpus2) => cpus2.includes(suffixOf(name)) ? name.replace(suffix, "") : name;
var build = ({ name, module, path }) => inDirectory(
  module.directory,
  `go test -c -o ${binary(name)} ./${path === "" ? "" : quoted(path)} && test -x ${binary(name)}`
);
var binary = (name) => `"$FLAMEGATE_BIN"/${quoted(`${goName2(name)}.test`)}`;
function run(shaped, flags) {
  const all = [
    binary(shaped.name),
    `-test.run='^$'`,
    `-test.bench="$FLAMEGATE_FILTER"`,
    flags,
    "-test.count=1",
    `-test.cpu=${shaped.cpus.join(",")}`,
    ...shaped.benchmem ? ["-test.benchmem"] : [],
    `-test.cpuprofile="$FLAMEGATE_PROFILES"/${quoted(`${goName2(shaped.name)}.pprof`)}`
  ];
  return inDirectory(shaped.directory, all.join(" "));
}

// src/source/rounds/presets/pytest.ts
init_define_FLAMEGATE_PAGE();
import { delimiter as delimiter4 } from "node:path";

// src/source/rounds/presets/directory.ts
init_define_FLAMEGATE_PAGE();
async function directoryOf2(files, checkout) {
  let roots;
  for (const file2 of files) {
    const there = await checkout.named(file2.split("/").at(-1) ?? "");
    const set = new Set(
      there.filter((path) => path === file2 || path.endsWith(`/${file2}`)).map((path) => path.slice(0, path.length - file2.length).replace(/\/$/, ""))
    );
    roots = roots === void 0 ? set : new Set([...roots].filter((root) => set.has(root)));
    if (roots.size === 0) return cannot(`the file ${file2} is not in this repository`);
  }
  const isUsable = (root) => root === "" || isInside(root);
  const all = [...roots ?? []].filter(isUsable);
  const above = all.filter(
    (root) => root === "" || `${checkout.directory}/`.startsWith(`${root}/`)
  );
  const [nearest] = above.sort((a, b) => b.length - a.length);
  const [only, ...others] = all;
  if (nearest !== void 0) return nearest;
  if (only !== void 0 && others.length === 0) return only;
  return cannot(`${files[0] ?? ""} is in several directories of this repository`);
}

// src/source/rounds/presets/fixed/pytest.ts
init_define_FLAMEGATE_PAGE();
var filterPlugin = `cat >"$FLAMEGATE_BIN/flamegate_filter.py" <<'END'
import os, re
def pytest_collection_modifyitems(config, items):
    wanted = re.compile(os.environ.get("FLAMEGATE_FILTER", "."))
    chosen = [item for item in items if wanted.search(item.nodeid)]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen
END`;
var switchModule = `import ctypes, mmap, platform, sys
if platform.machine() != "x86_64" or sys.maxsize < 2**32:
    raise SystemExit("the request is written for x86-64")
# mov rax, rdi; mov rdx, rsi; rol rdi, 3; rol rdi, 13; rol rdi, 61; rol rdi, 51; xchg rbx, rbx; mov rax, rdx; ret
code = bytes.fromhex("4889f84889f248c1c70348c1c70d48c1c73d48c1c7334887db4889d0c3")
memory = mmap.mmap(-1, len(code), prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
memory.write(code)
place = ctypes.addressof(ctypes.c_char.from_buffer(memory))
call = ctypes.CFUNCTYPE(ctypes.c_uint64, ctypes.c_void_p, ctypes.c_uint64)(place)
zero, dump, start, stop = [int.from_bytes(b"CT\\0\\0", "big") + n for n in (1, 3, 4, 5)]
name = ctypes.create_string_buffer(b"${wantedPart}")
def request(number):
    said = (ctypes.c_uint64 * 6)(number, ctypes.addressof(name))
    call(ctypes.addressof(said), 0)
request(zero)`;
var countPlugin = (python) => `cat >"$FLAMEGATE_BIN/flamegate_switch.py" <<'END'
${switchModule}
END
if ${python} "$FLAMEGATE_BIN/flamegate_switch.py" >/dev/null 2>&1; then echo --instr-atstart=no; else echo; fi >"$FLAMEGATE_BIN/later"
cat >"$FLAMEGATE_BIN/flamegate_count.py" <<'END'
import gc, os
from pytest_benchmark.fixture import BenchmarkFixture
times = int(os.environ["FLAMEGATE_ITERATIONS"])
options = os.environ["VALGRIND_OPTS"]
own, _, later = options.rpartition(" ")
def begin():
    os.environ["VALGRIND_OPTS"] = own # what the benchmark starts is counted whole, what pytest does is not
    gc.collect()
    if later:
        from flamegate_switch import request, start, zero
        request(start)
        for _ in range(50000): # callgrind takes effect some thousands of jumps later
            pass
        request(zero)
def end():
    if later:
        from flamegate_switch import dump, request, stop
        request(dump)
        request(stop)
    os.environ["VALGRIND_OPTS"] = options
def said(self):
    with open(os.environ["FLAMEGATE_OUTPUT"], "a") as output:
        output.write(f"counted {times} {self.fullname}\\n")
def call(self, function, *args, **kwargs):
    begin()
    for _ in range(times):
        result = function(*args, **kwargs)
    end()
    said(self)
    return result
def pedantic(self, target, args=(), kwargs=None, setup=None, teardown=None, **_):
    kwargs = kwargs or {}
    begin()
    for _ in range(times):
        given = setup() if setup else None
        if given is not None:
            args, kwargs = given
        result = target(*args, **kwargs)
        if teardown:
            teardown(*args, **kwargs)
    end()
    said(self)
    return result
BenchmarkFixture.__call__ = call
BenchmarkFixture.pedantic = pedantic
END`;
function pytestFixed(item) {
  const pytest = `-m pytest -q -p no:cacheprovider -p flamegate_filter`;
  const env = `PYTHONHASHSEED=0 PYTHONPATH=${item.path}:"$FLAMEGATE_BIN"`;
  const moment = `--benchmark-min-rounds=1 --benchmark-max-time=${listSeconds} --benchmark-warmup=off`;
  return {
    kind: "each",
    list: `${env} ${item.python} ${pytest} --benchmark-only ${item.args} ${moment} --benchmark-json="$FLAMEGATE_OUTPUT"`,
    listed,
    run: ({ benchmark }, iterations, counter) => `FLAMEGATE_FILTER=${quotedScript(plainFilter([benchmark]))} FLAMEGATE_ITERATIONS=${iterations} VALGRIND_OPTS="\${VALGRIND_OPTS:-} $(cat "$FLAMEGATE_BIN/later")" ${env} ${counter} ${item.python} ${pytest} -p flamegate_count ${item.args} --benchmark-only`,
    ran: (printed, { benchmark }) => {
      const all = [...printed.matchAll(/^counted (\d+) (.*)$/gm)];
      const [, times, name] = all[0] ?? [];
      return all.length === 1 && name === benchmark ? Number(times) : null;
    }
  };
}
function listed(printed) {
  const { benchmarks } = JSON.parse(printed);
  return benchmarks.map(({ fullname, stats }) => ({
    package: "",
    benchmark: fullname,
    iterations: Math.max(1, Math.floor(listSeconds / stats.mean))
  }));
}

// src/source/rounds/presets/pytest.ts
var longestWords = 6e4;
var pytestPreset = async (wanted2, checkout, seconds2) => {
  const python = await pythonOf(checkout);
  if (typeof python !== "string") return python;
  const ids = benchmarksOf(wanted2.suspects).map((item) => item.benchmark);
  const odd = ids.find((id) => !isNodeId(id));
  if (odd !== void 0) {
    return cannot(`${JSON.stringify(odd.slice(0, 100))} is not the node id of a test`);
  }
  const files = [...new Set(ids.map(fileOf))];
  const root = await directoryOf2(files, checkout);
  if (typeof root !== "string") return root;
  const time = benchtime(ids.length, seconds2);
  if (time === null) return tooMany(ids.length);
  const named2 = ids.join(" ").length > longestWords / 2 ? files : ids;
  const words = named2.map(quoted).join(" ");
  if (words.length > longestWords) return tooMany(ids.length);
  const path = await pathOf3(root, checkout);
  const command = (rest) => inDirectory(root, `PYTHONPATH=${path} ${quoted(python)} ${rest}`);
  const flags = (seconds3) => `-q -p no:cacheprovider --rootdir=. --benchmark-only --benchmark-max-time=${seconds3}`;
  const once = "--benchmark-min-rounds=1 --benchmark-warmup=off";
  const top = root === "" ? "." : up(root);
  return {
    tool: "pytest-benchmark",
    setup: null,
    run: command(`-m pytest ${flags(time)} --benchmark-json="$FLAMEGATE_OUTPUT" ${words}`),
    env: { PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" },
    says: `python -m pytest --benchmark-only --benchmark-max-time=${time} ${shortened(named2)}`,
    directories: root === "" ? [] : [root],
    links: [],
    probe: command(
      `-c ${quotedScript(probe)} ${quoted(checkout.top)} ${top} ${flags(1e-3)} ${once} ${words}`
    ),
    counts: {
      setup: `${filterPlugin}
${countPlugin(quoted(python))}`,
      work: inRoot(
        root,
        pytestFixed({ path, python: quoted(python), args: `--rootdir=. ${words}` })
      ),
      filter: plainFilter(ids),
      nameOf: ({ benchmark }) => benchmark
    }
  };
};
var inRoot = (root, work) => ({
  ...work,
  list: inDirectory(root, work.list),
  run: (...args) => inDirectory(root, work.run(...args))
});
async function pythonOf(checkout) {
  const names2 = ["python", "python3"].filter((name) => checkout.program(name) !== null);
  if (names2.length === 0) return cannot("neither python nor python3 is on the PATH");
  const script = "import sys, pytest, pytest_benchmark; print(sys.executable)";
  for (const name of names2) {
    const said3 = await checkout.ask(name, ["-c", script], checkout.directory);
    const program = said3?.trim().split("\n").at(-1) ?? "";
    if (program.startsWith("/") && isQuotable(program)) return program;
  }
  return cannot(`${names2.join(" and ")} cannot import pytest_benchmark`);
}
var isNodeId = (id) => id.length <= 1e3 && isQuotable(id) && id.includes("::") && isInside(fileOf(id)) && /^[\w.][\w./+@ -]*\.py$/.test(fileOf(id));
var fileOf = (id) => id.split("::", 1)[0] ?? "";
var up = (root) => root.split("/").map(() => "..").join("/");
async function pathOf3(root, { top, env, isDirectory }) {
  const tree = root === "" ? '"$PWD"' : `"$(cd ${up(root)} && pwd)"`;
  const inTree = (path) => path === "" ? tree : `${tree}/${quoted(path)}`;
  const first = [.../* @__PURE__ */ new Set([root, `${root}/src`.replace(/^\//, ""), "", "src"])];
  const there = await Promise.all(first.map((path) => path === "" || isDirectory(path)));
  const given = (env.PYTHONPATH ?? "").split(delimiter4).filter(isQuotable);
  const entries2 = [
    ...first.filter((_, i) => there[i]).map(inTree),
    ...given.map(
      (path) => path === top || path.startsWith(`${top}/`) ? inTree(path.slice(top.length + 1)) : quoted(path)
    )
  ];
  return [...new Set(entries2)].join(":");
}
var probe = `
import os, sys
import pytest
from importlib import metadata
from urllib.parse import urlparse
from urllib.request import url2pathname
top, tree = os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2])
sys.path[0] = os.getcwd()
status = pytest.main(sys.argv[3:])
def refuse(text):
    print()
    print("flamegate: " + text)
    sys.exit(1)
if status != 0:
    refuse("pytest ended with exit status %d" % status)
def below(path, of):
    return path == of or path.startswith(of.rstrip(os.sep) + os.sep)
prefixes = [p for p in map(os.path.realpath, (sys.prefix, sys.base_prefix)) if below(p, top) and p != top]
def installed(path):
    parts = path.split(os.sep)
    return "site-packages" in parts or "dist-packages" in parts or any(below(path, p) for p in prefixes)
foreign = {}
for name, module in sorted(sys.modules.items()):
    file = getattr(module, "__file__", None)
    if isinstance(file, str) and not below(os.path.realpath(file), tree):
        foreign[name] = os.path.realpath(file)
for name, file in foreign.items():
    if below(file, top) and not installed(file):
        refuse("%s is imported from the checkout (%s) on both sides: it is installed from there, as by pip install -e" % (name, os.path.relpath(file, top)))
packages = {name.partition(".")[0] for name in foreign}
for each in metadata.distributions():
    told = each.read_text("direct_url.json")
    url = urlparse(__import__("json").loads(told).get("url", "")) if told else None
    if url is None or url.scheme != "file" or not below(os.path.realpath(url2pathname(url.path)), top):
        continue
    names = set((each.read_text("top_level.txt") or "").split())
    names.update(str(file).replace(os.sep, "/").split("/")[0].partition(".")[0] for file in each.files or ())
    for name in sorted(names & packages):
        if name.startswith("__editable__"):
            continue
        refuse("%s is installed from this checkout and is imported from there (%s) on both sides" % (name, foreign.get(name, name)))
`;

// src/source/rounds/presets/vitest.ts
init_define_FLAMEGATE_PAGE();
var vitestPreset = async (wanted2, checkout) => {
  if (checkout.program("npx") === null) return cannot("npx is not on the PATH");
  const files = [
    ...new Set(benchmarksOf(wanted2.suspects).map((named2) => fileOf2(named2.benchmark)))
  ].sort();
  const odd = files.find((file2) => !isFile(file2));
  if (odd !== void 0) {
    return cannot(`${JSON.stringify(odd.slice(0, 100))} is not the file of a benchmark`);
  }
  const root = await directoryOf2(files, checkout);
  if (typeof root !== "string") return root;
  const directory = await packagesOf(root, checkout) === null ? await deeper(root, files, checkout) : root;
  const home = directory === null ? null : await packagesOf(directory, checkout);
  if (directory === null || home === null) return cannot("no node_modules here has vitest");
  const links = await checkout.linksOut(joined3(home, "node_modules"));
  if (links !== null) {
    return cannot(`${links} leads back into the checkout, and would be the same on both sides`);
  }
  const below2 = joined3(root, "x").slice(0, -1);
  const ours = files.map((file2) => `${below2}${file2}`.slice(joined3(directory, "x").length - 1));
  const words = ours.map(quoted).join(" ");
  return {
    tool: "vitest bench",
    setup: null,
    run: inDirectory(directory, vitestBench(words)),
    env: { npm_config_offline: "true", npm_config_update_notifier: "false" },
    says: `npx --no-install vitest bench --run ${shortened(ours)}`,
    directories: directory === "" ? [] : [directory],
    links: [
      {
        directory: joined3(home, "node_modules"),
        same: manifests.map((text2) => joined3(home, text2))
      }
    ],
    probe: null
  };
};
function vitestBench(words) {
  const version = `"$(node -p 'require("vitest/package.json").version' 2>/dev/null)"`;
  const old2 = 'set -- --outputJson="$FLAMEGATE_OUTPUT"';
  const now = 'set -- --reporter=json --outputFile="$FLAMEGATE_OUTPUT"';
  const flags = `case ${version} in [1-4].*) ${old2} ;; *) ${now} ;; esac`;
  return `{ ${flags}; npx --no-install vitest bench --run "$@" ${words}; }`.replace(" ; }", "; }");
}
var manifests = [
  "package.json",
  "package-lock.json",
  "yarn.lock",
  "pnpm-lock.yaml",
  "bun.lock"
];
var joined3 = (...parts2) => parts2.filter(Boolean).join("/");
var fileOf2 = (name) => name.split(" > ", 1)[0] ?? "";
var isFile = (file2) => isInside(file2) && /^[\w.@][\w./@+ -]*\.[cm]?[jt]sx?$/.test(file2);
async function deeper(root, files, checkout) {
  const steps = (files[0] ?? "").split("/").slice(0, -1);
  for (let length = 1; length <= steps.length; length++) {
    const step2 = steps.slice(0, length).join("/");
    if (!files.every((file2) => file2.startsWith(`${step2}/`))) return null;
    const directory = joined3(root, step2);
    if (await checkout.isDirectory(joined3(directory, "node_modules/vitest"))) return directory;
  }
  return null;
}
async function packagesOf(directory, checkout) {
  const steps = directory === "" ? [] : directory.split("/");
  for (let length = steps.length; length >= 0; length--) {
    const home = steps.slice(0, length).join("/");
    if (await checkout.isDirectory(joined3(home, "node_modules/vitest"))) return home;
  }
  return null;
}

// src/source/rounds/presets/prepare.ts
init_define_FLAMEGATE_PAGE();
import { readFile as readFile5, realpath as realpath6, stat as stat4, symlink } from "node:fs/promises";
import { dirname as dirname5, join as join16, sep as sep3 } from "node:path";
var probeSeconds = 300;
async function prepareTree(preset, top, side) {
  const { name, place: place2 } = side;
  for (const directory of preset.directories) await refuseAbsent(place2.tree, directory, name);
  for (const link of preset.links) await linkInto(place2.tree, link, { top, name });
  if (preset.probe !== null) await probe2(preset.probe, side);
}
async function linkInto(tree, { directory, same }, { top, name }) {
  for (const file2 of same) {
    const [item, there] = await Promise.all([top, tree].map((text2) => textOf2(join16(text2, file2))));
    if (there === null && item !== null && /lock/.test(file2)) continue;
    if (item === null && there === null) continue;
    if (needsOf(item ?? "", file2) === needsOf(there ?? "", file2)) continue;
    throw new InputError(
      `${file2} asks for other packages in the ${name} than in the checkout, whose ${directory} cannot serve both`
    );
  }
  await symlink(join16(top, directory), join16(tree, directory), "dir").catch((error) => {
    throw new InputError(`${directory} cannot be linked into the ${name}'s tree: ${error.message}`);
  });
}
var textOf2 = (file2) => readFile5(file2, "utf8").catch(() => null);
function needsOf(text2, file2) {
  if (!file2.endsWith("package.json")) return text2;
  try {
    const whole3 = JSON.parse(text2);
    const keys = Object.keys(whole3).filter(
      (key) => /dependencies|overrides|resolutions|workspaces/i.test(key)
    );
    return JSON.stringify(keys.sort().map((key) => [key, whole3[key]]));
  } catch {
    return text2;
  }
}
async function refuseAbsent(tree, directory, name) {
  const [real, root] = await Promise.all([
    realpath6(join16(tree, directory)).catch(() => null),
    realpath6(tree)
  ]);
  const isInside2 = real !== null && (real === root || real.startsWith(`${root}${sep3}`));
  if (isInside2 && (await stat4(real)).isDirectory()) return;
  throw new InputError(`the ${name} has no directory ${directory || "."}`);
}
var said2 = /^flamegate: (.+)$/;
async function probe2(text2, { name, place: place2, env, log, signal }) {
  const file2 = (item) => join16(dirname5(place2.bin), `probe-${item}.txt`);
  const files = { stdout: file2("stdout"), stderr: file2("stderr"), times: file2("times") };
  const ended = await runCommand({
    text: text2,
    directory: place2.directory,
    env: { ...env, FLAMEGATE_BIN: place2.bin, FLAMEGATE_SIDE: name },
    files,
    pin: null,
    limitSeconds: probeSeconds,
    signal
  });
  signal?.throwIfAborted();
  if (ended.how.kind === "exit" && ended.how.status === 0) return;
  const lines = [...await lastLines(files.stdout), ...await lastLines(files.stderr)];
  const reason2 = lines.map((line) => said2.exec(line)?.[1]).findLast((item) => item !== void 0);
  for (const line of lines) log(`    ${line}`);
  throw new InputError(`${name}: ${reason2 ?? "what is to be measured does not run"}`);
}

// src/source/rounds/presets/index.ts
var presets = /* @__PURE__ */ new Map([
  ["go", goPreset],
  ["pytest-benchmark", pytestPreset],
  ["bencher", cargoPreset],
  ["vitest", vitestPreset]
]);
async function presetFor(format, wanted2, checkout, seconds2) {
  if (process.platform === "win32") return cannot("this is Windows");
  if (format === null) return cannot("there is no benchmark output that says what to run");
  const preset = presets.get(format);
  if (preset === void 0) return cannot(`how ${format} is run is not known`);
  return preset(wanted2, checkout, seconds2);
}

// src/flow/remeasure.ts
async function withSuspects(options, files, { alpha, count }, work) {
  const sides = openOnce(options, files);
  try {
    return await work({
      looks: options.looks,
      isUnasked: true,
      measure: (only, look, wanted2) => measureWanted(sides, { only, look, wanted: wanted2 }),
      count: count === "false" ? void 0 : (wanted2, threshold) => countWanted(sides, wanted2, { alpha, threshold })
    });
  } finally {
    await sides.close();
  }
}
function openOnce(options, files) {
  const start = performance.now();
  const left = () => Math.max(1, options.maxSeconds - (performance.now() - start) / 1e3);
  let found = null;
  let opened = null;
  const place2 = () => {
    found ??= placeOf(options, files);
    return found;
  };
  const open3 = ({ checkout, commits }, preset) => {
    opened ??= openBench({
      ...options,
      // The top: a preset's paths are of the repository.
      directory: checkout.top,
      against: commits.base,
      setup: preset.counts?.setup ?? preset.setup,
      run: preset.run,
      prepare: (side) => prepareTree(preset, checkout.top, side),
      env: { ...options.env, ...preset.env },
      maxSeconds: left(),
      setupCounts: true
    });
    return opened;
  };
  const close = async () => {
    const sides = await opened?.catch(() => null);
    opened = null;
    await sides?.close();
  };
  return { options, left, place: place2, open: open3, close };
}
async function placeOf(options, files) {
  const checkout = await checkoutAt(options);
  const commits = checkout === null ? null : await commitsOf(options, files.commit);
  if (checkout === null || commits === null) return null;
  return {
    checkout,
    commits,
    format: await formatIn(files.benchmarks, options.tables.benchmarkFormat)
  };
}
async function measureWanted({ options, left, place: place2, open: open3 }, { only, wanted: wanted2, look }) {
  const { log, keep: keep2 } = options;
  const seconds2 = left();
  const at = await place2();
  if (at === null) return null;
  const { checkout, commits, format } = at;
  const preset = await presetFor(format, wanted2, checkout, seconds2);
  if ("cannot" in preset) throw new InputError(preset.cannot);
  if (keep2 !== null) await refuseUsed(keep2);
  const count = new Set(wanted2.suspects.map((row) => benchmarkKey(row))).size;
  log(
    `Measuring ${count} ${count === 1 ? "suspect" : "suspects"} again, base ${commits.base.slice(0, 12)} and head ${commits.head.slice(0, 12)} on this machine, for at most ${duration(seconds2).replace(/m00s$/, "m")}: ${preset.says}`
  );
  const sides = await open3(at, preset);
  const { run: run4 } = preset;
  const use = { run: run4, keepsPrinted: keep2 !== null, signal: options.signal };
  const bench = sides.using({ ...use, maxSeconds: left() });
  return roundsOn(bench, { ...options, run: run4, format }, only ?? [], look);
}
var longestTimer = 2 ** 31 - 1;
var shareOfCounts = 1 / 3;
async function countWanted(opened, wanted2, how2) {
  const { options } = opened;
  const seconds2 = options.maxSeconds * shareOfCounts;
  const time = AbortSignal.timeout(Math.min(longestTimer, Math.ceil(seconds2 * 1e3)));
  const signal = options.signal === void 0 ? time : AbortSignal.any([options.signal, time]);
  try {
    const found = await countSuspects(opened, { wanted: wanted2, how: how2, signal, seconds: seconds2 });
    options.signal?.throwIfAborted();
    return found;
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!time.aborted && !(error instanceof InputError)) throw error;
    const why = time.aborted ? `${duration(seconds2)} were too short` : error.message;
    options.log(`No instructions counted: ${why}`);
    return null;
  }
}
async function countSuspects({ options, left, place: place2, open: open3, close }, { wanted: wanted2, how: how2, signal, seconds: seconds2 }) {
  const { log } = options;
  const counter = await counterHere(options).catch(nothingCounts);
  const at = counter === null ? null : await place2();
  if (counter === null || at === null) return null;
  const preset = await presetFor(at.format, wanted2, at.checkout, seconds2);
  if ("cannot" in preset || preset.counts === void 0) return null;
  const { work, filter, nameOf } = preset.counts;
  const names2 = new Map(wanted2.suspects.map((row) => [benchmarkKey(row), row]));
  log(
    `Counting the instructions of ${plural(names2.size, "suspect")} with ${counter.name}, for at most ${duration(seconds2)}`
  );
  const later = { ...wanted2, suspects: wanted2.later };
  const isAll = wanted2.later.length === wanted2.suspects.length;
  const all = isAll ? preset : await presetFor(at.format, later, at.checkout, left());
  const sides = await open3(at, "cannot" in all ? preset : all);
  signal.throwIfAborted();
  const maxSeconds = Math.max(1, left() + seconds2 - options.maxSeconds);
  const bench = sides.using({ run: preset.run, filter, signal, maxSeconds });
  const found = await countSides(bench, { counter, work, ...how2, log, signal });
  const doubts = await bench.doubts();
  if (bench.identical || doubts.some(({ kind }) => kind === "unmeasured")) return null;
  const named2 = [...names2.values()].flatMap((row) => {
    const name = nameOf(row);
    const at2 = found.benchmarks.findIndex(
      ({ package: path, benchmark }) => path === row.package && benchmark === name
    );
    const counted3 = found.benchmarks[at2];
    return counted3 === void 0 ? [] : [{ counted: { ...counted3, benchmark: row.benchmark }, costs: found.costs[at2] ?? null }];
  });
  const benchmarks = named2.map(({ counted: counted3 }) => counted3);
  const costs = named2.map((item) => item.costs);
  for (const { message } of [...found.warnings, ...doubts]) log(message);
  if ("cannot" in all) await close();
  return { ...found, benchmarks, costs, rows: rowsOf(benchmarks, how2.threshold) };
}
function nothingCounts(error) {
  if (!(error instanceof InputError)) throw error;
  return null;
}
async function commitsOf(options, measured) {
  const git = gitIn(options.directory, outsideGit(options.env), options.signal);
  const head = await headCommit(git);
  if (/^[0-9a-f]{7,64}$/.test(measured) && !head.startsWith(measured)) {
    throw new InputError(
      `${measured.slice(0, 12)} was measured, and ${head.slice(0, 12)} is checked out here`
    );
  }
  const base = await baseCommit(git, head, options);
  return base === head ? null : { base, head };
}
async function formatIn(files, format) {
  const formats = new Set(await Promise.all(files.map((file2) => formatOf(file2, { format }))));
  if (formats.size > 1) throw new InputError("the benchmark files are of several tools");
  return [...formats][0] ?? null;
}

// src/source/rounds/presets/given/typed.ts
init_define_FLAMEGATE_PAGE();

// src/source/rounds/presets/given/index.ts
init_define_FLAMEGATE_PAGE();
import { isAbsolute as isAbsolute2, relative as relative3 } from "node:path";

// src/source/rounds/presets/fixed/googlebenchmark.ts
init_define_FLAMEGATE_PAGE();
var isGoogleBenchmark = (words) => words.some((text2) => text2.startsWith("--benchmark_"));
var decided = /^--benchmark_(?:format|min_time|repetitions|out|out_format|list_tests)(?:=|$)/;
var old = "flamegate: this takes no number of iterations";
var whyOld = "this program is built with Google Benchmark before 1.8, which runs for a time and not a number of times (it does not know --benchmark_min_time=Nx): build it with 1.8 or later, or count a program that does the work a fixed number of times";
function googleBenchmarkFixed(words) {
  const command = commandOf(words.filter((text2) => !decided.test(text2)));
  const isFiltered = words.some((text2) => text2.startsWith("--benchmark_filter="));
  const filter = isFiltered ? "" : ' --benchmark_filter="$FLAMEGATE_FILTER"';
  const json = "--benchmark_format=json --benchmark_repetitions=1";
  const takes = (time) => `${command} --benchmark_list_tests=true --benchmark_min_time=${time} >/dev/null 2>&1`;
  return {
    kind: "each",
    list: `${command}${filter} ${json} --benchmark_min_time=${listSeconds}s || {
  status=$?
  if ${takes("1x")} || ! ${takes("1")}; then exit $status; fi
  echo '${old}'
}`,
    listed: results2,
    refuses: (printed) => printed.includes(old) ? whyOld : null,
    run: ({ benchmark }, iterations, counter) => `${counter} ${command} ${json} --benchmark_filter=${quotedScript(plainFilter([benchmark]))} --benchmark_min_time=${iterations}x`,
    ran: (printed, { benchmark }) => {
      const [only, ...others] = results2(printed);
      return others.length === 0 && only?.benchmark === benchmark ? only.iterations : null;
    }
  };
}
function results2(printed) {
  const start = printed.search(/^\{/m);
  if (start < 0) return [];
  const { benchmarks } = JSON.parse(printed.slice(start));
  return benchmarks.filter((item) => item.run_type !== "aggregate" && item.error_occurred !== true).map(({ name, iterations }) => ({ package: "", benchmark: name, iterations }));
}

// src/source/rounds/presets/given/cargo.ts
init_define_FLAMEGATE_PAGE();

// src/source/rounds/presets/fixed/cargo.ts
init_define_FLAMEGATE_PAGE();
var instead = 'count a program that does the work so often (--count --setup "cargo build --release" -- target/release/NAME), or use divan';
function cargoFixed(environment, args, isFiltered) {
  const each2 = (commands) => `export ${environment}
while IFS='|' read -r kind directory program; do
  export CARGO_MANIFEST_DIR="$directory"
  ${commands}
done <"$FLAMEGATE_BIN/programs"`;
  const filter = isFiltered ? [] : ['"$FLAMEGATE_FILTER"'];
  const own = [...args.map(word), ...filter].join(" ");
  return {
    kind: "each",
    list: each2(`echo "kind $kind"
  [ "$kind" = divan ] || continue
  (cd "$directory" && "$program" --bench --color never ${own} </dev/null)`),
    listed: results3,
    refuses: (printed) => {
      const kinds = [...printed.matchAll(/^kind (\S+)$/gm)].map(([, kind]) => kind);
      const others = kinds.filter((kind) => kind !== "divan");
      if (others.length === 0) return null;
      const which = [...new Set(others)].join(" and ");
      const run4 = which.includes(" and ") ? "run" : "runs";
      return `${which} ${run4} for a time and not a number of times (cargo's --bench NAME chooses programs): ${instead}`;
    },
    run: ({ benchmark }, iterations, counter) => {
      const [crate = ""] = benchmark.split("::");
      return each2(`case $kind:$(basename "$program") in divan:${word(crate)}-*) ;; *) continue ;; esac
  (cd "$directory" && ${counter} "$program" --bench --color never --exact ${quotedScript(benchmark)} --sample-count 1 --sample-size ${iterations} </dev/null)`);
    },
    ran: (printed, { benchmark }) => {
      const all = rows(printed);
      return all.length === 1 && all[0]?.name === benchmark ? all[0].iterations : null;
    }
  };
}
var results3 = (printed) => rows(printed).map(({ name, seconds: seconds2 }) => ({
  package: "",
  benchmark: name,
  iterations: Math.max(1, Math.floor(listSeconds / seconds2))
}));
var units = { ps: 1e-12, ns: 1e-9, \u00B5s: 1e-6, ms: 1e-3, s: 1 };
function rows(printed) {
  const found = [];
  const path = [];
  for (const line of printed.split("\n")) {
    const [, tree = "", rest = ""] = /^((?:[│├╰ ][─ ] ?)*)(\S.*)$/u.exec(line) ?? [];
    const [name = "", ...cells] = rest.split(/\s+│\s*|\s{2,}/u);
    const depth = tree.length / 3;
    if (name === "" || depth === 0 && cells[0] !== "fastest") continue;
    path.splice(depth, path.length, name);
    const [value, unit = ""] = (cells[3] ?? "").split(" ");
    const [seconds2, iterations] = [Number(value) * (units[unit] ?? Number.NaN), Number(cells[5])];
    if (seconds2 > 0 && iterations > 0) found.push({ name: path.join("::"), seconds: seconds2, iterations });
  }
  return found;
}

// src/source/rounds/presets/given/given.ts
init_define_FLAMEGATE_PAGE();
var nothingMore = {
  env: {},
  directories: [],
  links: [],
  probe: null,
  filter: null,
  isRead: true
};

// src/source/rounds/presets/given/cargo.ts
function isCargoBench([program, ...words]) {
  const [verb] = words[0]?.startsWith("+") ? words.slice(1) : words;
  return /^(?:.*\/)?cargo$/.test(program ?? "") && verb === "bench";
}
var refusedFlags = /^--(?:target-dir|build-dir|message-format|manifest-path|no-run|help)(?:=|$)/;
var withValue = new Set(
  "-c --color -s --save-baseline -b --baseline --baseline-lenient --load-baseline --sample-size --warm-up-time --measurement-time --nresamples --noise-threshold --confidence-level --significance-level --profile-time --plotting-backend --output-format --format --skip --test-threads --logfile -Z".split(
    " "
  )
);
var usualTimes = [
  ["--warm-up-time", "0.3"],
  ["--measurement-time", "1"]
];
function cargoGiven(words) {
  const end = words.indexOf("--");
  const own = end < 0 ? words : words.slice(0, end);
  const args = end < 0 ? [] : words.slice(end + 1);
  const odd = own.find((text2) => refusedFlags.test(text2));
  if (odd !== void 0) {
    throw new InputError(
      `cargo bench: ${odd} cannot be used here: flamegate builds each side in its tree, with a target directory of its own`
    );
  }
  const { rest, filters, all } = divided(args);
  const times = usualTimes.filter(([name]) => !rest.some((text2) => isFlag(text2, name)));
  const [filter = null] = filters.length === 1 ? filters : [];
  const criterion = [
    "--output-format bencher",
    ...times.map((item) => item.join(" ")),
    ...rest.map(word)
  ].join(" ");
  const cargo = own.map(word).join(" ");
  const flags = times.map((item) => ` ${item.join(" ")}`).join("");
  return {
    ...nothingMore,
    tool: "cargo bench",
    setup: setup(cargo),
    run: run2(criterion, ["--bench", ...all.map(word)].join(" ")),
    env: { CARGO_TERM_COLOR: "never" },
    says: `${own.join(" ")} --no-run once a side, each in its own target directory; in each round the benchmark programs${args.length === 0 ? "" : ` with ${args.join(" ")}`} (criterion: --output-format bencher${flags})`,
    filter,
    fixed: cargoFixed(ownTarget, all, filters.length > 0)
  };
}
var isFlag = (text2, name) => text2 === name || text2.startsWith(`${name}=`);
function divided(args) {
  const [rest, filters, all] = [[], [], []];
  for (let i = 0; i < args.length; i++) {
    const text2 = args[i] ?? "";
    if (!text2.startsWith("-")) {
      filters.push(text2);
      all.push(text2);
      continue;
    }
    const more = withValue.has(text2) && i + 1 < args.length ? [args[++i] ?? ""] : [];
    if (isFlag(text2, "--output-format")) continue;
    rest.push(text2, ...more);
    all.push(text2, ...more);
  }
  return { rest, filters, all };
}
var setup = (cargo) => `export ${ownTarget}
${cargo} --no-run --message-format=json-render-diagnostics >"$FLAMEGATE_BIN/messages"
sed -n '/"reason":"compiler-artifact".*"test":true/s/.*"manifest_path":"\\([^"]*\\)".*"executable":"\\([^"]*\\)".*/\\1|\\2/p' "$FLAMEGATE_BIN/messages" >"$FLAMEGATE_BIN/found"
: >"$FLAMEGATE_BIN/programs"
while IFS='|' read -r manifest program; do
  directory=$(dirname "$manifest")
  kind=libtest
  case $(cd "$directory" && "$program" --bench --help </dev/null 2>&1 || :) in
    *--output-format*) kind=criterion ;;
    *--sample-count*) kind=divan ;;
    *) case $(cd "$directory" && "$program" --bench --list --output-format bencher </dev/null 2>/dev/null || :) in
         *': benchmark'*) kind=criterion ;;
       esac
       case $(cd "$directory" && "$program" --bench --list </dev/null 2>/dev/null || :) in
         *', 0 benchmarks'*) continue ;;
       esac ;;
  esac
  printf '%s|%s|%s\\n' "$kind" "$directory" "$program" >>"$FLAMEGATE_BIN/programs"
done <"$FLAMEGATE_BIN/found"
[ -s "$FLAMEGATE_BIN/programs" ] || { echo 'cargo built no program that has a benchmark' >&2; exit 1; }`;
var run2 = (criterion, libtest) => `export ${ownTarget}
${itsTimes}
while IFS='|' read -r kind directory program; do
  export CARGO_MANIFEST_DIR="$directory"
  case $kind in
    criterion)
      ${withItsTimes(`(cd "$directory" && "$program" --bench ${criterion} "$FLAMEGATE_FILTER" </dev/null)`)} ;;
    *) (cd "$directory" && "$program" ${libtest} </dev/null) ;;
  esac
done <"$FLAMEGATE_BIN/programs"`;

// src/source/rounds/presets/given/go.ts
init_define_FLAMEGATE_PAGE();
var usualBenchtime = "100ms";
var flagsOf = new Map([
  ...named("race msan asan a x v work trimpath modcacherw cover buildvcs", "build", false),
  ...named("p tags gcflags ldflags asmflags mod pgo buildmode vet", "build", true),
  ...named("covermode coverpkg compiler gccgoflags installsuffix pkgdir toolexec", "build", true),
  ...named("benchmem short failfast fullpath", "test", false),
  ...named("bench benchtime count cpu run skip timeout parallel shuffle", "test", true),
  ...named("memprofilerate blockprofilerate mutexprofilefraction", "test", true),
  ...named("cpuprofile memprofile blockprofile mutexprofile", "profile", true),
  // Of `go test` itself: nothing is cached here, and the output is read as it is.
  ...named("json", "none", false)
]);
function named(names2, kind, takesValue) {
  return names2.split(" ").map((name) => [name, [kind, takesValue]]);
}
var isGoTest = ([program, verb]) => /^(?:.*\/)?go(?:1[.\d]+)?$/.test(program ?? "") && verb === "test";
async function goGiven(words, checkout) {
  const outside2 = outsideCode(checkout.env);
  if (outside2 !== null) throw new InputError(outside2);
  for (const module of await modulesOf(checkout)) {
    const elsewhere = replacedBy(module.text, checkout.top);
    if (elsewhere === null) continue;
    throw new InputError(
      `${module.path}: its go.mod replaces a module by ${elsewhere}, which is the same on both sides`
    );
  }
  const line = parsed(words.slice(2));
  const bench = line.test.get("bench") ?? everything;
  const test = new Map([
    ["benchtime", usualBenchtime],
    ["count", "1"],
    ["run", "^$"],
    ...line.test
  ]);
  test.delete("bench");
  const flags = [...test].map(([name, value]) => testFlag(name, value));
  const go = word(words[0] ?? "go");
  const build2 = line.build.map(({ name, value }) => word(joined4(`-${name}`, value))).join(" ");
  const packages2 = line.packages.map(word).join(" ");
  const shown = [...test].filter(([name]) => name !== "run" || line.test.has("run")).map(([name, value]) => joined4(`-${name}`, value));
  return {
    ...nothingMore,
    tool: "go test",
    setup: setup2({ go, build: build2, packages: packages2, bench, rest: line.rest }),
    run: run3([...flags, ...profileFlags(line.profiles), ...line.rest.map(word)]),
    says: `go test -c${build2 === "" ? "" : ` ${build2}`} ${line.packages.join(" ")} once a side; in each round -bench=${bench} ${shown.join(" ")}, with a CPU profile of each package`,
    filter: bench,
    fixed: goFixed({
      flags: flagsOfWork(line),
      rest: line.rest.map(word)
    })
  };
}
var flagsOfWork = ({ test }) => [...new Map([["run", "^$"], ...test])].filter(([name]) => !["bench", "benchtime", "count", "cpu"].includes(name)).map(([name, value]) => testFlag(name, value));
var joined4 = (flag, value) => value === null ? flag : `${flag}=${value}`;
var testFlag = (name, value) => word(joined4(`-test.${name}`, value));
function parsed(words) {
  const [build2, test, profiles] = [
    [],
    /* @__PURE__ */ new Map(),
    []
  ];
  const packages2 = [];
  for (let i = 0; i < words.length; i++) {
    const text2 = words[i] ?? "";
    if (text2 === "-args" || text2 === "--args") {
      return whole2({ build: build2, test, profiles, packages: packages2, rest: words.slice(i + 1) });
    }
    const [, flag, , given] = /^--?(?:test\.)?([^=-][^=]*)(=(.*))?$/s.exec(text2) ?? [];
    if (flag === void 0) {
      packages2.push(text2);
      continue;
    }
    const [kind, takesValue] = flagsOf.get(flag) ?? refused2(flag);
    let value = given ?? null;
    if (value === null && takesValue) {
      value = words[++i] ?? null;
      if (value === null) throw new InputError(`go test: -${flag} needs a value`);
    }
    if (kind === "build" && flag !== "v") build2.push({ name: flag, value });
    if (kind === "test" || flag === "v") test.set(flag, value);
    if (kind === "profile") profiles.push(flag);
  }
  return whole2({ build: build2, test, profiles, packages: packages2, rest: [] });
}
function whole2(line) {
  const file2 = line.packages.find((text2) => text2.endsWith(".go"));
  if (file2 !== void 0) {
    throw new InputError(`${file2} is a file: name its package, like ./codec or ./...`);
  }
  return line.packages.length === 0 ? { ...line, packages: ["."] } : line;
}
function refused2(flag) {
  throw new InputError(
    `go test: -${flag} is not a flag that measuring takes; what is meant for the test program stands behind -args, and --run 'go test ...' runs anything as it is`
  );
}
function profileFlags(asked) {
  const kinds = [.../* @__PURE__ */ new Set(["cpuprofile", ...asked])];
  return kinds.map((kind) => {
    const ending = kind === "cpuprofile" ? "pprof" : `${kind.replace("profile", "")}.pprof`;
    return `-test.${kind}="$FLAMEGATE_PROFILES/$name.${ending}"`;
  });
}
function setup2(item) {
  const flags = item.build === "" ? "" : ` ${item.build}`;
  const list = word(`-test.list=${topOf(item.bench)}`);
  const rest = item.rest.map(word).join(" ");
  return `${item.go} list${flags} -f '{{if or .TestGoFiles .XTestGoFiles}}{{.ImportPath}} {{.Dir}}{{end}}' ${item.packages} >"$FLAMEGATE_BIN/found"
: >"$FLAMEGATE_BIN/packages"
newline='
'
while read -r package directory; do
  [ -n "$package" ] || continue
  ${goNameOf}
  ${item.go} test -c${flags} -o "$FLAMEGATE_BIN/$name.test" "$package" </dev/null
  if listed=$(cd "$directory" && "$FLAMEGATE_BIN/$name.test" ${list} ${rest} </dev/null); then
    case "$newline$listed" in *"$newline"Benchmark*) ;; *) continue ;; esac
  fi
  printf '%s %s\\n' "$package" "$directory" >>"$FLAMEGATE_BIN/packages"
done <"$FLAMEGATE_BIN/found"
[ -s "$FLAMEGATE_BIN/packages" ] || { echo ${word(`no benchmark in ${item.packages} matches ${item.bench}`)} >&2; exit 1; }`;
}
function topOf(bench) {
  const [top = ""] = bench.split("/", 1);
  try {
    new RegExp(top);
    return top === "" ? everything : top;
  } catch {
    return everything;
  }
}
var run3 = (flags) => `while read -r package directory; do
  ${goNameOf}
  (cd "$directory" && "$FLAMEGATE_BIN/$name.test" -test.bench="$FLAMEGATE_FILTER" ${flags.join(" ")} </dev/null)
done <"$FLAMEGATE_BIN/packages"`;

// src/source/rounds/presets/given/node.ts
init_define_FLAMEGATE_PAGE();
var programs = /^(?:.*\/)?(?:node|npm|npx|pnpm|yarn|bun|tsx|vitest)$/;
var isNode = ([program = ""]) => programs.test(program);
var runners = /* @__PURE__ */ new Set([
  "npx",
  "npm",
  "pnpm",
  "yarn",
  "bunx",
  "exec",
  "run",
  "--no-install",
  "--"
]);
function vitestArgs(words) {
  const at = words.findIndex((text2) => !runners.has(text2));
  return words[at] === "vitest" && words[at + 1] === "bench" ? words.slice(at + 2) : null;
}
async function nodeGiven(words, checkout, hasSetup) {
  const found = hasSetup ? null : await packagesOf2(checkout);
  const links = found === null || found.why !== null ? [] : [found.link];
  const about2 = links.length > 0 ? `; ${links[0]?.directory} of the checkout serves both sides` : found === null ? "" : `; ${found.why}: say --setup 'npm ci' if it needs packages`;
  const args = vitestArgs(words);
  const env = { npm_config_update_notifier: "false" };
  if (args === null) {
    const run4 = commandOf(words);
    return {
      ...nothingMore,
      tool: "node",
      setup: null,
      run: run4,
      env,
      links,
      says: run4 + about2,
      isRead: false,
      fixed: wholeScript(words)
    };
  }
  const json = args.find((text2) => /^--output(?:Json|File)\b/.test(text2));
  if (json !== void 0) {
    throw new InputError(`vitest: leave ${json} out: flamegate has its own file in each round`);
  }
  const flags = args.filter((text2) => text2 !== "--run");
  const typed = flags.map(word).join(" ");
  return {
    ...nothingMore,
    tool: "vitest bench",
    setup: null,
    run: vitestBench(typed),
    env,
    links,
    says: `npx --no-install vitest bench --run ${typed}`.trim() + about2,
    fixed: refused(
      "vitest bench runs for a time and not a number of times; count a script that does the work so often: --count -- node work.js"
    )
  };
}
function wholeScript(words) {
  const [program = "", ...rest] = words;
  if (!/^(?:.*\/)?node$/.test(program)) return wholeCommand(commandOf(words));
  const { benchmark } = wholeCommand(commandOf(words));
  const fixed = wholeCommand(commandOf([program, "--predictable", "--single-threaded", ...rest]));
  return { ...fixed, benchmark };
}
async function packagesOf2(checkout) {
  const steps = checkout.directory === "" ? [] : checkout.directory.split("/");
  for (let length = steps.length; length >= 0; length--) {
    const home = steps.slice(0, length).join("/");
    const inHome = (name) => [home, name].filter(Boolean).join("/");
    const directory = inHome("node_modules");
    if (!isInside(directory) || !await checkout.isDirectory(directory)) continue;
    if (await checkout.isTracked(directory)) return null;
    const out = await checkout.linksOut(directory);
    const why = out === null ? null : `${out} leads back into the checkout, so that ${directory} cannot serve both sides`;
    return { link: { directory, same: manifests.map(inHome) }, why };
  }
  return null;
}

// src/source/rounds/presets/given/pytest.ts
init_define_FLAMEGATE_PAGE();
function parts(words) {
  const [program = "", ...rest] = words;
  if (/^(?:.*\/)?(?:pytest|py\.test)$/.test(program)) return { program, args: rest };
  const isPython = /^(?:.*\/)?python[\d.]*$/.test(program);
  return isPython && rest[0] === "-m" && rest[1] === "pytest" ? { program, args: rest.slice(2) } : null;
}
var isPytest = (words) => parts(words) !== null;
var usualSeconds = "0.2";
async function pytestGiven(words, checkout) {
  const { program, args } = parts(words) ?? { program: "", args: [] };
  const json = args.find((text2) => text2.startsWith("--benchmark-json"));
  if (json !== void 0) {
    throw new InputError(`pytest: leave ${json} out: flamegate has its own file in each round`);
  }
  const python = await interpreter(program, checkout);
  const has = (flag) => args.some((text2) => text2 === flag || text2.startsWith(`${flag}=`));
  const more = [
    ...has("--benchmark-only") ? [] : ["--benchmark-only"],
    ...has("--benchmark-max-time") ? [] : [`--benchmark-max-time=${usualSeconds}`]
  ];
  const { directory, top } = checkout;
  const path = await pathOf3(directory, checkout);
  const own = args.map(word).join(" ");
  const always = "-q -p no:cacheprovider";
  const once = "--benchmark-only --benchmark-max-time=0.001 --benchmark-min-rounds=1 --benchmark-warmup=off";
  return {
    ...nothingMore,
    tool: "pytest-benchmark",
    setup: `${filterPlugin}
${countPlugin(quoted(python))}`,
    run: `PYTHONPATH=${path}:"$FLAMEGATE_BIN" ${quoted(python)} -m pytest ${always} -p flamegate_filter ${more.join(" ")} --benchmark-json="$FLAMEGATE_OUTPUT" ${own}`,
    env: { PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" },
    says: `${python} -m pytest ${[...more, ...args].join(" ")}, each side's tree first on Python's path`,
    probe: `PYTHONPATH=${path} ${quoted(python)} -c ${quotedScript(probe)} ${quoted(top)} ${directory === "" ? "." : up(directory)} ${always} ${own} ${once}`,
    fixed: pytestFixed({ path, python: quoted(python), args: fixedArgs(args) })
  };
}
var fixedArgs = (args) => args.filter(
  (text2) => !/^--benchmark-(?:only|max-time|min-time|min-rounds|warmup|calibration)/.test(text2)
).map(word).join(" ");
async function interpreter(program, checkout) {
  const isPython = /python[\d.]*$/.test(program);
  const own = isPython ? [program] : [...await shebang(program, checkout), "python", "python3"];
  const script = "import sys, pytest, pytest_benchmark; print(sys.executable)";
  for (const name of own) {
    const said3 = await checkout.ask(name, ["-c", script], checkout.directory);
    const found = said3?.trim().split("\n").at(-1) ?? "";
    if (found.startsWith("/") && isQuotable(found)) return found;
  }
  throw new InputError(
    `${own.join(", ")}: none can import pytest and pytest_benchmark: pip install pytest-benchmark there`
  );
}
async function shebang(program, checkout) {
  const file2 = program.includes("/") ? program : checkout.program(program);
  if (file2 === null) return [];
  const first = await checkout.ask("head", ["-n", "1", file2], checkout.directory);
  const [, python] = /^#!\s*(\/\S*python[\d.]*)\s*$/m.exec(first ?? "") ?? [];
  return python === void 0 ? [] : [python];
}

// src/source/rounds/presets/given/index.ts
async function givenCommand(words, checkout, hasSetup) {
  const [program = ""] = words;
  if (program.trim() === "") throw new InputError("the command behind -- is empty");
  if (words.length === 1 && /\s/.test(program)) {
    throw new InputError(
      `${JSON.stringify(program)} is one word, so the name of a program: leave the quotes out, or say --run ${JSON.stringify(program)}`
    );
  }
  await refuseCheckout(words, checkout);
  if (process.platform === "win32") return plainGiven(words);
  if (isGoTest(words)) return goGiven(words, checkout);
  if (isCargoBench(words)) return cargoGiven(words);
  if (isPytest(words)) return pytestGiven(words, checkout);
  if (isNode(words)) return nodeGiven(words, checkout, hasSetup);
  return plainGiven(words);
}
function plainGiven(words) {
  const run4 = commandOf(words);
  const fixed = isGoogleBenchmark(words) ? googleBenchmarkFixed(words) : wholeCommand(run4);
  return { ...nothingMore, tool: "a command", setup: null, run: run4, says: run4, isRead: false, fixed };
}
async function refuseCheckout(words, checkout) {
  for (const text2 of words) {
    const path = text2.slice(text2.indexOf("=") + 1);
    if (!isAbsolute2(path)) continue;
    const below2 = relative3(checkout.top, path);
    if (below2.startsWith("..") || !await checkout.isTracked(below2 === "" ? "." : below2)) continue;
    throw new InputError(
      `${path} is in the checkout, so it would be the same on both sides: name it as seen from here, like ./${relative3(`${checkout.top}/${checkout.directory}`, path)}`
    );
  }
}

// src/source/rounds/presets/given/typed.ts
var piece = /'([^']*)'|"([^"$`\\]*)"|([^\s'"$`\\|&;<>()]+)/y;
function wordsOf(text2) {
  const [, line = null] = /^\s*--\s+(.*)$/s.exec(text2) ?? [];
  if (line === null) return null;
  const words = [];
  let isOpen2 = false;
  for (let at = 0; at < line.length; ) {
    piece.lastIndex = at;
    const found = piece.exec(line);
    if (found !== null) {
      const part = found[1] ?? found[2] ?? found[3] ?? "";
      words.push((isOpen2 ? words.pop() : "") + part);
      isOpen2 = true;
      at += found[0].length;
    } else if (/\s/.test(line[at] ?? "")) {
      isOpen2 = false;
      at += 1;
    } else {
      throw new InputError(
        `run: ${JSON.stringify(line.slice(at, at + 20))} is for a shell, and what stands behind -- is one command in words: leave the -- out, or put it in single quotes`
      );
    }
  }
  if (words.length > 0) return words;
  throw new InputError("run: no command behind --; write it there, like -- go test -bench=. ./...");
}
async function completed(options) {
  const words = wordsOf(options.run);
  if (words === null) return options;
  const { directory, env, setup: setup3, signal } = options;
  const checkout = await checkoutAt({ directory, env: outsideGit(env), signal });
  if (checkout === null) {
    throw new InputError("this is not a git repository: there is nothing to measure against");
  }
  const given = await givenCommand(words, checkout, setup3 !== null);
  options.log(`Measuring ${given.says}`);
  const both2 = [setup3, given.setup].filter((text2) => text2 !== null);
  return {
    ...options,
    setup: both2.length === 0 ? null : both2.join("\n"),
    run: given.run,
    filter: given.filter ?? void 0,
    env: { ...env, ...given.env },
    prepare: (side) => prepareTree(given, checkout.top, side)
  };
}

export {
  centre,
  commandOf,
  checkoutAt,
  environmentHere,
  checkOutSubmodules,
  counterHere,
  countHere,
  refuse,
  countFile,
  commandName,
  wholeText,
  wholeTexts,
  prepareTree,
  measureRounds,
  withSuspects,
  givenCommand,
  wordsOf,
  completed
};
