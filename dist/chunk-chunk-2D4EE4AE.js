import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  centre,
  commandOf,
  countPlugin,
  filterPlugin,
  goFixed,
  goNameOf,
  isInside,
  isQuotable,
  listSeconds,
  manifests,
  modulesOf,
  outsideCode,
  ownTarget,
  pathOf,
  probe,
  pytestFixed,
  quoted,
  quotedScript,
  refused,
  replacedBy,
  up,
  vitestBench,
  wholeCommand,
  word
} from "./chunk-chunk-BBMGWTZZ.js";
import {
  everything,
  plainFilter
} from "./chunk-chunk-XVCJSRZJ.js";
import {
  instructionsUnit
} from "./chunk-chunk-5C7A5JIF.js";
import {
  benchmarkNames
} from "./chunk-chunk-2TVETMFS.js";
import {
  unfold
} from "./chunk-chunk-NLIYMXFS.js";
import {
  benchmarkKey
} from "./chunk-chunk-KLJRNJYE.js";
import {
  InputError
} from "./chunk-chunk-KXCXWWAW.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/flow/countevidence.ts
init_define_FLAMEGATE_PAGE();
var sampleType = { type: instructionsUnit, unit: "count" };
var mostGraphs = 20;
function countsEvidence({
  base,
  benchmarks,
  costs
}) {
  const found = new Map(benchmarks.map((of) => [benchmarkKey(of), of]));
  const name = benchmarkNames(benchmarks);
  const profiles = benchmarks.flatMap((of, i) => graphOf(of, name(of), costs[i] ?? null)).sort((a, b) => b.change - a.change).slice(0, mostGraphs);
  return {
    samples: (row) => {
      const of = found.get(benchmarkKey(row));
      const runs = row.unit === instructionsUnit ? of : of?.metrics?.find(({ unit }) => unit === row.unit);
      return { base: measured(base, runs?.base ?? []), head: measured("", runs?.head ?? []) };
    },
    profiles: profiles.map(({ evidence }) => evidence)
  };
}
var measured = (commit, samples) => samples.length === 0 ? [] : [{ commit, time: "", environment: {}, round: null, samples }];
function graphOf(of, slice, costs) {
  if (costs === null) return [];
  const side = (name) => {
    let stacks = null;
    return async () => {
      stacks ??= { ...stacksOfCosts(costs[name], of[name].length), slice };
      return stacks;
    };
  };
  const evidence = { sampleType, slice, base: side("base"), head: side("head") };
  return [{ change: Math.abs(centre(of.head) / centre(of.base) - 1), evidence }];
}
var leastTimes = 0.01;
function stacksOfCosts(costs, runs) {
  const all = [...costs.values()];
  const number = new Map(all.map(({ name }, f) => [name, f]));
  const self = all.map(({ own }) => Math.max(0, own));
  const pairs = all.flatMap((of, caller) => callsOf(of, caller, number));
  const calls = pairs.filter(({ times }) => times >= leastTimes);
  const paths = unfold({ self, calls });
  const { circles, small } = paths;
  return {
    sampleType,
    total: self.reduce((sum, of) => sum + of, 0),
    samples: null,
    profiles: runs,
    unfolded: { circles, rare: pairs.length - calls.length, small },
    ...treeOf(paths, all, self)
  };
}
function callsOf({ calls }, caller, number) {
  return [...calls].flatMap(([name, { times, instructions: cost }]) => {
    const callee = number.get(name);
    return callee === void 0 || cost <= 0 ? [] : [{ caller, callee, times, cost }];
  });
}
function treeOf(paths, all, self) {
  const used = [...new Set(paths.function)];
  const number = new Map(used.map((f, i) => [f, i]));
  return {
    functions: used.map((f) => {
      const { name = "", file = "", lines } = all[f] ?? {};
      return { name, file, line: heaviestLine(lines) };
    }),
    parent: Int32Array.from(paths.parent),
    call: Int32Array.from(paths.function, (f) => number.get(f) ?? 0),
    self: Float64Array.from(paths.function, (f, path) => (self[f] ?? 0) * (paths.share[path] ?? 0))
  };
}
function heaviestLine(lines = /* @__PURE__ */ new Map()) {
  let [best, most] = [0, 0];
  for (const [line, count] of lines) if (line > 0 && count > most) [best, most] = [line, count];
  return best;
}

// src/source/rounds/presets/given/index.ts
init_define_FLAMEGATE_PAGE();
import { isAbsolute, relative } from "node:path";

