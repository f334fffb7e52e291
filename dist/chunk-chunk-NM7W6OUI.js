import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/csv.ts
init_define_FLAMEGATE_PAGE();
function tableOf({ bytes }, separator = ",") {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  const [first, ...others] = [...recordsOf(text, separator)];
  const columns = (first?.fields ?? []).map((item) => item.trim());
  const isEnded = text.endsWith("\n");
  const rows = others.map(({ line, fields, isClosed }, i) => {
    const map = /* @__PURE__ */ new Map();
    for (const [i2, name] of columns.entries()) {
      if (!map.has(name)) map.set(name, fields[i2] ?? "");
    }
    const broken = isClosed ? countDiffers(fields.length, columns.length) : "has an open quote";
    const isOpen = broken === null && !isEnded && i === others.length - 1;
    return {
      line,
      fields,
      of: map,
      broken: isOpen ? "has no end: was the file cut off?" : broken,
      isOpen
    };
  });
  return { columns, rows };
}
var countDiffers = (has, named) => has === named ? null : `has ${has} fields, and the first line names ${named}`;
function* recordsOf(text, separator) {
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const begins = line;
    const fields = [];
    let isClosed = true;
    for (let more = true; more; ) {
      let field = "";
      if (text[at] === '"') {
        let end2 = text.indexOf('"', at + 1);
        while (end2 >= 0 && text[end2 + 1] === '"') end2 = text.indexOf('"', end2 + 2);
        isClosed &&= end2 >= 0;
        const stop = end2 < 0 ? text.length : end2;
        field = text.slice(at + 1, stop).replaceAll('""', '"');
        for (const letter of field) if (letter === "\n") line++;
        at = Math.min(stop + 1, text.length);
      }
      const end = endOfField(text, at, separator);
      field += text.slice(at, end);
      fields.push(field);
      more = text[end] === separator;
      at = end + 1;
    }
    line++;
    if (fields.length > 1 || fields[0]?.trim() !== "") yield { line: begins, fields, isClosed };
  }
}
function endOfField(text, from, separator) {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n") at++;
  return at;
}
var numberIn = (text) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;

export {
  tableOf,
  numberIn
};
