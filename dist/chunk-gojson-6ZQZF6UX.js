import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  withoutEscapes
} from "./chunk-chunk-SGSL43OP.js";
import {
  readGo
} from "./chunk-chunk-6NCM22WB.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
import "./chunk-chunk-MQ2NSUXY.js";
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  jsonLinesOf,
  objectOf,
  textOf
} from "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/gojson.ts
init_define_FLAMEGATE_PAGE();
function readGoJson(input) {
  const packages = /* @__PURE__ */ new Map();
  const lost = noLosses();
  let isOurs = false;
  const broken = (line, text2) => {
    if (!text2.startsWith("{")) return print(packages, "", line, `${text2}
`);
    const message = "an event of go test that is no JSON, was it cut off?";
    return lose(lost, { name: "", line, message });
  };
  for (const { line, value } of jsonLinesOf(input, broken)) {
    const event = objectOf(value);
    if (typeof event.Action !== "string") continue;
    isOurs = true;
    const from = textOf(event.Package) || textOf(event.ImportPath);
    if (typeof event.Output === "string") {
      print(packages, from, line, withoutEscapes(event.Output));
    } else if (event.Action.endsWith("output")) {
      lose(lost, { name: "", line, message: "an event of go test has an output that is no text" });
    }
  }
  if (!isOurs) return null;
  const { text, lines } = together([...packages.values()]);
  const reading = readGo({ file: input.file, bytes: Buffer.from(text) });
  if (reading === null) {
    return { records: [], results: 0, environment: /* @__PURE__ */ new Map(), warnings: [], lost };
  }
  return withLines(reading, lines, lost);
}
function print(into, from, line, text) {
  const printed = into.get(from) ?? { text: "", lines: [] };
  into.set(from, printed);
  const isOpen = printed.text !== "" && !printed.text.endsWith("\n");
  const begun = text.split("\n").length - (text.endsWith("\n") ? 1 : 0) - (isOpen ? 1 : 0);
  for (let i = 0; i < begun; i++) printed.lines.push(line);
  printed.text += text;
}
function together(packages) {
  const text = packages.map((printed) => printed.text.endsWith("\n") ? printed.text : `${printed.text}
`).join("");
  return { text, lines: packages.flatMap(({ lines }) => lines) };
}
function withLines(reading, lines, lost) {
  const at = (item) => item.line === void 0 ? item : { ...item, line: lines[item.line - 1] ?? item.line };
  for (const { first, count } of reading.lost?.listed.values() ?? []) lose(lost, at(first), count);
  lost.unlisted += reading.lost?.unlisted ?? 0;
  return {
    ...reading,
    environment: new Map([...reading.environment].map(([key, stated]) => [key, at(stated)])),
    warnings: reading.warnings.map(at),
    ...reading.units === void 0 ? {} : { units: reading.units.map(at) },
    lost
  };
}
export {
  readGoJson
};
