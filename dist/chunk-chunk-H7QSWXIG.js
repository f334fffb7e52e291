import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/entry/cli/format.ts
init_define_FLAMEGATE_PAGE();
var nothing = { samples: () => ({ base: [], head: [] }), profiles: [] };
async function verdictReport(verdict, format = "text", evidence = nothing) {
  switch (format) {
    case "markdown":
      return (await import("./chunk-comment-K75MEFQT.js")).summary(verdict, {
        samples: evidence.samples
      });
    case "json":
      return (await import("./chunk-json-U2BV2OJG.js")).gateJson(verdict);
    case "html":
      return (await import("./chunk-htmlreport-SS36NJEP.js")).gateHtml(verdict, evidence);
    case "csv":
      return (await import("./chunk-csv-FWSBZTCZ.js")).gateCsv(verdict);
    default:
      return (await import("./chunk-text-TUUN3US6.js")).gateText(verdict);
  }
}

export {
  verdictReport
};
