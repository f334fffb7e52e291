import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isNumber,
  jsonObject,
  listOf,
  objectOf,
  textOf
} from "./chunk-chunk-5OVAND35.js";
import {
  InputError
} from "./chunk-chunk-PZOHENPX.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/formats/benchmarks/vitest.ts
init_define_FLAMEGATE_PAGE();
var second = 1e-3;
function readVitest(input) {
  const whole = jsonObject(input, "files");
  const groups = listOf(whole?.files).flatMap((file) => listOf(objectOf(file).groups));
  const isOurs = groups.some((of) => Array.isArray(objectOf(of).benchmarks));
  if (whole === null || !isOurs) return null;
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
      const samples = secondsOf(entry, name, input.file);
      records.push({ name, metrics: [{ unit: "sec/op", samples }] });
    }
  }
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings };
}
var isBroken = ({ mean, hz, samples }) => mean === void 0 && hz === void 0 && listOf(samples).length === 0;
var secondsOf = (of, name, file) => timesOf(of, name, file).map((value) => value * second);
function timesOf({ mean, hz, samples }, name, file) {
  const each = listOf(samples);
  if (each.length > 0 && each.every(isNumber)) return each;
  if (each.length === 0 && isNumber(mean)) return [mean];
  if (each.length === 0 && mean === void 0 && isNumber(hz) && hz > 0) return [1 / hz / second];
  throw new InputError(`${JSON.stringify(name)} has no times that are numbers`, { file });
}

export {
  readVitest,
  secondsOf
};