// src/source/rounds/presets/fixed/googlebenchmark.ts
init_define_FLAMEGATE_PAGE();
var isGoogleBenchmark = (words) => words.some((of) => of.startsWith("--benchmark_"));
var decided = /^--benchmark_(?:format|min_time|repetitions|out|out_format|list_tests)(?:=|$)/;
var old = "flamegate: this takes no number of iterations";
var whyOld = "this program is built with Google Benchmark before 1.8, which runs for a time and not a number of times (it does not know --benchmark_min_time=Nx): build it with 1.8 or later, or count a program that does the work a fixed number of times";
function googleBenchmarkFixed(words) {
  const command = commandOf(words.filter((of) => !decided.test(of)));
  const isFiltered = words.some((of) => of.startsWith("--benchmark_filter="));
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
    listed: results,
    refuses: (printed) => printed.includes(old) ? whyOld : null,
    run: ({ benchmark }, iterations, counter) => `${counter} ${command} ${json} --benchmark_filter=${quotedScript(plainFilter([benchmark]))} --benchmark_min_time=${iterations}x`,
    ran: (printed, { benchmark }) => {
      const [only, ...others] = results(printed);
      return others.length === 0 && only?.benchmark === benchmark ? only.iterations : null;
    }
  };
}
function results(printed) {
  const start = printed.search(/^\{/m);
  if (start < 0) return [];
  const { benchmarks } = JSON.parse(printed.slice(start));
  return benchmarks.filter((of) => of.run_type !== "aggregate" && of.error_occurred !== true).map(({ name, iterations }) => ({ package: "", benchmark: name, iterations }));
}

// src/source/rounds/presets/given/cargo.ts
init_define_FLAMEGATE_PAGE();

// src/source/rounds/presets/fixed/cargo.ts
init_define_FLAMEGATE_PAGE();
var instead = 'count a program that does the work so often (--count --setup "cargo build --release" -- target/release/NAME), or use divan';
function cargoFixed(environment, args, isFiltered) {
  const each = (commands) => `export ${environment}
while IFS='|' read -r kind directory program; do
  export CARGO_MANIFEST_DIR="$directory"
  ${commands}
done <"$FLAMEGATE_BIN/programs"`;
  const filter = isFiltered ? [] : ['"$FLAMEGATE_FILTER"'];
  const own = [...args.map(word), ...filter].join(" ");
  return {
    kind: "each",
    list: each(`echo "kind $kind"
  [ "$kind" = divan ] || continue
  (cd "$directory" && "$program" --bench --color never ${own} </dev/null)`),
    listed: results2,
    refuses: (printed) => {
      const kinds = [...printed.matchAll(/^kind (\S+)$/gm)].map(([, kind]) => kind);
      const others = kinds.filter((kind) => kind !== "divan");
      if (others.length === 0) return null;
      const which = [...new Set(others)].join(" and ");
      const run3 = which.includes(" and ") ? "run" : "runs";
      return `${which} ${run3} for a time and not a number of times (cargo's --bench NAME chooses programs): ${instead}`;
    },
    run: ({ benchmark }, iterations, counter) => {
      const [crate = ""] = benchmark.split("::");
      return each(`case $kind:$(basename "$program") in divan:${word(crate)}-*) ;; *) continue ;; esac
  (cd "$directory" && ${counter} "$program" --bench --color never --exact ${quotedScript(benchmark)} --sample-count 1 --sample-size ${iterations} </dev/null)`);
    },
    ran: (printed, { benchmark }) => {
      const all = rows(printed);
      return all.length === 1 && all[0]?.name === benchmark ? all[0].iterations : null;
    }
  };
}
var results2 = (printed) => rows(printed).map(({ name, seconds }) => ({
  package: "",
  benchmark: name,
  iterations: Math.max(1, Math.floor(listSeconds / seconds))
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
    const [seconds, iterations] = [Number(value) * (units[unit] ?? Number.NaN), Number(cells[5])];
    if (seconds > 0 && iterations > 0) found.push({ name: path.join("::"), seconds, iterations });
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
  const odd = own.find((of) => refusedFlags.test(of));
  if (odd !== void 0) {
    throw new InputError(
      `cargo bench: ${odd} cannot be used here: flamegate builds each side in its tree, with a target directory of its own`
    );
  }
  const { rest, filters, all } = divided(args);
  const times = usualTimes.filter(([name]) => !rest.some((of) => isFlag(of, name)));
  const [filter = null] = filters.length === 1 ? filters : [];
  const criterion = [
    "--output-format bencher",
    ...times.map((of) => of.join(" ")),
    ...rest.map(word)
  ].join(" ");
  const cargo = own.map(word).join(" ");
  const flags = times.map((of) => ` ${of.join(" ")}`).join("");
  return {
    ...nothingMore,
    tool: "cargo bench",
    setup: setup(cargo),
    run: run(criterion, ["--bench", ...all.map(word)].join(" ")),
    env: { CARGO_TERM_COLOR: "never" },
    says: `${own.join(" ")} --no-run once a side, each in its own target directory; in each round the benchmark programs${args.length === 0 ? "" : ` with ${args.join(" ")}`} (criterion: --output-format bencher${flags})`,
    filter,
    fixed: cargoFixed(ownTarget, all, filters.length > 0)
  };
}
var isFlag = (text, name) => text === name || text.startsWith(`${name}=`);
function divided(args) {
  const [rest, filters, all] = [[], [], []];
  for (let i = 0; i < args.length; i++) {
    const text = args[i] ?? "";
    if (!text.startsWith("-")) {
      filters.push(text);
      all.push(text);
      continue;
    }
    const more = withValue.has(text) && i + 1 < args.length ? [args[++i] ?? ""] : [];
    if (isFlag(text, "--output-format")) continue;
    rest.push(text, ...more);
    all.push(text, ...more);
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
var inFull = `in_full() {
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
var run = (criterion, libtest) => `export ${ownTarget}
${inFull}
while IFS='|' read -r kind directory program; do
  export CARGO_MANIFEST_DIR="$directory"
  case $kind in
    criterion)
      rm -rf "$FLAMEGATE_BIN/criterion"
      (cd "$directory" && CRITERION_HOME="$FLAMEGATE_BIN/criterion" "$program" --bench ${criterion} "$FLAMEGATE_FILTER" </dev/null) >"$FLAMEGATE_BIN/printed" || { status=$?; cat "$FLAMEGATE_BIN/printed"; exit $status; }
      in_full ;;
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
function named(names, kind, takesValue) {
  return names.split(" ").map((name) => [name, [kind, takesValue]]);
}
var isGoTest = ([program, verb]) => /^(?:.*\/)?go(?:1[.\d]+)?$/.test(program ?? "") && verb === "test";
async function goGiven(words, checkout) {
  const outside = outsideCode(checkout.env);
  if (outside !== null) throw new InputError(outside);
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
  const build = line.build.map(({ name, value }) => word(joined(`-${name}`, value))).join(" ");
  const packages = line.packages.map(word).join(" ");
  const shown = [...test].filter(([name]) => name !== "run" || line.test.has("run")).map(([name, value]) => joined(`-${name}`, value));
  return {
    ...nothingMore,
    tool: "go test",
    setup: setup2({ go, build, packages, bench, rest: line.rest }),
    run: run2([...flags, ...profileFlags(line.profiles), ...line.rest.map(word)]),
    says: `go test -c${build === "" ? "" : ` ${build}`} ${line.packages.join(" ")} once a side; in each round -bench=${bench} ${shown.join(" ")}, with a CPU profile of each package`,
    filter: bench,
    fixed: goFixed({
      flags: flagsOfWork(line),
      rest: line.rest.map(word)
    })
  };
}
var flagsOfWork = ({ test }) => [...new Map([["run", "^$"], ...test])].filter(([name]) => !["bench", "benchtime", "count", "cpu"].includes(name)).map(([name, value]) => testFlag(name, value));
var joined = (flag, value) => value === null ? flag : `${flag}=${value}`;
var testFlag = (name, value) => word(joined(`-test.${name}`, value));
function parsed(words) {
  const [build, test, profiles] = [
    [],
    /* @__PURE__ */ new Map(),
    []
  ];
  const packages = [];
  for (let i = 0; i < words.length; i++) {
    const text = words[i] ?? "";
    if (text === "-args" || text === "--args") {
      return whole({ build, test, profiles, packages, rest: words.slice(i + 1) });
    }
    const [, flag, , given] = /^--?(?:test\.)?([^=-][^=]*)(=(.*))?$/s.exec(text) ?? [];
    if (flag === void 0) {
      packages.push(text);
      continue;
    }
    const [kind, takesValue] = flagsOf.get(flag) ?? refused2(flag);
    let value = given ?? null;
    if (value === null && takesValue) {
      value = words[++i] ?? null;
      if (value === null) throw new InputError(`go test: -${flag} needs a value`);
    }
    if (kind === "build" && flag !== "v") build.push({ name: flag, value });
    if (kind === "test" || flag === "v") test.set(flag, value);
    if (kind === "profile") profiles.push(flag);
  }
  return whole({ build, test, profiles, packages, rest: [] });
}
function whole(line) {
  const file = line.packages.find((of) => of.endsWith(".go"));
  if (file !== void 0) {
    throw new InputError(`${file} is a file: name its package, like ./codec or ./...`);
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
function setup2(of) {
  const flags = of.build === "" ? "" : ` ${of.build}`;
  const list = word(`-test.list=${topOf(of.bench)}`);
  const rest = of.rest.map(word).join(" ");
  return `${of.go} list${flags} -f '{{if or .TestGoFiles .XTestGoFiles}}{{.ImportPath}} {{.Dir}}{{end}}' ${of.packages} >"$FLAMEGATE_BIN/found"
: >"$FLAMEGATE_BIN/packages"
newline='
'
while read -r package directory; do
  [ -n "$package" ] || continue
  ${goNameOf}
  ${of.go} test -c${flags} -o "$FLAMEGATE_BIN/$name.test" "$package" </dev/null
  if listed=$(cd "$directory" && "$FLAMEGATE_BIN/$name.test" ${list} ${rest} </dev/null); then
    case "$newline$listed" in *"$newline"Benchmark*) ;; *) continue ;; esac
  fi
  printf '%s %s\\n' "$package" "$directory" >>"$FLAMEGATE_BIN/packages"
done <"$FLAMEGATE_BIN/found"
[ -s "$FLAMEGATE_BIN/packages" ] || { echo ${word(`no benchmark in ${of.packages} matches ${of.bench}`)} >&2; exit 1; }`;
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
var run2 = (flags) => `while read -r package directory; do
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
  const at = words.findIndex((of) => !runners.has(of));
  return words[at] === "vitest" && words[at + 1] === "bench" ? words.slice(at + 2) : null;
}
async function nodeGiven(words, checkout, hasSetup) {
  const found = hasSetup ? null : await packagesOf(checkout);
  const links = found === null || found.why !== null ? [] : [found.link];
  const about = links.length > 0 ? `; ${links[0]?.directory} of the checkout serves both sides` : found === null ? "" : `; ${found.why}: say --setup 'npm ci' if it needs packages`;
  const args = vitestArgs(words);
  const env = { npm_config_update_notifier: "false" };
  if (args === null) {
    const run3 = commandOf(words);
    return {
      ...nothingMore,
      tool: "node",
      setup: null,
      run: run3,
      env,
      links,
      says: run3 + about,
      isRead: false,
      fixed: wholeScript(words)
    };
  }
  const json = args.find((of) => /^--output(?:Json|File)\b/.test(of));
  if (json !== void 0) {
    throw new InputError(`vitest: leave ${json} out: flamegate has its own file in each round`);
  }
  const flags = args.filter((of) => of !== "--run");
  const typed = flags.map(word).join(" ");
  return {
    ...nothingMore,
    tool: "vitest bench",
    setup: null,
    run: vitestBench(typed),
    env,
    links,
    says: `npx --no-install vitest bench --run ${typed}`.trim() + about,
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
async function packagesOf(checkout) {
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
  const json = args.find((of) => of.startsWith("--benchmark-json"));
  if (json !== void 0) {
    throw new InputError(`pytest: leave ${json} out: flamegate has its own file in each round`);
  }
  const python = await interpreter(program, checkout);
  const has = (flag) => args.some((of) => of === flag || of.startsWith(`${flag}=`));
  const more = [
    ...has("--benchmark-only") ? [] : ["--benchmark-only"],
    ...has("--benchmark-max-time") ? [] : [`--benchmark-max-time=${usualSeconds}`]
  ];
  const { directory, top } = checkout;
  const path = await pathOf(directory, checkout);
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
  (of) => !/^--benchmark-(?:only|max-time|min-time|min-rounds|warmup|calibration)/.test(of)
).map(word).join(" ");
async function interpreter(program, checkout) {
  const isPython = /python[\d.]*$/.test(program);
  const own = isPython ? [program] : [...await shebang(program, checkout), "python", "python3"];
  const script = "import sys, pytest, pytest_benchmark; print(sys.executable)";
  for (const name of own) {
    const said = await checkout.ask(name, ["-c", script], checkout.directory);
    const found = said?.trim().split("\n").at(-1) ?? "";
    if (found.startsWith("/") && isQuotable(found)) return found;
  }
  throw new InputError(
    `${own.join(", ")}: none can import pytest and pytest_benchmark: pip install pytest-benchmark there`
  );
}
async function shebang(program, checkout) {
  const file = program.includes("/") ? program : checkout.program(program);
  if (file === null) return [];
  const first = await checkout.ask("head", ["-n", "1", file], checkout.directory);
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
  const run3 = commandOf(words);
  const fixed = isGoogleBenchmark(words) ? googleBenchmarkFixed(words) : wholeCommand(run3);
  return { ...nothingMore, tool: "a command", setup: null, run: run3, says: run3, isRead: false, fixed };
}
async function refuseCheckout(words, checkout) {
  for (const text of words) {
    const path = text.slice(text.indexOf("=") + 1);
    if (!isAbsolute(path)) continue;
    const below = relative(checkout.top, path);
    if (below.startsWith("..") || !await checkout.isTracked(below === "" ? "." : below)) continue;
    throw new InputError(
      `${path} is in the checkout, so it would be the same on both sides: name it as seen from here, like ./${relative(`${checkout.top}/${checkout.directory}`, path)}`
    );
  }
}

export {
  givenCommand,
  countsEvidence
};
