import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  heeding,
  lastLines,
  runCommand
} from "./chunk-chunk-MCH7A6PU.js";
import {
  readBenchmarks
} from "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import {
  gitIn,
  outsideGit
} from "./chunk-chunk-5PXQR5EY.js";
import {
  plural
} from "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-BANJ3GOK.js";
import "./chunk-chunk-SGSL43OP.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-UO3SQAG6.js";
import "./chunk-chunk-MKYMQKPK.js";
import "./chunk-chunk-V6FUWQX3.js";
import "./chunk-chunk-3EDRWKZB.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/init.ts
init_define_FLAMEGATE_PAGE();
import { mkdir as mkdir2, readFile as readFile3, stat, writeFile } from "node:fs/promises";
import { dirname as dirname2, join as join3 } from "node:path";

// src/recipe/find.ts
init_define_FLAMEGATE_PAGE();

// src/recipe/tools/cargo.ts
init_define_FLAMEGATE_PAGE();

// src/recipe/job.ts
init_define_FLAMEGATE_PAGE();
var usualSizes = { passes: 3, count: 4, seconds: 0.5, maxTime: 10 };
var inPasses = (passes, each) => [
  `for pass in ${Array.from({ length: passes }, (_, i) => i + 1).join(" ")}; do`,
  ...each.map((line) => `  ${line}`),
  "done"
].join("\n");
var from = (directory, command) => directory === "" ? command : `cd ${directory} && ${command}`;

// src/recipe/tree.ts
init_define_FLAMEGATE_PAGE();
var foreign = /(?:^|\/)(?:node_modules|vendor|testdata|target|third_party|\.[^/]+)\//;
var mostRead = 500;
async function matching({ files, read }, name, text) {
  const candidates = files.filter((item) => name.test(item) && !foreign.test(item));
  const found = [];
  for (const file of candidates.sort(shallowFirst).slice(0, mostRead)) {
    if (text.test(await read(file))) found.push(file);
  }
  return found;
}
var depth = (file) => file.split("/").length;
var shallowFirst = (a, b) => depth(a) - depth(b) || (a < b ? -1 : 1);
var directoryOf = (file) => file.split("/").slice(0, -1).join("/");
function nearest({ files }, name, directory) {
  const steps2 = directory === "" ? [] : directory.split("/");
  for (let length = steps2.length; length >= 0; length--) {
    const text = steps2.slice(0, length).join("/");
    if (files.includes(text === "" ? name : `${text}/${name}`)) return text;
  }
  return null;
}
var below = (directory, file) => directory === "" ? file : file.slice(directory.length + 1);
var isPlain = (text) => /^[\w./@+-]+$/.test(text) && !text.startsWith("-");

// src/recipe/tools/cargo.ts
async function findCriterion(tree) {
  const manifests = await matching(
    tree,
    /(?:^|\/)Cargo\.toml$/,
    /^\s*criterion\s*[=.]|\.criterion\]/m
  );
  const benches = [];
  for (const manifest of manifests) benches.push(...await benchesOf(tree, manifest));
  const names = [...new Set(benches)].filter(isPlain);
  const [first] = manifests;
  if (first === void 0 || names.length === 0) return null;
  const root = tree.files.includes("Cargo.toml") ? "" : directoryOf(first);
  const isWorkspace = /^\[workspace\]/m.test(
    await tree.read(root === "" ? "Cargo.toml" : `${root}/Cargo.toml`)
  );
  const which = [
    ...isWorkspace ? ["--workspace"] : [],
    ...names.map((text) => `--bench ${text}`)
  ].join(" ");
  const criterion = (seconds) => `cargo bench ${which} -- --output-format bencher --warm-up-time ${Math.max(0.1, seconds / 2)} --measurement-time ${seconds}`;
  return {
    name: "rust",
    tool: "criterion",
    found: `criterion in ${first}, with ${names.length === 1 ? "the benchmark program" : "the benchmark programs"} ${names.join(", ")}`,
    directory: root,
    // The runner's image has cargo.
    uses: [],
    install: null,
    bench: ({ passes, seconds }) => inPasses(passes, [`${criterion(seconds)} | tee bench-$pass.txt`]),
    benchmarks: "bench-*.txt",
    profiles: null,
    setup: null,
    run: root === "" ? `-- cargo bench ${which}` : null,
    trial: {
      build: `cargo bench --no-run ${which}`,
      run: criterion(1),
      seconds: 1,
      repeats: false
    }
  };
}
async function benchesOf(tree, manifest) {
  const text = await tree.read(manifest);
  const home = directoryOf(manifest);
  const named = [...text.matchAll(/^\[\[bench\]\]\s*\n((?:(?!\[).*\n?)*)/gm)].flatMap(
    ([, table = ""]) => /^name\s*=\s*"([^"]+)"/m.exec(table)?.[1] ?? []
  );
  if (named.length > 0) return named;
  const files = await matching(tree, /(?:^|\/)benches\/[^/]+\.rs$/, /criterion/);
  return files.filter((name) => directoryOf(directoryOf(name)) === home).map((name) => below(`${directoryOf(name)}`, name).replace(/\.rs$/, ""));
}

