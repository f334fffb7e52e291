import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);

// src/cli/format.ts
async function verdictReport(verdict, format = "text") {
  switch (format) {
    case "markdown":
      return (await import("./chunk-markdown-SQL2K3VO.js")).summary(verdict);
    case "json":
      return (await import("./chunk-json-4J5RZZDA.js")).gateJson(verdict);
    case "csv":
      return (await import("./chunk-csv-XPAUPN42.js")).gateCsv(verdict);
    default:
      return (await import("./chunk-text-M6TMRDNG.js")).gateText(verdict);
  }
}

export {
  verdictReport
};
