import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/terminal.ts
init_define_FLAMEGATE_PAGE();
var COLUMNS = 120;
function terminal(env, stream = process.stdout, color = "auto") {
  if (stream.isTTY !== true) return null;
  return { columns: stream.columns || 80, color: isColored(env, stream, color) };
}
function textView(flags, output, env, stream = process.stdout) {
  const detail = flags.quiet === true ? "first line" : flags.verbose === true ? "all" : "usual";
  const elsewhere = "(--verbose shows all)";
  if (output !== void 0) {
    const color2 = flags.color === "always";
    return { columns: COLUMNS, wraps: false, color: color2, detail, elsewhere };
  }
  const told = /^[1-9]\d{0,3}$/.test(env.COLUMNS ?? "") ? Number(env.COLUMNS) : void 0;
  const columns = terminal(env, stream)?.columns ?? told;
  const color = isColored(env, stream, flags.color);
  return { columns: columns ?? COLUMNS, wraps: columns !== void 0, color, detail, elsewhere };
}
function isColored(env, stream, asked = "auto") {
  if (asked !== "auto") return asked === "always";
  const { FORCE_COLOR: forced = "", NO_COLOR: no = "" } = env;
  if (forced !== "") return forced !== "0" && forced !== "false";
  return no === "" && stream.isTTY === true && env.TERM !== "dumb";
}

// src/entry/cli/format.ts
init_define_FLAMEGATE_PAGE();
var nothing = { samples: () => ({ base: [], head: [] }), profiles: [] };
async function verdictReport(verdict, { format, output }, ending, flags, evidence = nothing) {
  switch (format) {
    case "markdown":
      return (await import("./chunk-comment-FWN4HNEC.js")).summary(verdict, {
        samples: evidence.samples
      });
    case "json":
      return (await import("./chunk-json-54AC7ZF7.js")).gateJson(verdict);
    case "html":
      return (await import("./chunk-htmlreport-I64UYDJ3.js")).gateHtml(verdict, evidence);
    case "csv":
      return (await import("./chunk-csv-STK7PN5Q.js")).gateCsv(verdict);
    case "junit":
      return (await import("./chunk-junit-4DGYXFWA.js")).gateJunit(verdict, ending);
    case "openmetrics":
      return (await import("./chunk-openmetrics-M4T3QT6M.js")).gateOpenMetrics(verdict);
    default: {
      const view = textView(flags, output, process.env);
      return (await import("./chunk-text-4AY2COPC.js")).gateText(verdict, view);
    }
  }
}

export {
  terminal,
  verdictReport
};
