import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  secondsOf
} from "./chunk-chunk-5PDYUBZ5.js";
import {
  jsonObject,
  listOf,
  objectOf,
  textOf
} from "./chunk-chunk-5OVAND35.js";
import "./chunk-chunk-PZOHENPX.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/formats/benchmarks/vitest5.ts
init_define_FLAMEGATE_PAGE();
function readVitest5(input) {
  const whole = jsonObject(input, "numTotalTestSuites");
  if (whole === null) return null;
  const warnings = [];
  const failed = (name, message) => {
    const [why = ""] = message.split("\n");
    warnings.push({ kind: "failed", file: input.file, message: `${name} failed: ${why}` });
  };
  const records = [];
  for (const file of listOf(whole.testResults).map(objectOf)) {
    const of = textOf(file.name);
    if (textOf(file.message) !== "") failed(of, textOf(file.message));
    for (const test of listOf(file.assertionResults).map(objectOf)) {
      const names = [...listOf(test.ancestorTitles), test.title].map(textOf).filter(Boolean);
      if (test.status === "failed") {
        failed([of, ...names].join(" > "), textOf(listOf(test.failureMessages)[0]));
      }
      records.push(...recordsOf(test, of, names, input.file));
    }
  }
  if (records.length === 0 && warnings.length === 0) return null;
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings };
}
function recordsOf(test, file, names, input) {
  const own = names.join(" > ");
  return listOf(test.benchmarks).map(objectOf).flatMap(
    ({ name: group, tasks }) => listOf(tasks).map(objectOf).filter((task) => task.fromStore !== true).map((task) => {
      const more = textOf(group) === own ? "" : textOf(group);
      const name = [file, own, more, textOf(task.name)].filter(Boolean).join(" > ");
      const samples = secondsOf(objectOf(task.latency), name, input);
      return { name, metrics: [{ unit: "sec/op", samples }] };
    })
  );
}
export {
  readVitest5
};
