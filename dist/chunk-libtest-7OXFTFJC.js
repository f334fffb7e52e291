import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/formats/benchmarks/libtest.ts
init_define_FLAMEGATE_PAGE();
var result = /^test (.+?) +\.\.\. bench: +([\d,]+(?:\.\d+)?) (ns|us|µs|ms|s)\/iter(.*)$/;
var rate = /= ([\d,]+(?:\.\d+)?) MB\/s/;
var failed = /^test (.+?) +\.\.\. FAILED$/;
var nanoseconds = { us: 1e3, \u00B5s: 1e3, ms: 1e6, s: 1e9 };
var mark = Buffer.from(" ... bench: ");
function readBencher({ file, bytes }) {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!whole.includes(mark)) return null;
  const warnings = [];
  const records = [];
  whole.toString("utf8").split(/\r?\n/).forEach((text, i) => {
    const [, broken] = failed.exec(text) ?? [];
    if (broken !== void 0) {
      warnings.push({ kind: "failed", file, line: i + 1, message: `${broken} failed` });
    }
    const [, name, value = "", unit = "", rest = ""] = result.exec(text) ?? [];
    if (name === void 0) {
      if (text.startsWith("test ") && text.includes(" ... bench:")) {
        const message = "this line has no time an iteration";
        warnings.push({ kind: "syntax", file, line: i + 1, message });
      }
      return;
    }
    const time = plain(value) * (nanoseconds[unit] ?? 1);
    const metrics = [{ unit: "ns/op", samples: [time] }];
    const [, speed] = rate.exec(rest) ?? [];
    if (speed !== void 0) metrics.push({ unit: "MB/s", samples: [plain(speed)] });
    records.push({ name, metrics });
  });
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings };
}
var plain = (text) => Number(text.replaceAll(",", ""));
export {
  readBencher
};
