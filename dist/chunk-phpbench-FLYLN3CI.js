import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  numberIn
} from "./chunk-chunk-NM7W6OUI.js";
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/phpbench.ts
init_define_FLAMEGATE_PAGE();

// src/formats/benchmarks/xmltags.ts
init_define_FLAMEGATE_PAGE();
var tag = /<(?:!\[CDATA\[[\s\S]*?\]\]>|!--[\s\S]*?-->|[?!][^>]*>|(\/?)([\w.:-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>)/g;
var attribute = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
var entities = {
  ...{ "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" }
};
function tagsOf({ file, bytes }) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  const found = [...text.matchAll(tag)];
  const open = [];
  const tags = found.flatMap((match, i) => {
    const [whole, slash, name, rest = ""] = match;
    if (name === void 0) return [];
    const closes = slash === "/";
    const isEmpty = rest.endsWith("/");
    if (closes && open.pop() !== name) throw broken(file, `</${name}> closes nothing`);
    if (!closes && !isEmpty) open.push(name);
    const attributes = new Map(
      [...rest.matchAll(attribute)].map(([, key = "", a, b]) => [key, plain(a ?? b ?? "")])
    );
    const behind = text.slice(match.index + whole.length, found[i + 1]?.index ?? text.length);
    return [{ name, attributes, opens: !closes, closes: closes || isEmpty, text: plain(behind) }];
  });
  const left = open.at(-1);
  if (left !== void 0) throw broken(file, `<${left}> is not closed`);
  return tags;
}
var broken = (file, what) => new InputError(`is not whole XML, was it cut off? ${what}`, { file });
var plain = (text) => text.replace(/&(?:lt|gt|quot|apos|amp);/g, (name) => entities[name] ?? name);

// src/formats/benchmarks/phpbench.ts
function readPhpbench(input) {
  const tags = tagsOf(input);
  if (tags[0]?.name !== "phpbench") return null;
  const records = [];
  const warnings = [];
  const lost = noLosses();
  const environment = /* @__PURE__ */ new Map();
  let [benchmark, subject, about] = ["", "", ""];
  let variant = null;
  for (const { name, attributes, opens, closes, text } of tags) {
    const item = (key) => attributes.get(key) ?? "";
    if (opens && (name === "php" || name === "env" || name === "suite")) about = name;
    if (opens && name === "value" && about === "php" && item("name") === "version") {
      environment.set("toolchain", { value: `PHP ${text.trim()}` });
    }
    if (opens && name === "benchmark") benchmark = item("class").replace(/^\\/, "");
    if (opens && name === "subject") subject = item("name");
    if (opens && name === "variant") {
      variant = { name: `${benchmark}::${subject}`, times: [], peaks: [] };
    }
    if (variant === null) continue;
    if (opens && name === "parameter-set" && !/^\d*$/.test(item("name"))) {
      variant.name += `/${item("name")}`;
    }
    if (opens && name === "iteration") {
      const average = numberIn(item("time-avg"));
      variant.times.push(
        Number.isNaN(average) ? numberIn(item("time-net")) / numberIn(item("time-revs")) : average
      );
      if (attributes.has("mem-peak")) variant.peaks.push(numberIn(item("mem-peak")));
    }
    if (opens && name === "error") {
      const message = `${variant.name} failed: ${text.trim() || item("exception-class")}`;
      warnings.push({ kind: "failed", file: input.file, message });
    }
    if (closes && name === "variant") {
      const { times, peaks } = variant;
      const time = { unit: "sec/op", samples: times.map((value) => value * 1e-6) };
      const memory = peaks.length > 0 ? [{ unit: "peak-B", samples: peaks }] : [];
      if (times.length > 0) records.push({ name: variant.name, metrics: [time, ...memory] });
      else if (!warnings.some(({ message }) => message.startsWith(`${variant?.name} failed`))) {
        lose(lost, { name: variant.name, message: `${variant.name} has no iteration` });
      }
      variant = null;
    }
  }
  return { records, results: records.length, environment, warnings, lost };
}
export {
  readPhpbench
};
