import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-MUCQMBF4.js";
import {
  checkoutAt,
  commandName,
  commandOf,
  isInside,
  isQuotable,
  listenForInterruption,
  manifests,
  modulesOf,
  namedCommit,
  outsideCode,
  ownTarget,
  pathOf,
  prepareTree,
  probe,
  quoted,
  quotedScript,
  replacedBy,
  up,
  word
} from "./chunk-chunk-IIXDPVTE.js";
import {
  verdictReport
} from "./chunk-chunk-DWRFCS4C.js";
import {
  lookAt,
  roundsVerdict
} from "./chunk-chunk-O4GYNHY4.js";
import {
  exitStatus
} from "./chunk-chunk-JB5GUPBJ.js";
import "./chunk-chunk-6UTRTK75.js";
import "./chunk-chunk-IRV6AFJJ.js";
import {
  configLayers,
  emit
} from "./chunk-chunk-XDVYPU5W.js";
import "./chunk-chunk-KAG72FLM.js";
import "./chunk-chunk-GXQBEHVN.js";
import {
  explain
} from "./chunk-chunk-PIFUD3W6.js";
import {
  cell,
  layOut
} from "./chunk-chunk-MORECE4B.js";
import {
  everything
} from "./chunk-chunk-5JGBX2WN.js";
import "./chunk-chunk-TA2VMON3.js";
import {
  resolveConfig
} from "./chunk-chunk-4I5AOFI3.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-DUZFCSRP.js";
import {
  gitIn,
  outsideGit
} from "./chunk-chunk-V3OPSZWN.js";
import {
  benchmarkNames
} from "./chunk-chunk-W6CRVKTU.js";
import "./chunk-chunk-GBNALUZ3.js";
import {
  change,
  changeCell,
  duration,
  isTime,
  plural
} from "./chunk-chunk-EP4RSUSQ.js";
import {
  gateJson
} from "./chunk-chunk-465P5KDD.js";
import {
  logLine,
  logName
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-4ODYDUX2.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-Z4IIDTO4.js";
import {
  benchmarkKey
} from "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import {
  InputError
} from "./chunk-chunk-TNIRC7FT.js";
import "./chunk-chunk-RPXPASOV.js";

// src/source/rounds/history.ts
function rangeOf(text) {
  const [, base, head] = /^((?:(?!\.\.).)*)\.\.((?!\.)(?:(?!\.\.).)*)$/s.exec(text) ?? [];
  if (base === void 0 || head === void 0 || base === "" && head === "") {
    throw new InputError(
      `${JSON.stringify(text)} is not two revisions, like v1.2..HEAD; a command stands behind --`
    );
  }
  return { base: base || "HEAD", head: head || "HEAD" };
}
async function commitsOf(git, range) {
  const [base, head] = [await namedCommit(git, range.base), await namedCommit(git, range.head)];
  const format = "--format=%H%x00%P%x00%s";
  const all = await git(["log", "--first-parent", "--reverse", format, `${base}..${head}`, "--"]);
  const commits = all.split("\n").flatMap((line) => {
    const [commit = "", parents = "", subject = ""] = line.split("\0");
    const [parent = ""] = parents.split(" ");
    return parent === "" ? [] : [{ commit, parent, subject }];
  });
  if (commits.length > 0) return commits;
  throw new InputError(
    `there is no commit in ${range.base}..${range.head}: ${range.base} is the older one, ${range.head} the newer`
  );
}

// src/source/rounds/presets/given/index.ts
import { isAbsolute, relative } from "node:path";

// src/source/rounds/presets/given/given.ts
var nothingMore = {
  env: {},
  directories: [],
  links: [],
  probe: null,
  filter: null,
  isRead: true
};

