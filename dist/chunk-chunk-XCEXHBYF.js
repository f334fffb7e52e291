import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isBmf
} from "./chunk-chunk-63FDU6EQ.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/formats/benchmarks/index.ts
init_define_FLAMEGATE_PAGE();

// src/formats/benchmarks/filter.ts
init_define_FLAMEGATE_PAGE();
var everything = ".";
var longest = 3e4;
var goFilter = (names) => joined(names, goName);
function goName(name) {
  const elements = `Benchmark${name.split(" ", 1)[0] ?? ""}`.split("/");
  return elements.map((element, i) => {
    const suffix = i === elements.length - 1 ? /-\d+$/.exec(element)?.[0] : void 0;
    if (suffix === void 0) return `^${escaped(element)}$`;
    return `^${escaped(element.slice(0, -suffix.length))}(${suffix})?$`;
  }).join("/");
}
var plainFilter = (names) => joined(names, (name) => `^${escaped(name)}$`);
var endFilter = (names) => joined(
  names,
  (name) => `${escaped(name.slice(name.lastIndexOf(" > ") + 1).replace(/^> /, ""))}$`
);
var methodFilter = (names) => joined(names, (name) => `^${escaped(/^[^/ ]*/.exec(name)?.[0] ?? "")}$`);
var noFilter = () => everything;
function joined(names, pattern) {
  const filter = [...new Set(names.map(pattern))].sort().join("|");
  return filter === "" || filter.length > longest ? everything : filter;
}
var escaped = (text) => text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");

// src/formats/benchmarks/list/cpp.ts
init_define_FLAMEGATE_PAGE();

// src/formats/benchmarks/detect.ts
init_define_FLAMEGATE_PAGE();
var json = (...paths) => keys(["object", "array"], paths);
var jsonLines = (...paths) => keys(["lines", "object"], paths);
function keys(shapes, paths) {
  const absent = ({ json: outline }) => paths.filter((path) => outline?.paths.has(path) !== true);
  return {
    is: (of) => of.json !== null && shapes.includes(of.json.shape) && absent(of).length === 0 ? "yes" : "no",
    lacks: (of) => {
      if (of.json === null) return { near: 0, what: "it is no JSON" };
      const missing = absent(of);
      if (missing.length === 0) return { near: 0.9, what: "it is JSON of another shape" };
      const have = paths.length - missing.length;
      const alike = shapes.includes(of.json.shape) && paths[0]?.startsWith("[]") === isArray(of);
      return {
        near: 0.1 + (alike ? 0.1 : 0) + 0.7 * have / paths.length,
        what: `it has no ${missing.map((path) => `"${path}"`).join(", ")}`
      };
    }
  };
}
var isArray = ({ json: outline }) => outline?.shape === "array";
function csv(columns, separator = ",") {
  const absent = ({ text }) => {
    const [first = ""] = text.trimStart().slice(0, 4096).split("\n", 1);
    const named = first.split(separator).map((of) => of.trim().replace(/^"(.*)"$/, "$1"));
    return columns.filter((of) => !named.includes(of));
  };
  return {
    is: (of) => of.json === null && absent(of).length === 0 ? "yes" : "no",
    lacks: (of) => {
      const missing = absent(of);
      return {
        near: of.json === null ? 0.9 * (columns.length - missing.length) / columns.length : 0,
        what: `its first line names no column ${missing.map((name) => `"${name}"`).join(", ")}`
      };
    }
  };
}
function lines(tells, otherwise) {
  return {
    is: ({ text, json: outline }) => {
      if (tells.test(text)) return "yes";
      return outline === null && !text.trimStart().startsWith("<") ? otherwise : "no";
    },
    lacks: ({ text, json: outline }) => ({
      near: outline === null && !text.trimStart().startsWith("<") ? 0.05 : 0,
      what: "it has no such line"
    })
  };
}
function either(...forms) {
  return {
    is: (of) => {
      const answers = forms.map((form) => form.is(of));
      return ["yes", "perhaps"].find((answer) => answers.includes(answer)) ?? "no";
    },
    lacks: (of) => forms.map((form) => form.lacks(of)).reduce((a, b) => b.near > a.near ? b : a)
  };
}

