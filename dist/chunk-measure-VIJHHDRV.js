import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  explain
} from "./chunk-chunk-BXKDBET4.js";
import {
  measurerHere
} from "./chunk-chunk-VH2LIQ2T.js";
import "./chunk-chunk-DHCCCFT3.js";
import {
  verdictReport
} from "./chunk-chunk-GUF5OD4W.js";
import {
  configLayers,
  emit
} from "./chunk-chunk-FIESKDIO.js";
import {
  exitStatus,
  lookAt,
  roundsVerdict
} from "./chunk-chunk-FVEDRMH2.js";
import "./chunk-chunk-GKBMORTY.js";
import "./chunk-chunk-EP2JPQBW.js";
import "./chunk-chunk-7XSUYOLQ.js";
import "./chunk-chunk-TJINSN4P.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-6HLSBVS2.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-JVK7RXZK.js";
import {
  resolveConfig
} from "./chunk-chunk-UCFJLV6J.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-LMAUU3FO.js";
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
