import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  criterionSet
} from "./chunk-chunk-BANJ3GOK.js";
import {
  isBmf
} from "./chunk-chunk-UO3SQAG6.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

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
    is: (beginning) => beginning.json !== null && shapes.includes(beginning.json.shape) && absent(beginning).length === 0 ? "yes" : "no",
    lacks: (beginning) => {
      if (beginning.json === null) return { near: 0, what: "it is no JSON" };
      const missing = absent(beginning);
      if (missing.length === 0) return { near: 0.9, what: "it is JSON of another shape" };
      const have = paths.map((path) => partOf(path, beginning)).reduce((a, b) => a + b, 0);
      const alike = shapes.includes(beginning.json.shape) && paths[0]?.startsWith("[]") === isArray(beginning);
      return {
        near: 0.1 + (alike ? 0.1 : 0) + 0.7 * have / paths.length,
        what: `it has no ${missing.map((path) => `"${path}"`).join(", ")}`
      };
    }
  };
}
function partOf(path, { json: outline }) {
  const parts = path.split(".");
  const there = parts.filter((_, i) => {
    const upTo = parts.slice(0, i + 1).join(".").replace(/\[\]$/, "");
    return outline?.paths.has(upTo) === true;
  });
  return there.length / parts.length;
}
var isArray = ({ json: outline }) => outline?.shape === "array";
function xml(root) {
  const rootOf = ({ text }) => /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<![^>]*>\s*)*<([\w.:-]+)/.exec(text)?.[1];
  return {
    is: (beginning) => rootOf(beginning) === root ? "yes" : "no",
    lacks: (beginning) => {
      const found = rootOf(beginning);
      if (found === void 0) return { near: 0, what: "it is no XML" };
      return { near: 0, what: `its root is <${found}> and not <${root}>` };
    }
  };
}
function csv(columns, separator = ",") {
  const absent = ({ text }) => {
    const [first = ""] = text.trimStart().slice(0, 4096).split("\n", 1);
    const named = first.split(separator).map((item) => item.trim().replace(/^"(.*)"$/, "$1"));
    return columns.filter((item) => !named.includes(item));
  };
  return {
    is: (beginning) => beginning.json === null && absent(beginning).length === 0 ? "yes" : "no",
    lacks: (beginning) => {
      const missing = absent(beginning);
      return {
        near: beginning.json === null ? 0.9 * (columns.length - missing.length) / columns.length : 0,
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
function fileNamed(name, shape) {
  return {
    is: ({ file, json: outline }) => outline?.shape === shape && file.split(/[\\/]/).at(-1) === name ? "yes" : "no",
    lacks: () => ({ near: 0, what: `it is no ${name}` })
  };
}
function either(...forms) {
  return {
    is: (beginning) => {
      const answers = forms.map((form) => form.is(beginning));
      return ["yes", "perhaps"].find((answer) => answers.includes(answer)) ?? "no";
    },
    lacks: (beginning) => forms.map((form) => form.lacks(beginning)).reduce((a, b) => b.near > a.near ? b : a)
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
    load: async () => (await import("./chunk-googlebenchmark-BTHHSQRT.js")).readGoogleBenchmark,
    unread: [
      {
        prints: /^[ \t]*\{\s*"context":\s*\{/m,
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
  },
  {
    name: "google-benchmark-text",
    help: "the table that Google Benchmark prints",
    files: ["bench.txt"],
    writes: "./benchmarks --benchmark_repetitions=5 | tee bench.txt",
    detect: lines(/^Benchmark +Time +CPU +Iterations\b/m, "no"),
    filter: plainFilter,
    load: async () => (await import("./chunk-googlebenchmarktext-XJTMNA6O.js")).readGoogleConsole
  },
  {
    name: "google-benchmark-csv",
    help: "the CSV of Google Benchmark",
    files: ["benchmark.csv"],
    writes: "./benchmarks --benchmark_repetitions=5 --benchmark_format=csv > benchmark.csv",
    detect: lines(/^name,iterations,real_time,cpu_time,time_unit\b/m, "no"),
    filter: plainFilter,
    load: async () => (await import("./chunk-googlebenchmarktext-XJTMNA6O.js")).readGoogleCsv
  },
  {
    name: "catch2",
    help: "what the benchmarks of Catch2 print",
    files: ["bench.txt"],
    writes: './tests "[!benchmark]" | tee bench.txt',
    detect: lines(/^benchmark name +samples +iterations +est/m, "no"),
    filter: noFilter,
    load: async () => (await import("./chunk-catch2-WDGDTBHR.js")).readCatch2Console
  },
  {
    name: "catch2-xml",
    help: "the XML of Catch2, with benchmarks in it",
    files: ["catch2.xml"],
    writes: './tests "[!benchmark]" -r xml > catch2.xml',
    detect: either(xml("Catch"), xml("Catch2TestRun")),
    filter: noFilter,
    load: async () => (await import("./chunk-catch2-WDGDTBHR.js")).readCatch2Xml
  },
  {
    name: "nanobench",
    help: "the JSON of nanobench",
    files: ["nanobench.json"],
    writes: "bench.render(ankerl::nanobench::templates::json(), file)",
    detect: json("results[].epochs", "results[].measurements"),
    filter: noFilter,
    load: async () => (await import("./chunk-nanobench-GQCN5XMJ.js")).readNanobench
  },
  {
    name: "perf-stat",
    help: 'lines such as "1234,,instructions:u,5678,100.00,," (perf stat -x,)',
    files: ["perf.csv"],
    writes: "perf stat -x, -r 5 -o perf.csv -- ./program",
    detect: lines(
      /^(?:[\d.]+|<not (?:counted|supported)>),[^,\n]*,[\w-]+[^,\n]*,(?:[\d.]+%,)?\d+,/m,
      "no"
    ),
    filter: noFilter,
    load: async () => (await import("./chunk-perfstat-ANZC2GAZ.js")).readPerfCsv
  },
  {
    name: "perf-stat-json",
    help: "the JSON lines of perf stat -j",
    files: ["perf.json"],
    writes: "perf stat -j -r 5 -o perf.json -- ./program",
    detect: either(jsonLines("counter-value", "event"), lines(/^\{"counter-value" ?: /m, "no")),
    filter: noFilter,
    load: async () => (await import("./chunk-perfstat-ANZC2GAZ.js")).readPerfJson
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
    load: async () => (await import("./chunk-generic-XRZHYYPF.js")).readGenericJson
  },
  {
    name: "ndjson",
    help: "the same, one benchmark a line",
    files: ["benchmarks.ndjson", "benchmarks.jsonl"],
    writes: '{ "name": "encode", "unit": "ms", "values": [12.1, 12.3] } on each line',
    detect: jsonLines("name", "unit", "values"),
    filter: plainFilter,
    load: async () => (await import("./chunk-generic-XRZHYYPF.js")).readGenericLines
  },
  {
    name: "csv",
    help: "a table with the columns name, unit and value, a sample a row",
    files: ["benchmarks.csv"],
    writes: "name,unit,value in the first line; also better, and any other column for a label",
    detect: csv(["name", "unit", "value"]),
    filter: plainFilter,
    load: async () => (await import("./chunk-generic-XRZHYYPF.js")).readGenericCsv
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
    load: async () => (await import("./chunk-openmetrics-3AVLOXDZ.js")).readOpenMetrics
  },
  {
    name: "custom",
    help: "customBiggerIsBetter and customSmallerIsBetter of github-action-benchmark",
    files: ["benchmark.json", "output.json"],
    writes: '[{ "name": "encode", "unit": "ms", "value": 12.1 }]',
    detect: json("[].name", "[].unit", "[].value"),
    filter: noFilter,
    load: async () => (await import("./chunk-customjson-ZMR7DLIV.js")).readCustomJson
  },
  {
    name: "bmf",
    help: "the Bencher Metric Format",
    files: ["bmf.json", "results.json"],
    writes: '{ "encode": { "latency": { "value": 12100 } } }; latencies are in ns',
    detect: isBmf,
    filter: noFilter,
    load: async () => (await import("./chunk-bmf-SXZDELH5.js")).readBmf
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
    load: async () => (await import("./chunk-go-RRG4ZKOD.js")).readGo
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
    load: async () => (await import("./chunk-gojson-6ZQZF6UX.js")).readGoJson,
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
    load: async () => (await import("./chunk-vitest-SGMZ3EYH.js")).readVitestBench,
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
    load: async () => (await import("./chunk-tinybench-32DLDY36.js")).readTinybench,
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
    load: async () => (await import("./chunk-tinybenchtable-UA56WMZS.js")).readTinybenchTable,
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
    load: async () => (await import("./chunk-mitata-IX7MWYFR.js")).readMitata
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
    load: async () => (await import("./chunk-mitatatext-TNDORIE3.js")).readMitataText,
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
    load: async () => (await import("./chunk-benchmarkjs-KR4WFKQK.js")).readBenchmarkJs
  },
  {
    name: "deno",
    help: "the JSON of deno bench",
    files: ["deno.json", "bench.json"],
    writes: "deno bench --json > bench.json",
    detect: json("runtime", "benches"),
    filter: endFilter,
    load: async () => (await import("./chunk-deno-P3OE54KV.js")).readDeno,
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
    load: async () => (await import("./chunk-k6-MVOLVM5Y.js")).readK6Summary,
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
    load: async () => (await import("./chunk-k6-MVOLVM5Y.js")).readK6Points
  },
  {
    name: "autocannon",
    help: "the JSON of autocannon",
    files: ["autocannon.json"],
    writes: "autocannon --json --title 'home page' http://localhost:3000 > autocannon.json",
    detect: json("requests.p97_5", "latency.p97_5", "throughput"),
    filter: noFilter,
    load: async () => (await import("./chunk-autocannon-55FYU2HU.js")).readAutocannon,
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
    load: async () => (await import("./chunk-jmh-TF4N73QJ.js")).readJmh,
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
    load: async () => (await import("./chunk-jmh-TF4N73QJ.js")).readJmhCsv
  },
  {
    name: "benchmarkdotnet",
    help: "the full JSON of BenchmarkDotNet",
    files: ["BenchmarkDotNet.Artifacts/results/*-report-full*.json"],
    writes: 'dotnet run -c Release -- --filter "*" --memory --exporters fullJson',
    detect: json("HostEnvironmentInfo", "Benchmarks"),
    filter: noFilter,
    load: async () => (await import("./chunk-benchmarkdotnet-5CCFVYCF.js")).readBenchmarkDotNet,
    unread: [
      {
        prints: /^\|\s*Method\s*\|.*\bMean\b.*\||"HostEnvironmentInfo":/m,
        tool: "BenchmarkDotNet",
        instead: "add --exporters fullJson, and give BenchmarkDotNet.Artifacts/results/*-report-full*.json"
      }
    ]
  }
];

// src/formats/benchmarks/list/loads.ts
init_define_FLAMEGATE_PAGE();
var loads = [
  {
    name: "wrk",
    help: "what wrk and wrk2 print",
    files: ["wrk.txt"],
    writes: "wrk -t2 -c16 -d10s --latency http://localhost:3000/ | tee wrk.txt",
    detect: lines(/^Running \S+ test @ /m, "no"),
    filter: noFilter,
    load: async () => (await import("./chunk-servertext-DP5QH77D.js")).readWrk
  },
  {
    name: "hey",
    help: "what hey prints",
    files: ["hey.txt"],
    writes: "hey -z 10s http://localhost:3000/ | tee hey.txt",
    detect: lines(/^ +Requests\/sec:\t/m, "no"),
    filter: noFilter,
    load: async () => (await import("./chunk-servertext-DP5QH77D.js")).readHey
  },
  {
    name: "ab",
    help: "what ab prints",
    files: ["ab.txt"],
    writes: "ab -q -n 10000 -c 16 http://localhost:3000/ | tee ab.txt",
    detect: lines(/^This is ApacheBench, /m, "no"),
    filter: noFilter,
    load: async () => (await import("./chunk-servertext-DP5QH77D.js")).readAb
  },
  {
    name: "vegeta",
    help: "the JSON of vegeta",
    files: ["vegeta.json"],
    writes: "vegeta attack -duration=10s -targets=targets.txt | vegeta report -type=json > vegeta.json",
    detect: json("latencies.50th", "throughput"),
    filter: noFilter,
    load: async () => (await import("./chunk-serverjson-VAPPRTH7.js")).readVegeta,
    unread: [
      {
        prints: /^Latencies +\[(?:min, )?mean, 50/m,
        tool: "vegeta",
        instead: "use vegeta report -type=json"
      }
    ]
  },
  {
    name: "oha",
    help: "the JSON of oha",
    files: ["oha.json"],
    writes: "oha --no-tui --output-format json -z 10s http://localhost:3000/ > oha.json",
    detect: json("summary.requestsPerSec", "latencyPercentiles"),
    filter: noFilter,
    load: async () => (await import("./chunk-serverjson-VAPPRTH7.js")).readOha
  },
  {
    name: "ghz",
    help: "the JSON of ghz",
    files: ["ghz.json"],
    writes: "ghz --format json --call helloworld.Greeter.SayHello localhost:50051 > ghz.json",
    detect: json("rps", "latencyDistribution", "statusCodeDistribution"),
    filter: noFilter,
    load: async () => (await import("./chunk-serverjson-VAPPRTH7.js")).readGhz
  },
  {
    name: "gnu-time",
    help: "what GNU time prints with -v",
    files: ["time.txt"],
    writes: "/usr/bin/time -v -a -o time.txt ./tool input.txt, several times",
    detect: lines(/^\tCommand being timed: /m, "no"),
    filter: noFilter,
    load: async () => (await import("./chunk-commandtext-5LAYNKPS.js")).readGnuTime
  },
  {
    name: "sysbench",
    help: "what sysbench prints",
    files: ["sysbench.txt"],
    writes: "sysbench cpu --time=10 run | tee sysbench.txt",
    detect: lines(/^sysbench \d[\w.]* \(/m, "no"),
    filter: noFilter,
    load: async () => (await import("./chunk-commandtext-5LAYNKPS.js")).readSysbench
  },
  {
    name: "pgbench",
    help: "what pgbench prints",
    files: ["pgbench.txt"],
    writes: "pgbench -T 10 bench | tee pgbench.txt",
    detect: lines(/^tps = [^\n]*\(/m, "no"),
    filter: noFilter,
    load: async () => (await import("./chunk-commandtext-5LAYNKPS.js")).readPgbench
  }
];

// src/formats/benchmarks/list/others.ts
init_define_FLAMEGATE_PAGE();
var others = [
  {
    name: "julia",
    help: "the JSON of Julia's BenchmarkTools",
    files: ["benchmarks.json", "results.json"],
    writes: 'BenchmarkTools.save("results.json", run(suite))',
    detect: json("[].BenchmarkTools"),
    filter: noFilter,
    load: async () => (await import("./chunk-julia-VL6F4LI2.js")).readJulia,
    unread: [
      {
        prints: /^BenchmarkTools\.Trial: |^ +[\d.]+ (?:ns|μs|ms|s) \(\d+ allocations?: /m,
        tool: "BenchmarkTools",
        instead: 'write BenchmarkTools.save("$FLAMEGATE_OUTPUT", run(suite)), with the ending .json'
      }
    ]
  },
  {
    name: "benchmark-ips",
    help: "the JSON of Ruby's benchmark-ips",
    files: ["ips.json"],
    writes: "x.json! 'ips.json' in Benchmark.ips do |x|",
    detect: json("[].name", "[].ips", "[].cycles"),
    filter: noFilter,
    load: async () => (await import("./chunk-benchmarkips-22Y7YDNO.js")).readBenchmarkIps,
    unread: [
      {
        prints: /\(± *[\d.]+%\) i\/s\b/,
        tool: "benchmark-ips",
        instead: "add x.json!(ENV['FLAMEGATE_OUTPUT'] || 'ips.json'), and give that file"
      }
    ]
  },
  {
    name: "phpbench",
    help: "the XML of PHPBench",
    files: ["phpbench.xml"],
    writes: "phpbench run --dump-file=phpbench.xml",
    detect: xml("phpbench"),
    filter: noFilter,
    load: async () => (await import("./chunk-phpbench-FLYLN3CI.js")).readPhpbench,
    unread: [
      { prints: /^PHPBench \S/m, tool: "PHPBench", instead: "add --dump-file=$FLAMEGATE_OUTPUT" }
    ]
  },
  {
    name: "haskell",
    help: "the CSV of Haskell's criterion, gauge and tasty-bench",
    files: ["bench.csv"],
    writes: "cabal bench --benchmark-options='--csv bench.csv'",
    detect: either(csv(["Name", "Mean", "MeanLB", "MeanUB"]), csv(["Name", "Mean (ps)"])),
    filter: plainFilter,
    load: async () => (await import("./chunk-haskell-BSRCRPEJ.js")).readHaskell,
    unread: [
      {
        prints: /^time +[\d.]+ \S+ +\([\d.]+ \S+ \.\. /m,
        tool: "Haskell's criterion",
        instead: "add --csv $FLAMEGATE_OUTPUT"
      }
    ]
  },
  {
    name: "hyperfine",
    help: "the JSON of hyperfine",
    files: ["hyperfine.json"],
    writes: "hyperfine --export-json hyperfine.json './tool input.txt'",
    detect: json("results[].command", "results[].times"),
    filter: noFilter,
    load: async () => (await import("./chunk-hyperfine-YM2BBU4G.js")).readHyperfine,
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
    load: async () => (await import("./chunk-hyperfine-YM2BBU4G.js")).readHyperfineCsv
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
    load: async () => (await import("./chunk-pytestbenchmark-ZFQIO4W4.js")).readPytestBenchmark,
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
  },
  {
    name: "pyperf",
    help: "the JSON of pyperf",
    files: ["pyperf.json"],
    writes: "python bench.py -o pyperf.json",
    detect: json("benchmarks[].runs[].metadata"),
    filter: noFilter,
    load: async () => (await import("./chunk-pyperf-5RV4FXZ5.js")).readPyperf,
    unread: [
      {
        prints: /\bMean \+- std dev: |"runs":\s*\[\s*\{\s*"metadata":/,
        tool: "pyperf",
        instead: "add -o $FLAMEGATE_OUTPUT"
      }
    ]
  },
  {
    name: "asv",
    help: "the results of asv of one commit",
    files: [".asv/results/*/*.json"],
    writes: "asv run --record-samples",
    detect: json("commit_hash", "result_columns", "results"),
    filter: noFilter,
    load: async () => (await import("./chunk-asv-PEHM6FQP.js")).readAsv,
    unread: [
      {
        prints: /^\[ *[\d.]+%\] ·+ /m,
        tool: "asv",
        instead: "give its file .asv/results/MACHINE/COMMIT-*.json"
      }
    ]
  },
  {
    name: "timeit",
    help: 'the line of python -m timeit: "1000 loops, best of 5: 456 nsec per loop"',
    files: ["*.timeit"],
    writes: "python -m timeit 'sum(range(100))' > sum.timeit",
    detect: lines(/^\d+ loops?, best of \d+: /m, "no"),
    filter: noFilter,
    load: async () => (await import("./chunk-timeit-U26KYYU6.js")).readTimeit,
    unread: [
      {
        prints: /± .* per loop \(mean ± /,
        tool: "IPython's timeit",
        instead: "use python -m timeit"
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
    detect: lines(/ \.\.\. bench: |^bench: +[\d,.]+ [^\s/]+\/(?:iter|s)\b/m, "perhaps"),
    filter: plainFilter,
    load: async () => (await import("./chunk-libtest-MKLYOFW7.js")).readBencher,
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
  },
  {
    name: "criterion-text",
    help: `lines such as "name  time: [1.1 ns 1.2 ns 1.3 ns]" (Rust's criterion)`,
    files: ["bench.txt"],
    writes: "cargo bench | tee bench.txt",
    detect: lines(
      /\btime: +\[\d[\d.]* \S+ \d[\d.]* \S+ \d[\d.]* \S+\]|^Benchmarking .+: (?:Warming up|Collecting) /m,
      "no"
    ),
    filter: plainFilter,
    load: async () => (await import("./chunk-criteriontext-4LA543BO.js")).readCriterionText
  },
  {
    name: "criterion",
    help: "the files that Rust's criterion leaves of each benchmark",
    files: ["target/criterion/**/new/*.json"],
    writes: "cargo bench",
    detect: either(
      json("group_id", "full_id"),
      json("sampling_mode", "iters", "times"),
      json("mean.confidence_interval", "median.confidence_interval"),
      fileNamed("tukey.json", "array")
    ),
    set: criterionSet,
    filter: plainFilter,
    load: async () => (await import("./chunk-criterionfiles-WLEFBKNE.js")).readCriterionFiles
  },
  {
    name: "cargo-criterion",
    help: "the messages of cargo-criterion",
    files: ["criterion.json"],
    writes: "cargo criterion --message-format json > criterion.json",
    detect: either(
      jsonLines("reason", "measured_values", "iteration_count"),
      lines(/^\{"reason":"(?:benchmark|group)-complete",/m, "no")
    ),
    filter: plainFilter,
    load: async () => (await import("./chunk-cargocriterion-2IYIE4S5.js")).readCargoCriterion
  },
  {
    name: "divan",
    help: "the tree that divan prints",
    files: ["bench.txt"],
    writes: "cargo bench | tee bench.txt",
    detect: lines(/\bfastest +│ slowest +│ median +│ mean\b/m, "no"),
    filter: plainFilter,
    load: async () => (await import("./chunk-divan-DHZRWRZB.js")).readDivan,
    unread: [
      {
        prints: /^Timer precision: \d|\bfastest +│ slowest +│ median +│ mean\b/m,
        tool: "divan",
        instead: "keep the tree whole"
      }
    ]
  },
  {
    name: "gungraun",
    help: "the JSON of gungraun (formerly iai-callgrind)",
    files: ["target/gungraun/**/summary.json"],
    writes: "cargo bench -- --save-summary; cargo bench -- --output-format=json > gungraun.json",
    detect: either(
      jsonLines("module_path", "benchmark_exe"),
      lines(/^\{"baselines":.*"module_path":|^ *"module_path": "/m, "no")
    ),
    filter: noFilter,
    load: async () => (await import("./chunk-gungraun-E67ASDZ2.js")).readGungraun
  },
  {
    name: "gungraun-text",
    help: 'what gungraun, iai-callgrind and iai print: "Instructions:  1234"',
    files: ["bench.txt"],
    writes: "cargo bench | tee bench.txt",
    detect: lines(
      /^ {2,4}Instructions: +\d|^ {2,4}=======+ (?:CALLGRIND|CACHEGRIND|DHAT|MEMCHECK|HELGRIND|DRD|MASSIF|BBV) =/m,
      "no"
    ),
    filter: noFilter,
    load: async () => (await import("./chunk-gungrauntext-UQGPFTK5.js")).readGungraunText
  }
];

// src/formats/benchmarks/list/unread.ts
init_define_FLAMEGATE_PAGE();
var notRead = [
  {
    prints: /^name +(?:old )?\S+(?: +|\/op.*)(?:new \S+ +)?delta|^name,old |^\| *name *\| *old |^<table class='benchstat|^ +│ +(?:sec|B|allocs)\/op +│/m,
    tool: "benchstat",
    instead: "give the files that it compared"
  },
  {
    prints: /"Suites":\s*\[\s*\{\s*"Goos":/,
    tool: "gobenchdata",
    instead: "give what go test -bench printed"
  },
  {
    prints: /: [\d.]+ ?m?s - timer ended$/m,
    tool: "a timer of the JavaScript runtime",
    instead: null
  },
  { prints: /^ *user +system +total +real$/m, tool: "Ruby's Benchmark", instead: null },
  {
    prints: /^\|.*\| *err% *\|.*\btotal *\|/m,
    tool: "nanobench",
    instead: "render ankerl::nanobench::templates::json()"
  },
  { prints: /^Name +ips +average +deviation\b/m, tool: "Benchee", instead: null },
  { prints: /^benchmark +runs +total time +time\/run\b/m, tool: "zBench", instead: null },
  { prints: /\(RunTime\): [\d.]+ us\b/, tool: "benchmark_harness", instead: null }
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
  ...loads,
  ...generic
];
var benchmarkFormats = formats;
var unreadTools = [
  ...benchmarkFormats.flatMap(({ unread = [] }) => unread),
  ...notRead
];
var idleTools = benchmarkFormats.flatMap(({ idle = [] }) => idle);
function filterFor(format, names) {
  const { filter } = benchmarkFormats.find((listedFormat) => listedFormat.name === format) ?? {
    filter: plainFilter
  };
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
