import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  record
} from "./chunk-chunk-Y2227F3U.js";
import {
  directoryStore
} from "./chunk-chunk-UXXVGGJD.js";
import {
  configLayers,
  measuredInputs
} from "./chunk-chunk-MHUTJSGY.js";
import "./chunk-chunk-4SJ6T732.js";
import "./chunk-chunk-MS7BYKXI.js";
import "./chunk-chunk-7W66SIQ6.js";
import {
  resolveConfig
} from "./chunk-chunk-27ILUWF2.js";
import "./chunk-chunk-DUZFCSRP.js";
import {
  branchHere
} from "./chunk-chunk-4ZQOZGWO.js";
import "./chunk-chunk-V3OPSZWN.js";
import "./chunk-chunk-W2JAEFIT.js";
import "./chunk-chunk-HRIU57NH.js";
import {
  redactionSentences
} from "./chunk-chunk-RD7TSKAQ.js";
import "./chunk-chunk-3NMFHZMH.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-4ODYDUX2.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-Z4IIDTO4.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import "./chunk-chunk-TNIRC7FT.js";
import "./chunk-chunk-RPXPASOV.js";

// src/entry/cli/record.ts
async function recordCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  const inputs = await measuredInputs(flags, config);
  const store = directoryStore(flags.baseline ?? "");
  const place = await record(
    { ...inputs, branch: await branchHere(process.cwd(), process.env), purpose: "store" },
    store
  );
  const lines = [`recorded ${place}`, ...redactionSentences(inputs.redaction)];
  process.stdout.write(lines.map((line) => `${logLine(line)}
`).join(""));
  return 0;
}
export {
  recordCommand
};
