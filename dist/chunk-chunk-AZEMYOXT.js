import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/cli/format.ts
async function verdictReport(verdict, format = "text") {
  switch (format) {
    case "markdown":
      return (await import("./chunk-markdown-SKFC5WRC.js")).summary(verdict);
    case "json":
      return (await import("./chunk-json-4J5RZZDA.js")).gateJson(verdict);
    case "csv":
      return (await import("./chunk-csv-XPAUPN42.js")).gateCsv(verdict);
    default:
      return (await import("./chunk-text-ILWFMRN6.js")).gateText(verdict);
  }
}

export {
  verdictReport
};
