import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-IDARVVTE.js";
import "./chunk-chunk-ECBCKNAV.js";
import {
  verdictReport
} from "./chunk-chunk-35ZE3XHJ.js";
import {
  exitStatus,
  lookAt,
  roundsVerdict
} from "./chunk-chunk-QEQ6X3XB.js";
import "./chunk-chunk-V5B7NZXV.js";
import "./chunk-chunk-UKKRVWLM.js";
import "./chunk-chunk-UZCBEQND.js";
import {
  configLayers,
  emit
} from "./chunk-chunk-LJGJWM2H.js";
import "./chunk-chunk-VOLFXXYX.js";
import "./chunk-chunk-EP2JPQBW.js";
import "./chunk-chunk-VR7HBCYY.js";
import {
  explain
} from "./chunk-chunk-BXKDBET4.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-E6V7FVA2.js";
import "./chunk-chunk-JVK7RXZK.js";
import {
  resolveConfig
} from "./chunk-chunk-SNGJNBP3.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-OT5DCEEM.js";
import "./chunk-chunk-APXDM2ES.js";
import "./chunk-chunk-UR3DJPFF.js";
import "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-2Q632MTP.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-A2HC4SX2.js";
import {
  InputError
} from "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/cli/measure.ts
async function measureCommand(flags) {
  if ((flags.run ?? "").trim() === "") throw new InputError("--run is empty: what is measured?");
  const config = resolveConfig(...await configLayers(flags));
  const here = measurerHere(flags, config, { benchmarks: [], commit: "" });
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
  return measured.stopped === "failed" ? 2 : exitStatus(verdict, config.failOn);
}
export {
  measureCommand
};
