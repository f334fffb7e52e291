import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  secondsOf
} from "./chunk-chunk-YCZMJHPL.js";
import {
  jsonOf,
  listOf,
  objectOf,
  textOf
} from "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/vitest.ts
init_define_FLAMEGATE_PAGE();

// src/formats/benchmarks/vitest5.ts
init_define_FLAMEGATE_PAGE();
function readVitest5(input, whole) {
  const warnings = [];
  const failed = (name, message) => {
    const [why = ""] = message.split("\n");
    warnings.push({ kind: "failed", file: input.file, message: `${name} failed: ${why}` });
  };
  const records = [];
  for (const file of listOf(whole.testResults).map(objectOf)) {
    const text = textOf(file.name);
    if (textOf(file.message) !== "") failed(text, textOf(file.message));
    for (const test of listOf(file.assertionResults).map(objectOf)) {
      const names = [...listOf(test.ancestorTitles), test.title].map(textOf).filter(Boolean);
      if (test.status === "failed") {
        failed([text, ...names].join(" > "), textOf(listOf(test.failureMessages)[0]));
      }
      records.push(...recordsOf(test, text, names));
    }
  }
  if (records.length === 0 && warnings.length === 0) return null;
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings };
}
function recordsOf(test, file, names) {
  const own = names.join(" > ");
  return listOf(test.benchmarks).map(objectOf).flatMap(
    ({ name: group, tasks }) => listOf(tasks).map(objectOf).filter((task) => task.fromStore !== true).map((task) => {
      const more = textOf(group) === own ? "" : textOf(group);
      const name = [file, own, more, textOf(task.name)].filter(Boolean).join(" > ");
      const samples = secondsOf(objectOf(task.latency));
      return { name, metrics: [{ unit: "sec/op", samples }] };
    })
  );
}

// src/formats/benchmarks/vitest.ts
function readVitestBench(input) {
  const whole = objectOf(jsonOf(input));
  return readVitest(input, whole) ?? readVitest5(input, whole);
}
function readVitest(input, whole) {
  const groups = listOf(whole.files).flatMap((file) => listOf(objectOf(file).groups));
  if (!groups.some((item) => Array.isArray(objectOf(item).benchmarks))) return null;
  const warnings = [];
  const records = [];
  for (const { fullName, benchmarks } of groups.map(objectOf)) {
    for (const entry of listOf(benchmarks).map(objectOf)) {
      const name = [textOf(fullName), textOf(entry.name)].filter(Boolean).join(" > ");
      if (isBroken(entry)) {
        const message = `${name} failed: it has no times`;
        warnings.push({ kind: "failed", file: input.file, message });
        continue;
      }
      records.push({ name, metrics: [{ unit: "sec/op", samples: secondsOf(entry) }] });
    }
  }
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings };
}
var isBroken = ({ mean, hz, samples }) => mean === void 0 && hz === void 0 && listOf(samples).length === 0;
export {
  readVitestBench
};
