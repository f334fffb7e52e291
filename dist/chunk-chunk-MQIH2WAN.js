import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/cli/format.ts
async function verdictReport(verdict, format = "text") {
  switch (format) {
    case "markdown":
      return (await import("./chunk-markdown-CG6QVBCP.js")).summary(verdict);
    case "json":
      return (await import("./chunk-json-MSQTLR24.js")).gateJson(verdict);
    case "csv":
      return (await import("./chunk-csv-OABDNJLI.js")).gateCsv(verdict);
    default:
      return (await import("./chunk-text-AGRKQMDP.js")).gateText(verdict);
  }
}

export {
  verdictReport
};
