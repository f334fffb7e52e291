import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/entry/cli/format.ts
async function verdictReport(verdict, format = "text") {
  switch (format) {
    case "markdown":
      return (await import("./chunk-markdown-WGJCUKZP.js")).summary(verdict);
    case "json":
      return (await import("./chunk-json-SWK7LIEE.js")).gateJson(verdict);
    case "csv":
      return (await import("./chunk-csv-OLAZGIVE.js")).gateCsv(verdict);
    default:
      return (await import("./chunk-text-UFJHV744.js")).gateText(verdict);
  }
}

export {
  verdictReport
};