// src/recipe/tools/cpp.ts
init_define_FLAMEGATE_PAGE();
async function findGoogleBenchmark(tree) {
  const files = await matching(tree, /(?:^|\/)CMakeLists\.txt$/, /benchmark::benchmark/);
  const [file] = files;
  if (file === void 0) return null;
  const text = await tree.read(file);
  const [, target = ""] = /target_link_libraries\(\s*([\w.-]+)[^)]*benchmark::benchmark/.exec(text) ?? [];
  if (!isPlain(target)) return null;
  const root = tree.files.includes("CMakeLists.txt") ? "" : directoryOf(file);
  const isInstalled = files.length > 0 && /find_package\(\s*benchmark/i.test(await whole(tree));
  const build = (bin) => [
    `cmake -S ${root || "."} -B "${bin}/build" -DCMAKE_BUILD_TYPE=Release -DCMAKE_RUNTIME_OUTPUT_DIRECTORY="${bin}"`,
    `cmake --build "${bin}/build" --target ${target}`
  ].join("\n");
  const flags = (seconds) => `--benchmark_min_time=${seconds}`;
  const json = (seconds) => `--benchmark_format=json ${flags(seconds)} --benchmark_filter="$FLAMEGATE_FILTER"`;
  return {
    name: "cpp",
    tool: "Google Benchmark",
    found: `the target ${target} in ${file}, linked to benchmark::benchmark`,
    directory: "",
    uses: [],
    install: isInstalled ? "sudo apt-get install --yes --no-install-recommends libbenchmark-dev" : null,
    bench: ({ passes, count, seconds }) => [
      build("$RUNNER_TEMP/bench"),
      inPasses(passes, [
        `"$RUNNER_TEMP/bench/${target}" --benchmark_repetitions=${count} ${flags(seconds)} --benchmark_out=bench-$pass.json`
      ])
    ].join("\n"),
    benchmarks: "bench-*.json",
    profiles: null,
    setup: build("$FLAMEGATE_BIN"),
    run: `"$FLAMEGATE_BIN/${target}" ${json(0.1)}`,
    trial: {
      build: build("$FLAMEGATE_BIN"),
      run: `"$FLAMEGATE_BIN/${target}" ${json(0.1)}`,
      seconds: 0.1,
      repeats: true
    }
  };
}
async function whole(tree) {
  const files = await matching(tree, /(?:^|\/)CMakeLists\.txt$/, /./);
  return (await Promise.all(files.map(tree.read))).join("\n");
}

// src/recipe/tools/go.ts
init_define_FLAMEGATE_PAGE();

// src/recipe/pins.ts
init_define_FLAMEGATE_PAGE();
var checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
var setupGo = "actions/setup-go@b7ad1dad31e06c5925ef5d2fc7ad053ef454303e # v7.0.0";
var setupNode = "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0";
var setupPython = "actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0";
var checkoutStep = {
  uses: checkout,
  with: { "fetch-depth": "0", "persist-credentials": "false" }
};

// src/recipe/tools/go.ts
var benchmark = /^func Benchmark\w*\(\w+ \*testing\.B\)/m;
async function findGo(tree) {
  const files = await matching(tree, /_test\.go$/, benchmark);
  const [first] = files;
  const module = first === void 0 ? null : nearest(tree, "go.mod", directoryOf(first));
  if (module === null) return null;
  const own = files.filter((text) => nearest(tree, "go.mod", directoryOf(text)) === module);
  const packages = [...new Set(own.map((text) => directoryOf(below(module, text))))].filter(
    (text) => text === "" || isPlain(text)
  );
  if (packages.length === 0) return null;
  const paths = packages.map((text) => `./${text}`);
  const all = paths.join(" ");
  const go = (sizes) => `go test -run='^$' -bench=. -benchmem -count=${sizes.count} -benchtime=${Math.round(sizes.seconds * 1e3)}ms`;
  const [only] = paths;
  return {
    name: "go",
    tool: "go test -bench",
    found: `benchmarks in ${packages.length === 1 ? "one package" : `${packages.length} packages`} of ${module === "" ? "go.mod" : `${module}/go.mod`} (${all})`,
    directory: module,
    uses: [
      { uses: setupGo, with: { "go-version-file": module === "" ? "go.mod" : `${module}/go.mod` } }
    ],
    install: null,
    // -cpuprofile takes one package.
    bench: (sizes) => packages.length === 1 ? inPasses(sizes.passes, [
      `${go(sizes)} -cpuprofile=cpu-$pass.pprof ${only} | tee bench-$pass.txt`
    ]) : inPasses(sizes.passes, [
      `for package in ${packages.map((text) => text || ".").join(" ")}; do`,
      `  ${go(sizes)} -cpuprofile="cpu-\${package//\\//-}-$pass.pprof" "./$package"`,
      "done | tee bench-$pass.txt"
    ]),
    benchmarks: "bench-*.txt",
    profiles: "cpu-*.pprof",
    setup: null,
    // In a directory of its own the module is found by what the benchmarks print (`confirm: auto`).
    run: module === "" ? `-- go test -bench=. -benchmem ${all}` : null,
    trial: {
      build: `go vet ${all} || true`,
      run: `${go({ count: 1, seconds: 0.1 })} ${all}`,
      seconds: 0.1,
      repeats: true
    }
  };
}

// src/recipe/tools/jvm.ts
init_define_FLAMEGATE_PAGE();
async function findJmh(tree) {
  const build = await maven(tree) ?? await gradle(tree);
  if (build === null) return null;
  const java = (jar2, seconds, count, file) => `java -jar ${jar2} -f 1 -wi 2 -w ${milliseconds(seconds)} -i ${count} -r ${milliseconds(seconds)} -rf json -rff ${file}`;
  const jar = '"$FLAMEGATE_BIN/benchmarks.jar"';
  const setup = `${build.command}
cp ${build.jar} ${jar}`;
  const run = `${java(jar, 0.2, 3, '"$FLAMEGATE_OUTPUT"')} "$FLAMEGATE_FILTER"`;
  return {
    name: "jvm",
    tool: "JMH",
    found: `JMH in ${build.file}, whose jar is ${build.jar}`,
    directory: "",
    // The runner's image has Java, Maven and Gradle.
    uses: [],
    install: null,
    bench: ({ passes, count, seconds }) => [build.command, inPasses(passes, [java(build.jar, seconds, count, "bench-$pass.json")])].join(
      "\n"
    ),
    benchmarks: "bench-*.json",
    profiles: null,
    setup,
    run,
    trial: { build: setup, run, seconds: 0.2, repeats: true }
  };
}
var milliseconds = (seconds) => `${Math.round(seconds * 1e3)}ms`;
async function maven(tree) {
  const [file] = await matching(
    tree,
    /(?:^|\/)pom\.xml$/,
    /<artifactId>jmh-core<[\s\S]*maven-shade-plugin/
  );
  if (file === void 0) return null;
  const text = await tree.read(file);
  const [, name = "benchmarks"] = /<(?:uberjar\.name|finalName)>\s*([\w.-]+)\s*<\/(?:uberjar\.name|finalName)>/.exec(text) ?? [];
  const home = directoryOf(file);
  if (home !== "" && !isPlain(home)) return null;
  const isModule = home !== "" && tree.files.includes("pom.xml");
  const where = home === "" ? "" : isModule ? ` -pl ${home} -am` : ` -f ${file}`;
  return {
    file,
    command: `mvn --batch-mode --quiet${where} package -DskipTests`,
    jar: `${home === "" ? "" : `${home}/`}target/${name}.jar`
  };
}
async function gradle(tree) {
  const [file] = await matching(tree, /(?:^|\/)build\.gradle(?:\.kts)?$/, /me\.champeau\.jmh/);
  if (file === void 0) return null;
  const home = directoryOf(file);
  if (home !== "" && !isPlain(home)) return null;
  const program = tree.files.includes("gradlew") ? "./gradlew" : "gradle";
  const task = home === "" ? "jmhJar" : `:${home.replaceAll("/", ":")}:jmhJar`;
  return {
    file,
    command: `${program} --quiet ${task}`,
    jar: `${home === "" ? "" : `${home}/`}build/libs/*-jmh.jar`
  };
}

// src/recipe/tools/make.ts
init_define_FLAMEGATE_PAGE();
async function findMake(tree) {
  const [file] = await matching(tree, /^(?:GNUm|M|m)akefile$/, /^bench\s*:(?!=)/m);
  if (file === void 0) return null;
  const command = "make --silent bench";
  return {
    name: "bench",
    tool: "make bench",
    found: `the target bench in ${file}`,
    directory: "",
    uses: [],
    install: null,
    bench: ({ passes }) => inPasses(passes, [`${command} | tee bench-$pass.txt`]),
    benchmarks: "bench-*.txt",
    profiles: null,
    setup: null,
    run: command,
    trial: { build: null, run: command, seconds: null, repeats: false }
  };
}

// src/recipe/tools/node.ts
init_define_FLAMEGATE_PAGE();
async function findVitest(tree) {
  const home = await packageWith(tree, "vitest");
  if (home === null) return null;
  const files = tree.files.filter(
    (text) => /\.bench\.[cm]?[jt]sx?$/.test(text) && !text.includes("node_modules/")
  );
  if (files.length === 0) return null;
  const [, major = "5"] = /(\d+)/.exec(home.needs.vitest ?? "") ?? [];
  const vitest = (file) => Number(major) < 5 ? `npx vitest bench --run --outputJson=${file}` : `npx vitest bench --run --reporter=json --outputFile=${file}`;
  return {
    ...nodeJob(tree, home),
    tool: "vitest bench",
    found: `vitest ${home.needs.vitest} in ${manifestOf(home)}, and ${files.length === 1 ? files[0] : `${files.length} files *.bench.*`}`,
    bench: ({ passes }) => inPasses(passes, [vitest("bench-$pass.json")]),
    benchmarks: "bench-*.json",
    run: home.directory === "" ? "-- npx vitest bench" : null,
    trial: { build: null, run: vitest('"$FLAMEGATE_OUTPUT"'), seconds: null, repeats: false }
  };
}
var libraries = ["tinybench", "mitata"];
async function findNodeScript(tree) {
  for (const library of libraries) {
    const home = await packageWith(tree, library);
    if (home === null) continue;
    const imports = new RegExp(`(?:from|import|require\\()\\s*['"]${library}['"]`);
    const files = (await matching(tree, /\.[cm]?[jt]s$/, imports)).filter(isPlain);
    const [script] = files.map((text) => below(home.directory, text));
    const isNamed = home.scripts.bench !== void 0;
    if (script === void 0) continue;
    if (!isNamed && /ts$/.test(script)) continue;
    const command = isNamed ? "npm run --silent bench" : `node ${script}`;
    return {
      ...nodeJob(tree, home),
      tool: library,
      found: `${library} ${home.needs[library]} in ${manifestOf(home)}, ${isNamed ? "and its script `bench`" : `used by ${files[0]}`}`,
      bench: ({ passes }) => inPasses(passes, [`${command} | tee bench-$pass.txt`]),
      benchmarks: "bench-*.txt",
      run: home.directory === "" ? `-- ${command}` : from(home.directory, command),
      setup: home.directory === "" ? null : from(home.directory, install(tree, home.directory)),
      trial: { build: null, run: command, seconds: null, repeats: false }
    };
  }
  return null;
}
var manifestOf = ({ directory }) => directory === "" ? "package.json" : `${directory}/package.json`;
var nodeJob = (tree, { directory }) => ({
  name: "javascript",
  directory,
  uses: [{ uses: setupNode, with: { "node-version": "lts/*" } }],
  install: install(tree, directory),
  profiles: null,
  setup: null
});
function install({ files }, directory) {
  const has = (name) => files.includes(directory === "" ? name : `${directory}/${name}`);
  if (has("pnpm-lock.yaml")) return "corepack enable && pnpm install --frozen-lockfile";
  if (has("yarn.lock")) return "corepack enable && yarn install --immutable";
  return has("package-lock.json") ? "npm ci" : "npm install";
}
async function packageWith(tree, name) {
  const [file] = await matching(tree, /(?:^|\/)package\.json$/, new RegExp(`"${name}"\\s*:`));
  if (file === void 0) return null;
  const directory = directoryOf(file);
  try {
    const whole2 = JSON.parse(await tree.read(file));
    const needs = { ...whole2.dependencies, ...whole2.devDependencies };
    if (needs[name] === void 0 || !(directory === "" || isPlain(directory))) return null;
    return { directory, needs, scripts: whole2.scripts ?? {} };
  } catch {
    return null;
  }
}

// src/recipe/tools/python.ts
init_define_FLAMEGATE_PAGE();
var test = /(?:^|\/)(?:test_[^/]*|[^/]*_test|bench_?[^/]*)\.py$/;
var usesFixture = /def test_\w+\([^)]*\bbenchmark\b/;
async function findPytest(tree) {
  const files = (await matching(tree, test, usesFixture)).filter(isPlain);
  if (files.length === 0) return null;
  const [wanted = null] = await matching(
    tree,
    /(?:^|\/)(?:requirements[^/]*\.txt|pyproject\.toml|setup\.(?:cfg|py)|tox\.ini|Pipfile)$/,
    /pytest[-_]benchmark/
  );
  const places = files.length > 5 ? [...new Set(files.map((text) => directoryOf(text) || "."))] : files;
  const pytest = (seconds, file) => `python -m pytest --benchmark-only --benchmark-max-time=${seconds} --benchmark-json=${file} ${places.join(" ")}`;
  return {
    name: "python",
    tool: "pytest-benchmark",
    found: `tests that use the \`benchmark\` fixture in ${places.join(", ")}${wanted === null ? "" : `, and pytest-benchmark in ${wanted}`}`,
    directory: "",
    uses: [{ uses: setupPython, with: { "python-version": "'3.x'" } }],
    install: installOf(wanted, tree),
    bench: ({ passes, seconds }) => inPasses(passes, [pytest(seconds, "bench-$pass.json")]),
    benchmarks: "bench-*.json",
    profiles: null,
    setup: null,
    run: `-- python -m pytest ${places.join(" ")}`,
    trial: { build: null, run: pytest(0.2, '"$FLAMEGATE_OUTPUT"'), seconds: 0.2, repeats: false }
  };
}
function installOf(wanted, { files }) {
  const requirements = wanted?.endsWith(".txt") ? [`-r ${wanted}`] : [];
  const isPackage = ["pyproject.toml", "setup.py"].some((text) => files.includes(text));
  const words = [...requirements, ...isPackage ? ["-e ."] : [], "pytest", "pytest-benchmark"];
  return `python -m pip install ${words.join(" ")}`;
}

// src/recipe/find.ts
var tools = [
  findGo,
  findCriterion,
  findPytest,
  findVitest,
  findNodeScript,
  findGoogleBenchmark,
  findJmh
];
var notRead = "what it prints is not read";
var leftAlone = [
  { tool: "divan", why: notRead, file: /(?:^|\/)Cargo\.toml$/, text: /^\s*divan\s*[=.]/m },
  { tool: "Catch2", why: notRead, file: /(?:^|\/)CMakeLists\.txt$/, text: /Catch2::Catch2/ },
  {
    tool: "BenchmarkDotNet",
    why: "its full JSON is read, but how base and head are built is not known",
    file: /\.csproj$/,
    text: /BenchmarkDotNet/
  }
];
async function findBenchmarks(tree) {
  const found = (await Promise.all(tools.map((find) => find(tree)))).filter((job) => job !== null);
  const others = await Promise.all(
    leftAlone.map(async ({ tool, why, file, text }) => {
      const [first] = await matching(tree, file, text);
      return first === void 0 ? [] : [{ tool, file: first, why }];
    })
  );
  const make = found.length > 0 ? null : await findMake(tree);
  const jobs = make === null ? found : [make];
  return { jobs: distinct(jobs), leftAlone: others.flat() };
}
function distinct(jobs) {
  return jobs.map(
    (job, i) => jobs.slice(0, i).some((item) => item.name === job.name) ? { ...job, name: `${job.name}-${i}` } : job
  );
}

// src/recipe/saying.ts
init_define_FLAMEGATE_PAGE();
function foundSentences({ found, tool, name, run }) {
  const how = run === null ? "by the tool that printed it" : `with run: ${run}`;
  return [
    `Found ${found}: ${tool}, the job \`${name}\`.`,
    `  Stored runs of main are memory and screen; what looks slower is measured here, base and head in turn, ${how}`
  ];
}
var leastRounds = 6;
function sizeSentences({ trial }, sizes, { benchmarks, took }) {
  const processes = sizes.passes === 1 ? "one process" : `${sizes.passes} processes`;
  const samples = trial.repeats ? `${plural(sizes.count, "sample")} of ` : "";
  const each = trial.seconds === null ? "the whole suite" : `${sizes.seconds} s a benchmark`;
  const rounds = Math.floor(sizes.maxTime * 60 / (2 * took));
  return [
    `  ${plural(benchmarks, "benchmark")} in ${took.toFixed(1)} s, so: ${processes} of ${samples}${each}; max-time ${sizes.maxTime}m is ${rounds} rounds of base and head.`,
    ...rounds < leastRounds ? [
      `  Under ${leastRounds} rounds decide nothing: make the suite shorter, or max-time longer.`
    ] : []
  ];
}

// src/recipe/sizes.ts
init_define_FLAMEGATE_PAGE();
var stepSeconds = 180;
var roundsWanted = 20;
var longestMinutes = 15;
var leastMinutes = 5;
var steps = [1, 0.5, 0.2, 0.1, 0.05];
function sizesOf(took, { seconds, repeats }) {
  const minutes = Math.ceil(2 * took * roundsWanted / 60);
  const maxTime = Math.min(longestMinutes, Math.max(leastMinutes, minutes));
  if (seconds === null) {
    const passes = [3, 2].find((value) => value * took <= stepSeconds) ?? 1;
    return { ...usualSizes, passes, maxTime };
  }
  const cost = ({ passes, count }, each) => passes * count * took * each / seconds;
  for (const count of repeats ? [4, 2, 1] : [1]) {
    const sizes = { ...usualSizes, count, maxTime };
    const fits = steps.find((each) => cost(sizes, each) <= stepSeconds);
    if (fits !== void 0) return { ...sizes, seconds: fits };
  }
  return { ...usualSizes, count: 1, seconds: steps[4], maxTime };
}

// src/recipe/workflow.ts
init_define_FLAMEGATE_PAGE();
var workflowFile = ".github/workflows/perf.yml";
var commentFile = ".github/workflows/perf-comment.yml";
var settingsFile = ".github/flamegate.yml";
function workflowText(jobs, { action, branch }) {
  const names = jobs.length > 1;
  return `name: performance
on:
  push:
    branches: [${branch}] # its runs are what pull requests are compared with
  pull_request:

permissions: {}

jobs:
${jobs.map((sized2) => jobText(sized2, action, names)).join("\n")}`;
}
function jobText({ job, sizes }, action, isNamed) {
  const { install: install2, bench } = job;
  const steps2 = [
    stepText(checkoutStep),
    ...job.uses.map(stepText),
    ...install2 === null ? [] : [runText("what the benchmarks need", job.directory, install2)],
    ...bench === null ? [] : [runText("benchmarks", job.directory, bench(sizes))],
    gateText(job, sizes, { action, isNamed })
  ];
  return `  ${job.name}:
    runs-on: ubuntu-latest
    timeout-minutes: ${sizes.maxTime + 20}
    permissions:
      contents: read # which commits came before
      actions: read # stored runs of main
      pull-requests: write # the comment; a fork's token can only read, and its comment is left out
    steps:
${steps2.join("")}`;
}
function stepText({ uses, with: inputs = {} }) {
  const lines = Object.entries(inputs).map(([name, value]) => `          ${name}: ${value}
`);
  return `      - uses: ${uses}
${lines.length === 0 ? "" : `        with:
${lines.join("")}`}`;
}
function runText(name, directory, script) {
  const where = directory === "" ? "" : `        working-directory: ${directory}
`;
  return `      - name: ${name}
        shell: bash
${where}        run: |
${indented(script, 10)}`;
}
var indented = (text, by) => text.split("\n").map((line) => `${" ".repeat(by)}${line}
`).join("");
function gateText(job, { maxTime }, { action, isNamed }) {
  const at = (file) => job.directory === "" ? file : `${job.directory}/${file}`;
  const input = (name, value) => value === null ? "" : value.includes("\n") ? `          ${name}: |
${indented(value, 12)}` : `          ${name}: ${scalar(value)}
`;
  return [
    `      - uses: ${action}
        with:
`,
    input("name", isNamed ? job.name : null),
    input("benchmarks", job.benchmarks && at(job.benchmarks)),
    input("profiles", job.profiles && at(job.profiles)),
    "          # What looks slower than in stored runs is measured here, base and head in turn, before it can fail.\n",
    input("setup", job.setup),
    input("run", job.run),
    input("max-time", `${maxTime}m`)
  ].join("");
}
var scalar = (text) => /^[\w.*/-][^:#]*$/.test(text) && !/^- |["\\]/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
function commentText(jobs, { action }) {
  const names = jobs.length > 1 ? jobs.map(({ job }) => job.name) : [null];
  const steps2 = names.map(
    (name) => `      - uses: ${action}
        with:
          mode: comment
          workflow: ${workflowFile}
${name === null ? "" : `          name: ${name}
`}`
  );
  return `# The comment of pull requests from forks, whose own token can only read. It runs in the default branch.
name: performance comment
on:
  workflow_run:
    workflows: [performance]
    types: [completed]

permissions: {}

jobs:
  comment:
    # Pull requests of this repository have their comment already.
    if: github.event.workflow_run.event == 'pull_request' && github.event.workflow_run.head_repository.fork
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      actions: read
      pull-requests: write
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
${steps2.join("")}`;
}
function settingsText(schema, hasProfiles) {
  return `${schema === null ? "" : `# yaml-language-server: $schema=${schema}
`}# The change of a benchmark that matters. Base and head measured here show it; stored runs alone rarely do.
threshold: 5%
${hasProfiles ? "# The rise of a function's share of the profile that matters.\nprofile-threshold: 2pp\n" : ""}`;
}

// src/entry/cli/init/action.ts
init_define_FLAMEGATE_PAGE();
import { readFile, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
var nobody = '"<owner>/flamegate@<commit>" # fill in who has the action, and a commit of it';
async function actionOf(given, program) {
  if (given !== void 0) return pinned(given, "as --action says");
  const home = dirname(dirname(await realpath(program).catch(() => program)));
  const clone = await cloneAt(home);
  if (clone !== null) return clone;
  const named = await packageAt(home);
  if (named !== null) return named;
  return {
    uses: nobody,
    schema: null,
    says: [
      "Left to do: nobody says who has the action (this flamegate is no clone with a remote on github.com, and its package.json names no owner). Fill in `uses:`, or run init again with --action OWNER/flamegate@COMMIT."
    ]
  };
}
var commit = /^[0-9a-f]{40}$/;
function pinned(text, why) {
  const [, name, at] = /^([A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+)@(\S+)$/.exec(text) ?? [];
  if (name === void 0 || at === void 0 || !commit.test(at)) {
    throw new InputError(
      `--action ${JSON.stringify(text)}: give owner/repository@commit, with all 40 digits of the commit (a tag can be moved)`
    );
  }
  return {
    uses: `${name}@${at}`,
    schema: `https://raw.githubusercontent.com/${name}/${at}/schema/config.schema.json`,
    says: [`The action is ${name} at ${at.slice(0, 12)}, ${why}.`]
  };
}
function repositoryAt(url) {
  const [, name] = /^(?:git\+)?(?:https:\/\/(?:[^@/]+@)?|ssh:\/\/git@|git@)github\.com[/:]([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
    url
  ) ?? [];
  return name === void 0 || name.startsWith("OWNER/") ? null : name;
}
async function cloneAt(home) {
  const git = gitIn(home, outsideGit(process.env));
  const isTop = await git.attempt(["rev-parse", "--show-cdup"]) === "";
  const name = isTop ? repositoryAt(await git.attempt(["remote", "get-url", "origin"]) ?? "") : null;
  if (name === null) return null;
  const head = await git.attempt(["rev-parse", "HEAD"]) ?? "";
  const remotes = await git.attempt(["branch", "--remotes", "--contains", head]);
  const at = `${name}@${head}`;
  const action = pinned(at, `the remote of this clone (${home})`);
  if (remotes) return action;
  return {
    ...action,
    says: [...action.says, `Its remote is not known to have that commit: push it there first.`]
  };
}
async function packageAt(home) {
  const text = await readFile(join(home, "package.json"), "utf8").catch(() => "{}");
  const { repository, version } = JSON.parse(text);
  const name = repositoryAt(repository?.url ?? "");
  if (name === null || version === void 0) return null;
  return {
    uses: `${name}@v${version}`,
    schema: `https://raw.githubusercontent.com/${name}/v${version}/schema/config.schema.json`,
    says: [
      `The action is ${name} at v${version}, as its package.json says. Replace the tag by its commit: a tag can be moved.`
    ]
  };
}

// src/entry/cli/init/trial.ts
init_define_FLAMEGATE_PAGE();
import { mkdir, mkdtemp, readFile as readFile2, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";
var limitSeconds = 600;
async function tried(job, top) {
  const place = await mkdtemp(join2(tmpdir(), "flamegate-init-"));
  try {
    return await triedIn(place, job, top);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
async function triedIn(place, { trial, directory }, top) {
  const at = (name) => join2(place, name);
  const files = { stdout: at("stdout"), stderr: at("stderr"), times: at("times") };
  await mkdir(at("bin"));
  const env = {
    ...process.env,
    FLAMEGATE_OUTPUT: at("output"),
    FLAMEGATE_BIN: at("bin"),
    FLAMEGATE_FILTER: "."
  };
  const run = async (text) => {
    const command = { text, directory: join2(top, directory), env, files, pin: null, limitSeconds };
    const ended2 = await heeding(
      (signal) => runCommand({ ...command, signal }),
      () => {
      }
    );
    if (ended2.how.kind === "cancelled") throw new InputError("stopped; nothing was written");
    return ended2;
  };
  if (trial.build !== null) {
    const built = await run(trial.build);
    if (!worked(built)) return { cannot: await failure(trial.build, built, files.stderr) };
  }
  const ended = await run(trial.run);
  if (!worked(ended)) return { cannot: await failure(trial.run, ended, files.stderr) };
  const written = await readFile2(at("output")).catch(() => null);
  return readIn(written ?? await readFile2(files.stdout), ended.wallSeconds);
}
var worked = ({ how }) => how.kind === "exit" && how.status === 0;
async function failure(text, { how }, stderr) {
  const [last] = (await lastLines(stderr)).slice(-1);
  const ending = how.kind === "exit" ? `ended with status ${how.status}` : how.kind === "limit" ? `took over ${limitSeconds} s` : `could not be run (${how.kind})`;
  return `\`${text.split("\n").at(-1)}\` ${ending}${last === void 0 ? "" : `: ${last}`}`;
}
async function readIn(bytes, took) {
  try {
    const { series } = await readBenchmarks([{ file: "what it printed", bytes }]);
    const benchmarks = new Set(series.map((item) => `${item.package} ${item.benchmark}`)).size;
    return { benchmarks, took };
  } catch (error) {
    if (error instanceof InputError) return { cannot: error.message };
    throw error;
  }
}

// src/entry/cli/init.ts
async function initCommand(flags) {
  const git = gitIn(process.cwd(), outsideGit(process.env));
  const top = await git.attempt(["rev-parse", "--show-toplevel"]);
  if (top === null) {
    throw new InputError(
      "this is not a git repository: init writes the workflow of one; run it there"
    );
  }
  const tree = await treeAt(top, git);
  const found = await findBenchmarks(tree);
  for (const { tool, file, why } of found.leftAlone) {
    say(`Left alone: ${tool} (${file}), because ${why} (docs/recipes.md).`);
  }
  if (found.jobs.length === 0) {
    throw new InputError(
      "no benchmarks were found here: go test -bench, criterion, pytest-benchmark, vitest bench, tinybench, mitata, Google Benchmark and JMH are looked for, then a target bench of a Makefile. Add that target, or copy a block of docs/recipes.md"
    );
  }
  const action = await actionOf(flags.action, process.argv[1] ?? "");
  const jobs = [];
  for (const job of found.jobs) jobs.push({ job, sizes: await sized(job, top, flags) });
  const forks = await forksOf(flags, tree, git);
  const place = { action: action.uses, branch: await branchOf(git) };
  const files = new Map([
    [workflowFile, workflowText(jobs, place)],
    ...forks ? [[commentFile, commentText(jobs, place)]] : [],
    [
      settingsFile,
      settingsText(
        action.schema,
        jobs.some(({ job }) => job.profiles !== null)
      )
    ]
  ]);
  await give(files, top, flags);
  sayWhatIsLeft(action, flags);
  return 0;
}
var say = (line) => {
  process.stderr.write(`${logLine(line)}
`);
};
var readLimit = 2 ** 20;
async function treeAt(top, git) {
  const listed = await git([
    "-C",
    top,
    "ls-files",
    "-z",
    "-co",
    "--exclude-standard",
    "--deduplicate"
  ]);
  return {
    files: listed.split("\0").filter(Boolean),
    read: async (file) => {
      const size = await stat(join3(top, file)).then(
        (stats) => stats.size,
        () => Number.POSITIVE_INFINITY
      );
      return size > readLimit ? "" : readFile3(join3(top, file), "utf8").catch(() => "");
    }
  };
}
async function sized(job, top, flags) {
  for (const line of foundSentences(job)) say(line);
  const usual = `max-time is ${usualSizes.maxTime}m, as usual`;
  if (flags.measure === false) {
    say(`  Not measured (--no-measure): ${usual}.`);
    return usualSizes;
  }
  say(`  Running the benchmarks once: ${job.trial.run}`);
  const once = await tried(job, top);
  if ("cannot" in once) {
    say(`  Not measured: ${once.cannot}; so ${usual}.`);
    return usualSizes;
  }
  const sizes = sizesOf(once.took, job.trial);
  for (const line of sizeSentences(job, sizes, once)) say(line);
  return sizes;
}
async function forksOf(flags, { files }, git) {
  if (flags.forks !== void 0) return flags.forks;
  const repository = repositoryAt(await git.attempt(["remote", "get-url", "origin"]) ?? "");
  const license = files.find((text) => /^(?:LICEN[CS]E|COPYING)(?:\.\w+)?$/i.test(text));
  if (repository === null || license === void 0) return false;
  say(
    `origin is ${repository} on github.com, and there is a ${license}: it looks public, so the workflow that comments for forks is written, too (--no-forks leaves it out).`
  );
  return true;
}
async function branchOf(git) {
  const remote = await git.attempt(["symbolic-ref", "--short", "refs/remotes/origin/HEAD"]);
  const text = await git.attempt(["symbolic-ref", "--quiet", "--short", "HEAD"]);
  const name = remote?.replace(/^origin\//, "") ?? text ?? "main";
  return /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
}
async function give(files, top, flags) {
  if (flags.dryRun === true) {
    for (const [file, text] of files) process.stdout.write(`--- ${file}
${text}
`);
    say("Nothing was written (--dry-run).");
    return;
  }
  for (const file of flags.force === true ? [] : files.keys()) {
    const isThere = await stat(join3(top, file)).then(Boolean, () => false);
    if (!isThere) continue;
    throw new InputError(
      "is there already, and nothing was written: --force writes over it, --dry-run shows what would be written",
      { file }
    );
  }
  for (const [file, text] of files) {
    await mkdir2(dirname2(join3(top, file)), { recursive: true });
    await writeFile(join3(top, file), text);
    process.stdout.write(`wrote ${file}
`);
  }
}
function sayWhatIsLeft(action, flags) {
  for (const line of action.says) say(line);
  if (flags.dryRun === true) return;
  say(
    "Next: commit these files on the default branch. Its first run is the baseline; a pull request after it has a verdict."
  );
}
export {
  initCommand
};