// src/source/rounds/presets/given/cargo.ts
function isCargoBench([program, ...words2]) {
  const [verb] = words2[0]?.startsWith("+") ? words2.slice(1) : words2;
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
function cargoGiven(words2) {
  const end = words2.indexOf("--");
  const own = end < 0 ? words2 : words2.slice(0, end);
  const args = end < 0 ? [] : words2.slice(end + 1);
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
    filter
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
var run = (criterion, libtest) => `export ${ownTarget}
while IFS='|' read -r kind directory program; do
  export CARGO_MANIFEST_DIR="$directory"
  case $kind in
    criterion) (cd "$directory" && "$program" --bench ${criterion} "$FLAMEGATE_FILTER" </dev/null) ;;
    *) (cd "$directory" && "$program" ${libtest} </dev/null) ;;
  esac
done <"$FLAMEGATE_BIN/programs"`;

// src/source/rounds/presets/given/go.ts
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
async function goGiven(words2, checkout) {
  const outside = outsideCode(checkout.env);
  if (outside !== null) throw new InputError(outside);
  for (const module of await modulesOf(checkout)) {
    const elsewhere = replacedBy(module.text, checkout.top);
    if (elsewhere === null) continue;
    throw new InputError(
      `${module.path}: its go.mod replaces a module by ${elsewhere}, which is the same on both sides`
    );
  }
  const line = parsed(words2.slice(2));
  const bench = line.test.get("bench") ?? everything;
  const test = new Map([
    ["benchtime", usualBenchtime],
    ["count", "1"],
    ["run", "^$"],
    ...line.test
  ]);
  test.delete("bench");
  const flags = [...test].map(([name, value]) => testFlag(name, value));
  const go = word(words2[0] ?? "go");
  const build = line.build.map(({ name, value }) => word(joined(`-${name}`, value))).join(" ");
  const packages = line.packages.map(word).join(" ");
  const shown = [...test].filter(([name]) => name !== "run" || line.test.has("run")).map(([name, value]) => joined(`-${name}`, value));
  return {
    ...nothingMore,
    tool: "go test",
    setup: setup2({ go, build, packages, bench, rest: line.rest }),
    run: run2([...flags, ...profileFlags(line.profiles), ...line.rest.map(word)]),
    says: `go test -c${build === "" ? "" : ` ${build}`} ${line.packages.join(" ")} once a side; in each round -bench=${bench} ${shown.join(" ")}, with a CPU profile of each package`,
    filter: bench
  };
}
var joined = (flag, value) => value === null ? flag : `${flag}=${value}`;
var testFlag = (name, value) => word(joined(`-test.${name}`, value));
function parsed(words2) {
  const [build, test, profiles] = [
    [],
    /* @__PURE__ */ new Map(),
    []
  ];
  const packages = [];
  for (let i = 0; i < words2.length; i++) {
    const text = words2[i] ?? "";
    if (text === "-args" || text === "--args") {
      return whole({ build, test, profiles, packages, rest: words2.slice(i + 1) });
    }
    const [, flag, , given] = /^--?(?:test\.)?([^=-][^=]*)(=(.*))?$/s.exec(text) ?? [];
    if (flag === void 0) {
      packages.push(text);
      continue;
    }
    const [kind, takesValue] = flagsOf.get(flag) ?? refused(flag);
    let value = given ?? null;
    if (value === null && takesValue) {
      value = words2[++i] ?? null;
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
function refused(flag) {
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
var nameOf = `name=$(printf %s "$package" | tr / %)`;
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
  ${nameOf}
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
  ${nameOf}
  (cd "$directory" && "$FLAMEGATE_BIN/$name.test" -test.bench="$FLAMEGATE_FILTER" ${flags.join(" ")} </dev/null)
done <"$FLAMEGATE_BIN/packages"`;

// src/source/rounds/presets/given/node.ts
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
function vitestArgs(words2) {
  const at = words2.findIndex((of) => !runners.has(of));
  return words2[at] === "vitest" && words2[at + 1] === "bench" ? words2.slice(at + 2) : null;
}
async function nodeGiven(words2, checkout, hasSetup) {
  const found = hasSetup ? null : await packagesOf(checkout);
  const links = found === null || found.why !== null ? [] : [found.link];
  const about = links.length > 0 ? `; ${links[0]?.directory} of the checkout serves both sides` : found === null ? "" : `; ${found.why}: say --setup 'npm ci' if it needs packages`;
  const args = vitestArgs(words2);
  const env = { npm_config_update_notifier: "false" };
  if (args === null) {
    const run4 = commandOf(words2);
    return {
      ...nothingMore,
      tool: "node",
      setup: null,
      run: run4,
      env,
      links,
      says: run4 + about,
      isRead: false
    };
  }
  const json = args.find((of) => of.startsWith("--outputJson"));
  if (json !== void 0) {
    throw new InputError(`vitest: leave ${json} out: flamegate has its own file in each round`);
  }
  const flags = args.filter((of) => of !== "--run");
  const run3 = ["npx --no-install vitest bench --run", ...flags.map(word)].join(" ");
  return {
    ...nothingMore,
    tool: "vitest bench",
    setup: null,
    run: `${run3} --outputJson="$FLAMEGATE_OUTPUT"`,
    env,
    links,
    says: run3 + about
  };
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
function parts(words2) {
  const [program = "", ...rest] = words2;
  if (/^(?:.*\/)?(?:pytest|py\.test)$/.test(program)) return { program, args: rest };
  const isPython = /^(?:.*\/)?python[\d.]*$/.test(program);
  return isPython && rest[0] === "-m" && rest[1] === "pytest" ? { program, args: rest.slice(2) } : null;
}
var isPytest = (words2) => parts(words2) !== null;
var usualSeconds = "0.2";
async function pytestGiven(words2, checkout) {
  const { program, args } = parts(words2) ?? { program: "", args: [] };
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
    setup: `cat >"$FLAMEGATE_BIN/flamegate_filter.py" <<'END'
${plugin}END`,
    run: `PYTHONPATH=${path}:"$FLAMEGATE_BIN" ${quoted(python)} -m pytest ${always} -p flamegate_filter ${more.join(" ")} --benchmark-json="$FLAMEGATE_OUTPUT" ${own}`,
    env: { PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" },
    says: `${python} -m pytest ${[...more, ...args].join(" ")}, each side's tree first on Python's path`,
    probe: `PYTHONPATH=${path} ${quoted(python)} -c ${quotedScript(probe)} ${quoted(top)} ${directory === "" ? "." : up(directory)} ${always} ${own} ${once}`
  };
}
var plugin = `import os, re
def pytest_collection_modifyitems(config, items):
    wanted = re.compile(os.environ.get("FLAMEGATE_FILTER", "."))
    chosen = [item for item in items if wanted.search(item.nodeid)]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen
`;
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
async function givenCommand(words2, checkout, hasSetup) {
  const [program = ""] = words2;
  if (program.trim() === "") throw new InputError("the command behind -- is empty");
  if (words2.length === 1 && /\s/.test(program)) {
    throw new InputError(
      `${JSON.stringify(program)} is one word, so the name of a program: leave the quotes out, or say --run ${JSON.stringify(program)}`
    );
  }
  await refuseCheckout(words2, checkout);
  if (process.platform === "win32") return plainGiven(words2);
  if (isGoTest(words2)) return goGiven(words2, checkout);
  if (isCargoBench(words2)) return cargoGiven(words2);
  if (isPytest(words2)) return pytestGiven(words2, checkout);
  if (isNode(words2)) return nodeGiven(words2, checkout, hasSetup);
  return plainGiven(words2);
}
function plainGiven(words2) {
  const run3 = commandOf(words2);
  return { ...nothingMore, tool: "a command", setup: null, run: run3, says: run3, isRead: false };
}
async function refuseCheckout(words2, checkout) {
  for (const text of words2) {
    const path = text.slice(text.indexOf("=") + 1);
    if (!isAbsolute(path)) continue;
    const below = relative(checkout.top, path);
    if (below.startsWith("..") || !await checkout.isTracked(below === "" ? "." : below)) continue;
    throw new InputError(
      `${path} is in the checkout, so it would be the same on both sides: name it as seen from here, like ./${relative(`${checkout.top}/${checkout.directory}`, path)}`
    );
  }
}

// src/source/rounds/submodules.ts
async function checkOutSubmodules({ name, place, env, signal }) {
  const git = gitIn(place.tree, env, signal);
  await git(["submodule", "update", "--init", "--recursive", "--quiet"]).catch((error) => {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`the submodules of the ${name} cannot be checked out: ${error.message}`);
  });
}

// src/entry/cli/measure/vary.ts
var most = 100;
function choicesOf(lists) {
  let choices = [[]];
  for (const text of lists) {
    const [, name, list] = /^([A-Za-z_][A-Za-z0-9_-]*)=(.+)$/s.exec(text) ?? [];
    if (name === void 0 || list === void 0) {
      throw new InputError(`--vary ${JSON.stringify(text)} must be a name and values: n=1,10,100`);
    }
    if (choices[0]?.some((of) => of.name === name)) {
      throw new InputError(`--vary ${name} is given twice: say all its values in one`);
    }
    const values = list.split(",");
    choices = choices.flatMap((of) => values.map((value) => [...of, { name, value }]));
  }
  if (choices.length > most) {
    throw new InputError(`--vary: ${choices.length} combinations are more than ${most}`);
  }
  const names = choices.map(choiceName);
  const twice = names.find((of, i) => names.indexOf(of) !== i);
  if (twice === void 0) return choices;
  throw new InputError(`--vary: ${twice} is there twice, or two values have one name`);
}
var chosen = (text, choice) => choice.reduce((all, { name, value }) => all.replaceAll(`{${name}}`, () => value), text);
var choiceName = (choice) => choice.map(({ name, value }) => `${name}=${value.trim().replaceAll(/[\s\p{C}/]+/gu, "_") || "empty"}`).join("/");
function refuseUnused(choices, texts) {
  for (const { name } of choices[0] ?? []) {
    if (texts.some((of) => of.includes(`{${name}}`))) continue;
    throw new InputError(`--vary ${name}: {${name}} is not in the command`);
  }
}

// src/entry/cli/measure/asked.ts
async function askedCommand(flags) {
  const { words: words2, run: run3, baseCmd, headCmd } = flags;
  const given = [
    words2 && "a command behind --",
    run3 && "--run",
    (baseCmd ?? headCmd) && "--base-cmd"
  ].filter((of) => of !== void 0 && of !== "");
  if (given.length > 1) throw new InputError(`${given.join(" and ")} are two commands`);
  const choices = choicesOf(flags.vary ?? []);
  if (baseCmd !== void 0 || headCmd !== void 0) return twoCommands(flags, choices);
  if (words2 !== void 0) return presetCommand(words2, flags, choices);
  if (run3 === void 0) {
    throw new InputError(
      "what is measured? Say it behind --, like: flamegate measure -- go test -bench=. ./...; or --run"
    );
  }
  if (run3.trim() === "") throw new InputError("--run is empty: what is measured?");
  refuseUnused(choices, [run3]);
  const commands = flags.vary && choices.map((of) => sameOnBoth(run3, of, chosen(run3, of)));
  return {
    says: null,
    options: { setup: flags.setup ?? null, run: run3, filter: flags.filter, commands }
  };
}
function withSubmodules(command, flags) {
  if (flags.submodules !== true) return command;
  const { prepare, inPlace } = command.options;
  if (inPlace === true) throw new InputError("--submodules is for commits, not for two commands");
  const both = async (side) => {
    await checkOutSubmodules(side);
    await prepare?.(side);
  };
  return { ...command, options: { ...command.options, prepare: both } };
}
var sameOnBoth = (template, choice, text) => ({
  name: `${commandName(template)}/${choiceName(choice)}`,
  base: text,
  head: text
});
function twoCommands(flags, choices) {
  const { baseCmd = "", headCmd = "", setup: setup3 = null } = flags;
  if (baseCmd.trim() === "" || headCmd.trim() === "") {
    throw new InputError("--base-cmd and --head-cmd go together: two shell commands");
  }
  if (flags.against !== void 0) {
    throw new InputError("--base-cmd says what to measure against: leave --against out");
  }
  refuseUnused(choices, [baseCmd, headCmd]);
  const [base, head] = [commandName(baseCmd), commandName(headCmd)];
  const name = base === head ? base : `${base}_->_${head}`;
  const commands = choices.map((of) => ({
    name: of.length === 0 ? name : `${name}/${choiceName(of)}`,
    base: chosen(baseCmd, of),
    head: chosen(headCmd, of)
  }));
  return {
    says: null,
    options: { setup: setup3, run: headCmd, filter: flags.filter, commands, inPlace: true }
  };
}
async function presetCommand(words2, flags, choices) {
  const setup3 = flags.setup ?? null;
  const { preset, top } = await presetHere(words2, setup3 !== null);
  if (flags.vary !== void 0 && preset.isRead) {
    throw new InputError(
      `--vary is for commands whose time is measured; benchmarks of ${preset.tool} have names and parameters of their own`
    );
  }
  if (flags.filter !== void 0 && preset.filter !== null && preset.filter !== everything) {
    throw new InputError(
      `--filter and ${JSON.stringify(preset.filter)} of the command are two filters: leave one out`
    );
  }
  refuseUnused(choices, words2);
  const both = [setup3, preset.setup].filter((of) => of !== null);
  const commands = flags.vary && choices.map(
    (of) => sameOnBoth(preset.run, of, commandOf(words2.map((each) => chosen(each, of))))
  );
  return {
    says: preset.says,
    options: {
      setup: both.length === 0 ? null : both.join("\n"),
      run: preset.run,
      filter: flags.filter ?? preset.filter ?? void 0,
      env: { ...process.env, ...preset.env },
      prepare: (side) => prepareTree(preset, top, side).catch(withAdvice(preset)),
      commands
    }
  };
}
var withAdvice = (preset) => (error) => {
  if (preset.links.length === 0 || !(error instanceof InputError)) throw error;
  throw new InputError(`${error.message}: say how a side gets its own, like --setup 'npm ci'`);
};
async function presetHere(words2, hasSetup) {
  const checkout = await checkoutAt({ directory: process.cwd(), env: outsideGit(process.env) });
  if (checkout === null) {
    throw new InputError(
      "this is not a git repository: there is nothing to measure against (--base-cmd and --head-cmd need none)"
    );
  }
  return { preset: await givenCommand(words2, checkout, hasSetup), top: checkout.top };
}

// src/entry/cli/measure/each.ts
import { join } from "node:path";

// src/report/history.ts
function historyLine(of, number, all) {
  const said = of.verdict === null ? `not measured: ${of.problem ?? ""}` : `${of.verdict.verdict}: ${of.verdict.headline}`;
  return logLine(`commit ${number} of ${all}, ${short(of.commit)}: ${said}`);
}
function historyText(commits, planned) {
  const rows = commits.map((of) => [
    short(of.commit),
    of.verdict?.verdict ?? "not measured",
    of.verdict === null ? logLine(of.problem ?? "", 80) : logLine(changes(of.verdict), 120),
    logName(of.subject, 60)
  ]);
  const table = layOut(
    [["commit", "verdict", "changed", "subject"], ...rows].map(
      (row) => row.map((text, column) => cell(column, text, column === 0 ? {} : { margin: "  " }))
    )
  );
  const missing = planned - commits.length;
  const more = missing > 0 ? [`stopped: ${plural(missing, "commit")} not measured`] : [];
  const first = `${plural(commits.length, "commit")}, each measured against its parent:`;
  return `${[first, "", ...table, ...more.length > 0 ? ["", ...more] : []].join("\n")}
`;
}
function historyJson(commits, planned) {
  const all = commits.map(({ commit, parent, subject, verdict, problem }) => ({
    commit,
    parent,
    subject,
    problem,
    report: verdict === null ? null : JSON.parse(gateJson(verdict))
  }));
  return `${JSON.stringify({ schema: 2, planned, commits: all }, null, 2)}
`;
}
var short = (commit) => commit.slice(0, 12);
var mostNamed = 3;
var words = /* @__PURE__ */ new Map([
  ["slower", 0],
  ["suspect", 1],
  ["faster", 2]
]);
function changes({ comparisons }) {
  const name = benchmarkNames(comparisons);
  const rank = (row) => words.get(row.verdict) ?? words.size;
  const all = comparisons.filter((row) => words.has(row.verdict)).sort((a, b) => rank(a) - rank(b) || Math.abs(b.delta ?? 0) - Math.abs(a.delta ?? 0));
  const shown = all.slice(0, mostNamed).map((row) => {
    const maybe = row.verdict === "suspect" ? "?" : "";
    return `${name(row)} ${changeCell(row.delta, row.unit)}${maybe}`;
  });
  const rest = all.length - shown.length;
  return [...shown, ...rest > 0 ? [`${rest} more`] : []].join(", ");
}

// src/entry/cli/measure/each.ts
async function measureEach(flags, config, asked) {
  const format = flags.format ?? "text";
  if (format !== "text" && format !== "json") {
    throw new InputError(`--each has --format text and json, not ${format}`);
  }
  const interruption = listenForInterruption();
  try {
    return await measureAll(flags, config, { ...asked, interruption });
  } finally {
    interruption.release();
  }
}
async function measureAll(flags, config, asked) {
  const { interruption } = asked;
  const commits = await commitsOf(gitIn(process.cwd(), outsideGit(process.env)), asked.range);
  const measured = [];
  let status2 = 0;
  for (const commit of commits) {
    const of = await measureOne(commit, flags, config, asked);
    if (of === null) break;
    measured.push(of);
    const line = historyLine(of, measured.length, commits.length);
    process.stderr.write(`${logLine(line)}
`);
    status2 = worse(status2, of.verdict === null ? 2 : exitStatus(of.verdict, config.failOn));
    if (interruption.status() !== null) break;
  }
  const report = flags.format === "json" ? historyJson : historyText;
  await emit(flags, report(measured, commits.length));
  return interruption.status() ?? status2;
}
function worse(one, other) {
  const order = [0, 3, 2, 1];
  return order.indexOf(other) > order.indexOf(one) ? other : one;
}
async function measureOne(commit, flags, config, { here, command, interruption }) {
  const keep = flags.keep === void 0 ? {} : { keep: join(flags.keep, commit.commit.slice(0, 12)) };
  const sides = { against: commit.parent, head: commit.commit, signal: interruption.signal };
  try {
    const look = lookAt(config, here.looks);
    const measured = await here.measure(null, look, { ...command.options, ...sides, ...keep });
    const verdict = roundsVerdict(measured, here.looks, config);
    const failed = measured.stopped === "failed" ? measured.warnings[0]?.message : void 0;
    if (failed === void 0) return { ...commit, verdict, problem: null };
    return { ...commit, verdict: null, problem: failed };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (interruption.status() !== null) return null;
    return { ...commit, verdict: null, problem: error.message };
  }
}

// src/entry/cli/measure/live.ts
import { spawnSync } from "node:child_process";

// src/report/live.ts
function liveLines(state, { columns, rows }) {
  const shown = state.verdict === null ? [] : oneEach(state.verdict.comparisons, state.open);
  const room = Math.max(1, rows - 2);
  const listed = shown.length > room ? shown.slice(0, room - 1) : shown;
  const name = benchmarkNames(shown);
  const width = Math.min(
    Math.max(0, ...listed.map((row) => [...name(row)].length)),
    Math.max(10, Math.floor(columns / 2))
  );
  const lines = listed.map((row) => {
    const isOpen = state.open.includes(row.benchmark);
    const said = isOpen ? "measuring" : row.verdict;
    const size = row.base === null || row.head === null ? "" : change(row.delta, row.ci);
    return `${logName(name(row), width).padEnd(width)}  ${said.padEnd(9)}  ${size}`;
  });
  const more = shown.length - listed.length;
  const rest = more > 0 ? [`and ${more} more`] : [];
  return [...lines, ...rest, status(state, shown)].map((line) => logLine(line, columns - 1));
}
function status(of, rows) {
  const decided = rows.filter((row) => !of.open.includes(row.benchmark)).length;
  const looked = of.verdict === null ? `first look after ${of.firstLook}` : of.seeksCause ? "all decided, looking for the function that did it" : `${decided} of ${rows.length} decided`;
  const keys = of.keys === "none" ? "" : of.keys === "heard" ? "; q stops and judges" : "; stops after this round";
  return `round ${of.count} of at most ${of.most}; ${looked}; ${duration(of.left)} left${keys}`;
}
function oneEach(comparisons, open) {
  const rows = /* @__PURE__ */ new Map();
  for (const row of comparisons) {
    const key = benchmarkKey(row);
    const other = rows.get(key);
    if (other === void 0 || isTime(row.unit) && !isTime(other.unit)) rows.set(key, row);
  }
  const rank = (row) => open.includes(row.benchmark) ? 0 : row.verdict === "ok" ? 2 : 1;
  return [...rows.values()].sort((a, b) => rank(a) - rank(b));
}

// src/entry/cli/measure/live.ts
function liveDisplay(firstLook, env, out = process.stderr, keys = process.stdin) {
  const isWatched = out.isTTY === true && env.TERM !== "dumb" && !isSet(env.CI);
  if (!isWatched) return null;
  let state = {
    ...{
      verdict: null,
      open: [],
      seeksCause: false,
      count: 0,
      most: 0,
      firstLook,
      left: 0,
      keys: "none"
    }
  };
  let [drawn, drawnAt, isStarted, isClosed] = [0, performance.now(), false, false];
  const draw = (above = "") => {
    const erase = drawn === 0 ? "" : `\x1B[${drawn}A\r\x1B[J`;
    const left = state.left - (performance.now() - drawnAt) / 1e3;
    const size = { columns: out.columns || 80, rows: Math.min(out.rows || 24, 40) };
    const lines = isStarted && !isClosed ? liveLines({ ...state, left }, size) : [];
    drawn = lines.length;
    const block = lines.length === 0 ? "" : `\x1B[?7l${lines.join("\n")}
\x1B[?7h`;
    out.write(`${erase}${above}${block}`);
  };
  const timer = setInterval(draw, 1e3).unref();
  const release = hear(keys, () => {
    state = { ...state, keys: "stopping" };
    draw();
  });
  if (release !== null) state = { ...state, keys: "heard" };
  return {
    live: {
      round: ({ count, most: most2, left }) => {
        [isStarted, drawnAt] = [true, performance.now()];
        state = { ...state, count, most: most2, left };
        draw();
      },
      enough: () => state.keys === "stopping"
    },
    log: (line) => draw(`${logLine(line)}
`),
    looked: ({ verdict, open, done }) => {
      state = { ...state, verdict, open, seeksCause: open.length === 0 && !done };
      draw();
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      clearInterval(timer);
      release?.();
      draw();
    }
  };
}
var isSet = (text) => text !== void 0 && !["", "0", "false"].includes(text);
var interrupt = "";
function hear(keys, stop) {
  if (keys === null || keys.isTTY !== true || !isForeground()) return null;
  const pressed = (bytes) => {
    const text = bytes.toString("latin1");
    if (text.includes(interrupt)) process.kill(process.pid, "SIGINT");
    if (/q/i.test(text)) stop();
  };
  const restore = () => keys.setRawMode(false);
  keys.setRawMode(true);
  keys.resume();
  keys.on("data", pressed);
  process.once("exit", restore);
  return () => {
    keys.off("data", pressed);
    restore();
    keys.pause();
    process.removeListener("exit", restore);
  };
}
function isForeground() {
  const args = ["-o", "pgid=", "-o", "tpgid=", "-p", String(process.pid)];
  const { stdout } = spawnSync("ps", args, { encoding: "utf8" });
  const [own, front] = (stdout ?? "").trim().split(/\s+/);
  return own !== void 0 && own === front;
}

// src/entry/cli/measure.ts
async function measureCommand(flags, args) {
  const [text] = args;
  const range = text === void 0 ? null : rangeOf(text);
  if (range !== null && flags.against !== void 0) {
    throw new InputError("A..B says what to measure against: leave --against out");
  }
  if (range === null && flags.each === true) {
    throw new InputError("--each needs the commits, like v1.2..HEAD --each");
  }
  if (range !== null && (flags.baseCmd ?? flags.headCmd) !== void 0) {
    throw new InputError("two commands are no two commits: leave A..B out");
  }
  const config = resolveConfig(...await configLayers(flags));
  const command = withSubmodules(await askedCommand(flags), flags);
  const { says } = command;
  const options = { ...command.options, ...range && { against: range.base, head: range.head } };
  const here = measurerHere({ ...flags, run: options.run }, config, { benchmarks: [], commit: "" });
  if (says !== null) process.stderr.write(`${logLine(`Measuring ${says}`)}
`);
  if (range !== null && flags.each === true) {
    return measureEach(flags, config, { here, command, range });
  }
  const display = liveDisplay(here.looks[0]?.after ?? 0, process.env);
  const look = lookAt(config, here.looks);
  const watched = (rounds) => {
    const found = look(rounds);
    display?.looked(found);
    return found;
  };
  const shown = display === null ? {} : { live: display.live, log: display.log };
  const measured = await here.measure(null, watched, { ...options, ...shown }).finally(() => display?.close()).catch((error) => {
    if (here.interrupted() === null) throw error;
    process.stderr.write(explain(error));
    return null;
  });
  if (measured === null) return here.interrupted() ?? 2;
  const verdict = roundsVerdict(measured, here.looks, config);
  await emit(flags, await verdictReport(verdict, flags.format));
  const interrupted = here.interrupted();
  if (interrupted !== null) return interrupted;
  return measured.stopped === "failed" ? 2 : exitStatus(verdict, config.failOn);
}
export {
  measureCommand
};
