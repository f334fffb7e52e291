import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  isNumber,
  jsonLinesOf,
  jsonOf,
  numberOf,
  objectOf,
  textOf
} from "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/k6.ts
init_define_FLAMEGATE_PAGE();
var builtInTimes = /^(?:http_req_(?!failed)\w+|iteration_duration|group_duration|ws_(?:connecting|session_duration|ping)|grpc_req_duration|browser_(?!web_vital_cls)\w+)(?:\{.*)?$/;
var isData = (name) => /^data_(?:sent|received)(?:\{|$)/.test(name);
function readK6Summary(input) {
  const metrics = objectOf(objectOf(jsonOf(input)).metrics);
  const records = Object.entries(metrics).flatMap(([name, item]) => {
    const about = objectOf(item);
    const measured = summed(name, about, objectOf(about.values ?? about));
    return measured.length === 0 ? [] : [{ name, metrics: measured }];
  });
  if (records.length === 0) return null;
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings: [] };
}
function summed(name, { contains }, values) {
  const isTime = contains === void 0 ? builtInTimes.test(name) : contains === "time";
  if (values.avg !== void 0 || values.med !== void 0) {
    return Object.entries(values).flatMap(([text, value2]) => {
      if (text !== "avg" && text !== "med" && !/^p\(/.test(text)) return [];
      return isTime ? [{ unit: `${text}-sec`, samples: [numberOf(value2) * 1e-3] }] : [{ unit: text, samples: [numberOf(value2)] }];
    });
  }
  const { rate, count, value, passes } = values;
  if (count !== void 0 && rate !== void 0) {
    return [{ unit: isData(name) ? "B/s" : "count/s", samples: [numberOf(rate)] }];
  }
  if (passes !== void 0) return [share(name, numberOf(rate ?? value))];
  return [];
}
var share = (name, value) => ({
  unit: "share",
  samples: [value],
  better: /failed|error/.test(name) ? "lower" : /^checks(?:\{|$)/.test(name) ? "higher" : "unknown"
});
function readK6Points(input) {
  const lost = noLosses();
  const known = /* @__PURE__ */ new Map();
  let [first, last] = [Infinity, -Infinity];
  const broken = (line) => {
    lose(lost, { name: "", line, message: "this line is no JSON: was the file cut off?" });
  };
  for (const { line, value } of jsonLinesOf(input, broken)) {
    const { type, metric, data } = objectOf(value);
    const name = textOf(metric);
    const record = objectOf(data);
    if (type === "Metric") {
      const isTime = record.contains === "time";
      known.set(name, { type: textOf(record.type), isTime, values: [] });
    } else if (type === "Point") {
      const at = Date.parse(textOf(record.time));
      if (at < first) first = at;
      if (at > last) last = at;
      addPoint(known, lost, name, record.value, line);
    }
  }
  if (known.size === 0) return null;
  const seconds = (last - first) / 1e3;
  const records = [...known].flatMap(([name, points]) => {
    const metric = points.values.length === 0 ? null : metricOf(name, points, seconds);
    return metric === null ? [] : [{ name, metrics: [metric] }];
  });
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings: [], lost };
}
function addPoint(known, lost, name, value, line) {
  const points = known.get(name);
  if (points === void 0) {
    lose(lost, { name, line, message: `${name}: nothing before this line says what it is` });
  } else if (!isNumber(value)) {
    lose(lost, { name, line, message: `${name}: the value on this line is no number` });
  } else points.values.push(value);
}
function metricOf(name, { type, isTime, values }, seconds) {
  const sum = () => values.reduce((all, value) => all + value, 0);
  switch (type) {
    case "trend":
      return isTime ? { unit: "sec/op", samples: values.map((value) => value * 1e-3) } : { unit: "value", samples: values };
    case "counter":
      if (seconds <= 0) return null;
      return { unit: isData(name) ? "B/s" : "count/s", samples: [sum() / seconds] };
    case "rate":
      return share(name, sum() / values.length);
    default:
      return null;
  }
}
export {
  readK6Points,
  readK6Summary
};
