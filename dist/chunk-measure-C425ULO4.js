import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-GL4SAVPQ.js";
import "./chunk-chunk-TFHOY6C3.js";
import {
  verdictReport
} from "./chunk-chunk-RIHDEKZT.js";
import {
  configLayers,
  emit
} from "./chunk-chunk-6YSJKFFX.js";
import {
  explain
} from "./chunk-chunk-BXKDBET4.js";
import {
  exitStatus,
  lookAt,
  roundsVerdict
} from "./chunk-chunk-2FGYCBWH.js";
import "./chunk-chunk-63NIWOG2.js";
import "./chunk-chunk-GKBMORTY.js";
import "./chunk-chunk-GYGUYHGF.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-OBQS3SYR.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-MZGAVEGS.js";
import {
  resolveConfig
} from "./chunk-chunk-EEJ63JFV.js";
import {
  InputError
} from "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/cli/measure.ts
async function measureCommand(flags) {
  if ((flags.run ?? "").trim() === "") throw new InputError("--run is empty: what is measured?");
  const config = resolveConfig(...await configLayers(flags));
  const here = measurerHere(flags, config, null);
  const measured = await here.measure(null, lookAt(config, here.looks)).catch((error) => {
    if (here.interrupted() === null) throw error;
    process.stderr.write(explain(error));
    return null;
  });
  if (measured === null) return here.interrupted() ?? 2;
  const verdict = roundsVerdict(measured, here.looks, config);
  await emit(flags, await verdictReport(verdict, flags.format));
  const interrupted = here.interrupted();
  if (interrupted !== null) return interrupted;
  return measured.stopped === "failed" ? 2 : exitStatus(verdict.verdict, config.failOn);
}
export {
  measureCommand
};