// src/formats/benchmarks/list/cpp.ts
var cpp = [
  {
    name: "google-benchmark",
    help: "the JSON of Google Benchmark",
    files: ["benchmark.json"],
    writes: "./benchmarks --benchmark_repetitions=5 --benchmark_out=benchmark.json",
    detect: either(json("context.date"), json("context.num_cpus")),
    filter: plainFilter,
    load: async () => (await import("./chunk-googlebenchmark-NEKW2RJY.js")).readGoogleBenchmark,
    unread: [
      {
        prints: /^name,iterations,real_time,cpu_time,time_unit|^[ \t]*\{\s*"context":\s*\{|^Benchmark +Time +CPU +Iterations\b/m,
        tool: "Google Benchmark",
        instead: "use --benchmark_format=json, whole"
      }
    ],
    idle: [
      {
        prints: /^Failed to match any benchmarks against regex/m,
        tool: "Google Benchmark",
        instead: "see what its filter matches"
      }
    ]
  }
];

// src/formats/benchmarks/list/generic.ts
init_define_FLAMEGATE_PAGE();
var generic = [
  {
    name: "json",
    help: "flamegate's own JSON, for programs that nothing else reads",
    files: ["benchmarks.json"],
    writes: '[{ "name": "encode", "unit": "ms", "values": [12.1, 12.3], "better": "lower" }]',
    detect: either(
      json("[].name", "[].unit", "[].values"),
      json("benchmarks[].name", "benchmarks[].unit", "benchmarks[].values")
    ),
    filter: plainFilter,
    load: async () => (await import("./chunk-generic-O5FSTQTN.js")).readGenericJson
  },
  {
    name: "ndjson",
    help: "the same, one benchmark a line",
    files: ["benchmarks.ndjson", "benchmarks.jsonl"],
    writes: '{ "name": "encode", "unit": "ms", "values": [12.1, 12.3] } on each line',
    detect: jsonLines("name", "unit", "values"),
    filter: plainFilter,
    load: async () => (await import("./chunk-generic-O5FSTQTN.js")).readGenericLines
  },
  {
    name: "csv",
    help: "a table with the columns name, unit and value, a sample a row",
    files: ["benchmarks.csv"],
    writes: "name,unit,value in the first line; also better, and any other column for a label",
    detect: csv(["name", "unit", "value"]),
    filter: plainFilter,
    load: async () => (await import("./chunk-generic-O5FSTQTN.js")).readGenericCsv
  },
  {
    name: "openmetrics",
    help: "OpenMetrics text, or that of Prometheus",
    files: ["metrics.txt", "*.prom"],
    writes: 'curl -H "Accept: application/openmetrics-text" localhost:9090/metrics > metrics.txt',
    detect: lines(
      /^# TYPE [A-Za-z_:][\w:]* (?:gauge|counter|histogram|summary|gaugehistogram|info|stateset|unknown|untyped)\r?$/m,
      "no"
    ),
    filter: noFilter,
    load: async () => (await import("./chunk-openmetrics-CTETM3UZ.js")).readOpenMetrics
  },
  {
    name: "custom",
    help: "customBiggerIsBetter and customSmallerIsBetter of github-action-benchmark",
    files: ["benchmark.json", "output.json"],
    writes: '[{ "name": "encode", "unit": "ms", "value": 12.1 }]',
    detect: json("[].name", "[].unit", "[].value"),
    filter: noFilter,
    load: async () => (await import("./chunk-customjson-EK2KUGYO.js")).readCustomJson
  },
  {
    name: "bmf",
    help: "the Bencher Metric Format",
    files: ["bmf.json", "results.json"],
    writes: '{ "encode": { "latency": { "value": 12100 } } }; latencies are in ns',
    detect: isBmf,
    filter: noFilter,
    load: async () => (await import("./chunk-bmf-DID6ZXO7.js")).readBmf
  }
];

// src/formats/benchmarks/list/go.ts
init_define_FLAMEGATE_PAGE();
var goLine = /^(?:Benchmark[^\s\p{Ll}]|Unit\s|pkg:[ \t]|PASS\r?$|ok {2}\t|FAIL|--- FAIL: |panic: )/mu;
var go = [
  {
    name: "go",
    help: 'lines such as "BenchmarkName-8  100  1234 ns/op" (go test -bench)',
    files: ["bench.txt", "*.bench"],
    writes: "go test -run='^$' -bench=. -benchmem -count=4 ./... | tee bench.txt",
    detect: lines(goLine, "perhaps"),
    filter: goFilter,
    load: async () => (await import("./chunk-go-W3HR6FKJ.js")).readGo
  },
  {
    name: "go-json",
    help: "the events of go test -json, or of gotestsum",
    files: ["bench.json", "gotestsum.json"],
    writes: "go test -json -run='^$' -bench=. -benchmem -count=4 ./... > bench.json; gotestsum --jsonfile=bench.json -- -run='^$' -bench=. ./...",
    // What the build prints may stand before the first event.
    detect: either(
      jsonLines("Action", "Package"),
      lines(/^\{"(?:Time|Action|ImportPath)":"[^\n]*"(?:Action|Package|ImportPath)":/m, "no")
    ),
    filter: goFilter,
    load: async () => (await import("./chunk-gojson-VF2WIJWT.js")).readGoJson,
    idle: [
      {
        prints: /^\{.*"Action":"/m,
        unless: /"Output":"[^"]*\bBenchmark/,
        tool: "go test -json",
        instead: "add -bench=."
      }
    ]
  }
];

// src/formats/benchmarks/list/javascript.ts
init_define_FLAMEGATE_PAGE();
var javascript = [
  {
    name: "vitest",
    help: "the JSON of vitest bench",
    files: ["vitest.json", "bench.json"],
    writes: "vitest bench --run --outputJson=vitest.json; from vitest 5 on: --reporter=json --outputFile=vitest.json",
    detect: either(json("files[].groups[].benchmarks"), json("numTotalTestSuites")),
    filter: plainFilter,
    load: async () => (await import("./chunk-vitest-MENKW53L.js")).readVitestBench,
    unread: [
      {
        prints: /^[ \t]*name +hz +min +max +mean\b/m,
        tool: "vitest bench",
        instead: "add --outputJson=$FLAMEGATE_OUTPUT, from vitest 5 on --reporter=json --outputFile=$FLAMEGATE_OUTPUT"
      }
    ]
  },
  {
    name: "tinybench",
    help: "the JSON of tinybench: its tasks with their results, or its table",
    files: ["tinybench.json"],
    writes: "writeFileSync('tinybench.json', JSON.stringify(bench.tasks.map(({ name, result }) => ({ name, ...result }))))",
    detect: either(
      json("[].name", "[].latency.mean"),
      json("[].name", "[].result.latency.mean"),
      json("[].name", "[].result.hz"),
      json("[].name", "[].hz", "[].rme"),
      json("[].Task name"),
      json("[].Task Name")
    ),
    filter: plainFilter,
    load: async () => (await import("./chunk-tinybench-CPOX2WA5.js")).readTinybench,
    unread: [
      {
        prints: /"latency":\s*\{\s*"aad":|"timestampProvider":/,
        tool: "tinybench",
        instead: "write bench.tasks.map(({ name, result }) => ({ name, ...result }))"
      }
    ]
  },
  {
    name: "tinybench-table",
    help: "the table that tinybench prints",
    files: ["bench.txt"],
    writes: "node bench.js | tee bench.txt, where it prints bench.table() as a table",
    detect: lines(/^[ \t]*[│|][^│|\n]*[│|][ \t']*Task [Nn]ame\b/m, "no"),
    filter: plainFilter,
    load: async () => (await import("./chunk-tinybenchtable-5HZ6X7J3.js")).readTinybenchTable,
    unread: [
      {
        prints: /^[│|][^│|\n]*[│|][ \t']*Task [Nn]ame\b/m,
        tool: "tinybench",
        instead: "write its tasks as JSON, whole"
      }
    ]
  },
  {
    name: "mitata",
    help: "the JSON of mitata",
    files: ["mitata.json"],
    writes: "node bench.js > mitata.json, with run({ format: 'json' })",
    detect: json("layout", "benchmarks[].runs"),
    filter: noFilter,
    load: async () => (await import("./chunk-mitata-FQHZB3JT.js")).readMitata
  },
  {
    name: "mitata-text",
    help: "the lines that mitata prints",
    files: ["bench.txt"],
    writes: "node bench.js | tee bench.txt",
    detect: lines(
      /^clk: ~[\d.]+ GHz|^benchmark\b(?!.*\biter\/s\b).*\(min … (?:max|top 1%)\)/m,
      "no"
    ),
    filter: noFilter,
    load: async () => (await import("./chunk-mitatatext-SK4N7EVO.js")).readMitataText,
    unread: [
      {
        prints: /^clk: ~[\d.]+ GHz|^benchmark\b(?!.*\biter\/s\b).*\(min … (?:max|top 1%)\)/m,
        tool: "mitata",
        instead: "use run({ format: 'json' })"
      }
    ]
  },
  {
    name: "benchmark.js",
    help: 'lines such as "name x 1,234 ops/sec \xB11.00% (80 runs sampled)" (benchmark.js)',
    files: ["bench.txt"],
    writes: "node bench.js | tee bench.txt, where it prints String(event.target) on('cycle')",
    detect: lines(/ x \d[\d.,]* ops\/sec (?:±|\+\/-)/, "no"),
    filter: plainFilter,
    load: async () => (await import("./chunk-benchmarkjs-PPNWLSOH.js")).readBenchmarkJs
  },
  {
    name: "deno",
    help: "the JSON of deno bench",
    files: ["deno.json", "bench.json"],
    writes: "deno bench --json > bench.json",
    detect: json("runtime", "benches"),
    filter: endFilter,
    load: async () => (await import("./chunk-deno-P4BT4B55.js")).readDeno,
    unread: [
      {
        prints: /^(?:\| )?benchmark\b.*\biter\/s\b.*\(min … max\)/m,
        tool: "deno bench",
        instead: "add --json"
      }
    ]
  },
  {
    name: "k6",
    help: "the JSON summary of k6",
    files: ["summary.json"],
    writes: "k6 run --summary-export=summary.json script.js",
    detect: either(
      json("metrics.iterations"),
      json("metrics.http_reqs"),
      json("root_group", "metrics")
    ),
    filter: noFilter,
    load: async () => (await import("./chunk-k6-B5OYETEJ.js")).readK6Summary,
    unread: [
      {
        prints: /^ +http_req_duration\.+: avg=/m,
        tool: "k6",
        instead: "add --summary-export=$FLAMEGATE_OUTPUT"
      }
    ]
  },
  {
    name: "k6-points",
    help: "the points of k6, one JSON value a line",
    files: ["k6.json", "k6.ndjson"],
    writes: "k6 run --out json=k6.json script.js",
    detect: jsonLines("metric", "type", "data.time", "data.value"),
    filter: noFilter,
    load: async () => (await import("./chunk-k6-B5OYETEJ.js")).readK6Points
  },
  {
    name: "autocannon",
    help: "the JSON of autocannon",
    files: ["autocannon.json"],
    writes: "autocannon --json --title 'home page' http://localhost:3000 > autocannon.json",
    detect: json("requests.p97_5", "latency.p97_5", "throughput"),
    filter: noFilter,
    load: async () => (await import("./chunk-autocannon-TTCVWL7N.js")).readAutocannon,
    unread: [
      {
        prints: /^│ Stat +│ 2\.5% +│ 50%/m,
        tool: "autocannon",
        instead: "add --json"
      }
    ]
  }
];

// src/formats/benchmarks/list/jvm.ts
init_define_FLAMEGATE_PAGE();
var jvm = [
  {
    name: "jmh",
    help: "the JSON of JMH, which kotlinx-benchmark writes too",
    files: ["jmh.json", "jmh-result.json", "build/reports/benchmarks/**/*.json"],
    writes: "java -jar benchmarks.jar -prof gc -rf json -rff jmh.json",
    detect: json("[].benchmark", "[].primaryMetric"),
    filter: methodFilter,
    load: async () => (await import("./chunk-jmh-CBD7NLGJ.js")).readJmh,
    unread: [
      {
        prints: /^Benchmark\s.*\bMode\s+Cnt\s+Score\b|"primaryMetric":/m,
        tool: "JMH",
        instead: "add -rf json -rff $FLAMEGATE_OUTPUT"
      }
    ]
  },
  {
    name: "jmh-csv",
    help: "the CSV of JMH: its scores without their iterations",
    files: ["jmh.csv", "jmh-result.csv"],
    writes: "java -jar benchmarks.jar -rf csv -rff jmh.csv; the JSON says more",
    detect: csv(["Benchmark", "Mode", "Threads", "Samples", "Score", "Unit"]),
    filter: methodFilter,
    load: async () => (await import("./chunk-jmh-CBD7NLGJ.js")).readJmhCsv
  },
  {
    name: "benchmarkdotnet",
    help: "the full JSON of BenchmarkDotNet",
    files: ["BenchmarkDotNet.Artifacts/results/*-report-full*.json"],
    writes: 'dotnet run -c Release -- --filter "*" --memory --exporters fullJson',
    detect: json("HostEnvironmentInfo", "Benchmarks"),
    filter: noFilter,
    load: async () => (await import("./chunk-benchmarkdotnet-VRV7XK2I.js")).readBenchmarkDotNet,
    unread: [
      {
        prints: /^\|\s*Method\s*\|.*\bMean\b.*\||"HostEnvironmentInfo":/m,
        tool: "BenchmarkDotNet",
        instead: "add --exporters fullJson, and give BenchmarkDotNet.Artifacts/results/*-report-full*.json"
      }
    ]
  }
];

// src/formats/benchmarks/list/others.ts
init_define_FLAMEGATE_PAGE();
var others = [
  {
    name: "hyperfine",
    help: "the JSON of hyperfine",
    files: ["hyperfine.json"],
    writes: "hyperfine --export-json hyperfine.json './tool input.txt'",
    detect: json("results[].command", "results[].times"),
    filter: noFilter,
    load: async () => (await import("./chunk-hyperfine-4AWL3C46.js")).readHyperfine,
    unread: [
      {
        prints: /^[ \t]+Time \(mean ± σ\):|"results":\s*\[\s*\{\s*"command":/m,
        tool: "hyperfine",
        instead: "add --export-json $FLAMEGATE_OUTPUT, or give its command to flamegate"
      }
    ]
  },
  {
    name: "hyperfine-csv",
    help: "the CSV of hyperfine: the median of each command",
    files: ["hyperfine.csv"],
    writes: "hyperfine --export-csv hyperfine.csv './tool input.txt'; the JSON says more",
    detect: csv(["command", "mean", "stddev", "median", "user", "system", "min", "max"]),
    filter: noFilter,
    load: async () => (await import("./chunk-hyperfine-4AWL3C46.js")).readHyperfineCsv
  }
];

// src/formats/benchmarks/list/python.ts
init_define_FLAMEGATE_PAGE();
var python = [
  {
    name: "pytest-benchmark",
    help: "the JSON of pytest-benchmark",
    files: ["benchmark.json", ".benchmarks/**/*.json"],
    writes: "pytest --benchmark-json=benchmark.json",
    detect: json("machine_info"),
    filter: plainFilter,
    load: async () => (await import("./chunk-pytestbenchmark-BI2UBGBG.js")).readPytestBenchmark,
    unread: [
      {
        prints: /^-+ benchmark(?::| ').*\btests? -+\s*$/m,
        tool: "pytest-benchmark",
        instead: "add --benchmark-json=$FLAMEGATE_OUTPUT"
      }
    ],
    idle: [
      {
        prints: /^=+ (?:no tests ran|\d+ deselected)\b.*=+$/m,
        tool: "pytest",
        instead: "see what its -k or -m selects"
      }
    ]
  }
];

// src/formats/benchmarks/list/rust.ts
init_define_FLAMEGATE_PAGE();
var rust = [
  {
    name: "bencher",
    help: 'lines such as "test name ... bench: 1234 ns/iter" (Rust)',
    files: ["bench.txt"],
    writes: "cargo bench -- --output-format bencher | tee bench.txt",
    detect: lines(/ \.\.\. bench: |^bench: +[\d,.]+ \S+\/iter/m, "perhaps"),
    filter: plainFilter,
    load: async () => (await import("./chunk-libtest-H2OBH6RY.js")).readBencher,
    unread: [
      {
        prints: /\btime:\s+\[\d[\d.]* \S+ \d[\d.]* \S+ \d[\d.]* \S+\]|^Benchmarking .+: (?:Warming up|Collecting) /m,
        tool: "criterion",
        instead: "add --output-format bencher"
      },
      {
        prints: /^Timer precision: \d|\bfastest +│ slowest +│ median +│ mean\b/m,
        tool: "divan",
        instead: null
      }
    ],
    idle: [
      {
        prints: /^Testing .+\r?\nSuccess$/m,
        tool: "criterion",
        instead: "add --bench --output-format bencher"
      },
      {
        prints: /^running 0 tests$/m,
        unless: /^running [1-9]\d* tests?$/m,
        tool: "a Rust test program",
        instead: "add --bench, and see what its filter matches"
      }
    ]
  }
];

// src/formats/benchmarks/list/unread.ts
init_define_FLAMEGATE_PAGE();
var notRead = [
  {
    prints: /: [\d.]+ ?m?s - timer ended$/m,
    tool: "a timer of the JavaScript runtime",
    instead: null
  },
  { prints: /\(± *[\d.]+%\) i\/s\b/, tool: "benchmark-ips", instead: null },
  { prints: /^ *user +system +total +real$/m, tool: "Ruby's Benchmark", instead: null },
  {
    prints: /^benchmark name +samples +iterations +est|<BenchmarkResults /m,
    tool: "Catch2",
    instead: null
  },
  { prints: /^\|.*\| *err% *\|.*\btotal *\|/m, tool: "nanobench", instead: null },
  { prints: /\bMean \+- std dev: |"runs":\s*\[\s*\{\s*"metadata":/, tool: "pyperf", instead: null },
  {
    prints: /\bloops?, best of \d+: |± .* per loop \(mean ± /,
    tool: "Python's timeit",
    instead: null
  },
  { prints: /^\[ *[\d.]+%\] ·+ /m, tool: "asv", instead: null },
  {
    prints: /^BenchmarkTools\.Trial: |^ +[\d.]+ (?:ns|μs|ms|s) \(\d+ allocations?: /m,
    tool: "BenchmarkTools",
    instead: null
  },
  { prints: /^time +[\d.]+ \S+ +\([\d.]+ \S+ \.\. /m, tool: "Haskell's criterion", instead: null },
  { prints: /^Name +ips +average +deviation\b/m, tool: "Benchee", instead: null },
  { prints: /^benchmark +runs +total time +time\/run\b/m, tool: "zBench", instead: null },
  { prints: /\(RunTime\): [\d.]+ us\b/, tool: "benchmark_harness", instead: null },
  { prints: /^PHPBench \S/m, tool: "PHPBench", instead: null },
  { prints: /^Requests\/sec: +[\d.]/m, tool: "wrk", instead: null },
  { prints: /^Requests per second: +[\d.]/m, tool: "ab", instead: null },
  { prints: /^tps = [\d.]+ \(/m, tool: "pgbench", instead: null }
];

// src/formats/benchmarks/index.ts
var formats = [
  ...cpp,
  ...python,
  ...javascript,
  ...go,
  ...rust,
  ...jvm,
  ...others,
  ...generic
];
var benchmarkFormats = formats;
var unreadTools = [
  ...benchmarkFormats.flatMap(({ unread = [] }) => unread),
  ...notRead
];
var idleTools = benchmarkFormats.flatMap(({ idle = [] }) => idle);
function filterFor(format, names) {
  const { filter } = benchmarkFormats.find((of) => of.name === format) ?? { filter: plainFilter };
  return filter(names);
}

export {
  everything,
  goFilter,
  plainFilter,
  benchmarkFormats,
  unreadTools,
  idleTools,
  filterFor
};
